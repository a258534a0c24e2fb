"""Records with named fields, out of any table or list: each made a document, one at a time."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.fields import DEEPEST, Fields, fields_of, guesses, lacking, names_of, value_of
from retold.readers.jobs import ordered
from retold.readers.mapping import from_mapping
from retold.readers.options import ReadOptions
from retold.readers.source import Source
from retold.readers.surrogates import readable

# A text that begins with a tag and ends with one is a piece of a page.
MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|div|section|p|h[1-6]|figure|span|ul|br)\b",
                    re.IGNORECASE)  # fmt: skip
# A list with longer items holds the paragraphs of a text, else names.
LONGEST_NAME = 100  # characters
MOST_ITEMS = 10_000  # of one list; by eye, paragraphs of a long book
KILLED = "the process that read it was killed, for want of memory perhaps"


@dataclass(frozen=True, slots=True)
class Record:
    """A record where it lies: its number from 1, its fields, the hash of its bytes, if any."""

    number: int
    fields: Mapping[str, Any]
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class _Work:
    """A record under retold's names, ready to be made a document in any process."""

    values: dict[str, Any]
    key: str
    path: str
    number: int


def documents_of(
    records: Iterable[Record | Rejected], source: Source, options: ReadOptions
) -> Iterator[Document | Rejected]:
    """The documents of records; a record without an id is called by its source and its number.

    The first record with a text settles which field it is, for all of them.
    """
    hands = options.hands.for_file(source.size)
    return ordered(_made, _worked(records, source, options), hands, _lost, _size)


def _worked(
    records: Iterable[Record | Rejected], source: Source, options: ReadOptions
) -> Iterator[_Work | Rejected]:
    settled: Fields | None = None
    named: tuple[tuple[str, str], ...] = ()
    empty = True
    for record in records:
        empty = False
        if isinstance(record, Rejected):
            yield record
            continue
        if settled is None:
            found = fields_of(list(names_of(record.fields)), options)
            if isinstance(found, str):
                yield Rejected(source.name, record.number, found)
                continue
            settled, named = found, tuple(found.items())
            if said := guesses(found, options):
                options.say(f"{source.name}: {said}")
        values = {part: plain(value_of(record.fields, name)) for part, name in named}
        yield _work(record, values, settled.text, source)
    if empty:
        yield Rejected(source.name, None, "empty: no record in it")


def _work(
    record: Record, values: dict[str, str | None], name: str | None, source: Source
) -> _Work | Rejected:
    """The work of a record whose `values` stand under retold's names, its text under `name`."""
    if values.get("text") is None and values.get("html") is None:
        said = lacking(name, list(names_of(record.fields)))
        if name and value_of(record.fields, name) == "":
            said = "empty: no characters in its text"
        return Rejected(source.name, record.number, said)
    text = values.get("text")
    if text is not None and MARKUP.match(text[:200]) and text.rstrip().endswith(">"):
        values["html"], values["text"] = text, None
    key = readable(values.pop("id", None) or f"{source.id}:{record.number}")
    values["id"], values["sha256"] = key, record.sha256
    return _Work(values, key, source.name, record.number)


def _made(work: _Work | Rejected) -> Document | Rejected:
    if isinstance(work, Rejected):
        return work
    found = from_mapping(work.values, path=work.path)
    if isinstance(found, Rejected):
        return Rejected(work.path, work.number, found.reason)
    return found


def _size(work: _Work | Rejected) -> int:
    """The characters of a record."""
    if isinstance(work, Rejected):
        return 0
    return sum(map(len, filter(None, work.values.values())))


def _lost(work: _Work | Rejected) -> Document | Rejected:
    return work if isinstance(work, Rejected) else Rejected(work.path, work.number, KILLED)


def plain(value: Any, depth: int = 0) -> str | None:
    """A value as a string: dates as ISO 8601, names out of lists and objects; None for nothing."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping) and depth < DEEPEST:
        return plain(value.get("name"), depth + 1)
    if isinstance(value, list | tuple) and depth < DEEPEST:
        items = (plain(one, depth + 1) for one in value[:MOST_ITEMS])
        return _together([item for item in items if item])
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _together(items: list[str]) -> str | None:
    """Paragraphs under each other, names in a row; None where there is none."""
    paragraphs = any(len(item) > LONGEST_NAME for item in items)
    return ("\n" if paragraphs else ", ").join(items) or None
