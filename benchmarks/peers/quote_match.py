"""What plain means say of a quotation beside the quotations of another text."""

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

_EDGES = re.compile(r"^\W+|\W+$")
# As the library's own documents suggest for strings that are nearly the same.
NEAR = 80.0


def _exact(words: str, others: Sequence[str]) -> str:
    """Equal strings, or one inside the other, punctuation at the ends apart."""
    bare = _EDGES.sub("", words)
    if any(bare == _EDGES.sub("", other) for other in others):
        return "verbatim"
    return "trimmed" if any(bare in other for other in others) else "unattested"


def _partial(words: str, others: Sequence[str]) -> str:
    """The best partial ratio: all of it is verbatim or trimmed by length, most of it altered."""
    bare = _EDGES.sub("", words)
    best = max(others, key=lambda other: partial_ratio(bare, other), default="")
    rate = partial_ratio(bare, best)
    if rate >= 100.0:
        return "verbatim" if len(_EDGES.sub("", best)) <= len(bare) else "trimmed"
    return "altered" if rate >= NEAR else "unattested"


PEERS = {"exact match": _exact, "rapidfuzz partial_ratio": _partial}
