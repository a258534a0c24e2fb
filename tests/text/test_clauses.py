from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.clauses import clauses


def parts(text: str, quoted: tuple[Span, ...] = ()) -> list[str]:
    return [span.of(text) for span in clauses(text, Span(0, len(text)), quoted)]


def test_statements_side_by_side_are_parted() -> None:
    text = "The ship was taken to the yard on Monday, but the crew stayed on the quay all week."

    assert parts(text) == [
        "The ship was taken to the yard on Monday,",
        "but the crew stayed on the quay all week.",
    ]


def test_a_list_is_one_statement() -> None:
    text = "The ship carried lorries, cars, and a great many of the islanders."

    assert parts(text) == [text]


def test_a_clause_without_a_subject_goes_on_with_the_one_before() -> None:
    text = "She gave the board ten days to answer, and did not rule out removing it."

    assert parts(text) == [text]


def test_words_in_quotation_marks_are_never_parted() -> None:
    text = "“The ramp was tired all winter, and I cannot sign it off again.”"

    assert parts(text, (Span(0, len(text)),)) == [text]


@given(st.text(alphabet="abcd ,;.()wasand", max_size=200))
def test_clauses_hold_every_word_in_order(text: str) -> None:
    assert "".join(parts(text)).replace(" ", "") == text.replace(" ", "")
