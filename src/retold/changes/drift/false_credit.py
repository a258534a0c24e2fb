"""Tellings that claim as their own what goes back to another outlet (A605)."""

import re
from collections.abc import Iterator

from retold.changes.drift.codes import CODES
from retold.changes.tellings import Tellings
from retold.model.change import Drift
from retold.model.document import Document, Place, Span
from retold.model.story import Origin
from retold.text.credits import Credit, credited
from retold.text.outlets import same_outlet

# What claims the making of a report, beside an outlet; a copyright line does not.
CLAIMS = re.compile(
    r"\b(?:exclusive(?:ly)?|scoop|(?:by|from) our own"
    r"|our own (?:reporters?|correspondents?|newsroom|staff)"
    r"|first (?:reported|revealed|published) by|(?:obtained|revealed|uncovered) by)\b",
    re.IGNORECASE,
)


def false_credits(tellings: Tellings) -> Iterator[Drift]:
    """The lines that claim a telling for an outlet, where its origin is credited to another.

    Only where a telling of the origin names that other one as its maker.
    """
    for origin in tellings.origins:
        held = [tellings.documents[name] for name in origin.documents]
        made = {one.id: tuple(credited(one.text, one.blocks, one.language)) for one in held}
        due = any(same_outlet(one.name, origin.label) for name in made for one in made[name])
        for document in held if due and len(held) > 1 else ():
            yield from _claimed(document, made[document.id], origin)


def _claimed(document: Document, made: tuple[Credit, ...], origin: Origin) -> Iterator[Drift]:
    seen: set[Span] = set()
    for credit in made:
        line = _line(document.text, credit.span)
        claims = CLAIMS.search(document.text, line.begin, line.end)
        if claims and line not in seen and not same_outlet(credit.name, origin.label):
            seen.add(line)
            code = CODES["A605"]
            note = f"{code.text.rstrip('.')}: it goes back to {origin.label}."
            words = " ".join(line.of(document.text).split())
            yield Drift(code.id, code.severity, None, Place(document.id, line), None, words, note)


def _line(text: str, span: Span) -> Span:
    """The line a span stands in."""
    begin = text.rfind("\n", 0, span.begin) + 1
    end = text.find("\n", span.end)
    return Span(begin, end if end >= 0 else len(text))
