"""Laws of the whole chain, over piles of generated news."""

import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.bench import Settings
from retold.face import compare, read_documents
from retold.model.relation import Dependence, RelationKind
from retold.model.run import Result
from retold.readers.mapping import from_mapping
from retold.report.json import encode
from tests.invented.pages import foreign_page
from tests.invented.prose import excerpt, longer, paraphrase, reordered, retyped, story

SEEDS = st.integers(0, 500)
# Each example reads a whole pile.
FEW = settings(max_examples=8)
Texts = Sequence[tuple[str, str]]


def told(texts: Texts) -> Result:
    """What retold makes of a pile of ids and texts."""
    pile = (from_mapping({"id": name, "text": text}) for name, text in texts)
    return read_documents(pile, settings=Settings())


@cache
def pile(seed: int) -> tuple[tuple[str, str], ...]:
    """A text, three made from it, and another story."""
    first = story(seed)
    return (
        ("first", first.body),
        ("reworded", paraphrase(first).body),
        ("part", excerpt(first, 2, 5).body),
        ("updated", longer(first, seed + 1000, 3).body),
        ("apart", story(seed + 2000).body),
    )


def grouped(result: Result) -> list[tuple[str, ...]]:
    return [one.documents for one in result.stories]


def origins(result: Result) -> list[tuple[str, ...]]:
    return sorted(part.documents for one in result.stories for part in one.origins)


def spans(value: Any, document: str | None = None) -> Iterator[tuple[str, int, int]]:
    """Every `begin` and `end` of a JSON value with the document that they point into."""
    if isinstance(value, dict):
        document = value.get("document", value.get("id") if "text" in value else document)
        if isinstance(value.get("begin"), int):
            yield str(document), value["begin"], value["end"]
        for name, inside in value.items():
            if name != "text":
                yield from spans(inside, document)
    elif isinstance(value, list):
        for inside in value:
            yield from spans(inside, document)


@FEW
@given(SEEDS, st.randoms())
def test_the_order_of_documents_changes_no_byte(seed: int, shuffler: random.Random) -> None:
    mixed = list(pile(seed))
    shuffler.shuffle(mixed)

    assert encode(told(mixed)) == encode(told(pile(seed)))


@given(SEEDS)
def test_a_text_against_itself_is_a_copy(seed: int) -> None:
    relation = compare(story(seed).body, story(seed).body)

    assert (relation.kind, relation.dependence) == (RelationKind.COPY, Dependence.DEPENDENT)
    assert relation.parent is None


@given(SEEDS)
def test_other_typography_leaves_a_copy_a_copy(seed: int) -> None:
    text = story(seed).body

    assert compare(text, retyped(text)).kind is RelationKind.COPY


@FEW
@given(SEEDS, st.integers(0, 4))
def test_one_more_copy_adds_no_origin(seed: int, which: int) -> None:
    name, text = pile(seed)[which]
    more = [*pile(seed), ("z-copy", retyped(text))]

    added = [
        tuple(sorted({*part, "z-copy"})) if name in part else part
        for part in origins(told(pile(seed)))
    ]
    assert origins(told(more)) == sorted(added)


@FEW
@given(SEEDS)
def test_an_unrelated_document_changes_no_story(seed: int) -> None:
    before = told(pile(seed)).stories

    after = told([*pile(seed), ("stranger", story(seed + 5000).body)]).stories
    assert [one for one in after if one.documents != ("stranger",)] == list(before)


@FEW
@given(SEEDS, SEEDS)
def test_every_span_of_the_json_lies_in_its_text(seed: int, page: int) -> None:
    paged = [
        (name, foreign_page(text, page + place)) for place, (name, text) in enumerate(pile(seed))
    ]
    result = told(paged)

    length = {one.id: len(one.text) for one in result.documents}
    found = list(spans(result.to_dict()))
    assert found
    assert all(0 <= begin <= end <= length[name] for name, begin, end in found)


@FEW
@given(SEEDS)
def test_every_link_of_the_json_lies_in_its_text(seed: int) -> None:
    result = told(pile(seed))

    length = {one.id: len(one.text) for one in result.documents}
    links = [
        (length[relation[side]], span)
        for one in result.to_dict()["stories"]
        for relation in one["relations"]
        for link in relation["links"]
        for side in ("left", "right")
        for span in link[side]
    ]
    assert links
    assert all(0 <= begin < end <= size for size, (begin, end) in links)


@given(SEEDS, SEEDS)
def test_a_copy_inside_a_foreign_page_is_still_a_copy(seed: int, page: int) -> None:
    text = story(seed).body

    relation = compare(text, foreign_page(text, page, story(seed).title))
    assert (relation.kind, relation.dependence) == (RelationKind.COPY, Dependence.DEPENDENT)


@FEW
@given(SEEDS, SEEDS)
def test_foreign_pages_around_the_tellings_change_no_verdict(seed: int, page: int) -> None:
    plain = told(pile(seed))
    paged = told(
        [(name, foreign_page(text, page + place)) for place, (name, text) in enumerate(pile(seed))]
    )

    assert verdicts(paged) == verdicts(plain)
    assert origins(paged) == origins(plain)


def verdicts(result: Result) -> list[tuple[str, str, str, str]]:
    return [
        (relation.left, relation.right, relation.kind.value, relation.dependence.value)
        for one in result.stories
        for relation in one.relations
    ]


@FEW
@given(SEEDS)
def test_texts_made_from_one_have_one_origin(seed: int) -> None:
    first = story(seed)
    merged = reordered(paraphrase(first), seed).body
    result = told([*pile(seed), ("merged", merged)])

    assert origins(result) == [("apart",), ("first", "merged", "part", "reworded", "updated")]


@FEW
@given(SEEDS)
def test_a_story_alone_has_one_telling_and_one_origin(seed: int) -> None:
    (alone,) = told([("only", story(seed).body)]).stories

    assert alone.documents == ("only",)
    assert (len(alone.origins), alone.origins_at_most) == (1, 1)
    assert (alone.relations, alone.claims, alone.drifts) == ((), (), ())
    assert (alone.pairs_judged, alone.pairs_possible) == (0, 0)
