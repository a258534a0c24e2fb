"""How tables of cues are written: the words by which a page speaks of itself.

The tables stand in `labels`, `controls`, `appeals` and `pictures`. They help the rules of
structure in
`frame` and `listing`, and are not their ground: a page whose words stand in no table has still its
short lines before and after its prose.
"""


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
