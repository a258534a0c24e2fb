"""What the report weighs and how fast it opens: the five seeds, the example, 200 tellings.

    python -m benchmarks report [--data DIR] [--texts 225] [--runs 5]

The large story is made from the tellings of the shipped example by the makers of
`benchmarks.making`, seeded. A page opens from disk in Debian's chromium (`make test-browser` has
what is needed); the times are from the start of the navigation to the first words on the screen and
to the end of its load event, script included, the medians of the runs.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks import corpora
from benchmarks.making import MAKERS
from retold.bench import Settings
from retold.face import example_documents, read, read_documents
from retold.model.run import Result
from retold.report.html import page

# Issue 6: bytes of a page, seconds until it is open.
FIVE_LIMIT = 250_000
LARGE_LIMIT = 5_000_000
OPEN_LIMIT = 2.0
TEXTS = 225

# Milliseconds from the start of the navigation; 0 for what has not happened yet.
TIMES = """() => [
  performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  performance.getEntriesByType("navigation")[0].loadEventEnd,
]"""


def main(argv: list[str]) -> None:
    """Prints one line a page; raises SystemExit where a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks report")
    parser.add_argument("--data", type=Path, default=corpora.DEFAULT)
    # Some texts made lose so much that they leave the story: 200 tellings take some more texts.
    parser.add_argument("--texts", type=int, default=TEXTS)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args(argv)
    passed = [
        measured(name, result, limit, asked.runs)
        for name, result, limit in results(asked.data, asked.texts)
    ]
    if not all(passed):
        raise SystemExit("a limit is passed")


def results(data: Path, texts: int) -> Iterator[tuple[str, Result, int]]:
    """The piles measured, each with the most bytes its page may have."""
    if (data / "seeds").is_dir():
        yield "seeds", read(data / "seeds"), FIVE_LIMIT
    example = read_documents(example_documents(), settings=Settings())
    yield "example", example, LARGE_LIMIT
    yield f"{texts} texts", read(list(many(example, texts))), LARGE_LIMIT


def many(example: Result, count: int) -> Iterator[dict[str, str]]:
    """Seeded tellings of the example's largest story: its own first, then texts made from them."""
    largest = max(example.stories, key=lambda one: len(one.documents))
    own = [one for one in example.documents if one.id in largest.documents]
    yield from ({"id": one.id, "text": one.text} for one in own)
    makers = cycle(sorted(MAKERS))
    for number, one in enumerate(islice(cycle(own), count - len(own))):
        maker = next(makers)
        body = "\n\n".join(span.of(one.text) for span in one.body)
        made = MAKERS[maker](body, corpora.seeded("report", number))
        yield {"id": f"{maker}-{number:03}", "text": made}


def measured(name: str, result: Result, limit: int, runs: int) -> bool:
    """Prints what a page costs; whether it keeps its limits."""
    began = time.perf_counter()
    drawn = page(result)
    drawing = time.perf_counter() - began
    size, seen = len(drawn.encode()), opened(drawn, runs)
    largest = max(len(story.documents) for story in result.stories)
    print(
        f"{name:<14} largest story {largest:>4}  page {size:>9,} bytes (limit {limit:,})  "
        f"drawn in {drawing:.2f} s  painted after {seen.painted:.2f} s, open after "
        f"{seen.loaded:.2f} s (limit {OPEN_LIMIT})  too wide at 1280: {seen.overflow} px"
    )
    fast = max(seen.painted, seen.loaded) < OPEN_LIMIT
    return size <= limit and fast and seen.overflow <= 0


@dataclass(frozen=True, slots=True)
class Seen:
    """Median seconds until a page shows its first words and is open; pixels it is too wide."""

    painted: float
    loaded: float
    overflow: int


def opened(drawn: str, runs: int) -> Seen:
    """A page in a browser, opened anew each time."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        file = Path(folder) / "page.html"
        file.write_text(drawn, encoding="utf-8")
        browser: Any = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        spent = []
        for _ in range(runs):
            tab = browser.new_page(viewport={"width": 1280, "height": 900})
            tab.goto(file.as_uri())
            while not all(times := tab.evaluate(TIMES)):
                tab.wait_for_timeout(50)
            spent.append(times)
            overflow = tab.evaluate(
                "document.documentElement.scrollWidth - document.body.clientWidth"
            )
            tab.close()
        browser.close()
    painted, loaded = (statistics.median(column) / 1000 for column in zip(*spent, strict=True))
    return Seen(painted, loaded, int(overflow))
