"""How tables of cues are written: the words by which a page speaks of itself.

The tables stand in `labels`, `controls`, `appeals` and `pictures`. They help the rules of
structure in
`frame` and `listing`, and are not their ground: a page whose words stand in no table has still its
short lines before and after its prose.
"""

import re
from collections.abc import Iterable, Iterator

# What may stand in a regular expression around a bar: an escape, a class, a bracket.
TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]")
FIRST_GROUP = re.compile(r"\(\?:([^()]*)\)(?![?*+{])")
FIRST_LETTER = re.compile(r"[^\W\d_](?![?*+{])")


def cues(rows: str) -> tuple[str, ...]:
    """The regular expressions of a table, one a line; an indented line goes on where the last
    ended.
    """
    found: list[str] = []
    for row in rows.strip("\n").splitlines():
        if not row.strip():
            continue
        if row.startswith("    ") and found:
            found[-1] += row.strip()
        else:
            found.append(row)
    return tuple(found)


def by_letter(patterns: Iterable[str]) -> str:
    """A regular expression that finds what any of several does, in half the time.

    `re` tries one alternative after the other at each place: here those that begin with a letter
    are tried where it stands. Which of several that fit is found is not kept.
    """
    behind: dict[str, list[str]] = {}
    others = []
    for pattern in patterns:
        for one in _spread(pattern):
            if FIRST_LETTER.match(one):
                behind.setdefault(one[0], []).append(one[1:])
            else:
                others.append(f"(?:{one})")
    return "|".join([*(f"{first}(?:{'|'.join(rest)})" for first, rest in behind.items()), *others])


def _spread(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those of a group at its begin among them."""
    for one in _alternatives(pattern):
        group = FIRST_GROUP.match(one)
        if group is None:
            yield one
        else:
            yield from (first + one[group.end() :] for first in _alternatives(group[1]))


def _alternatives(pattern: str) -> Iterator[str]:
    """What bars outside brackets part."""
    depth = begin = 0
    for found in TOKEN.finditer(pattern):
        depth += (found[0] == "(") - (found[0] == ")")
        if found[0] == "|" and not depth:
            yield pattern[begin : found.start()]
            begin = found.end()
    yield pattern[begin:]
