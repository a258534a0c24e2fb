"""The body of an answer, unpacked as it comes and never past its bound."""

import zlib
from collections.abc import Iterable, Iterator

from retold.readers.web.refused import Refused

# What we say we can unpack; zlib tells the two apart by their first bytes.
CODINGS = "gzip, deflate"
UNPACKED = frozenset({"gzip", "x-gzip", "deflate"})
PLAIN = frozenset({"", "identity"})
EITHER = zlib.MAX_WBITS | 32  # gzip or zlib


def body(pieces: Iterable[bytes], coding: str, most: int) -> bytes:
    """All bytes of an answer, at most `most` of them once unpacked.

    Raises:
        Refused: there are more, they are packed in a way not known here, or they break off.
    """
    coding = coding.strip().lower()
    if coding not in UNPACKED | PLAIN:
        raise Refused(f"packed as {coding[:40]}, which was not asked for")
    content = bytearray()
    for piece in pieces if coding in PLAIN else _unpacked(pieces, most):
        content += piece
        if len(content) > most:
            raise Refused(f"larger than {most / 1_000_000:g} MB")
    return bytes(content)


def _unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Pieces of the unpacked body; one is never longer than `most` and a byte."""
    packer, begun = zlib.decompressobj(EITHER), False
    try:
        for piece in pieces:
            rest = piece
            while rest:
                begun = True
                yield packer.decompress(rest, most + 1)
                rest = packer.unconsumed_tail
                if packer.eof:
                    # Servers may send several gzip streams one after another.
                    rest, packer, begun = packer.unused_data, zlib.decompressobj(EITHER), False
    except zlib.error as error:
        raise Refused(f"not packed as it says: {error}") from None
    if begun:
        raise Refused("breaks off before its end")
