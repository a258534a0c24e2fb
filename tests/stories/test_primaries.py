import itertools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from retold.model.document import Block, BlockKind, Document, Span
from retold.stories.primaries import primaries
from tests.stories.kinds import KINDS


def document(key: str, text: str, language: str = "en", outlet: str | None = None) -> Document:
    """A document whose first line is its title."""
    end = text.index("\n")
    blocks = (
        Block(Span(0, end), BlockKind.TITLE),
        Block(Span(end + 1, len(text)), BlockKind.BODY),
    )
    return Document(key, text, blocks, language=language, outlet=outlet)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_news_rests_on_what_an_editor_would_say(kind: str) -> None:
    language, text, labels = KINDS[kind]

    found = primaries([document(kind, text, language)])

    assert [one.label for one in found] == labels


MEMO = KINDS["memo"][1]
COPY = MEMO.replace("leaked memo shows", "documents show")
WITNESS = KINDS["witness"][1]
EXCERPT = "Brakes failed at Northline\nNorthline declined to comment on the Ambry crash."


def test_two_tellings_of_one_document_share_one_primary() -> None:
    found = primaries([document("a", MEMO), document("b", COPY)])

    assert [(one.label, one.documents) for one in found] == [("Kestrel Post", ("a", "b"))]


def test_a_telling_derived_from_one_that_rests_on_a_primary_rests_on_it_too() -> None:
    pile = [document("a", MEMO), document("b", EXCERPT)]

    found = primaries(pile, {"a": ("a", "b")})

    assert found[0].documents == ("a", "b")


def test_an_eyewitness_beside_does_not_rest_on_it() -> None:
    found = primaries([document("a", MEMO), document("b", WITNESS)])

    assert found[0].documents == ("a",)


def test_what_one_of_three_origins_leans_on_is_no_primary_of_the_main_event() -> None:
    pile = [document("a", MEMO), document("b", WITNESS), document("c", EXCERPT)]

    assert primaries(pile) == ()


def test_the_longer_and_the_shorter_name_are_one_holder() -> None:
    longer = MEMO.replace("Kestrel Post", "Sound Ledger News")
    shorter = MEMO.replace("Kestrel Post", "Sound Ledger")

    found = primaries([document("a", longer), document("b", shorter)])

    assert [one.label for one in found] == ["Sound Ledger"]


def test_a_holder_is_labelled_by_its_full_name() -> None:
    text = KINDS["parliament"][1].replace(
        "According to the report", "According to the Committee’s report"
    )

    assert [one.label for one in primaries([document("a", text)])] == ["Public Works Committee"]


RELEASE = """Arrests after warehouse fire
PRESS RELEASE, for immediate release
Two men have been arrested over the fire at Tarn Quay, the Selwick Police Department said.
Media contact: desk officer, Selwick Police Department"""


def test_a_press_release_in_the_pile_is_the_primary_itself() -> None:
    pile = [
        document("a", KINDS["police"][1]),
        document("b", RELEASE, outlet="Selwick Police Department"),
    ]

    found = primaries(pile)

    assert [(one.label, one.attested, one.documents) for one in found] == [
        ("Selwick Police Department", "b", ("a",))
    ]


def test_the_order_of_the_documents_changes_nothing() -> None:
    pile = [document("a", MEMO), document("b", COPY), document("c", WITNESS)]

    results = {primaries(list(one)) for one in itertools.permutations(pile)}

    assert len(results) == 1


def test_no_documents_have_no_primary() -> None:
    assert primaries([]) == ()


def keyed(folder: Path, key: Mapping[str, Any], ids: Sequence[str]) -> list[Document]:
    """The plain texts of a keyed folder, their bodies and titles as read by hand."""
    pile = []
    for one in ids:
        path = folder / f"{one}.txt"
        if not path.is_file():
            continue
        blocks = key.get("blocks", {}).get(one) or [
            (begin, end, "body") for begin, end in key["bodies"][one]
        ]
        text = path.read_bytes().decode("utf-8")
        labelled = tuple(Block(Span(begin, end), BlockKind(kind)) for begin, end, kind in blocks)
        pile.append(Document(one, text, labelled, language="en"))
    return pile


def test_the_seeds_rest_on_the_primary_of_their_key_alone(shared_data: Path) -> None:
    folder = shared_data / "seeds"
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    pile = keyed(folder, key, sorted(key["bodies"]))

    found = primaries(pile, {one["label"]: one["documents"] for one in key["origins"]})

    assert [(one.label, one.documents) for one in found] == [
        (one["label"], tuple(sorted(one["documents"]))) for one in key["primaries"]
    ]


def test_each_seed_by_itself_names_the_primary_too(shared_data: Path) -> None:
    folder = shared_data / "seeds"
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    labels = [one["label"] for one in key["primaries"]]

    for seed in keyed(folder, key, sorted(key["bodies"])):
        assert [one.label for one in primaries([seed])] == labels


def test_the_example_story_rests_on_the_primary_of_its_key(root: Path) -> None:
    folder = root / "src" / "retold" / "data" / "example"
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    pile = keyed(folder, key, key["stories"][0])
    here = {one.id for one in pile}

    found = primaries(pile, {one["label"]: one["documents"] for one in key["origins"]})

    assert [(one.label, one.documents) for one in found] == [
        (one["label"], tuple(sorted(here & set(one["documents"])))) for one in key["primaries"]
    ]


def test_the_other_story_of_the_example_rests_on_its_own(root: Path) -> None:
    folder = root / "src" / "retold" / "data" / "example"
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))

    for story in key["other_stories"]:
        found = primaries(keyed(folder, key, story["documents"]), {"one": story["documents"]})

        assert [one.label for one in found] == [one["label"] for one in story["primaries"]]
