"""Names of places in the page: the same for the same ids, whatever characters those hold."""

import base64
import hashlib
from functools import lru_cache
from urllib.parse import quote

# An id may be a URL of any length; a longer name is cut and told apart by its hash.
LONGEST = 80
# Characters of a key, five bits each: among 2,000 ids two share one once in 500,000 piles.
KEY = 8


def slug(text: str) -> str:
    """`text` as letters, digits and `-._~`, at most `LONGEST` characters and a hash."""
    # `~` stands for the per cent sign, which a browser would undo on its way to the place.
    encoded = quote(text.encode("utf-8", "surrogatepass"), safe="").replace("~", "%7E")
    short = encoded.replace("%", "~")
    if len(short) <= LONGEST:
        return short
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{short[:LONGEST]}-{digest}"


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """`text` as `KEY` letters and digits of its hash: for places of which a page has thousands."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode()[:KEY].lower()


def document(name: str) -> str:
    """Where a document's text stands."""
    return f"doc-{slug(name)}"


def sentence(name: str, begin: int) -> str:
    """Where a sentence stands in its document's text: one link cites one sentence."""
    return f"s-{key(name)}-{begin}"


def story(name: str) -> str:
    """Where a story begins."""
    return f"story-{slug(name)}"


def pair(left: str, right: str) -> str:
    """Where two documents stand side by side."""
    return f"pair-{key(left)}-{key(right)}"
