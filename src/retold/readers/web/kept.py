"""The folder that keeps what was fetched: each body under its sha256, and a line for each fetch.

`retold read FOLDER` reads it again without the network and gives the same documents: the addresses
that were asked for are read anew, and what they name is looked up here.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.source import Source
from retold.readers.web.addresses import documents_at
from retold.readers.web.pages import Answer, Pages
from retold.readers.web.refused import Refused
from retold.readers.web.settings import SAVED

BODIES = "bodies"
# The first line of an index; a change of its fields raises the number.
SIGN = b'{"retold-saved":1}\n'


class Line(msgspec.Struct, frozen=True):
    """One fetch.

    Attributes:
        url: as it was asked for.
        address: where redirects ended.
        named_by: the address of the list it stood in; None where a person gave it.
        at: when, ISO 8601 in UTC.
        sha256: of the body, unpacked; the name of its file.
        headers: of the answer, by lower-case name; without cookies.
    """

    url: str
    address: str
    named_by: str | None
    at: str
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    headers: dict[str, str]


class Kept:
    """A folder of fetched pages, the latest of each address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = folder / SAVED
        self._lines: dict[str, Line] = {}
        self.damaged: list[int] = []
        for number, line in self._read():
            if line is None:
                self.damaged.append(number)
            else:
                self._lines[line.url] = line

    def __contains__(self, address: str) -> bool:
        return address in self._lines

    @property
    def given(self) -> list[str]:
        """The addresses that no kept list names, in the order of their first fetch."""
        lists = {known for line in self._lines.values() for known in (line.url, line.address)}
        return [line.url for line in self._lines.values() if line.named_by not in lists]

    def begin(self) -> None:
        """Make the folder and its index where they are not there yet.

        Raises:
            OSError: the folder takes no files.
        """
        (self._folder / BODIES).mkdir(parents=True, exist_ok=True)
        with self._index.open("ab") as stream:
            if not stream.tell():
                stream.write(SIGN)

    def answer(self, address: str, _: str | None = None) -> Answer:
        """What was kept of an address.

        Raises:
            Refused: nothing was, or it is no longer what it was.
        """
        if address not in self._lines:
            raise Refused("not in the saved folder")
        line = self._lines[address]
        try:
            content = self._body(line).read_bytes()
        except OSError:
            raise Refused(f"its saved body {line.sha256} is missing") from None
        if sha256(content).hexdigest() != line.sha256:
            raise Refused(f"its saved body {line.sha256} was changed")
        return Answer(line.address, line.at, line.headers, content)

    def keep(self, url: str, answer: Answer, named_by: str | None) -> None:
        """Write a body, and then its line, into a folder begun: no line stands without its body.

        Raises:
            OSError: the folder takes no files.
        """
        digest = sha256(answer.content).hexdigest()
        line = Line(url, answer.address, named_by, answer.at, digest, answer.headers)
        place = self._body(line)
        if not place.exists():
            half = place.with_suffix(".part")
            half.write_bytes(answer.content)
            half.replace(place)
        with self._index.open("ab") as stream:
            stream.write(msgspec.json.encode(line) + b"\n")
        self._lines[url] = line

    def _body(self, line: Line) -> Path:
        return self._folder / BODIES / line.sha256

    def _read(self) -> Iterator[tuple[int, Line | None]]:
        """The lines of the index by number; None for one that is none."""
        if not self._index.exists():
            return
        with self._index.open("rb") as stream:
            for number, text in enumerate(stream, 1):
                if number == 1 and text == SIGN:
                    continue
                try:
                    yield number, msgspec.json.decode(text, type=Line)
                except (msgspec.DecodeError, UnicodeDecodeError):
                    yield number, None


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of the folder in which an index lies, read without the network."""
    folder = Path(source.name).parent
    saving = options.pages.save if options.pages is not None else None
    if saving is not None and saving.resolve() == folder.resolve():
        options.say(f"left out {folder}: it is the folder that --save fills")
        return
    kept = Kept(folder)
    if not kept.given:
        yield Rejected(source.name, None, "a folder in which no page was saved")
    for number in kept.damaged:
        yield Rejected(source.name, number, "no line of a saved folder's index")
    offline = replace(options, pages=Pages(kept.answer))
    yield from documents_at(kept.given, source, offline)
