"""How fast and in how much memory a long crawl and a long table are read, document by document.

    python -m benchmarks streaming [--megabytes 1000] [--jobs 1 2] [--folder DIR]

The pages are generated (seeded): frequent English words drawn into sentences and paragraphs of news
length, inside menus, lists of teasers and footers, 40 to 90 kB each, as news pages are. One WARC of
such pages and one JSONL of such texts, each of so many megabytes, go through `retold read
--no-stories` in a process of its own. The crawl is read by fastwarc and trafilatura alone too, in
the same run: what retold takes longer for is its labels, language and dates. Memory is the greatest
resident set, all processes of a command together, seen ten times a second; a processor second is
one of any core, so that other people's load does not count.
"""

import argparse
import json
import os
import random
import sys
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from wordfreq import top_n_list

from benchmarks.scratch import add_folder, scratch
from benchmarks.spending import cost

MEMORY_LIMIT = 500  # MB
WORDS = 4_000  # of the most frequent
# Words that speak to a reader; news seldom has them, menus and appeals do.
NO_NEWS = frozenset("you your yours our ours we us click share".split())
# Fastwarc and trafilatura, nothing else: the pages' articles, their letters counted.
ALONE = """
import sys
from fastwarc.warc import ArchiveIterator, WarcRecordType
from trafilatura import bare_extraction
records = letters = 0
with open(sys.argv[1], "rb") as stream:
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
        page = record.reader.read().decode("utf-8", "replace")
        found = bare_extraction(page, include_comments=False, with_metadata=False)
        letters += len(getattr(found, "text", None) or "")
        records += 1
print(records, letters, file=sys.stderr)
"""


class Press:
    """Generated news, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        words = top_n_list("en", WORDS)
        self._words = [word for word in words if word.isalpha() and word not in NO_NEWS]
        # As often as in English: the n-th word once where the first stands n times (Zipf).
        self._often = list(accumulate(1 / (place + 3) for place in range(len(self._words))))

    def text(self) -> list[str]:
        """Paragraphs of an article."""
        return [
            " ".join(
                self._prose(self._draw.randint(9, 28)) for _ in range(self._draw.randint(1, 4))
            )
            for _ in range(self._draw.randint(8, 25))
        ]

    def page(self, number: int) -> str:
        """An article in its page."""
        paragraphs = "".join(f"<p>{one}</p>" for one in self.text())
        teasers = "".join(
            f'<li class="teaser"><a href="/{place}/{self._prose(1)[:-1]}"><img alt="" '
            f'src="/i/{place}.jpg"><h3>{self._prose(8)}</h3></a><span>{place} h</span></li>'
            for place in range(self._draw.randint(40, 120))
        )
        data = json.dumps({f"key{place}": self._prose(12) for place in range(200)})
        title = self._prose(9)
        return (
            f"<!doctype html><html lang='en'><head><title>{title}</title><meta property="
            f"'article:published_time' content='2031-03-{1 + number % 28:02}T10:00:00Z'><script>"
            f"var state = {data};</script></head><body><nav><ul>{teasers}</ul></nav><main>"
            f"<article><h1>{title}</h1>{paragraphs}</article></main><aside><ul>{teasers}</ul>"
            f"</aside><footer>{self._prose(60)}</footer></body></html>"
        )

    def _prose(self, words: int) -> str:
        drawn = self._draw.choices(self._words, cum_weights=self._often, k=words)
        return " ".join(drawn).capitalize() + "."


def write_crawl(path: Path, megabytes: int) -> int:
    """A WARC of so many megabytes; its pages."""
    press, count = Press(1), 0
    with path.open("wb") as stream:
        while stream.tell() < megabytes * 1_000_000:
            body = press.page(count).encode()
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            stream.write(
                b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-04-01T00:00:00Z\r\n"
                b"WARC-Target-URI: https://news.example/%d\r\nContent-Type: application/http; "
                b"msgtype=response\r\nContent-Length: %d\r\n\r\n" % (count, len(head) + len(body))
                + head + body + b"\r\n\r\n"
            )  # fmt: skip
            count += 1
    return count


def write_lines(path: Path, megabytes: int) -> int:
    """A JSONL of so many megabytes; its records."""
    press, count = Press(2), 0
    with path.open("wb") as stream:
        while stream.tell() < megabytes * 1_000_000:
            row = {"guid": f"row-{count}", "body": "\n".join(press.text()), "pubDate": "2031-03-03"}
            stream.write(json.dumps(row).encode() + b"\n")
            count += 1
    return count


def measured(name: str, records: int, command: Sequence[str]) -> None:
    """Prints a line of the table."""
    spent = cost(command)
    if spent.code:
        raise SystemExit(f"{' '.join(command)} ended with {spent.code}")
    verdict = "" if spent.megabytes < MEMORY_LIMIT else f"   OVER {MEMORY_LIMIT} MB"
    print(
        f"  {name:42} {records:8,} records {spent.seconds:8.1f} s {records / spent.seconds:8.1f} "
        f"/s {records / spent.worked:8.1f} /processor second {spent.megabytes:6.0f} MB{verdict}",
        flush=True,
    )


def main(argv: list[str]) -> None:
    """Prints speed and memory of each way."""
    options = argparse.ArgumentParser(prog="python -m benchmarks streaming")
    options.add_argument("--megabytes", type=int, default=1000)
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    add_folder(options)
    chosen = options.parse_args(argv)
    print(
        f"python -m benchmarks streaming --megabytes {chosen.megabytes} (generated pages; "
        f"{os.cpu_count()} processors; limit {MEMORY_LIMIT} MB)"
    )
    with scratch(chosen.folder) as folder:
        _print(folder, chosen.megabytes, chosen.jobs)


def _print(folder: Path, megabytes: int, jobs: Sequence[int]) -> None:
    files: list[tuple[str, Callable[[Path, int], int]]] = [
        ("crawl.warc", write_crawl),
        ("rows.jsonl", write_lines),
    ]
    for name, make in files:
        path = folder / name
        records = make(path, megabytes)
        if name == "crawl.warc":
            alone = [sys.executable, "-c", ALONE, str(path)]
            measured("WARC, fastwarc + trafilatura alone", records, alone)
        read = [sys.executable, "-m", "retold", "read", str(path), "--no-stories", "--quiet"]
        for count in jobs:
            label = f"{path.suffix[1:].upper()}, retold read --no-stories --jobs {count}"
            measured(label, records, [*read, "--jobs", str(count)])
        path.unlink()
