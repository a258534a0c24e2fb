"""A quick pattern beside a slow one: it says where the slow one finds something.

Asked to ignore case, `re` tries every alternative at every word. The quick pattern reads text in
lower case, and branches by first letter.
"""

import re
from collections.abc import Iterable, Iterator

GROUP = "(?:"
REPEATED = ("*", "+", "{")


def spotting(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds in lower-case text the places where one of `patterns` begins.

    They begin with a letter, stand between word boundaries and have no classes in upper case. How
    far they reach is theirs to say.
    """
    by_letter: dict[str, list[str]] = {}
    for one in (one for pattern in patterns for one in _alternatives(pattern.lower())):
        for plain in _unfolded(one):
            once = plain[0].isalpha() and not plain[1:].startswith(("?", *REPEATED))
            first = plain[0] if once else ""
            by_letter.setdefault(first, []).append(plain.removeprefix(first))
    others = by_letter.pop("", [])
    branches = [f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(by_letter.items())]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*branches, *others])})\b")


def _unfolded(alternative: str) -> Iterator[str]:
    """An alternative once for each way in which it may begin: "(?:court|legal) papers" twice."""
    end = _closed(alternative) if alternative.startswith(GROUP) else -1
    rest = alternative[end + 1 :]
    if end < 0 or rest.startswith(REPEATED):
        yield alternative
        return
    for choice in _alternatives(alternative[len(GROUP) : end]):
        yield from _unfolded(choice + rest.removeprefix("?"))
    if rest.startswith("?"):
        yield from _unfolded(rest[1:])


def _closed(pattern: str) -> int:
    """Where the group closes that a pattern opens with."""
    depth = 0
    for at, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return at
    raise ValueError(f"a group stays open in {pattern!r}")


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, parted where no group is open."""
    found, depth = [""], 0
    for sign in pattern:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += sign
    return found
