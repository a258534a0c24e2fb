"""Where a description begins of which only the end was told."""

import pytest

from retold.model.document import Span
from retold.text.phrases import widened
from retold.text.sentences import sentences
from retold.text.token_rows import rows


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("Most voters in many towns said no.", "many", "Most voters in many towns"),
        ("Both Berg and Lund said no.", "Lund", "Both Berg and Lund"),
        ("They met, and Lund said no.", "Lund", "Lund"),
        ("The board met and Lund said no.", "Lund", "Lund"),
        (
            "Two of the members of the board said no.",
            "the board",
            "Two of the members of the board",
        ),
        ("He asked members of the board.", "the board", "members of the board"),
        ("harbour.example said no.", "example", "harbour.example"),
        ("Lund said no.", "Lund", "Lund"),
    ],
)
def test_a_description_begins_with_its_noun(text: str, last: str, expected: str) -> None:
    whole = [Span(0, len(text))]
    (row,) = rows(text, whole, (), sentences(text, whole, "en"))
    first = row.begins.index(text.index(last))

    begin = row.begins[widened(row, first)]

    assert text[begin : begin + len(expected)] == expected
