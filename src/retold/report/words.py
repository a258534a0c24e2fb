"""The words every face of a report uses: counts, verdicts, kinds, how sure."""

import re

from retold.model.change import QuoteStatus, Severity
from retold.model.document import AttributionKind, MarkKind
from retold.model.relation import Dependence, LinkKind, RelationKind
from retold.model.story import DescentKind, NodeKind, Story, WeakestLink

# Characters that would move a cursor, reverse what follows, or cannot be written as UTF-8:
# C0 but tab and line feed, DEL, C1, direction embeddings, overrides and isolates, the line and
# paragraph separators, interlinear annotation, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufff9-\ufffb\ud800-\udfff]"
)
_BLANK = re.compile(r"\s+")

# Probability words and their lower bounds: Intelligence Community Directive 203, "Analytic
# Standards" (2015), table of expressions of likelihood.
_SURE = (
    (0.95, "almost certain"),
    (0.80, "very likely"),
    (0.55, "likely"),
    (0.0, "about even"),
)

KIND_WORDS = {
    RelationKind.COPY: "copy",
    RelationKind.REVISION: "revision",
    RelationKind.EXCERPT: "excerpt",
    RelationKind.PARAPHRASE: "paraphrase",
    RelationKind.REWRITE: "rewrite",
    RelationKind.SHARED_SOURCE: "shared source",
    RelationKind.INDEPENDENT: "independent",
    RelationKind.UNRELATED: "unrelated",
    RelationKind.UNKNOWN: "unknown",
}

KIND_MEANINGS = {
    RelationKind.COPY: "the same sentences; only typography, a few letters or furniture differ",
    RelationKind.REVISION: "most sentences word for word, some added, dropped or edited in place",
    RelationKind.EXCERPT: "nearly all of one stands word for word in the other, longer one",
    RelationKind.PARAPHRASE: "sentence by sentence in nearly the same order, reworded",
    RelationKind.REWRITE: "facts and their selection taken over; condensed or rearranged",
    RelationKind.SHARED_SOURCE: "written apart; quotes or figures come from one document",
    RelationKind.INDEPENDENT: "one event, nothing shared that one document would explain",
    RelationKind.UNRELATED: "not one event",
    RelationKind.UNKNOWN: "too little to say",
}

DEPENDENCE_WORDS = {
    Dependence.DEPENDENT: "dependent",
    Dependence.INDEPENDENT: "independent",
    Dependence.UNKNOWN: "undecided",
}

DESCENT_WORDS = {
    DescentKind.COPY: "copied",
    DescentKind.REVISION: "revised",
    DescentKind.PARAPHRASE: "paraphrased",
    DescentKind.REWRITE: "rewritten",
    DescentKind.EXCERPT: "excerpted",
    DescentKind.CITES: "rests on",
}

NODE_WORDS = {
    NodeKind.ATTESTED: "held",
    NodeKind.LOST: "lost",
    NodeKind.PRIMARY: "primary source",
}

STATUS_WORDS: dict[QuoteStatus | None, str] = {
    QuoteStatus.VERBATIM: "word for word",
    QuoteStatus.TRIMMED: "trimmed",
    QuoteStatus.ALTERED: "altered",
    QuoteStatus.UNATTESTED: "in no other telling we hold",
    None: "not judged",
}

# Of one use of a quote: its status, or why it has none.
USE_WORDS = {one.value: said for one, said in STATUS_WORDS.items() if one is not None} | {
    "indirect": "indirect",
    "none": "not judged",
}

# Tenths of the height of a bar: the higher, the more was changed.
BAR_HEIGHT = {"verbatim": 1, "edited": 4, "rewritten": 7, "left-only": 10, "right-only": 10}

# One of them, and several.
SEVERITY_NOUNS = {
    Severity.CONTRADICTION: ("contradiction", "contradictions"),
    Severity.MEANING: ("change of meaning", "changes of meaning"),
    Severity.WORDING: ("change of wording", "changes of wording"),
    Severity.TYPO: ("slip", "slips"),
}
SEVERITY_WORDS = {severity: several for severity, (_, several) in SEVERITY_NOUNS.items()}

MARK_WORDS = {
    MarkKind.HIDDEN: "text that the page hides",
    MarkKind.ZERO_WIDTH: "characters without width",
    MarkKind.LOOK_ALIKE: "letters of another alphabet",
}

ATTRIBUTION_WORDS = {
    AttributionKind.AGENCY: "signed by the agency",
    AttributionKind.PROVIDER: "provided by",
    AttributionKind.RIGHTS: "rights of",
    AttributionKind.BASED_ON: "made from",
    AttributionKind.CANONICAL: "known by",
    AttributionKind.SYNDICATED: "taken over from",
}

LINK_WORDS = {
    LinkKind.VERBATIM: "word for word",
    LinkKind.EDITED: "edited",
    LinkKind.REWRITTEN: "reworded",
}

_ROW_WORDS = {
    "verbatim": "word for word",
    "edited": "edited",
    "rewritten": "reworded",
    "left-only": "only left",
    "right-only": "only right",
}
_DIRECTED_ROW_WORDS = _ROW_WORDS | {"left-only": "dropped", "right-only": "added"}


def row_words(kind: str, *, directed: bool) -> str:
    """How the two sides of a row stand; dropped and added only where the parent is known."""
    return (_DIRECTED_ROW_WORDS if directed else _ROW_WORDS)[kind]


def safe(text: str) -> str:
    """`text` without characters that would act on a terminal or turn a page's direction."""
    return _UNSAFE.sub("", text)


def in_place(text: str) -> str:
    """`text` safe and as long as it was, so that places in it stay where they are."""
    return _UNSAFE.sub(_shown, text)


def _shown(unsafe: "re.Match[str]") -> str:
    # A carriage return ends a line as it did; what reverses or hides text is seen to be there.
    return " " if unsafe[0] == "\r" else "\ufffd"


def line(text: str, width: int = 160) -> str:
    """`text` on one line of at most `width` characters, safe; what was cut is counted in it."""
    # A title of a megabyte is cut before it is folded: the rest is never shown.
    short = _BLANK.sub(" ", safe(text[: 8 * width])).strip()
    total = len(short) + max(len(text) - 8 * width, 0)
    if total <= width:
        return short or "(no name)"
    kept = width - len(f"… (+{total})")
    if kept < width // 2:
        return short[: max(width - 1, 1)].rstrip() + "…"
    return f"{short[:kept].rstrip()}… (+{total - kept})"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """The number with its noun in the right form: `1 telling`, `5 tellings`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def origins_words(least: int, most: int) -> str:
    """How many origins: `2 origins`, or `at least 2, at most 3 origins`."""
    if most > least:
        return f"at least {least}, at most {count(most, 'origin')}"
    return count(least, "origin")


def verdict(story: Story) -> str:
    """The sentence the whole program is for: `5 tellings, 2 origins, 1 primary source`."""
    return ", ".join(
        (
            count(len(story.documents), "telling"),
            origins_words(len(story.origins), story.origins_at_most),
            primaries_words(len(story.primaries)),
        )
    )


def primaries_words(number: int) -> str:
    """How many primaries: `1 primary source`, or that no telling names one."""
    return count(number, "primary source") if number else "no primary source named"


def weakest_link(link: WeakestLink) -> str:
    """The pair that holds a story together at its weakest, and how far it tells of one event."""
    pair = f"{line(link.left, 60)} and {line(link.right, 60)}"
    likely = percent(link.same_event)
    return f"The loosest tie of the story: {pair}, {likely} likely to tell of one event."


def told(story: Story) -> str:
    """The verdict as a sentence of prose."""
    tellings = len(story.documents)
    origins = origins_words(len(story.origins), story.origins_at_most)
    if tellings == 1:
        return "One telling, alone: no other text here tells of its event."
    rest = f"and rest on {count(len(story.primaries), 'primary source')}"
    named = rest if story.primaries else "and name no primary source"
    return f"{tellings} tellings go back to {origins} {named}."


def sure(confidence: float) -> str:
    """A confidence, 0..1, in words; the number belongs beside them."""
    return next(words for least, words in _SURE if confidence >= least or least == 0.0)


def percent(share: float) -> str:
    """A share, 0..1, in whole per cent; never rounded up to certainty or down to nothing."""
    if 0.99 < share < 1:
        return ">99 %"
    if 0 < share < 0.01:
        return "<1 %"
    return f"{share * 100:.0f} %"
