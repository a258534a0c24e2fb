"""English words that say why a thing happened, and what came before what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retold.model.document import Span


class Order(StrEnum):
    """When the clause before the word happens, seen from the clause behind it."""

    BEFORE = "before"
    AFTER = "after"
    WHILE = "while"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A word that orders two events."""

    span: Span
    order: Order


_ORDER = re.compile(
    r"\b(?:(?P<before>(?<!ever )before(?![,.;])|prior to|ahead of|in advance of"
    r"|(?:led|leading) up to)"
    r"|(?P<after>after|following|in the wake of|in the aftermath of)"
    r"|(?P<while>while|whilst|during|at the same time as|simultaneously with))\b"
    r"(?! (?:all|day after|that|the first time))",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because(?: of)?|due to(?! (?:be|take|begin|start|open|meet|end)\b)"
    r"|owing to|thanks to|as a (?:result|consequence)|resulted? in"
    r"|resulting (?:in|from)|results? (?:in|from)|caus(?:e|es|ed|ing)(?: by)?|led to|leads? to"
    r"|leading to|so that|therefore|consequently|trigger(?:s|ed|ing)?|prompt(?:s|ed|ing)?"
    r"|spark(?:s|ed|ing)?|forc(?:ed|ing)|blamed? (?:on|for)|thereby|hence|driven by"
    r"|stem(?:s|med) from|brought about|in response to"
    r"|on the grounds|fuel(?:led|ed|s)|reason(?:s)? (?:why|behind))\b",
    re.IGNORECASE,
)
# Words that may say why, and as often something else: they answer for a cause in a rewording.
_SOFT_CAUSE = re.compile(
    r"\b(?:as|since|for|by|over|with|so|means?|meant|makes?|made|making|from|given|effect"
    r"|affect(?:s|ed)?|impact|result|generat(?:e|es|ed|ing)|attribut(?:e|es|ed|able)|reasons?|responsible|contribut(?:e|es|ed|ing)|factors?|due|help(?:s|ed)?|through|creat(?:e|es|ed|ing)|produc(?:e|es|ed))\b",
    re.IGNORECASE,
)


def sequences(text: str, span: Span) -> Iterator[Sequence]:
    """The words inside `span` that order two events, in order."""
    for found in _ORDER.finditer(text, span.begin, span.end):
        yield Sequence(Span(found.start(), found.end()), Order(found.lastgroup or "while"))


def causes(text: str, span: Span) -> Iterator[Span]:
    """The words inside `span` that give a cause, in order."""
    for found in _CAUSE.finditer(text, span.begin, span.end):
        yield Span(found.start(), found.end())


def half_causes(text: str, span: Span) -> Iterator[Span]:
    """Words inside `span` that may give a cause, in order."""
    for found in _SOFT_CAUSE.finditer(text, span.begin, span.end):
        yield Span(found.start(), found.end())
