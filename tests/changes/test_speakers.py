from retold.backends.role_weights import role_weights
from retold.changes.speakers import speakers
from retold.model.change import QuoteStyle
from retold.model.document import Block, BlockKind, Document, Span
from retold.text.sentences import sentences
from retold.text.speech import attributed


def named(*texts: str) -> list[set[str | None]]:
    """Who is quoted in marks in each telling of one story."""
    held = {
        str(place): Document(str(place), text, (Block(Span(0, len(text)), BlockKind.BODY),), "en")
        for place, text in enumerate(texts)
    }
    found = speakers(
        held,
        {name: sentences(one.text, one.body, "en") for name, one in held.items()},
        {name: attributed(one.text, one.body, "en", role_weights()) for name, one in held.items()},
    )
    return [
        {one.speaker for one in found[name] if one.style is not QuoteStyle.INDIRECT}
        for name in held
    ]


def test_a_surname_in_one_telling_is_the_full_name_of_another() -> None:
    assert named(
        "“The gate was shut,” said Ada Lund.", "“The gate was shut,” Lund told the council."
    ) == [{"Ada Lund"}, {"Ada Lund"}]


def test_an_office_in_one_telling_is_the_name_another_gives_its_holder() -> None:
    assert named(
        "The harbour engineer Ada Lund spoke first. “The gate was shut,” Lund said.",
        "“The gate was shut,” the harbour engineer said.",
    ) == [{"Ada Lund"}, {"Ada Lund"}]


def test_two_people_of_one_surname_stay_two() -> None:
    assert named("“The gate was shut,” said Ada Lund.", "“The gate was open,” said Ivo Lund.") == [
        {"Ada Lund"},
        {"Ivo Lund"},
    ]


def test_a_speaker_nobody_names_keeps_the_words_of_the_text() -> None:
    assert named("“The gate was shut,” a fisherman said.", "The gate was shut.") == [
        {"a fisherman"},
        set(),
    ]
