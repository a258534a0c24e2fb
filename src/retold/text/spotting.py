"""A quick pattern beside a slow one: it says where the slow one finds nothing.

Asked to ignore case, `re` tries every alternative at every word. The quick pattern reads text in
lower case, and branches by first letter.
"""

import re
from collections.abc import Iterable

# What may stand before an alternative and need not: "(?:audio )?", "(?<!policy )".
OPTIONAL = re.compile(r"\(\?:[^()]*\)\?|\(\?<![^()]*\)")


def spotting(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lower-case text that finds something wherever one of `patterns` does.

    It may find more. They stand between word boundaries and have no classes in upper case; what
    each may begin with ends in a space.
    """
    by_letter: dict[str, list[str]] = {}
    for one in (one for pattern in patterns for one in _alternatives(pattern.lower())):
        prefix = OPTIONAL.match(one)
        rest = one[prefix.end() :] if prefix else one
        plain = rest[0].isalpha() and rest[1:2] not in {"?", "-", "*"}
        by_letter.setdefault(rest[0] if plain else "", []).append(rest)
    others = by_letter.pop("", [])
    branches = [
        f"{letter}(?:{'|'.join(one[1:] for one in rest)})"
        for letter, rest in sorted(by_letter.items())
    ]
    return re.compile(rf"\b(?:{'|'.join([*branches, *others])})\b")


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
