"""The wordings by which a text speaks of its own maker or gives credit: patterns beside a name.

Weights are by eye, 0..1: how often the name beside the cue is the maker of the text it stands in.
"""

import re
from dataclasses import dataclass

from retold.model.document import Span
from retold.text.outlets import NAME


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording and where its name stands.

    Attributes:
        words: one of them stands in every text where `pattern` does.
        before: the name stands before the wording; otherwise right after it.
        weight: 0..1, for a name that is an outlet's by its words.
        outlet: whether a name that is not such a one counts for nothing; otherwise for less.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    before: bool
    weight: float
    outlet: bool = False

    def may_stand_in(self, text: str) -> bool:
        """Whether a word of it stands in a text: sooner said than whether the wording does.

        Never false where that stands.
        """
        return any(map(text.__contains__, self.words))

    def stands_in(self, text: str, span: Span) -> bool:
        """Whether the wording stands in a span."""
        return self.pattern.search(text, span.begin, span.end) is not None


def _cue(pattern: str, words: str, *, before: bool, weight: float, outlet: bool = False) -> Cue:
    """A cue whose words are parted by bars."""
    return Cue(re.compile(pattern), tuple(words.split("|")), before, weight, outlet)


_CHECK = r"(?:verif|confirm|authentic|corroborat|substantiat)\w*"
_WHEN = r"(?:immediately |yet |been able to |able to |so far )"
_NOT = (
    r"(?:(?:has|have|had|could|can|was|were|is|did) ?(?:not|n['’]t)|cannot|(?:was|were|is) "
    r"unable to)"
)
SELF = {
    "en": (
        _cue(
            rf" {_NOT} {_WHEN}{{0,3}}(?:to )?independently {_CHECK}",
            "independently",
            before=True,
            weight=0.95,
        ),
        _cue(
            rf" {_NOT} {_WHEN}{{0,3}}(?:to )?{_CHECK}",
            "verif|confirm|authentic|corroborat|substantiat",
            before=True,
            weight=0.75,
            outlet=True,
        ),
        _cue(
            r" (?:has|have|had) (?:also )?(?:approached|contacted|reached out to|asked|e-?mailed)"
            r" [^.\n]{1,90}? for (?:a |further |more )?(?:comment|reply|response|statement)",
            "approached|contacted|reached out to|asked|mailed",
            before=True,
            weight=0.9,
        ),
        _cue(
            r" (?:(?:has|have|had) (?:seen|read|reviewed|viewed|heard|listened to|obtained"
            r"|examined|learned)"
            r"|(?:had |has )?(?:put|sent) [^.\n]{1,40}? to|understands|can reveal)\b",
            " seen| read| reviewed| viewed| heard| listened to| obtained| examined| learned"
            "| put | sent | understands| can reveal",
            before=True,
            weight=0.6,
            outlet=True,
        ),
        _cue(
            r"(?:['’]s?) (?:[a-z-]+ ){0,3}(?:correspondents?|reporters?|editor|journalists?"
            r"|newsroom)\b",
            "correspondent|reporter|editor|journalist|newsroom",
            before=True,
            weight=0.5,
            outlet=True,
        ),
        _cue(
            r"\b(?:told|speaking to|spoke to|speaking with|interview with|comments to"
            r"|statement to|said to"
            r"|email to|e-mail to|emailed to|shared with|provided to|asked by|contacted by"
            r"|reached by"
            r"|approached by|(?:seen|reviewed|obtained|viewed|heard|read|verified) by)\b",
            "told|speaking to|spoke to|speaking with|interview with|comments to|statement to"
            "|said to|mail to|mailed to|shared with|provided to|asked by|contacted by|reached by"
            "|approached by|seen by|viewed by|obtained by|heard by|read by|verified by",
            before=False,
            weight=0.4,
            outlet=True,
        ),
        _cue(
            r"\b(?:respond(?:ed)?|repl(?:y|ied)|response) to (?:an? )?(?=(?:the )?"
            rf"{NAME}(?:['’]s?)? (?:requests? for (?:comment|an interview)))",
            "request",
            before=False,
            weight=0.8,
        ),
        _cue(
            r"\b(?:respond(?:ed)?|repl(?:y|ied)|response) to (?:an? )?(?=(?:the )?"
            rf"{NAME}(?:['’]s?)? (?:request|inquir|enquir|quer|question))",
            "respond to|responded to|reply to|replied to|response to",
            before=False,
            weight=0.7,
            outlet=True,
        ),
    ),
    "de": (
        _cue(
            r"\bkonnten? (?:die |der |das )?(?=[^.\n]{2,60}? (?:zunächst )?nicht (?:unabhängig )?"
            r"(?:über)?(?:prüf|bestätig|verifizier))",
            "konnte",
            before=False,
            weight=0.9,
        ),
        _cue(
            r"\bsagten? (?:sie |er |\w{1,20} )?(?:der|dem|den|die)\b",
            "sagte",
            before=False,
            weight=0.4,
            outlet=True,
        ),
        _cue(r"\bliegt (?:der|dem|die)\b", "liegt", before=False, weight=0.6, outlet=True),
    ),
    "fr": (
        _cue(
            r" n['’](?:a|avait|ont) (?:pas|pu) (?:pu )?(?:être |en mesure de )?"
            r"(?:vérifi|confirm|authentifi)\w+",
            "vérifi|confirm|authentifi",
            before=True,
            weight=0.9,
        ),
        _cue(
            r"\b(?:a (?:déclaré|dit|indiqué|confié|affirmé) (?:à|au)|(?:consulté|obtenu"
            r"|vu)e?s? par)\b",
            "a déclaré|a dit|a indiqué|a confié|a affirmé| par",
            before=False,
            weight=0.4,
            outlet=True,
        ),
    ),
    "es": (
        _cue(
            r" no (?:ha podido|pudo|ha) (?:verific|confirm|comprob)\w+",
            "verific|confirm|comprob",
            before=True,
            weight=0.9,
        ),
        _cue(
            r"\b(?:dijo|declaró|explicó|ha dicho|aseguró) a(?:l)?\b|\ba los que ha tenido acceso\b",
            "dijo a|declaró a|explicó a|ha dicho a|aseguró a|a los que ha tenido acceso",
            before=False,
            weight=0.4,
            outlet=True,
        ),
    ),
    "it": (
        _cue(
            r" non (?:ha potuto|ha|è riuscit[ao] a) (?:verific|conferm)\w+",
            "verific|conferm",
            before=True,
            weight=0.9,
        ),
        _cue(
            r"\b(?:ha detto|ha dichiarato|ha spiegato) (?:a|al|all['’]|alla)",
            "ha detto|ha dichiarato|ha spiegato",
            before=False,
            weight=0.4,
            outlet=True,
        ),
    ),
}

# What says that an outlet is another's: it published, it reported, one cites it.
OTHERS = re.compile(
    r"\b(?:(?:first |originally )?(?:reported|published|released|revealed|transcribed|broken)"
    r"(?: (?:on|as|in) (?:an? )?\w+){0,2} by|according to|as reported in|report in|laut|selon"
    r"|según|secondo)"
    r"\b|(?<=[\w’'])(?P<verb> (?:also |first |has also |has |had )?(?:reported|reports"
    r"|published|released"
    r"|transcribed|revealed|posted|berichtete|rapporte|informó|riferisce)(?! (?:(?:on|as|in) "
    r"(?:an? )?\w+ )?by\b))\b"
)

_LINE_NAME = r"(?P<name>[^\n|•·]{2,60}?)"
_END = r"[ .)\]]*$"
# Whole lines, or the beginning of one, that give credit, and their weights.
_LINES = (
    (rf"^(?:source|via|credit|quelle|fuente|fonte) ?[:：] {_LINE_NAME}{_END}", 0.8),
    (
        r"^(?:editor['’]s note: )?\W?(?:this|the|a version of this) (?:article|story|report"
        r"|post|piece|text)"
        rf" (?:was |is |has |also )?(?:been )?(?:first |originally )?(?:republished "
        rf"|published |appeared |syndicated )"
        rf"(?:first |originally )?(?:here )?(?:by|in|on|at|from) (?:the )?{_LINE_NAME}(?: "
        rf"on .{{0,30}}|{_END})",
        1.0,
    ),
    (
        rf"^\W?(?:originally|first) (?:published|appeared) (?:by|in|on|at) (?:the "
        rf")?{_LINE_NAME}{_END}",
        1.0,
    ),
    (
        r"^\W?(?:read|see) (?:the |more of the )?(?:full|original|whole|entire|rest of the"
        r"|complete)"
        rf" (?:story|article|report|piece|text)? ?(?:at|on|in|from|by) (?:the "
        rf")?{_LINE_NAME}{_END}",
        0.9,
    ),
    (rf"^\W?(?:read more|continue reading) (?:at|on|in|from) (?:the )?{_LINE_NAME}{_END}", 0.7),
    (rf"^(?:an? )?exclusive (?:report )?(?:by|from) (?:the )?{_LINE_NAME}{_END}", 0.8),
    (
        rf"^\W?(?:with (?:files|material|reporting|inputs?) (?:from|by)) (?:the "
        rf")?{_LINE_NAME}{_END}",
        0.8,
    ),
    (
        rf"^\W?(?:mit material (?:von|der)|avec|con información de|con informazioni di) "
        rf"(?:l['’]|la )?{_LINE_NAME}{_END}",
        0.7,
    ),
    (rf"^\W?(?:additional )?reporting by (?:the )?{_LINE_NAME}(?:;|{_END})", 0.6),
    (
        rf"^(?:©|\(c\)|copyright)(?: ?©)? ?(?:\d{{4}}(?:[-–]\d{{4}})?,? )?(?:by )?(?:the "
        rf")?{_LINE_NAME}(?:\.|,|$)",
        0.6,
    ),
    (rf"^(?:the )?{_LINE_NAME} contributed to this (?:report|story|article)\b", 0.5),
    (rf"^(?:[—–]|--) ?(?:the )?{_LINE_NAME}{_END}", 0.7),
)
LINES = tuple((re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in _LINES)
# Where none of them begins nothing need be asked; without its `^`, to be used inside a text.
ANY_LINE = re.compile(
    "|".join(pattern.removeprefix("^").replace("?P<name>", "?:") for pattern, _ in _LINES),
    re.IGNORECASE,
)
# Such as "HARBOUR CITY, March 3 (Reuters) -", "Berlin (dpa) -" and "Madrid, 3 mar (EFE).-".
_DASHED = r"\)\.? ?(?:[-–—]|--)"
DATELINE = re.compile(
    rf"(?:[^\W\d_][^\n()]{{1,50}} )?\((?P<name>[A-Za-zÀ-ÿ][\w .&/’'-]{{1,40}}){_DASHED}"
)
DATELINE_END = re.compile(_DASHED)
BY = re.compile(r"^(?:by|von|par|por|di|words by|written by|reported by)[: \u00a0]+", re.IGNORECASE)
# What stands between a person and the outlet in a byline, and what a role is called there.
BYLINE_JOINT = re.compile(r" ?(?:[,|•·/–—]| - | for (?:the )?| of (?:the )?| in | at ) ?")
ROLE = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|columnist|staff|chief|analyst|contributor"
    r"|producer|head)\b",
    re.IGNORECASE,
)
