import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Block, BlockKind, Span
from retold.text.credit_cues import SELF, Cue
from retold.text.credits import Credit, CreditKind, credited


def found(text: str, kind: BlockKind = BlockKind.BODY, language: str = "en") -> tuple[Credit, ...]:
    return credited(text, (Block(Span(0, len(text)), kind),), language)


def names(text: str, kind: BlockKind = BlockKind.BODY, language: str = "en") -> list[str]:
    return [one.name for one in found(text, kind, language)]


@pytest.mark.parametrize(
    "text",
    [
        "The Marrow Coast Agency has not independently verified the tape.",
        "The Marrow Coast Agency could not immediately verify the tape.",
        "The Marrow Coast Agency was unable to independently confirm it.",
        "The Marrow Coast Agency has approached the port authority for comment.",
        "The authority did not respond to the Marrow Coast Agency's request for comment.",
        "“It is a mess,” she told the Marrow Coast Agency.",
        "The Marrow Coast Agency understands that the ship will sail.",
        "According to logs seen by the Marrow Coast Agency, it sailed.",
        "The Marrow Coast Agency’s harbour correspondent was there.",
    ],
)
def test_a_text_that_speaks_of_its_maker_names_it(text: str) -> None:
    assert names(text) == ["Marrow Coast Agency"]
    assert found(text)[0].kind is CreditKind.SELF_REFERENCE
    assert found(text)[0].span.of(text) == "Marrow Coast Agency"


CUES = [cue for cues in SELF.values() for cue in cues]


@pytest.mark.parametrize("cue", CUES, ids=[cue.pattern.pattern[:30] for cue in CUES])
@given(data=st.data())
def test_a_word_of_a_cue_stands_wherever_the_cue_does(cue: Cue, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(cue.pattern))

    assert cue.pattern.search(text) is not None
    assert cue.may_stand_in(text)


def test_a_cue_stands_where_its_pattern_does_and_not_where_a_word_of_it_does() -> None:
    told = next(cue for cue in SELF["en"] if "told" in cue.words)
    text = "It was told to them. Never untold."

    assert told.stands_in(text, Span(0, 20))
    assert not told.stands_in(text, Span(20, len(text)))


def test_told_to_is_weaker_than_not_verified() -> None:
    told = found("“It is a mess,” she told the Kestrel Post.")
    unverified = found("The Kestrel Post has not independently verified this.")

    assert told[0].weight < unverified[0].weight


@pytest.mark.parametrize(
    "text",
    [
        "The minister told parliament that Ada Lund had left.",
        "She told Ada Lund to wait.",
        "The Ministry of Harbours has not confirmed the report.",
        "Ada Lund has seen the document.",
        "It was a quiet day in the press.",
    ],
)
def test_a_person_or_office_is_no_maker_of_the_text(text: str) -> None:
    assert names(text) == []


def test_an_outlet_cited_as_another_is_no_weak_self_reference() -> None:
    text = "The tape was released by the Kestrel Post. A second was reviewed by the Kestrel Post."

    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SELWICK, March 3 (Reuters) - The ship sailed.", "Reuters"),
        ("HARBOUR CITY (AP) — The ship sailed.", "AP"),
        ("Berlin (dpa) - Das Schiff fuhr.", "dpa"),
        ("Source: Kestrel Post", "Kestrel Post"),
        ("— Ambry Daily", "Ambry Daily"),
        ("This article was first published by the Kestrel Post.", "Kestrel Post"),
        ("Read the full story at the Marrow Coast Agency", "Marrow Coast Agency"),
        ("Originally appeared in Ambry Daily", "Ambry Daily"),
        ("Additional reporting by Reuters", "Reuters"),
        ("© 2031 Kestrel Post. All rights reserved.", "Kestrel Post"),
        ("With files from Reuters", "Reuters"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("An exclusive by the Kestrel Post newsroom", "Kestrel Post"),
    ],
)
def test_a_credit_line_names_an_outlet(text: str, name: str) -> None:
    assert names(text) == [name]
    assert found(text)[0].kind is CreditKind.CREDIT_LINE


def test_a_bracket_in_a_sentence_is_no_dateline() -> None:
    assert names("The harbour (see page 4) - was closed (again) - by the mayor.") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Lund, Kestrel Post", "Kestrel Post"),
        ("By Ada Lund for the Kestrel Post", "Kestrel Post"),
        ("Ada Lund | Ambry Daily", "Ambry Daily"),
        ("By Marrow Coast Agency", "Marrow Coast Agency"),
    ],
)
def test_a_byline_names_the_outlet_beside_the_author(line: str, name: str) -> None:
    assert [(one.name, one.kind) for one in found(line, BlockKind.BYLINE)] == [
        (name, CreditKind.BYLINE_OUTLET)
    ]


@pytest.mark.parametrize(
    "line", ["By Ada Lund", "Ada Lund, Chief Press Correspondent", "By Ada Lund, in Selwick"]
)
def test_a_byline_without_an_outlet_names_none(line: str) -> None:
    assert found(line, BlockKind.BYLINE) == ()


def test_captions_are_not_read() -> None:
    assert found("Source: Kestrel Post", BlockKind.CAPTION) == ()


def test_the_foot_of_a_page_is_marked_as_outside_the_body_and_weighs_less() -> None:
    body = found("Source: Kestrel Post")[0]
    foot = found("Source: Kestrel Post", BlockKind.FURNITURE)[0]

    assert body.in_body
    assert not foot.in_body
    assert foot.weight < body.weight


def test_a_short_name_is_given_as_the_full_one() -> None:
    text = "Fennmouth Chronicle\nThe Chronicle has read the whole of the transcript."

    assert names(text) == ["Fennmouth Chronicle"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Das sagte sie der Kelmer Zeitung.", "Kelmer Zeitung"),
        ("fr", "L’AFP n’a pas pu vérifier ces images.", "AFP"),
        ("es", "Reuters no ha podido verificar las imágenes.", "Reuters"),
        ("it", "Reuters non ha potuto verificare le immagini.", "Reuters"),
    ],
)
def test_other_languages_have_their_commonest_wordings(language: str, text: str, name: str) -> None:
    assert names(text, language=language) == [name]


def test_a_text_without_blocks_names_nobody() -> None:
    assert credited("Source: Kestrel Post", (), "en") == ()


PIECES = st.sampled_from(
    [
        "the Kestrel Post ",
        "has not independently verified ",
        "told ",
        "(AP) - ",
        "\n",
        ". ",
        "by ",
        "© ",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_name_lies_inside_the_text(text: str) -> None:
    for one in found(text):
        assert 0 <= one.span.begin < one.span.end <= len(text)
        assert 0 < one.weight <= 1


def test_a_line_of_a_megabyte_does_not_hang() -> None:
    assert found("The Kestrel Post has " * 20_000) == ()


def test_the_maker_of_the_lost_seed_text_is_found_where_it_still_speaks(shared_data: Path) -> None:
    folder = shared_data / "seeds"
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    lost = key["origins"][0]["label"]
    speaking = []
    for seed, bodies in sorted(key["bodies"].items()):
        text = (folder / f"{seed}.txt").read_bytes().decode("utf-8")
        blocks = tuple(Block(Span(begin, end), BlockKind.BODY) for begin, end in bodies)
        speaking += [one.name for one in credited(text, blocks, "en")]

    assert speaking == [lost, lost]
