"""Files, folders, addresses and standard input, read into documents one at a time."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.formats import documents, endings, signed
from retold.readers.names import Found, ids_of, printable
from retold.readers.options import ReadOptions
from retold.readers.source import HEAD, Source, of_bytes, of_file, of_stream
from retold.readers.walk import Known, Walk, walk
from retold.readers.web.addresses import is_address

STDIN = "-"
ADDRESSES = "addresses"


def read_pile(
    paths: Sequence[str], options: ReadOptions, say: Callable[[str], None]
) -> Iterator[Document | Rejected]:
    """The documents under `paths` in an order of their own, and what could not be read.

    A path that begins with http:// or https:// is an address. Ids and order hang on the set of
    files alone. `say` hears what is skipped, replaced, guessed or read once.
    """
    options = replace(options, say=say)
    addresses = sorted({path for path in paths if is_address(path)})
    walked = walk([path for path in paths if not is_address(path)], Known(endings(), _told), say)
    yield from (Rejected(printable(path), None, reason) for path, reason in walked.rejected)
    names = Names()
    for source in _sources(walked, addresses, allowed=options.pages is not None):
        if isinstance(source, Rejected):
            yield source
            continue
        for found in documents(source, options):
            yield names.unique(found, source)


def _told(path: Path) -> bool:
    """Whether the first bytes of a file show a format."""
    try:
        with path.open("rb") as stream:
            return signed(stream.read(HEAD)) is not None
    except OSError:
        return True  # let the reader say why


def _sources(
    walked: Walk, addresses: Sequence[str], *, allowed: bool
) -> Iterator[Source | Rejected]:
    ids = ids_of(walked.files + ((Found(STDIN, "stdin"),) if walked.stdin else ()))
    for file in sorted(walked.files, key=lambda file: ids[file.path]):
        try:
            yield of_file(ids[file.path], Path(file.path))
        except OSError as error:
            reason = f"not readable: {(error.strerror or str(error)).lower()}"
            yield Rejected(printable(file.path), None, reason)
    if addresses and not allowed:
        yield from (Rejected(one, None, "an address; --allow-fetch reads it") for one in addresses)
    elif addresses:
        given = of_bytes(ADDRESSES, "the addresses given", "\n".join(addresses).encode())
        yield replace(given, depth=1)  # a format that the user names is not that of this list
    if walked.stdin:
        yield of_stream(ids[STDIN], STDIN, sys.stdin.buffer)


class Names:
    """The ids given so far, as hashes: a crawl has millions of addresses."""

    def __init__(self) -> None:
        self._used: set[int] = set()
        self._times: dict[int, int] = {}

    def unique(self, found: Document | Rejected, source: Source) -> Document | Rejected:
        """`found`, under a longer id where its own is taken: an address with its count, any other
        after its source.
        """
        if isinstance(found, Rejected):
            return found
        mark = _hash(found.id)
        if mark not in self._used:
            self._used.add(mark)
            return found
        stem = found.id if found.id == found.url else f"{source.id}/{found.id}"
        while True:
            self._times[mark] = count = self._times.get(mark, 1) + 1
            key = stem if count == 2 and stem != found.id else f"{stem}#{count}"
            if _hash(key) not in self._used:
                self._used.add(_hash(key))
                return replace(found, id=key)


def _hash(key: str) -> int:
    """64 bits of an id: two that meet by chance cost one of them a longer name."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
