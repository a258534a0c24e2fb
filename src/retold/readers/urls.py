"""Lists of addresses, one a line; addresses given in place of files are such a list too."""

from collections.abc import Iterator

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.source import Source
from retold.readers.web.addresses import counted, documents_at, is_address

LONGEST_LINE = 64_000  # bytes; no address is as long


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents at the addresses of a list; a line that is none is rejected with its number.

    Blank lines and lines that begin with # are passed over.
    """
    addresses: list[str] = []
    count = 0
    with source.open() as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE), b""), 1):
            text = line.decode("utf-8", "replace").strip("\ufeff \t\r\n")
            if is_address(text):
                count += 1
                addresses += [text] if options.pages is not None else ()
            elif text and not text.startswith("#"):
                yield Rejected(source.name, number, "no address: neither http:// nor https://")
    if options.pages is None:
        yield from counted(count, source)
    else:
        yield from documents_at(addresses, source, options)
