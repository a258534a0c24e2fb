"""The words by which a text says that something is not so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retold.model.document import Span


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that denies. `firm`: it turns a statement round wherever it stands ("not", "never");
    others do so in some wordings and answer for a firm one in a rewording ("failed", "unclear").
    """

    span: Span
    firm: bool


# These turn an English statement round wherever they stand.
_ENGLISH = "not cannot never no none nobody nothing nowhere neither nor without"
# What the short forms shorten: "hasn't", "can’t".
_SHORTENED = (
    "is are was were do does did has have had ca wo could would should must need might sha dare "
    "ought ai"
).split()
# Words that deny what they stand with, folded, in five languages; between quotation marks the
# English ones that nearly deny count too.
NEGATORS = frozenset(
    f"{_ENGLISH} noone hardly scarcely barely unable "
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends weder ohne "
    "pas jamais aucun aucune personne rien ni sans "
    "nunca jamas nadie nada ningun ninguna ninguno tampoco sin "
    "non mai nessun nessuno nessuna niente nulla neanche senza".split()
)
# The short forms as they are left once the apostrophe is gone.
SHORT = frozenset(f"{one}nt" for one in _SHORTENED)
_FIRM = "|".join((*_ENGLISH.split(), "no one", "no longer"))
_SHORT = rf"(?:{'|'.join(_SHORTENED)})n['’`]t"
_SOFT = (
    r"fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|den(?:y|ies|ied|ying|ial)"
    r"|reject(?:s|ed|ing|ion)?|unable|inability|lack(?:s|ed|ing)?|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?|struggl(?:e|es|ed|ing)"
    r"|prevent(?:s|ed|ing)?|exclud(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|stop(?:s|ped|ping)? short"
    r"|hardly|barely|scarcely|rarely|seldom|little|few|instead of|out of|rather than|far from"
    r"|except"
    r"|absen(?:t|ce)|miss(?:ed|es|ing)|yet to|too \w+ to|non|zero|dismiss(?:es|ed|ing)?"
    r"|un(?:likely|clear|known|certain|aware|willing|happy|successful|confirmed|changed|able|safe|fit"
    r"|verified|harmed|hurt|injured|affected|available|paid|necessary|founded|reported|named)"
    r"|in(?:capable|correct|accurate|effective|sufficient)|im(?:possible|probable)|ir(?:relevant)"
)
_CUE = re.compile(rf"\b(?:(?P<firm>{_FIRM}|{_SHORT})|{_SOFT})\b", re.IGNORECASE)
# Said with "no" or "not" and denying nothing.
_EMPTY = re.compile(
    r"no (?:doubt|wonder|matter|votes?\b|\d)|nothing (?:but|short)"
    r"|not (?:for\b|a one|the only|only|just|merely|least|to mention)"
    r"|no (?:sooner|less|fewer|more) than|none other|without (?:doubt|question)",
    re.IGNORECASE,
)

# "Isn't just about", "should not have been", "wasn't until": what is behind the denial stands.
_IDLE_AFTER = re.compile(
    r" (?:just|only|merely|simply|necessarily|all|every|have been|until"
    r"|for (?:that|this|it|him|her|them))\b",
    re.IGNORECASE,
)


def negations(text: str, span: Span) -> Iterator[Negation]:
    """The negations inside `span`, in order; "not only", "no doubt" and the like are none."""
    for found in _CUE.finditer(text, span.begin, span.end):
        if _titled(text, span, found) or _EMPTY.match(text, found.start(), span.end):
            continue
        firm = found["firm"] is not None and not _IDLE_AFTER.match(text, found.end(), span.end)
        yield Negation(Span(found.start(), found.end()), firm)


def _titled(text: str, span: Span, found: "re.Match[str]") -> bool:
    """Whether a word with a capital inside a sentence belongs to a name, as in "Doctor No"."""
    if not text[found.start()].isupper() or found.group().lower().endswith("t"):
        return False
    before = text[span.begin : found.start()].rstrip(" \t\n\"'“”‘’(")
    return bool(before) and before[-1] not in ".!?:;…"


def negates(key: str) -> bool:
    """Whether a folded word of one of five languages, its apostrophe kept or not, denies."""
    return key in NEGATORS or key.replace("'", "") in SHORT
