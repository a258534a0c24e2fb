from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.quotes import Quotation, quotations

ALPHABET = st.sampled_from([*"aB ,.\"“”„‟«»‹›‘’'‚\n5`", "''", "said "])


def found(text: str, language: str | None = None) -> tuple[Quotation, ...]:
    return quotations(text, [Span(0, len(text))], language)


def words(text: str, language: str | None = None) -> list[str]:
    return [quotation.span.of(text) for quotation in found(text, language)]


@given(st.lists(ALPHABET).map("".join) | st.text(), st.sampled_from(["en", "de", "fr", None]))
def test_quotations_are_in_order_and_their_words_lie_inside_their_marks(
    text: str, language: str | None
) -> None:
    quoted = found(text, language)

    assert all(q.marks.holds(q.span) and q.span.of(text).strip() for q in quoted)
    assert all(a.marks.end <= b.marks.begin for a, b in pairwise(quoted))
    assert all(q.marks.end <= len(text) for q in quoted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A "routine matter"after all, "she said".', ["routine matter", "she said"]),
        (
            "A “routine matter”, ‘in essence’, and the dogs’ tails.",
            ["routine matter", "in essence"],
        ),
        ("They’re ‘the dogs’ best’ and it’s ’tis and ‘tis.", ["the dogs’ best"]),
        ('„Wir gehen“, sagte er. „Gut", rief sie.', ["Wir gehen", "Gut"]),
        ("»Was nun?«, fragte er. Der »Plan« steht.", ["Was nun?", "Plan"]),
        ("Il dit : « Nous partons. » Puis «\u202frien\u202f».", ["Nous partons.", "rien"]),
        ("Det är ”bra”, sa hon.", ["bra"]),
        ("‹So› und „so ‚innen‘ so“.", ["So", "so ‚innen‘ so"]),
        ('She is 6\'2" tall, the pipe is 5" wide and "long".', ["long"]),
        ("“I like ‘Hamlet’ a lot,” he said.", ["I like ‘Hamlet’ a lot,"]),
        ('"No one "really" knows," he said.', ['No one "really" knows,']),
        ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
        ("“It never closes. He left.", ["It never closes. He left."]),
        ("“… there is more to it,” he said.", ["… there is more to it,"]),
        ('".@harbour shut the gate," she wrote.', [".@harbour shut the gate,"]),
        (
            'They left." It was late," she said. "We ran."',
            ["It was late,", "We ran."],
        ),
        ('They left." It was late.', []),
        ("” … if it can, it will,” it read.", ["… if it can, it will,"]),
        (
            '"Berg: It was like "The Long Way." It went on',
            ['Berg: It was like "The Long Way." It went on'],
        ),
        ('"It was late, said Lund. "We left."', ["It was late, said Lund.", "We left."]),
        ("He's here and she's there, in the '90s.", []),
        ("''", []),
    ],
)
def test_each_convention_of_marks_is_read(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_quotation_of_several_paragraphs_is_one_a_paragraph() -> None:
    text = "“The first part.\n\n“The second part.\n\n“The third,” she said."

    assert words(text) == ["The first part.", "The second part.", "The third,"]


def test_a_quotation_that_goes_on_without_a_new_mark_ends_at_the_closing_one() -> None:
    assert words("“The first part.\n\nThe second part,” she said.") == [
        "The first part.",
        "The second part,",
    ]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("“We will not land there,” she said.", QuoteStyle.DIRECT),
        ("She said: “we will not land there.”", QuoteStyle.DIRECT),
        ("„Wir gehen“, sagte er.", QuoteStyle.DIRECT),
        ("He called it a “routine matter”.", QuoteStyle.MIXED),
        ("She said that “we will not land there”.", QuoteStyle.MIXED),
        ("He read “The Long Way Home.”", QuoteStyle.MIXED),
    ],
)
def test_a_whole_utterance_is_direct_and_a_part_is_mixed(text: str, style: QuoteStyle) -> None:
    assert [quotation.style for quotation in found(text)] == [style]


def test_the_rest_of_a_split_utterance_is_direct_too() -> None:
    text = "“We go,” she said, “and then we stay.”"

    assert [q.style for q in found(text)] == [QuoteStyle.DIRECT, QuoteStyle.DIRECT]
