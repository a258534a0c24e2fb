import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Block, BlockKind, Document, Span
from retold.model.relation import Reason, Relation, RelationKind
from retold.model.story import Descent, DescentKind, Node, NodeKind, Stemma
from retold.stories.settle import LONGEST_TITLE, settled, story_id, story_title
from tests.stories.pairs import judged


def tree(*edges: tuple[str, str]) -> Stemma:
    """A tree of tellings, given as parent and child; an id that begins with "lost" is lost."""
    names = sorted({name for edge in edges for name in edge})
    nodes = tuple(
        Node(name, NodeKind.LOST, name)
        if name.startswith("lost")
        else Node(name, NodeKind.ATTESTED, name, name)
        for name in names
    )
    return Stemma(nodes, tuple(Descent(of, name, DescentKind.REVISION, 0.9) for of, name in edges))


def parent(relation: Relation, stemma: Stemma) -> str | None:
    return settled([relation], stemma)[0].parent


def test_a_firm_direction_that_the_tree_agrees_with_names_the_parent() -> None:
    assert parent(judged("a", "b", 0.9, lean=2.0), tree(("a", "b"))) == "a"


def test_a_tree_of_two_and_no_evidence_on_direction_leaves_the_parent_open() -> None:
    assert parent(judged("a", "b", 0.9), tree(("a", "b"))) is None


def test_a_text_that_several_come_from_is_their_parent_by_their_number() -> None:
    assert parent(judged("a", "b", 0.9), tree(("a", "b"), ("a", "c"))) == "a"


def test_evidence_against_the_tree_leaves_the_parent_open() -> None:
    assert parent(judged("a", "b", 0.9, lean=-2.0), tree(("a", "b"), ("a", "c"))) is None


def test_two_texts_that_go_back_to_a_lost_one_have_no_parent() -> None:
    assert parent(judged("a", "b", 0.9, lean=2.0), tree(("lost-1", "a"), ("lost-1", "b"))) is None


def test_a_parent_may_stand_above_a_lost_text() -> None:
    stemma = tree(("a", "lost-1"), ("lost-1", "b"))

    assert parent(judged("a", "b", 0.9, lean=2.0), stemma) == "a"


def test_an_independent_pair_has_no_parent() -> None:
    assert parent(judged("a", "b", 0.1, lean=2.0), tree(("a", "b"))) is None


def test_no_pair_of_a_story_is_unrelated() -> None:
    found = judged("a", "b", 0.1, RelationKind.UNRELATED)
    object.__setattr__(found, "reasons", (Reason("links", "one"), Reason("two-events", "two")))

    (relation,) = settled([found], tree(("lost-1", "a"), ("lost-2", "b")))
    assert relation.kind is RelationKind.INDEPENDENT
    assert [one.code for one in relation.reasons] == ["links"]


@given(st.sets(st.text("abc-", min_size=1), min_size=1), st.randoms())
def test_the_id_of_a_story_hangs_on_the_set_of_its_documents(
    names: set[str], shuffler: random.Random
) -> None:
    mixed = sorted(names)
    shuffler.shuffle(mixed)

    assert story_id(mixed) == story_id(names)
    assert story_id([*mixed, "another"]) != story_id(mixed)


def document(text: str, *kinds: tuple[int, int, BlockKind], title: str | None = None) -> Document:
    blocks = tuple(Block(Span(begin, end), kind) for begin, end, kind in kinds)
    return Document("a", text, blocks, title=title)


@given(st.text(alphabet="ab \n", min_size=1, max_size=400))
def test_a_title_is_the_beginning_of_all_its_words(text: str) -> None:
    whole = " ".join(text.split())
    stemma = Stemma((Node("n1", NodeKind.ATTESTED, "a", "a"),), ())

    found = story_title({"a": document("Words.", title=text)}, stemma)

    assert found == whole or (len(found) <= LONGEST_TITLE and whole.startswith(found[:-1]))


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (document("Mill burns\nIt ran hot.", (11, 22, BlockKind.BODY), title="Given"), "Given"),
        (document("Mill  burns\nIt", (0, 11, BlockKind.TITLE)), "Mill burns"),
        (document("Mill burns.", (0, 11, BlockKind.BODY)), "Mill burns."),
        (document("x"), "a"),
    ],
)
def test_a_story_goes_by_a_title_or_else_by_its_opening(told: Document, title: str) -> None:
    stemma = Stemma((Node("n1", NodeKind.ATTESTED, "a", "a"),), ())

    assert story_title({"a": told}, stemma) == title


def test_a_long_opening_is_cut_and_says_so() -> None:
    long = document("word " * 60, (0, 300, BlockKind.BODY))
    title = story_title({"a": long}, Stemma((Node("n1", NodeKind.ATTESTED, "a", "a"),), ()))

    assert len(title) <= LONGEST_TITLE
    assert title.endswith("word…")
