"""The program on the shipped example, held to the whole of its answer key."""

import json
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from retold.bench import Settings
from retold.face import example_documents, read_documents
from retold.model.document import BlockKind, DateBasis, Place, Span
from retold.model.run import Result
from retold.model.story import Story
from retold.text.outlets import same_outlet
from tests.keys import body_f1, faults, tree


@cache
def key() -> dict[str, Any]:
    text = (files("retold") / "data" / "example" / "key.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def stories() -> list[dict[str, Any]]:
    """Each story of the key with its origins, primaries and tree."""
    head = {name: key()[name] for name in ("origins", "primaries", "stemma")}
    return [{"documents": key()["stories"][0], **head}, *key()["other_stories"]]


@cache
def run() -> Result:
    return read_documents(example_documents(), settings=Settings())


def told(wanted: dict[str, Any]) -> Story:
    """The story that has the first document of one in the key."""
    return next(one for one in run().stories if wanted["documents"][0] in one.documents)


EVERY_STORY = pytest.mark.parametrize("wanted", stories(), ids=["main", "look-alike"])


def test_look_alike_events_are_stories_apart() -> None:
    assert sorted(list(one.documents) for one in run().stories) == sorted(key()["stories"])


def test_nothing_of_the_example_is_rejected() -> None:
    assert run().rejected == ()
    assert [one.id for one in run().documents] == sorted(key()["files"])


@pytest.mark.parametrize("what", ["dependence", "kind"])
def test_every_pair_is_judged_as_in_the_key(what: str) -> None:
    relations = [relation for story in run().stories for relation in story.relations]

    assert faults(relations, key()["relations"], what) == []


def test_every_pair_of_a_story_is_listed() -> None:
    wanted = [(row["left"], row["right"]) for row in key()["relations"]]

    found = [(one.left, one.right) for story in run().stories for one in story.relations]
    assert sorted(found) == sorted(wanted)


def test_parents_are_those_of_the_key() -> None:
    wanted = {(row["left"], row["right"]): row["parent"] for row in key()["relations"]}

    found = {
        (one.left, one.right): one.parent for story in run().stories for one in story.relations
    }
    assert {pair: (found[pair], of) for pair, of in wanted.items() if found[pair] != of} == {}


@EVERY_STORY
def test_the_origins_and_their_names_are_those_of_the_key(wanted: dict[str, Any]) -> None:
    found = sorted((list(one.documents), one.label) for one in told(wanted).origins)
    keyed = sorted((sorted(one["documents"]), one["label"]) for one in wanted["origins"])

    assert [documents for documents, _ in found] == [documents for documents, _ in keyed]
    assert all(same_outlet(one, other) for (_, one), (_, other) in zip(found, keyed, strict=True))


@EVERY_STORY
def test_no_more_origins_are_thought_possible_than_there_are(wanted: dict[str, Any]) -> None:
    assert told(wanted).origins_at_most == len(wanted["origins"])


@EVERY_STORY
def test_the_primaries_are_those_of_the_key(wanted: dict[str, Any]) -> None:
    found = {one.label: sorted(one.documents) for one in told(wanted).primaries}

    assert found == {one["label"]: sorted(one["documents"]) for one in wanted["primaries"]}
    assert all(one.attested is None for one in told(wanted).primaries)


@EVERY_STORY
def test_the_tree_is_that_of_the_key(wanted: dict[str, Any]) -> None:
    found = tree(told(wanted))
    keyed = Counter(tuple(edge) for edge in wanted["stemma"])

    assert (sorted(found - keyed), sorted(keyed - found)) == ([], [])


@pytest.mark.parametrize("document", sorted(key()["bodies"]))
def test_the_body_of_each_plain_telling_is_found(document: str) -> None:
    (found,) = (one for one in run().documents if one.id == document)

    assert body_f1(found, key()["bodies"][document], [BlockKind.HEADING]) >= 0.98


@pytest.mark.parametrize("document", sorted(key()["pages"]))
def test_the_body_of_a_page_begins_and_ends_where_the_article_does(document: str) -> None:
    wanted = key()["pages"][document]
    (found,) = (one for one in run().documents if one.id == document)
    body = "\n".join(span.of(found.text) for span in found.body)

    assert body.startswith(wanted["begins"])
    assert body.endswith(wanted["ends"])
    assert [words for words in wanted["not_body"] if words in body] == []


@pytest.mark.parametrize("document", sorted(key()["pages"]))
def test_a_page_gives_its_byline_and_date(document: str) -> None:
    wanted = key()["pages"][document]
    (found,) = (one for one in run().documents if one.id == document)

    assert wanted["byline"] in (found.byline or "")
    assert (wanted["date"], DateBasis.METADATA) in [(one.at, one.basis) for one in found.dates]


@pytest.mark.parametrize("document", sorted(key()["dates"]))
def test_a_telling_has_the_date_it_gives_itself_and_what_gives_it(document: str) -> None:
    at, basis = key()["dates"][document]
    (found,) = (one for one in run().documents if one.id == document)

    assert (at, DateBasis(basis)) in [(one.at, one.basis) for one in found.dates]


@pytest.mark.parametrize("pair", [tuple(pair) for pair in key()["earlier_forms"]])
def test_the_earlier_form_is_never_taken_for_the_child(pair: tuple[str, str]) -> None:
    earlier, later = pair
    relation = next(
        one
        for story in run().stories
        for one in story.relations
        if {one.left, one.right} == {earlier, later}
    )

    assert relation.parent != later
    assert (relation.lean if relation.left == earlier else -relation.lean) >= 0


@pytest.mark.parametrize("credit", key()["false_credits"], ids=lambda one: one["document"])
def test_a_false_credit_names_no_origin(credit: dict[str, str]) -> None:
    labels = {
        origin.label
        for story in run().stories
        for origin in story.origins
        if credit["document"] in origin.documents
    }

    assert labels == {credit["due"]}


def test_every_quotation_is_a_span_inside_a_body() -> None:
    bodies = {one.id: one.body for one in run().documents}
    uses = [use for story in run().stories for quote in story.quotes for use in quote.uses]

    assert uses
    assert all(
        any(span.holds(use.place.span) for span in bodies[use.place.document]) for use in uses
    )


def test_every_false_credit_of_the_key_is_found_and_no_other() -> None:
    wanted = {one["document"]: one for one in key()["false_credits"]}
    found = [one for one in told(stories()[0]).drifts if one.code == "A605"]

    assert {one.child.document for one in found if one.child} == wanted.keys()
    for name, credit in wanted.items():
        own = [one for one in found if one.child and one.child.document == name]
        assert any(credit["claimed"] in (one.after or "") for one in own)
        assert all(credit["due"] in one.note for one in own)


@pytest.mark.parametrize(
    ("row", "status"),
    [
        *((row, "altered") for row in key()["quotes_altered"]),
        *((row, "unattested") for row in key()["unattested_quotes"]),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{one['document']}-{one['begin']}",
)
def test_every_altered_or_unattested_quotation_of_the_key_is_found(
    row: dict[str, Any], status: str
) -> None:
    place = Place(row["document"], Span(row["begin"], row["end"]))
    uses = [use for quote in told(stories()[0]).quotes for use in quote.uses]
    own = [use for use in uses if use.status and _meets(use.place, place)]

    assert [use.status for use in own] == [status]


def _meets(one: Place, other: Place) -> bool:
    return one.document == other.document and one.span.meets(other.span)


@pytest.mark.parametrize("error", key()["shared_errors"], ids=lambda error: error["words"])
def test_every_shared_error_of_the_key_is_a_finding(error: dict[str, Any]) -> None:
    words = set(error["words"].split()) ^ set(error["for"].split())

    assert any(
        words & set((one.after or "").split()) or words & set((one.before or "").split())
        for one in told(stories()[0]).drifts
        if one.code[0] in "ENC"
    )
