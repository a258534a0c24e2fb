"""How the formats are told by their first bytes, whatever the file is called."""

import re

from retold.readers.fields import TEXTS, folded

# A sign is looked for in so much of the head: declarations and comments may stand before a root.
LOOKED_AT = 8_192  # bytes
BLANK = b"\xef\xbb\xbf \t\r\n\f"
XML_PRELUDE = re.compile(
    rb"\s*(?:<\?[^>]{0,500}\?>|<!--.{0,4000}?-->|<!doctype[^>\[]{0,500}"
    rb"(?:\[[^\]]{0,4000}\]\s{0,20})?>)",
    re.IGNORECASE | re.DOTALL,
)
ROOT = re.compile(rb"\s*<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,60})")
HTML_ROOTS = frozenset({b"html", b"head", b"body"})
FEED_ROOTS = frozenset({b"rss", b"feed", b"rdf"})
SITEMAP_ROOTS = frozenset({b"urlset", b"sitemapindex"})
NEWSML_ROOTS = frozenset({b"newsitem", b"newsmessage", b"packageitem"})
# Browsers begin a saved page with one of these, and say "MIME-Version" a few lines on.
MHTML_BEGINS = (b"from:", b"mime-version:", b"content-type: multipart/related", b"subject:")
NAME = re.compile(rb'"([^"\\]{1,60})"\s*:')
NINJS = frozenset({"headlines", "bodyxhtml", "bodytext", "bodies", "versioncreated", "ninjs"})
ADDRESS = re.compile(rb"https?://[^\s<>\"]+", re.IGNORECASE)


def is_zip(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def is_pdf(head: bytes) -> bool:
    return head[:1024].lstrip(BLANK).startswith(b"%PDF-")


def is_parquet(head: bytes) -> bool:
    return head.startswith(b"PAR1")


def is_arrow(head: bytes) -> bool:
    """The file form of Arrow; its stream form, which data sets on disk have, by its first word."""
    return head.startswith(b"ARROW1") or (head[:4] == b"\xff\xff\xff\xff" and len(head) > 16)


def is_warc(head: bytes) -> bool:
    return head.lstrip(BLANK).startswith(b"WARC/")


def is_mhtml(head: bytes) -> bool:
    begin = head[:LOOKED_AT].lstrip(BLANK).lower()
    return begin.startswith(MHTML_BEGINS) and b"mime-version:" in begin and b"multipart/" in begin


def is_html(head: bytes) -> bool:
    begin = head[:LOOKED_AT].lstrip(BLANK).lower()
    return begin.startswith(b"<!doctype html") or root(head) in HTML_ROOTS


def is_saved(head: bytes) -> bool:
    """The index of a folder of fetched pages."""
    return head.startswith(b'{"retold-saved":')


def is_nitf(head: bytes) -> bool:
    return root(head) == b"nitf"


def is_newsml(head: bytes) -> bool:
    return root(head) in NEWSML_ROOTS


def is_feed(head: bytes) -> bool:
    return root(head) in FEED_ROOTS or b"//jsonfeed.org/version" in head[:LOOKED_AT].replace(
        b"\\/", b"/"
    )


def is_sitemap(head: bytes) -> bool:
    return root(head) in SITEMAP_ROOTS


def is_ninjs(head: bytes) -> bool:
    return _opens(head, b"{") and "uri" in (names := _names(head)) and bool(NINJS & names)


def is_json_lines(head: bytes) -> bool:
    """One object a line: the first line is closed, and another follows."""
    first, _, rest = head.strip(BLANK).partition(b"\n")
    return _opens(first, b"{") and first.rstrip().endswith(b"}") and bool(rest.strip())


def is_json(head: bytes) -> bool:
    """A list of objects, or an object with a field that may hold a text."""
    begin = head.lstrip(BLANK)
    if begin.startswith(b"["):
        return _opens(begin[1:], b"{")
    return _opens(begin, b"{") and not _names(begin).isdisjoint(TEXTS)


def is_urls(head: bytes) -> bool:
    """Every line is an address or a comment."""
    lines = [line.strip() for line in head.lstrip(BLANK).splitlines()]
    if len(head) > LOOKED_AT and len(lines) > 1:
        del lines[-1]  # cut off by the end of the head
    told = [line for line in lines if line and not line.startswith(b"#")]
    return bool(told) and all(ADDRESS.fullmatch(line) for line in told)


def root(head: bytes) -> bytes:
    """The name of the root element, lower case and without its prefix; b"" where none is seen."""
    begin, place = head[:LOOKED_AT].lstrip(BLANK), 0
    while prelude := XML_PRELUDE.match(begin, place):
        place = prelude.end()
    found = ROOT.match(begin, place)
    return found.group(1).lower() if found else b""


def _opens(head: bytes, bracket: bytes) -> bool:
    """Whether JSON begins: a bracket, and then a name, another bracket, or its end."""
    begin = head.lstrip(BLANK)
    return begin.startswith(bracket) and begin[1:].lstrip(BLANK)[:1] in {b'"', b"}", b"{"}


def _names(head: bytes) -> set[str]:
    """Names of fields in the head, folded."""
    return {folded(name.decode("utf-8", "replace")) for name in NAME.findall(head[:HEAD_OF_JSON])}


HEAD_OF_JSON = 65_536  # bytes: a long field may stand before the one that tells
