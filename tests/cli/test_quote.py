"""`retold quote`: what is found, how it is printed, and how it ends."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from retold.model.change import QuoteRecord, QuoteStatus, QuoteStyle, QuoteUse
from retold.model.document import Place, Span
from retold.model.run import Rejected
from tests.cli.conftest import Ended
from tests.cli.fakes import Faked, document, story

Shell = Callable[..., Ended]
TEXTS = {
    "a": 'A ferry ran aground.\n"It was a routine matter," said Ada Lund.',
    "b": 'A ferry ran aground.\n"It was a usual matter," said Ada Lund.',
}


@pytest.fixture
def pile(faked: Faked, tmp_path: Path) -> Faked:
    """Two texts on one story, in which a quotation differs by a word."""
    (tmp_path / "pile").mkdir()
    faked.pile = [document(name, text, f"pile/{name}.txt") for name, text in TEXTS.items()]
    uses = (
        _use("a", "It was a routine matter", QuoteStatus.VERBATIM, None),
        _use("b", "It was a usual matter", QuoteStatus.ALTERED, '"routine" became "usual"'),
    )
    record = QuoteRecord("q1", "Ada Lund", "It was a routine matter", uses)
    faked.stories = (replace(story("a", "b"), quotes=(record,)),)
    return faked


def _use(name: str, words: str, status: QuoteStatus, note: str | None) -> QuoteUse:
    begin = TEXTS[name].index(words)
    place = Place(name, Span(begin, begin + len(words)))
    return QuoteUse(place, QuoteStyle.DIRECT, "Ada Lund", status=status, note=note)


def test_each_use_stands_with_line_speaker_status_and_the_words_around(
    pile: Faked, shell: Shell
) -> None:
    ended = shell("quote", "It was a routine matter", "pile")

    assert ended.code == 0
    assert ended.out == (
        '"It was a routine matter"\n'
        "\n"
        "Same words: 1 place\n"
        "  pile/a.txt:2  Ada Lund  verbatim\n"
        '    "It was a routine matter," said Ada Lund.\n'
        "\n"
        "Other words: 1 place\n"
        "  pile/b.txt:2  Ada Lund  altered\n"
        '    "It was a usual matter," said Ada Lund.\n'
        '    "routine" became "usual"\n'
    )


def test_json_has_every_place_with_its_match(pile: Faked, shell: Shell) -> None:
    written = json.loads(shell("quote", "it was a routine matter", "pile", "--json").out)

    assert written["texts"] == 2
    (one,) = written["quotations"]
    assert [(found["document"], found["match"]) for found in one["found"]] == [
        ("a", "same words"),
        ("b", "other words"),
    ]
    assert one["found"][0] == {
        "match": "same words",
        "story": "a-b",
        "document": "a",
        "path": "pile/a.txt",
        "line": 2,
        "begin": 22,
        "end": 45,
        "words": "It was a routine matter",
        "speaker": "Ada Lund",
        "style": "direct",
        "status": "verbatim",
        "note": None,
    }


def test_what_stands_nowhere_is_said_so(pile: Faked, shell: Shell) -> None:
    ended = shell("quote", "the crew was asleep below", "pile")

    assert ended.code == 0
    assert ended.out.endswith("In none of 2 texts we hold, with quotation marks or without.\n")


def test_only_the_speaker_asked_for_is_shown(pile: Faked, shell: Shell) -> None:
    assert "pile/a.txt:2" in shell("quote", "a routine matter", "--speaker", "Lund", "pile").out
    assert "In none of" in shell("quote", "a routine matter", "--speaker", "Vannick", "pile").out


def test_a_file_of_quotations_is_looked_up_line_by_line(
    pile: Faked, shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "asked.txt").write_text("It was a routine matter\n\nnobody was\n", "utf-8")

    written = json.loads(shell("quote", "--from-file", "asked.txt", "pile", "--json").out)
    assert [one["asked"] for one in written["quotations"]] == [
        "It was a routine matter",
        "nobody was",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("It was",), "name what to look it up in"),
        (("...", "pile"), "has no word to look up"),
        (("--from-file", "nothing.txt", "pile"), "nothing.txt"),
    ],
)
def test_a_command_line_without_words_or_paths_says_what_is_missing(
    pile: Faked, shell: Shell, arguments: tuple[str, ...], said: str
) -> None:
    ended = shell("quote", *arguments)

    assert ended.code == 2
    assert said in ended.err


def test_rejected_inputs_are_told_by_the_exit_code(pile: Faked, shell: Shell) -> None:
    pile.pile.append(Rejected("pile/c.txt", None, "no text"))

    ended = shell("quote", "It was a routine matter", "pile")
    assert ended.code == 4
    assert "c.txt" in ended.err
