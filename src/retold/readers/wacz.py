"""WACZ: a ZIP of web archives with an index beside them; the archives are read, one by one."""

from collections.abc import Iterator

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers import warc
from retold.readers.archive import member_source, open_zip
from retold.readers.compressed import unpacked
from retold.readers.options import ReadOptions
from retold.readers.source import Source, seekable

ARCHIVES = (".warc", ".warc.gz", ".warc.zst")


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of all archives inside."""
    with seekable(source) as stream:
        opened = open_zip(stream, source)
        if isinstance(opened, Rejected):
            yield opened
            return
        with opened as archive:
            found = [one for one in archive.infolist() if one.filename.lower().endswith(ARCHIVES)]
            if not found:
                yield Rejected(source.name, None, "no web archive in it (archive/*.warc.gz)")
            for member in sorted(found, key=lambda one: one.filename):
                inner = member_source(archive, member, f"{source.id}/{member.filename}", source)
                plain = inner if isinstance(inner, Rejected) else unpacked(inner)
                if isinstance(plain, Rejected):
                    yield plain
                else:
                    yield from warc.read(plain, options)
