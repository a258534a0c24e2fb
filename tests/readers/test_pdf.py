from collections.abc import Sequence
from pathlib import Path

import pytest

from retold.model.document import BlockKind
from tests.readers.made import Print, lines, pdf, read, write
from tests.text.pages import BODY

pytest.importorskip("pypdfium2")
WIDE = 80  # letters of Courier at 10 points between the margins


def column(text: str, x: float, top: float, letters: int = WIDE) -> list[Print]:
    """A paragraph set in lines of so many letters at most."""
    rows, row = [], ""
    for word in text.split():
        if len(row) + len(word) + 1 > letters:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return [Print(one, x, top - 12 * n) for n, one in enumerate([*rows, row])]


def page(*paragraphs: str, number: int = 1) -> list[Print]:
    printed = [
        Print("Lowmere Tide - printed edition", 60, 770),
        Print(f"Page {number} of 2", 280, 20),
    ]
    top = 700.0
    for paragraph in paragraphs:
        rows = column(paragraph, 60, top)
        printed += rows
        top = rows[-1].y - 30
    return printed


def test_the_lines_of_a_page_become_paragraphs(tmp_path: Path) -> None:
    document = read(write(tmp_path / "pier.pdf", pdf([page(*BODY)]))).only

    assert document.text.splitlines()[-5:] == list(BODY)


def test_running_heads_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    pages = [page(*BODY[:2], number=1), page(*BODY[2:], number=2)]
    document = read(write(tmp_path / "pier.dat", pdf(pages))).only

    assert lines(document, BlockKind.BODY) == list(BODY)
    assert sorted(lines(document, BlockKind.FURNITURE)) == [
        *["Lowmere Tide - printed edition"] * 2, "Page 1 of 2", "Page 2 of 2",
    ]  # fmt: skip


def test_a_paragraph_over_two_pages_is_one(tmp_path: Path) -> None:
    head, tail = "The council of Lowmere voted to close the", "pier until the spring of next year."
    document = read(write(tmp_path / "p.pdf", pdf([page(head), page(tail, number=2)]))).only

    assert f"{head} {tail}" in lines(document, BlockKind.BODY)


@pytest.mark.parametrize("order", ["by column", "line by line"])
def test_columns_are_read_one_after_the_other(tmp_path: Path, order: str) -> None:
    left = column(" ".join(BODY[:2]), 60, 650, 32)
    right = column(" ".join(BODY[2:]), 330, 650, 32)
    both: Sequence[Print] = left + right
    if order == "line by line":
        both = sorted(both, key=lambda line: (-line.y, line.x))
    title = Print("Eastern pier closed until the spring, council says", 60, 690, 16)
    document = read(write(tmp_path / "p.pdf", pdf([[title, *both]]))).only

    assert document.text.splitlines() == [title.text, " ".join(BODY[:2]), " ".join(BODY[2:])]


def test_a_word_parted_at_the_end_of_a_line_is_put_together(tmp_path: Path) -> None:
    rows = [Print("The council of Lowmere voted to close the eas-", 60, 700),
            Print("tern pier until the spring.", 60, 688)]  # fmt: skip

    text = read(write(tmp_path / "p.pdf", pdf([rows]))).only.text

    assert text == "The council of Lowmere voted to close the eastern pier until the spring."


def test_a_scan_is_rejected_with_that_reason(tmp_path: Path) -> None:
    reasons = read(write(tmp_path / "scan.pdf", pdf([[], []]))).reasons

    assert reasons == ["no text in its 2 pages: pictures of a text (a scan); read it by OCR"]


def test_a_file_under_a_password_is_rejected_with_that_reason(tmp_path: Path) -> None:
    locked = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>"
    content = pdf([page(*BODY)], locked % (b"11" * 32, b"22" * 32))

    assert read(write(tmp_path / "pier.pdf", content)).reasons == [
        "encrypted: it opens with a password only"
    ]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"garbage" * 999,
                                     pdf([page(*BODY)])[:300]])  # fmt: skip
def test_garbage_is_told_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    reading = read(write(tmp_path / "pier.pdf", content))

    assert reading.documents == []
    assert reading.reasons == ["a broken PDF file"]
