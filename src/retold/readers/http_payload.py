"""The body of an archived HTTP answer without its transfer and content codings."""

import io
import re
import zlib

CHUNKED = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
GZIP = b"\x1f\x8b"


def payload(content: bytes, transfer: str, codings: str, *, most: int) -> bytes:
    """At most `most` bytes of a body; one that is not packed as it says stays as it is.

    Crawlers often keep the header and unpack the body, so the bytes have the last word.
    """
    if "chunked" in transfer.lower() and CHUNKED.match(content):
        content = _unpacked(content, "chunked", most)
    for coding in reversed(codings.lower().split(",")[:3]):
        content = _unpacked(content, coding.strip(), most)
    return content


def _unpacked(content: bytes, coding: str, most: int) -> bytes:
    try:
        if coding in {"gzip", "x-gzip", "deflate"}:
            return _inflated(content, most)
        from fastwarc import stream_io

        readers = {
            "chunked": stream_io.ChunkedReader,
            "br": stream_io.BrotliReader,
            "zstd": stream_io.ZstdReader,
        }
        reader = readers.get(coding)
        return content if reader is None else bytes(reader(io.BytesIO(content)).read(most))
    except (OSError, zlib.error):
        return content


def _inflated(content: bytes, most: int) -> bytes:
    """Out of gzip, zlib, or the bare stream that some servers call deflate."""
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(bits).decompress(content, most)
        except zlib.error:
            if content.startswith(GZIP):
                raise
    return content
