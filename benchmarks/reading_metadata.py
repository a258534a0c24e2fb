"""What pages say of themselves: title, byline and date found, beside three other extractors.

A title is right if it is the same after folding (case, white space, punctuation), a date if it is
the same day as written or in the zone of the key. A byline is right if it names the same persons:
names are a set, "By", roles, agencies, the outlet's own name and its web address are taken off on
both sides, so a page signed by an agency alone is right where no person is named. Every extractor
is given the same page and address and judged by the same rules.
"""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.bootstrap import figure, share
from benchmarks.corpora import rows


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its key; None where the key has nothing to say, "" or () where it says: none."""

    name: str
    corpus: str
    html: str
    url: str | None
    title: str | None
    names: tuple[str, ...] | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Stated:
    """What an extractor says of a page."""

    title: str | None
    names: tuple[str, ...]
    date: str | None
    basis: str | None = None


Extractor = Callable[[Page], Stated]


def pages(data: Path) -> Iterator[Page]:
    """The pages of the three sets that have a key to their metadata."""
    for row in rows(data, "fundus_news/extraction_other.jsonl"):
        authors = tuple(row["authors"] or ())
        yield Page(
            row["doc_id"],
            "fundus_news",
            row["html"],
            row["url"],
            row["title"],
            authors or None,
            row["date"],
        )
    for row in rows(data, "readability_testpages/extraction.jsonl"):
        # Its titles are of the title element, site name and all: no key to the article's title.
        signed = (row["byline"],) if row["byline"] else None
        yield Page(
            row["doc_id"], "readability_testpages", row["html"], None, None, signed, row["date"]
        )
    for row in rows(data, "trafilatura_eval/extraction.jsonl"):
        extra = row["extra"]
        author = extra.get("author") or ()
        names = tuple(author) if isinstance(author, list) else (author,) if author else ()
        url = row["url"] if row["url"].startswith("http") else None
        date = extra.get("date") or None
        title = extra.get("title") or None
        yield Page(row["doc_id"], "trafilatura_eval", row["html"], url, title, names or None, date)


# --- judging -----------------------------------------------------------------------------------

BY = re.compile(
    r"^(?:written by|edited by|by|von|par|por|di|av|text|autor(?:in)?|author)\b[: ]+", re.IGNORECASE
)
NAMES_PART = re.compile(
    r"[;,|/\n]|\s+(?:and|und|et|y|e|og|och|avec|with|edited by|edits)\s+|\s[-–—]\s|[()]|&",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:redaktion|redaktør|editor|reporter|staff|newsroom|correspondent|abteilung.*|team"
    r"|기자|특파원|news|march \d+.*|외 \d+명)\b|기자|외 \d+명|\d{4}",
    re.IGNORECASE,
)
AGENCIES = frozenset(
    "dpa afp ap reuters sda apa ansa efe tass aa anadoluajansı deutschepresseagentur"
    " associatedpress lno det unknown admin".split()
)


def folded(text: str | None) -> str:
    """Letters and digits alone, no case; empty for None."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def persons(names: tuple[str, ...], url: str | None) -> frozenset[str]:
    """The names of persons as keys, the words in order of the alphabet."""
    host = folded((urlsplit(url).hostname or "") if url else "")
    found = set()
    for name in names:
        for piece in NAMES_PART.split(BY.sub("", name.strip())):
            plain = ROLE.sub(" ", BY.sub("", piece.strip()))
            key = folded(plain)
            words = "".join(sorted(folded(word) for word in plain.split()))
            if key and key not in AGENCIES and not (host and len(key) > 2 and key in host):
                found.add(words)
    return frozenset(found)


def same_day(found: str | None, wanted: str) -> bool:
    """Whether two dates are of one day, as written or in the zone of the wanted one."""
    if not found:
        return False
    if found[:10] == wanted[:10]:
        return True
    try:
        one, other = datetime.fromisoformat(found), datetime.fromisoformat(wanted)
    except ValueError:
        return False
    if one.tzinfo is None or other.tzinfo is None:
        return False
    return one.astimezone(other.tzinfo).date() == other.date()


# --- extractors --------------------------------------------------------------------------------


def by_retold(page: Page) -> Stated:
    """What retold reads, body and all."""
    from retold.readers.html import document_of_html

    document = document_of_html(page.name, page.html, page.url)
    first = document.dates[0] if document.dates else None
    names = (document.byline,) if document.byline else ()
    return Stated(
        document.title,
        names,
        (first.moment or first.at) if first else None,
        first.basis.value if first else None,
    )


def by_trafilatura(page: Page) -> Stated:
    """Trafilatura's own metadata."""
    from trafilatura import extract_metadata

    found = extract_metadata(page.html, default_url=page.url, extensive=True)
    names = tuple((found.author or "").split("; ")) if found.author else ()
    return Stated(found.title, names, found.date)


def by_htmldate(page: Page) -> Stated:
    """htmldate, which looks for dates only."""
    from htmldate import find_date

    try:
        date = find_date(page.html, url=page.url, original_date=True, max_date="2030-01-01")
    except (ValueError, TypeError):
        date = None
    return Stated(None, (), date)


NEWSPAPER = """
import json, sys
from newspaper import Article
for line in sys.stdin:
    page = json.loads(line)
    try:
        article = Article(page["url"] or "https://page.example/", fetch_images=False)
        article.download(input_html=page["html"])
        article.parse()
        date = article.publish_date
        said = [article.title, article.authors, date.isoformat() if date else None]
    except Exception:
        said = [None, [], None]
    print(json.dumps(said), flush=True)
"""


def newspaper(python: str, asked: list[Page]) -> list[Stated]:
    """What newspaper4k says, run in an environment of its own."""
    given = "".join(json.dumps({"url": p.url, "html": p.html}) + "\n" for p in asked)
    done = subprocess.run(
        [python, "-c", NEWSPAPER], input=given, capture_output=True, text=True, check=True
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return [Stated(title, tuple(names), date) for title, names, date in said]


# --- the table ---------------------------------------------------------------------------------


def hits(page: Page, said: Stated) -> dict[str, bool]:
    """Right or wrong by field, for the fields that the key has."""
    right = {}
    if page.title is not None:
        right["title"] = folded(said.title) == folded(page.title)
    if page.names is not None:
        right["byline"] = persons(said.names, page.url) == persons(page.names, page.url)
    if page.date is not None:
        right["date"] = same_day(said.date, page.date)
    return right


def table(data: Path, python: str | None = None) -> list[str]:
    """Lines of a table: for each set and extractor the share of titles, bylines and dates right.

    `python` runs newspaper4k; without it that row is left out.
    """
    asked = list(pages(data))
    said = {
        "retold": [by_retold(page) for page in asked],
        "trafilatura": [by_trafilatura(page) for page in asked],
        "htmldate": [by_htmldate(page) for page in asked],
    }
    if python:
        said["newspaper4k"] = newspaper(python, asked)
    return [*_shares(asked, said), "", *_bases(asked, said["retold"])]


def _shares(asked: list[Page], said: dict[str, list[Stated]]) -> Iterator[str]:
    yield "| set | extractor | title | byline | date |"
    yield "|---|---|---|---|---|"
    for corpus in ("fundus_news", "readability_testpages", "trafilatura_eval"):
        for name, answers in said.items():
            cells = [
                _cell([p for p in zip(asked, answers, strict=True) if p[0].corpus == corpus], f)
                if name != "htmldate" or f == "date"
                else ""
                for f in ("title", "byline", "date")
            ]
            yield f"| {corpus} | {name} | {' | '.join(cells)} |"


def _cell(judged: list[tuple[Page, Stated]], field: str) -> str:
    marks = [
        (page.name, found[field]) for page, said in judged if field in (found := hits(page, said))
    ]
    if not marks:
        return ""
    names, right = zip(*marks, strict=True)
    return f"{figure(names, share(right))} of {len(right)}"


def _bases(asked: list[Page], said: list[Stated]) -> Iterator[str]:
    yield "| basis of retold's first date | pages | right |"
    yield "|---|---|---|"
    dated = [(p, s) for p, s in zip(asked, said, strict=True) if p.date is not None]
    for basis in sorted({s.basis or "none" for _, s in dated}):
        of = [hits(p, s)["date"] for p, s in dated if (s.basis or "none") == basis]
        yield f"| {basis} | {len(of)} | {sum(of)} |"


def main(argv: list[str]) -> None:
    """Prints the table; `--newspaper PYTHON` adds newspaper4k, `--misses` each wrong answer."""
    import argparse

    from benchmarks.corpora import DEFAULT

    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_metadata")
    parser.add_argument("--data", type=Path, default=DEFAULT)
    parser.add_argument("--newspaper")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args(argv)
    if options.misses:
        for page in pages(options.data):
            said = by_retold(page)
            for field, right in hits(page, said).items():
                if not right:
                    print(
                        page.corpus,
                        page.name,
                        field,
                        said,
                        "KEY",
                        page.title,
                        page.names,
                        page.date,
                    )
        return
    print("\n".join(table(options.data, options.newspaper)))


if __name__ == "__main__":
    import sys

    partial(main, sys.argv[1:])()
