"""ZIP archives of anything that is read here, member by member; nothing is written to disk.

A member is refused where its path leads out of the archive, or where it unpacks to far more than
text does. Members may share their packed bytes (Fifield, *A better zip bomb*, WOOT 2019), so the
sum of their sizes is held against the size of the archive as well.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.compressed import BOMB, DEEPEST, Guarded, bursts, first_bytes, plain_ending
from retold.readers.formats import documents, signed
from retold.readers.names import Found, ids_of, printable
from retold.readers.options import ReadOptions
from retold.readers.source import HEAD, Source, seekable
from retold.readers.walk import is_other, is_shared

# The list of an archive is held whole, some 500 bytes a member. By eye.
MOST_MEMBERS = 1_000_000
ENCRYPTED = 0x1  # bit of a member's flags


def read(source: Source, options: ReadOptions) -> Iterator[Document | Rejected]:
    """The documents of the members, in the order of their ids."""
    with seekable(source) as stream:
        archive = open_zip(stream, source)
        if isinstance(archive, Rejected):
            yield archive
            return
        with archive:
            yield from _members(archive, source, options)


def open_zip(stream: BinaryIO, source: Source) -> zipfile.ZipFile | Rejected:
    """The archive in a stream, or why it is none that may be opened."""
    if source.depth >= DEEPEST:
        return Rejected(source.name, None, f"packed more than {DEEPEST} times over")
    try:
        archive = zipfile.ZipFile(stream)
    except Exception as error:  # noqa: BLE001 - broken directories find errors of every kind
        said = f"binary: it begins as a ZIP archive and is none: {str(error).lower()}"
        return Rejected(source.name, None, said)
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        return Rejected(source.name, None, f"{len(members):,} members, past {MOST_MEMBERS:,}")
    packed = sum(member.compress_size for member in members)
    if bursts(sum(one.file_size for one in members), min(packed, source.size or packed)):
        return Rejected(source.name, None, BOMB)
    return archive


def member_source(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, key: str, within: Source
) -> Source | Rejected:
    """A member as a source, or why it is not read."""
    name = f"{within.name}/{printable(member.filename)}"
    reason = _refusal(member)
    if reason is not None:
        return Rejected(name, None, reason)

    def opened() -> io.BufferedReader:
        plain = cast(zipfile.ZipExtFile, archive.open(member))
        guarded = Guarded(plain, lambda: member.compress_size, plain.close)
        return io.BufferedReader(guarded, HEAD)

    try:
        with opened() as stream:
            head = first_bytes(stream)
    except Exception as error:  # noqa: BLE001 - as above, in the head of a member
        return Rejected(name, None, f"a damaged member: {str(error).lower()}")
    ending = plain_ending(member.filename)
    return Source(key, name, opened, head, ending, member.file_size, depth=within.depth + 1)


def _members(
    archive: zipfile.ZipFile, source: Source, options: ReadOptions
) -> Iterator[Document | Rejected]:
    files = [member for member in archive.infolist() if not member.is_dir()]
    if not files:
        yield Rejected(source.name, None, "empty: an archive without a file in it")
    kept = [member for member in files if not _skipped(member)]
    others = len(files) - len(kept)
    ids = ids_of([Found(str(place), member.filename) for place, member in enumerate(kept)])
    for place in sorted(ids, key=lambda place: ids[place]):
        member = kept[int(place)]
        inner = member_source(archive, member, f"{source.id}/{ids[place]}", source)
        if isinstance(inner, Rejected):
            yield inner
        elif is_shared(inner.name) and signed(inner.head) is None:
            others += 1
        else:
            yield from documents(inner, options)
    if others:
        options.say(f"{source.name}: {others} hidden members or of other formats skipped")


def _skipped(member: zipfile.ZipInfo) -> bool:
    """Whether a member is hidden, or another program's."""
    parts = PurePosixPath(member.filename).parts
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in parts)
    return hidden or is_other(parts[-1] if parts else "")


def _refusal(member: zipfile.ZipInfo) -> str | None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "a path that leads out of the archive"
    if member.flag_bits & ENCRYPTED:
        return "encrypted"
    return BOMB if bursts(member.file_size, member.compress_size) else None
