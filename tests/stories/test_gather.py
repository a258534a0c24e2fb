import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from retold.model.relation import Relation, RelationKind
from retold.stories.gather import GatherSettings, gather, weakest_link
from tests.stories.sketches import relation

SETTINGS = GatherSettings(story_from=0.3, story_growth=0.1, support_from=0.05)
NAMES = ("a", "b", "c", "d", "e", "f")
PAIRS = list(combinations(NAMES, 2))


@st.composite
def judged(draw: st.DrawFn) -> list[Relation]:
    met = draw(st.lists(st.sampled_from(PAIRS), unique=True))
    kinds = st.sampled_from(
        [RelationKind.INDEPENDENT, RelationKind.PARAPHRASE, RelationKind.UNRELATED]
    )
    return [
        relation(left, right, draw(st.sampled_from([0.01, 0.2, 0.5, 0.9])), draw(kinds))
        for left, right in met
    ]


def stories(names: tuple[str, ...], relations: list[Relation]) -> list[tuple[str, ...]]:
    return [group.documents for group in gather(names, relations, SETTINGS)]


def full(names: str, likeness: float) -> list[Relation]:
    return [relation(left, right, likeness) for left, right in combinations(names, 2)]


@given(judged(), st.randoms())
def test_the_order_of_documents_and_relations_changes_nothing(
    relations: list[Relation], shuffler: random.Random
) -> None:
    names, mixed = list(NAMES), list(relations)
    shuffler.shuffle(names)
    shuffler.shuffle(mixed)

    assert gather(names, mixed, SETTINGS) == gather(NAMES, relations, SETTINGS)


@given(judged())
def test_what_does_not_hang_together_may_be_gathered_apart(relations: list[Relation]) -> None:
    as_one = gather(NAMES, relations, SETTINGS, lambda _: [NAMES])

    assert gather(NAMES, relations, SETTINGS) == as_one


@given(judged())
def test_every_document_stands_in_one_story(relations: list[Relation]) -> None:
    found = stories(NAMES, relations)

    assert sorted(name for story in found for name in story) == list(NAMES)


@given(judged())
def test_an_unrelated_document_changes_no_story(relations: list[Relation]) -> None:
    before = stories(NAMES, relations)

    assert stories((*NAMES, "z"), relations) == [*before, ("z",)]


@given(judged(), st.sampled_from(NAMES))
def test_one_more_copy_neither_splits_nor_joins_stories(
    relations: list[Relation], name: str
) -> None:
    copied = [relation(name, "z", 1.0, RelationKind.COPY)]
    for r in relations:
        if name in (r.left, r.right):
            other = r.right if r.left == name else r.left
            copied.append(relation(other, "z", r.same_event, r.kind))

    after = stories((*NAMES, "z"), [*relations, *copied])

    assert [tuple(n for n in story if n != "z") for story in after] == stories(NAMES, relations)
    assert any({name, "z"} <= set(story) for story in after)


def test_no_chain_of_weak_links_joins_two_stories() -> None:
    relations = [*full("abc", 0.9), *full("def", 0.9), relation("c", "d", 0.9)]

    assert stories(NAMES, relations) == [("a", "b", "c"), ("d", "e", "f")]


def test_one_mistaken_dependent_pair_welds_no_two_stories() -> None:
    mistaken = relation("c", "d", 0.04, RelationKind.REWRITE)

    assert stories(NAMES, [*full("abc", 0.9), *full("def", 0.9), mistaken]) == [
        ("a", "b", "c"),
        ("d", "e", "f"),
    ]


def test_a_certified_rewrite_joins_where_the_event_alone_would_not() -> None:
    assert stories(("a", "b"), [relation("a", "b", 0.1, RelationKind.REWRITE)]) == [("a", "b")]
    assert stories(("a", "b"), [relation("a", "b", 0.1)]) == [("a",), ("b",)]


def test_a_story_hangs_on_the_weakest_link_of_its_strongest_chain() -> None:
    relations = [relation("a", "b", 0.9), relation("b", "c", 0.6), relation("a", "c", 0.4)]
    (group,) = gather(("a", "b", "c"), relations, SETTINGS)

    weakest = weakest_link(group.documents, group.relations)

    assert weakest is not None
    assert (weakest.left, weakest.right) == ("b", "c")


def test_a_document_alone_is_a_story_of_one_without_a_link() -> None:
    (group,) = gather(("a",), [], SETTINGS)

    assert group.documents == ("a",)
    assert weakest_link(group.documents, group.relations) is None
