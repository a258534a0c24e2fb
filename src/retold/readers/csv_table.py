"""Tables as text (CSV, TSV): a document a row; delimiter, encoding and columns as they show."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.csv_rows import FEW, Rows, delimiter_of, encoding_of
from retold.readers.fields import LISTED, NAMES, TEXTS, fields_of, folded
from retold.readers.options import ReadOptions
from retold.readers.records import Record, documents_of
from retold.readers.source import Source
from retold.readers.web.addresses import documents_at, is_address

Row = list[str] | str
# A cell longer than this is no name of a column.
LONGEST_NAME = 80  # characters
# The one column whose cells are so long on average holds the text, whatever it is called.
PROSE = 300  # characters
KNOWN = frozenset(TEXTS).union(*(row.split() for row in NAMES.values()))


@dataclass(frozen=True, slots=True)
class _Head:
    """The names of the columns; whether the first row gives them; the column of the text."""

    names: list[str]
    headed: bool
    options: ReadOptions


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of the rows, numbered from 1 below the header; where the table has addresses
    and no texts, the documents at those addresses.
    """
    encoding = encoding_of(source.head)
    if encoding != "utf-8-sig":
        options.say(f"{source.name}: not UTF-8; read as {encoding}")
    delimiter = delimiter_of(source.head.decode(encoding, "replace"))
    with source.open() as stream, closing(Rows(stream, encoding, delimiter)) as table:
        rows = iter(table)
        begun = list(islice(rows, FEW))
        head = _head(begun, source, options)
        if isinstance(head, Rejected):
            yield head
            return
        records = _records(chain(begun[head.headed :], rows), head, source)
        column = _addresses(head)
        if column is None:
            yield from documents_of(records, source, head.options)
        else:
            yield from _at_addresses(records, column, source, options)


def _head(begun: Sequence[Row], source: Source, options: ReadOptions) -> _Head | Rejected:
    first = begun[0] if begun else []
    if isinstance(first, str) or not any(cell.strip() for cell in first):
        return Rejected(source.name, None, first if isinstance(first, str) else "empty: no row")
    headed = _is_header(first, options)
    names = _names(first, headed=headed)
    if not headed:
        listed = "1" if len(names) == 1 else f"1 to {len(names)}"
        options.say(f"{source.name}: no row of names; the columns are called column {listed}")
    elif twice := set(names) - {cell.strip() for cell in first if cell.strip()}:
        named = sorted(name for name in twice if not name.startswith("column "))[:LISTED]
        if named:
            options.say(f"{source.name}: names that stand twice: {', '.join(named)}")
    prose = _prose(names, begun[headed:])
    if isinstance(fields_of(names, options), str) and prose is not None:
        options.say(f"{source.name}: guessed: text from {prose!r}, the one column of prose")
        options = replace(options, text_field=prose)
    return _Head(names, headed, options)


def _records(rows: Iterable[Row], head: _Head, source: Source) -> Iterator[Record | Rejected]:
    names = head.names
    for number, row in enumerate(rows, 1):
        if isinstance(row, str):
            yield Rejected(source.name, number, row)
        elif any(cell.strip() for cell in row[len(names) :]):
            reason = f"{len(row)} cells in a row under {len(names)} columns: a quotation mark open?"
            yield Rejected(source.name, number, reason)
        elif any(cell.strip() for cell in row):
            yield Record(number, dict(zip(names, row, strict=False)))


def _addresses(head: _Head) -> str | None:
    """The column of addresses in a table that has no texts."""
    if not isinstance(fields_of(head.names, head.options), str):
        return None
    told = head.options.url_field
    known = NAMES["url"].split()
    return next((name for name in head.names if name == told or folded(name) in known), None)


def _at_addresses(
    records: Iterator[Record | Rejected], column: str, source: Source, options: ReadOptions
) -> Iterator[Document | Rejected]:
    addresses = []
    for record in records:
        if isinstance(record, Rejected):
            yield record
        elif is_address(address := str(record.fields.get(column, "")).strip()):
            addresses.append(address)
        else:
            yield Rejected(source.name, record.number, f"no address in {column!r}")
    yield from documents_at(addresses, source, options)


def _is_header(first: Sequence[str], options: ReadOptions) -> bool:
    """Whether a row names the columns: a name is known or told, or all could be names."""
    told = {options.text_field, options.html_field, options.id_field, options.url_field}
    if any(cell in told or folded(cell) in KNOWN for cell in first):
        return True
    named = [cell.strip() for cell in first if cell.strip()]
    if len(set(named)) < len(first):
        return False
    return all(len(cell) <= LONGEST_NAME and not is_address(cell) and not cell[0].isdigit()
               for cell in named)  # fmt: skip


def _names(first: Sequence[str], *, headed: bool) -> list[str]:
    """A name for each column, none twice."""
    names: list[str] = []
    times: Counter[str] = Counter()
    for place, cell in enumerate(first, 1):
        name = (cell.strip() if headed else "") or f"column {place}"
        times[name] += 1
        names.append(f"{name} ({times[name]})" if times[name] > 1 else name)
    return names


def _prose(names: Sequence[str], rows: Sequence[Row]) -> str | None:
    """The only column with long cells; None where there is none, or more."""
    told = [row for row in rows if not isinstance(row, str)]
    long = [
        name
        for place, name in enumerate(names)
        if told and sum(len(row[place]) for row in told if place < len(row)) / len(told) > PROSE
    ]
    return long[0] if len(long) == 1 else None
