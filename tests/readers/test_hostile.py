"""Hostile input and mixed folders: what cannot be read is told, all else is read, nothing is lost.

Archives, feeds, addresses and servers have their hostile inputs beside their own tests.
"""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.made import PAGE, TEXT, answer, read, write, zipped

NESTED, OPEN = 200_000, 1_000_000


@pytest.mark.parametrize(
    ("markup", "reasons"),
    [
        ("<html><body>" + "<div>" * NESTED + TEXT, ["no visible text in the page"]),
        ("<html><body>" + "<b>" * NESTED + "</b>" * NESTED + TEXT, None),
        ('<html><body><div class="' + "a" * OPEN, ["no visible text in the page"]),
        (f'<html><body><p>{TEXT}</p><div class="' + "a" * OPEN, []),
        ("<html><body " + "a=1 " * (OPEN // 4) + f">{PAGE}", []),
        ("<html><script>x=" + "[" * NESTED + '{"body":', ["no visible text in the page"]),
        ("<html><script>x=" + '[{"body":' * NESTED, ["no visible text in the page"]),
        ("<html><script>" + '=[{"a":1},' * NESTED, ["no visible text in the page"]),
    ],
    ids=["nested", "nested and closed", "no end", "text and no end", "attributes", "brackets",
         "nested state", "many values"],
)  # fmt: skip
def test_hostile_markup_costs_its_page_and_nothing_else(
    tmp_path: Path, markup: str, reasons: list[str] | None
) -> None:
    write(tmp_path / "hostile.html", markup)
    write(tmp_path / "tram.txt", TEXT)

    reading = read(tmp_path)

    assert "tram" in reading.ids
    assert len(reading.documents) + len(reading.rejected) == 2
    assert reasons is None or reading.reasons == reasons


@dataclass(frozen=True, slots=True)
class Offered:
    """A file and what has to come of it: how many documents, and the number of each rejection."""

    ending: str
    content: bytes
    documents: int
    rejected: tuple[int | None, ...] = ()


def _line(number: int) -> str:
    return json.dumps({"id": f"{number}", "text": f"{TEXT} {number}"})


def _lines(good: list[bool]) -> Offered:
    """JSON lines, the good ones between broken ones. Without a good one no field is known."""
    lines = [_line(number) if one else "{broken" for number, one in enumerate(good)]
    bad = tuple(number for number, one in enumerate(good, 1) if not one)
    return Offered(".jsonl", "\n".join(lines).encode(), sum(good), bad)


def _table(good: list[bool]) -> Offered:
    rows = [f'{number},"{TEXT}"' if one else f"{number}," for number, one in enumerate(good)]
    bad = tuple(number for number, one in enumerate(good, 1) if not one)
    return Offered(".csv", "\n".join(["id,text", f'first,"{TEXT}"', *rows]).encode(), 1 + sum(good),
                   tuple(number + 1 for number in bad))  # fmt: skip


def _crawl(good: list[bool]) -> Offered:
    pages = [
        answer(f"https://tide.example/{number}", (PAGE if one else "<html></html>").encode())
        for number, one in enumerate(good)
    ]
    bad = tuple(number for number, one in enumerate(good, 1) if not one)
    return Offered(".warc", b"".join(pages), sum(good), bad)


def _archive(good: list[bool]) -> Offered:
    members = {
        f"{number}.txt" if one else f"../{number}.txt": TEXT for number, one in enumerate(good)
    }
    return Offered(".zip", zipped(members), sum(good), (None,) * good.count(False))


def _packed(good: list[bool]) -> Offered:
    lines = _lines(good)
    return Offered(".jsonl.gz", gzip.compress(lines.content), lines.documents, lines.rejected)


MANY: tuple[Callable[[list[bool]], Offered], ...] = (_lines, _table, _crawl, _archive, _packed)
ONE = (
    Offered(".txt", TEXT.encode(), 1),
    Offered(".html", PAGE.encode(), 1),
    Offered(".txt", b"", 0, (None,)),
    Offered(".txt", b"\x00\x01\x02" * 500, 0, (None,)),
    Offered(".zip", b"PK\x03\x04 and nothing more", 0, (None,)),
    Offered(".html", b"<html><body></body></html>", 0, (None,)),
)


@st.composite
def folders(draw: st.DrawFn) -> list[Offered]:
    """Files of several formats, with what is wrong in them drawn."""
    many = st.builds(
        lambda make, good: make(good),
        st.sampled_from(MANY),
        st.lists(st.booleans(), min_size=1, max_size=5).filter(any),
    )
    return draw(st.lists(st.one_of(st.sampled_from(ONE), many), min_size=1, max_size=6))


@settings(max_examples=25, deadline=None)
@given(folders())
def test_documents_and_rejections_add_up_to_what_was_offered(offered: list[Offered]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for place, one in enumerate(offered):
            write(folder / f"f{place}" / f"file{place}{one.ending}", one.content)

        reading = read(folder)

    assert len(reading.documents) == sum(one.documents for one in offered)
    found = sorted((one.path.split("file")[1][0], one.record or 0) for one in reading.rejected)
    assert found == sorted(
        (f"{place}", number or 0) for place, one in enumerate(offered) for number in one.rejected
    )
    assert all(one.reason for one in reading.rejected)
