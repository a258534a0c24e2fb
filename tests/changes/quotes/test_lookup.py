"""Looking a quotation up in a pile."""

from retold.changes.quotes.lookup import Match, looked_up
from retold.model.story import DescentKind, Origin, Stemma, Story
from tests.changes.tellings import ledger, tellings

TEXTS = {
    "a": 'The mill burned. "We have not found the 28 barrels," said Petra Vannick of the brigade.',
    "b": 'The mill burned. "We have not found the 28 casks," said Petra Vannick of the brigade.',
    "c": "The mill burned. They have not found the barrels. We have not found the 28 barrels yet.",
}
STORY = tellings(
    TEXTS,
    {"a": ("l", DescentKind.COPY), "b": ("l", DescentKind.PARAPHRASE)},
    speakers={"a": "Petra Vannick", "b": "Petra Vannick"},
)


def found(words: str, speaker: str | None = None) -> list[tuple[Match, str]]:
    story = Story(
        "s", "t", ("a", "b", "c"), (Origin("a", ("a", "b", "c")),), 1, (), 3, 3, (), Stemma((), ()),
        quotes=ledger(STORY),
    )  # fmt: skip
    places = looked_up(words, STORY.documents.values(), [story], speaker)
    return [(one.match, one.place.document) for one in places]


def test_the_same_words_come_first_then_others_then_those_without_marks() -> None:
    assert found("“We have not found the 28 barrels”") == [
        (Match.SAME, "a"),
        (Match.NEAR, "b"),
        (Match.UNMARKED, "c"),
    ]


def test_a_part_is_found_in_part() -> None:
    assert (Match.PART, "a") in found("the 28 barrels")


def test_what_nobody_said_is_found_nowhere() -> None:
    assert found("The owners were asleep upstairs") == []


def test_a_speaker_who_said_something_else_is_left_out() -> None:
    assert found("We have not found the 28 barrels", "Vannick")[0] == (Match.SAME, "a")
    assert found("We have not found the 28 barrels", "Ada Lund") == []


def test_no_words_are_found_nowhere() -> None:
    assert found("…") == found("") == []
