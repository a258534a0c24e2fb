"""Where an English sentence says whose word a statement is, and where reporters keep a reserve."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retold.model.document import Span
from retold.text.reporting import VERBS, Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue of whose word it is. `to`: the words that name them, None where a verb says it.

    `firm`: the cue gives a statement to somebody wherever it stands.
    """

    span: Span
    to: Span | None
    firm: bool


@dataclass(frozen=True, slots=True)
class Caveat:
    """Words by which reporters keep a reserve; those of one `kind` say the same."""

    span: Span
    kind: str


_NAMED = r"(?:(?:the|a|an|his|her|its|their) )?(?:[\w’'./&-]+ ){0,10}?[\w’'/&-]+"
_ACCORDING = re.compile(
    rf"\b(?:according to|in the words of|as (?:said|reported|stated|claimed) by)\s"
    rf"(?P<to>{_NAMED})(?=[,.;:)\n]|$| (?:and|who|which|that|said|has|have|is|was|were|are)\b)",
    re.IGNORECASE,
)
# Verbs of thinking and asking, and those that are mostly something else, give no statement.
_NO_STATEMENT = frozenset({Stance.THINK, Stance.ASK, Stance.PRAISE, Stance.URGE})
_EXPRESS = re.compile(r"express|voic|describ|attribut|confident|accus|convinc|credit|opinion")
# Verbs of saying that mostly do something else.
_MOSTLY_ELSE = frozenset(
    "go goes going went gone put puts putting begin begins began begun beginning read reads reading"
    " list lists listed name names named rate rates rated rank ranks ranked find finds found show"
    " shows showed shown call calls called calling present presented press pressed print printed"
    " detail details text labels label outline grant grants question questions challenge discover"
    " continue continues continued continuing post posts posted broadcast float".split()
)
_SAYS = frozenset(
    "said says say saying told tells added adds stated states claimed claims claiming alleged"
    " alleges insisted insists argued argues tweeted".split()
)
_WORD = re.compile(r"[A-Za-z]+")
_NOT = (
    r"(?:(?:has|have|had|could|can|was|were|is|did|does) ?(?:not|n['’]t)|cannot"
    r"|(?:was|were|is|been) unable to)(?: yet| immediately| been able to| so far| be| been"
    r"| independently){0,4} "
)
# What a reporter could not do, by what was sought.
_CAVEATS = {
    "verified": rf"{_NOT}(?:verif|confirm|authenticat|corroborat|substantiat|establish)\w*"
    r"|(?:remain(?:s|ed)?|is|was|were) (?:as yet )?(?:unconfirmed|unverified)"
    r"|no (?:independent )?(?:confirmation|verification)",
    "comment": rf"{_NOT}(?:respon|repl(?:y|ied)|comment|reach|available)\w*"
    r"|(?:declin|refus)(?:ed|es|ing) (?:to comment|comment)|unavailable for comment"
    r"|no (?:comment|reply|response)",
    "clear": rf"{_NOT}(?:clear|known|certain)\b|(?:remain(?:s|ed)?|is|was) (?:unclear|unknown)"
    r"|unclear (?:who|what|how|why|when|whether)",
    "anonymous": r"(?:on|under) (?:the )?condition of anonymity|not authori[sz]ed to speak",
}
_CAVEAT = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{row})' for kind, row in _CAVEATS.items())})", re.IGNORECASE
)


def attributions(text: str, span: Span) -> Iterator[Attribution]:
    """The cues inside `span`; those that name somebody behind them first, then verbs of saying."""
    for found in _ACCORDING.finditer(text, span.begin, span.end):
        yield Attribution(Span(*found.span()), Span(*found.span("to")), firm=True)
    for found in _WORD.finditer(text, span.begin, span.end):
        word = found.group().lower()
        stance = VERBS.get(word)
        known = stance is not None and word not in _MOSTLY_ELSE
        if known or _EXPRESS.match(word):
            firm = word in _SAYS and stance not in _NO_STATEMENT
            yield Attribution(Span(found.start(), found.end()), None, firm)


def caveats(text: str, span: Span) -> Iterator[Caveat]:
    """The reserves inside `span`, in order: not verified, could not be reached, not clear."""
    for found in _CAVEAT.finditer(text, span.begin, span.end):
        yield Caveat(Span(found.start(), found.end()), found.lastgroup or "")
