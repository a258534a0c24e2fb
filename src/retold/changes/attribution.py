"""Whom a telling credits with a statement: who is quoted there, or "according to" whom."""

import re

from retold.changes.names import names_of
from retold.changes.tellings import Tellings
from retold.model.document import Place, Span
from retold.text.quotes import Quotation

# A quotation this much of a statement makes the statement its speaker's.
MOST = 0.5  # share of characters
ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s reported by|[Cc]iting|in the words of)[ \u00a0]"
)
# Words between the cue and the name it leads to: "according to a transcript obtained by".
REACH = 60  # characters
SAID_TO = re.compile(
    r"(?:a|an|the|his|her|its|their)[ \u00a0][\w’' -]{3,40}?"
    r"(?=[,.;:]|[ \u00a0](?:that|which|who|by|of)\b)"
)


def attributed_to(place: Place, tellings: Tellings) -> str | None:
    """Who is credited with the statement at a place; None where the telling says it itself."""
    quotations = tellings.quotations.get(place.document, ())
    covering = [(_share(one, place.span), one) for one in quotations if one.speaker]
    best = max(covering, key=lambda pair: (pair[0], -pair[1].begin), default=None)
    if best is not None and best[0] >= MOST:
        return best[1].speaker
    return _according(place, tellings)


def _share(quotation: Quotation, span: Span) -> float:
    """Share of a span that a quotation covers with all that its act of saying reports, 0..1."""
    parts = quotation.content or (quotation.marks,)
    covered = sum(max(0, min(one.end, span.end) - max(one.begin, span.begin)) for one in parts)
    told = quotation.speaker_span
    beside = len(told) if told and span.holds(told) else 0
    cue = len(quotation.cue) if quotation.cue and span.holds(quotation.cue) else 0
    return covered / max(1, len(span) - beside - cue)


def _according(place: Place, tellings: Tellings) -> str | None:
    """The name, or the thing, that "according to" leads to in the statement."""
    text = tellings.documents[place.document].text
    found = ACCORDING.search(text, place.span.begin, place.span.end)
    if found is None:
        return None
    end = min(place.span.end, found.end() + REACH)
    sentences = tellings.readings[place.document].sentences
    named = [
        name
        for name in names_of(tellings.documents[place.document], sentences)
        if found.end() <= name.span.begin and name.span.end <= end
    ]
    if named:
        return named[0].form
    thing = SAID_TO.match(text, found.end(), end)
    return " ".join(thing.group().split()) if thing else None
