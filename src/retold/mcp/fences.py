"""Article text as data: fenced, so that no sentence in it is taken for an instruction.

The mark of a fence is a hash of what it holds. Whoever writes an article cannot put its end into
it: that would change the hash.
"""

import hashlib

LONGEST = 600  # characters of one piece of text; by eye, three sentences
MARK = 12  # hexadecimal digits


def fenced(text: str, longest: int = LONGEST) -> str:
    """`text` between its marks, cut where it is long; what was cut is counted."""
    shown = text if len(text) <= longest else f"{text[:longest]} … (+{len(text) - longest})"
    # What acts on a terminal, or hides from one, has no business in a client's window either.
    shown = "".join(one if one.isprintable() or one == "\n" else "\ufffd" for one in shown)
    mark = hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()[:MARK]
    return f"[data {mark}]{shown}[/data {mark}]"


def fenced_or_none(text: str | None) -> str | None:
    """`text` fenced; None where nothing is known."""
    return fenced(text) if text else None
