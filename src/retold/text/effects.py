"""How strongly an English sentence ties one thing to another: side by side, or as its effect.

After Sumner et al., *The association between exaggeration in health related science news and
academic press releases*, BMJ 2014: no tie, correlation, conditional cause, cause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retold.model.document import Span


class Tie(StrEnum):
    """What a word says of two things."""

    LINK = "link"  # they go together
    EFFECT = "effect"  # one changes the other


@dataclass(frozen=True, slots=True)
class Effect:
    """A word that ties two things."""

    span: Span
    tie: Tie


_LINK = (
    r"associat(?:ed|ion|ions|e|es)|link(?:s|ed|ing)?|correlat(?:ed|es?|ion|ions)"
    r"|connect(?:ed|ion|ions)"
    r"|relat(?:ed to|ionship|ionships|ion|es? to)|predict(?:s|ed|or|ors|ive)?|risk(?:s| factors?)?"
    r"|odds|more likely|less likely|likelihood|prevalence|tend(?:s|ed)? to|trend|marker"
    r"|independent of"
    r"|compared (?:with|to)|than (?:those|people|women|men|children|patients|in|if)"
    r"|differ(?:ed|ences?)?"
    r"|higher|lower|greater|fewer|increased risk|rates? of|twice as|times (?:more|as|higher)"
)
_EFFECT = (
    r"caus(?:e|es|ed|ing|al|ally)|lead(?:s|ing)? to|led to|results? in|resulted in|due to"
    r"|because(?: of)?"
    r"|reduc(?:e|es|ed|ing|tion)|increas(?:e|es|ing)|improv(?:e|es|ed|ing|ement)"
    r"|prevent(?:s|ed|ing)?"
    r"|boost(?:s|ed|ing)?|protect(?:s|ed|ing)?|help(?:s|ed|ing)?|affect(?:s|ed|ing)?"
    r"|impair(?:s|ed)?"
    r"|damag(?:e|es|ed|ing)|trigger(?:s|ed|ing)?|promot(?:e|es|ed|ing)|enhanc(?:e|es|ed|ing)"
    r"|inhibit(?:s|ed|ing|ion)?|induc(?:e|es|ed|ing)|activat(?:e|es|ed|ing)|influenc(?:e|es|ed)"
    r"|driv(?:e|es|en|ing)|control(?:s|led)?|regulat(?:e|es|ed)|determin(?:e|es|ed|ing)"
    r"|cut(?:s|ting)?"
    r"|sav(?:e|es|ing)|kill(?:s|ed)?|stop(?:s|ped)?|block(?:s|ed)?|chang(?:e|es|ed|ing)"
    r"|effect(?:s|ive)?"
    r"|reliev(?:e|es|ed)|relief|treat(?:s|ed|ment)?|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)"
    r"|worsen(?:s|ed)?"
    r"|harm(?:s|ed|ful)?|mak(?:e|es|ing)|made|slow(?:s|ed)?|halv(?:e|es|ed)|benefit(?:s|ed)?|impact"
    r"|shap(?:e|es|ed)|produc(?:e|es|ed)|generat(?:e|es|ed)|contribut(?:e|es|ed)|key to"
    r"|responsible for"
    r"|allow(?:s|ed)?|enabl(?:e|es|ed)|suppress(?:es|ed)?|stimulat(?:e|es|ed)|mechanism|role"
)
_TIE = re.compile(rf"\b(?:(?P<link>{_LINK})|(?P<effect>{_EFFECT}))\b", re.IGNORECASE)


def effects(text: str, span: Span) -> Iterator[Effect]:
    """The words inside `span` that tie two things, in order."""
    for found in _TIE.finditer(text, span.begin, span.end):
        yield Effect(Span(found.start(), found.end()), Tie(found.lastgroup or "link"))
