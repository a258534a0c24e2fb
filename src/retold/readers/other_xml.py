"""XML of no format that is read here: rejected with the name of its root."""

from collections.abc import Iterator

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.signs import root
from retold.readers.source import Source


def read(source: Source, _: ReadOptions) -> Iterator[Document | Rejected]:
    """One `Rejected`: markup read as a text would be compared as one."""
    name = root(source.head).decode("ascii", "replace")
    told = f"XML with the root {name!r}" if name else "named .xml, and no root element begins it"
    reason = f"{told}; read are NITF, NewsML-G2, RSS, Atom, RDF, sitemaps and XHTML"
    yield Rejected(source.name, None, reason)
