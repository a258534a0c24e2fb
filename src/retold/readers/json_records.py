"""JSON that is no lines: a list of records, one record, or records one after the other."""

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.fields import fields_of, names_of
from retold.readers.options import ReadOptions
from retold.readers.records import Record, documents_of
from retold.readers.source import LARGEST, Source

PIECE = 1 << 20  # bytes read at a time
BLANK = " \t\r\n\ufeff"


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of the records, one record held at a time."""
    with source.open() as stream:
        yield from documents_of(_records(stream, source, options), source, options)


class _Broken(Exception):
    """What is read is no JSON from here on."""


def _records(stream: BinaryIO, source: Source, options: ReadOptions) -> Iterator[Record | Rejected]:
    number = 0
    try:
        for value in _values(stream):
            for one in _listed(value, source, options) if number == 0 else (value,):
                number += 1
                if isinstance(one, dict):
                    yield Record(number, one)
                else:
                    reason = f"no object but {type(one).__name__}"
                    yield Rejected(source.name, number, reason)
    except _Broken as error:
        yield Rejected(source.name, number + 1, f"{error}; nothing is read from here on")


def _listed(value: Any, source: Source, options: ReadOptions) -> list[Any]:
    """The records in the only list of objects inside an object that is none itself."""
    if not isinstance(value, Mapping) or not isinstance(
        fields_of(list(names_of(value)), options), str
    ):
        return [value]
    lists = {
        name: inner
        for name, inner in value.items()
        if isinstance(inner, list) and inner and isinstance(inner[0], dict)
    }
    if len(lists) != 1:
        return [value]
    ((name, inner),) = lists.items()
    options.say(f"{source.name}: {len(inner)} records in {name!r}")
    return inner


def _values(stream: BinaryIO) -> Iterator[Any]:
    """The elements of a list, or the values that stand one after the other."""
    text = _Text(stream)
    inside = text.next_is("[")
    while not text.ended():
        if inside and text.next_is("]"):
            inside = False
            continue
        yield text.value()
        if inside and not text.next_is(",") and not text.ahead("]"):
            raise _Broken("not JSON: no comma between two records")
    if inside:
        raise _Broken("the list breaks off")


class _Text:
    """The characters of a stream, of which no more are held than one value has."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._held, self._place, self._more = "", 0, True

    def ended(self) -> bool:
        """Whether only blanks are left."""
        return not self._ahead()

    def ahead(self, letter: str) -> bool:
        """Whether the next character is this one."""
        return self._ahead() == letter

    def next_is(self, letter: str) -> bool:
        """The same; it is passed then."""
        found = self._ahead() == letter
        self._place += found
        return found

    def value(self) -> Any:
        """The next value."""
        decoder = json.JSONDecoder()
        self._ahead()
        while True:
            try:
                value, self._place = decoder.raw_decode(self._held, self._place)
            except RecursionError:
                raise _Broken("not JSON: nested too deep") from None
            except ValueError as error:
                if len(self._held) - self._place > LARGEST:
                    raise _Broken(f"a record longer than {LARGEST // 1_000_000} MB") from None
                if not self._read():
                    raise _Broken(f"not JSON: {str(error)[:100]}") from None
            else:
                return value

    def _ahead(self) -> str:
        """The next character that is no blank; "" at the end."""
        while True:
            while self._place < len(self._held) and self._held[self._place] in BLANK:
                self._place += 1
            if self._place < len(self._held):
                return self._held[self._place]
            if not self._read():
                return ""

    def _read(self) -> bool:
        """Hold as much again as is held, at least a piece; False at the end."""
        if not self._more:
            return False
        self._held, self._place = self._held[self._place :], 0
        piece = self._stream.read(max(PIECE, len(self._held)))
        self._more = bool(piece)
        try:
            self._held += self._decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            raise _Broken(f"not UTF-8: {error.reason}") from None
        return self._more
