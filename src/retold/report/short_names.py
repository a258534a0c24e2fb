"""Names of documents for narrow columns: long ids cut to what tells them apart."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

# By eye: six columns of this many characters stand beside a wording in a window of 1280.
LONGEST = 19
# By eye: a beginning shorter than this names nothing.
LEAST = 3

_SEPARATOR = re.compile(r"[\W_]+")


def short_names(documents: Iterable[str]) -> Mapping[str, str]:
    """By id, the id, or of a long one the beginning that no other id shares, with an ellipsis."""
    ordered = sorted(set(documents))
    return {name: _short(name, ordered) for name in ordered}


def _short(name: str, ordered: Sequence[str]) -> str:
    if len(name) <= LONGEST:
        return name
    ends = (match.start() for match in _SEPARATOR.finditer(name, LEAST, 2 * LONGEST))
    beginnings = (name[:end] for end in ends)
    return next((f"{one}…" for one in beginnings if _alone(one, ordered)), name)


def _alone(beginning: str, ordered: Sequence[str]) -> bool:
    """Whether one id alone begins so."""
    place = bisect_left(ordered, beginning)
    return not any(one.startswith(beginning) for one in ordered[place + 1 : place + 2])
