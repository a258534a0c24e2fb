"""Rows and word differences."""

from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Block, BlockKind, Document, Span
from retold.model.relation import Link, LinkKind
from retold.report.side_by_side import Mark, RowKind, differences, rows


def lines(name: str, *told: str) -> Document:
    text = "\n".join(told)
    return Document(name, text, (Block(Span(0, len(text)), BlockKind.BODY),))


def span(document: Document, words: str) -> Span:
    begin = document.text.index(words)
    return Span(begin, begin + len(words))


def link(left: Document, right: Document, here: str, there: str) -> Link:
    return Link((span(left, here),), (span(right, there),), LinkKind.EDITED, 0.9)


LEFT = lines("left", "One came.", "Two stayed.", "Three went.", "Four slept.")
RIGHT = lines("right", "Zero began.", "Three left.", "One came here.", "Five ate.")
LINKS = (
    link(LEFT, RIGHT, "Three went.", "Three left."),
    link(LEFT, RIGHT, "One came.", "One came here."),
)


def test_both_texts_stand_in_full_in_the_order_of_the_right() -> None:
    found = [
        ("".join(t for t, _ in r.left), "".join(t for t, _ in r.right))
        for r in rows(LINKS, LEFT, RIGHT)
    ]

    assert found == [
        ("", "Zero began."),
        ("Three went.", "Three left."),
        ("Four slept.", ""),
        ("One came.", "One came here."),
        ("Two stayed.", ""),
        ("", "Five ate."),
    ]


def test_a_sentence_out_of_order_is_called_moved() -> None:
    moved = [row.moved for row in rows(LINKS, LEFT, RIGHT) if row.kind is RowKind.EDITED]

    assert sorted(moved) == [False, True]


def test_joined_sentences_stand_in_one_row() -> None:
    joined = Link(
        (span(LEFT, "One came."), span(LEFT, "Two stayed.")),
        (span(RIGHT, "One came here."),),
        LinkKind.VERBATIM,
        1.0,
    )

    [row] = [one for one in rows((joined,), LEFT, RIGHT) if one.kind is RowKind.VERBATIM]

    assert row.left[0][0] == "One came. Two stayed."


def test_words_that_differ_are_marked_without_the_blank_after_them() -> None:
    left, right = differences("The old bridge fell.", "The bridge fell down.", LinkKind.EDITED)

    assert [text for text, mark in left if mark is Mark.ONLY] == ["old"]
    assert [text for text, mark in right if mark is Mark.ONLY] == ["down"]


def test_marks_of_another_style_are_no_difference() -> None:
    left, right = differences("“a – b”", '"a - b"', LinkKind.EDITED)

    assert {mark for _, mark in (*left, *right)} == {Mark.NONE}


def test_what_stayed_is_marked_in_a_reworded_sentence() -> None:
    _, right = differences(
        "He had acted on the advice it was given.",
        "Then on the advice it got, he did.",
        LinkKind.REWRITTEN,
    )

    assert [text for text, mark in right if mark is Mark.SHARED] == ["on the advice it"]


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(LinkKind))
def test_runs_join_to_the_text_they_came_from(left: str, right: str, kind: LinkKind) -> None:
    runs = differences(left, right, kind)

    assert tuple("".join(text for text, _ in side) for side in runs) == (left, right)


@given(
    st.lists(
        st.sampled_from(["One came.", "Two stayed.", "Three went.", "Four slept."]), unique=True
    )
)
def test_no_word_of_either_text_is_lost(linked: list[str]) -> None:
    other = lines("other", *linked, "Last of all.")
    links = tuple(link(LEFT, other, one, one) for one in linked)

    found = rows(links, LEFT, other)

    left = sorted("".join(t for t, _ in row.left) for row in found if row.left)
    right = ["".join(t for t, _ in row.right) for row in found if row.right]
    assert left == sorted(LEFT.text.split("\n"))
    assert right == other.text.split("\n")


def test_ten_thousand_lines_against_none_take_no_time() -> None:
    many = lines("many", *(f"Line {n}." for n in range(10_000)))

    assert len(rows((), many, RIGHT)) == 10_004
