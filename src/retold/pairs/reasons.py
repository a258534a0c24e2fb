"""Why a pair was judged as it was, in words: the measures that decided, and what else was seen.

One table of codes; `retold explain CODE` and the docs are made from it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from retold.model.relation import Alignment, Dependence, LinkKind, Reason, RelationKind
from retold.pairs.kinds import shared_primary
from retold.pairs.reading import Reading

# Where most was kept word for word, what is shared apart from that says little.
KEPT = (RelationKind.COPY, RelationKind.REVISION, RelationKind.EXCERPT)
APART = ("wording", "pairs", "runs")
# What a measure gives where the text has none of what it counts: no figure, no name, no order.
NOTHING = 0.5  # share
COUNTED = ("names", "figures", "content")
# A reader takes in this many grounds at once.
MOST_GROUNDS = 4

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "names": "How many of the names in the shorter text the longer one has, rare ones "
        "counting more. Two reporters choose other people to name; a retelling seldom adds one.",
        "figures": "How many of the figures in the shorter text the longer one has.",
        "content": "How many of the telling words in the shorter text, names and figures apart, "
        "the longer one has, rare ones counting more.",
        "order": "Whether words that stand once in both come in one order. Two reports order their "
        "facts differently; a retelling follows its model.",
        "sentences": "How much of the shorter text stands in sentences that have a counterpart, "
        "and whether the counterparts stand in the same order.",
        "wording": "How many words return in order outside the long runs that both texts share, "
        "so that a statement pasted into both does not count.",
        "pairs": "How many pairs of neighbouring words return outside the long runs that both "
        "texts share: rewording changes words, it seldom parts them.",
        "runs": "How much of the longer text stands word for word in the shorter.",
        "company": "Whether words that share a sentence in one text do so in the other.",
        "shared-quotations": "Words in quotation marks or official wording in both: both heard or "
        "read one speaker. Shared quotations are taken out before descent is measured.",
        "shared-primary": "Both texts name the document, recording or data they report from, and "
        "it is the same.",
        "links": "How many sentences have a counterpart in the other text, and how close it is.",
        "two-languages": "The texts are in two languages; their wording cannot be compared.",
        "too-short": "Apart from shared quotations the shorter text has too few words to judge.",
        "dated": "One text bears an earlier date of its own than the other: from metadata, its "
        "address, a dateline or the server; a clock on the page counts for nothing.",
        "slips": "What is misspelt, doubled or written in letters of two alphabets, and on which "
        "side: a few slips are put right in a later form, many come from a text spoilt on its way.",
        "word-choice": "Which text has the longer, rarer or more words where the two differ, and "
        "the richer vocabulary: rewording moves them one way more often than the other.",
        "additions": "What one text has where the other has nothing: how much, in touches or in "
        "passages, and whether figures come with it. It is weighed by how much both kept.",
        "cohesion": "How the sentences that one text has alone hang together with its others: a "
        "cut leaves a name without the sentence that brought it in.",
        "too-long": "The texts are too long, some 44,000 words each, to read the edits between "
        "them; on direction only dates and excerpts speak.",
        "excerpted": "Nearly all of one text stands in the other, which has as much again.",
        "two-events": "The texts do not tell of one event.",
    }
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a pair when reasons are put into words; `hindrance` is a code or None."""

    kind: RelationKind
    dependence: Dependence
    hindrance: str | None
    measures: Mapping[str, float]
    contributions: Mapping[str, float]
    alignment: Alignment
    pair: tuple[Reading, Reading]


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _order(share: float) -> str:
    if share == NOTHING:
        return "too few words stand once in both texts to have an order"
    if share >= 0.9:
        return "words that stand once in both texts come in the same order"
    how_far = "in part" if share > 0.65 else "little"
    return f"the order of words that stand once in both texts agrees {how_far}"


# The measures that speak for each reason, and what to say of the first of them.
SAID: Mapping[str, tuple[tuple[str, ...], Callable[[float], str]]] = MappingProxyType(
    {
        "names": (
            ("names_poorer_with_quotes",),
            lambda v: f"{_percent(v)} of the names in the shorter text are in the longer",
        ),
        "figures": (
            ("figures_poorer", "figures_poorer_with_quotes"),
            lambda v: f"{_percent(v)} of the figures in the shorter text are in the longer",
        ),
        "content": (
            ("content_poorer",),
            lambda v: f"{_percent(v)} of the telling words in the shorter text are in the longer",
        ),
        "order": (("order_of_words",), _order),
        "sentences": (
            ("sentences_in_order", "connective_found", "coverage_poorer"),
            lambda v: (
                f"{_percent(v)} of the shorter text has a counterpart, sentence by sentence and "
                "in the same order"
            ),
        ),
        "wording": (
            ("words_in_order_apart_poorer_with_quotes", "words_in_order_apart_fuller_with_quotes"),
            lambda v: (
                f"apart from passages in both, {_percent(v)} of the words in the shorter text "
                "return in order"
            ),
        ),
        "pairs": (
            ("near_pairs_apart_poorer_with_quotes", "near_pairs_apart_fuller_with_quotes"),
            lambda v: (
                f"apart from passages in both, {_percent(v)} of the word pairs in the shorter text "
                "return"
            ),
        ),
        "runs": (
            ("runs_fuller", "runs_poorer", "words_in_order_fuller"),
            lambda v: f"{_percent(v)} of the longer text stands word for word in the shorter",
        ),
        "company": (
            ("company_kept_with_quotes",),
            lambda v: (
                f"{_percent(v)} of the shared words that meet in a sentence of the shorter text "
                "meet in one of the longer"
            ),
        ),
    }
)


def reasons(evidence: Evidence) -> tuple[Reason, ...]:
    """The grounds of a verdict, the weightiest first; what hindered one is its only ground."""
    if evidence.hindrance:
        return (Reason(evidence.hindrance, _hindered(evidence)),)
    return (*_links(evidence), *_measured(evidence), *_shared(evidence))


def _hindered(evidence: Evidence) -> str:
    left, right = evidence.pair
    if evidence.hindrance == "two-languages":
        languages = f"one text is in {left.language}, the other in {right.language}"
        return f"{languages}: wording cannot be compared"
    fewest = min(len(left.keys), len(right.keys))
    return f"the shorter text, of {fewest} words, has too few of its own to judge"


def _links(evidence: Evidence) -> Iterator[Reason]:
    """How many sentences correspond and how."""
    links = evidence.alignment.links
    fewest = min(len(reading.sentences) for reading in evidence.pair)
    kinds = [link.kind for link in links]
    parts = [f"{kinds.count(kind)} {kind.value}" for kind in LinkKind if kind in kinds]
    if parts:
        have = f"{len(links)} of {fewest} sentences {'has' if len(links) == 1 else 'have'}"
        yield Reason("links", f"{have} a counterpart: {', '.join(parts)}")


def _measured(evidence: Evidence) -> Iterator[Reason]:
    """The measures that pull furthest towards the verdict, each once."""
    towards = -1 if evidence.dependence is Dependence.INDEPENDENT else 1
    pull = {
        code: towards * sum([evidence.contributions.get(name, 0.0) for name in names])
        for code, (names, _) in SAID.items()
    }
    ranked = sorted(pull, key=lambda code: (-round(pull[code], 6), code))
    if evidence.kind in KEPT:
        ranked = ["runs", *(code for code in ranked if code not in APART)]
    for code in ranked[:MOST_GROUNDS]:
        names, say = SAID[code]
        share = evidence.measures[names[0]]
        if pull[code] > 0 and not (code in COUNTED and share == NOTHING):
            yield Reason(code, say(share))


def _shared(evidence: Evidence) -> Iterator[Reason]:
    """What two texts made apart have in common, or that they tell of two events."""
    if evidence.kind is RelationKind.UNRELATED:
        yield Reason("two-events", "the texts do not tell of one event")
    if evidence.kind is not RelationKind.SHARED_SOURCE:
        return
    holder = shared_primary(*evidence.pair)
    if holder:
        yield Reason("shared-primary", f"both report from what {holder} published or holds")
    else:
        yield Reason("shared-quotations", "both carry the same quotations or official wording")
