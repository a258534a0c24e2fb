"""What of an article's attributions a program found: hits and chances by question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.polnear import (
    WORD,
    Article,
    Attribution,
    Range,
    length,
    overlap,
    same_speaker,
)
from retold.model.change import QuoteStyle
from retold.text.reporting import Stance, stance_of

# A run is found where one quotation holds this share of it. The gold cuts contents where sentences
# are left out of it, so that a run in marks may be longer than the run in the gold.
SAME_RUN = 0.8
LEAST_WORDS = 2  # in a run

# Hits and chances of one article, by question.
Counts = dict[str, tuple[float, float]]
QUESTIONS = {
    "runs found": "runs in marks of two words and more inside an attribution that are found",
    "direct inside": "direct quotes with a speaker that lie in an attribution",
    "direct speaker": "direct quotes in an attribution with a speaker: speaker right",
    "unmarked overlap": "content of indirect and mixed attributions: F1 by character",
    "indirect overlap": "content of indirect attributions alone: F1 by character",
    "mixed overlap": "content of mixed attributions alone: F1 by character",
    "indirect found": "indirect attributions of which something is found",
    "indirect content": "of these, content: F1 of the best match",
    "indirect speaker": "of these, speaker right",
    "indirect matched": "indirect attributions, best match on both sides, those not found as 0",
    "said found": "indirect attributions with a word of saying of which something is found",
    "said content": "of these, content: F1 of the best match",
    "unsaid found": "the other indirect attributions of which something is found",
    "mixed found": "mixed attributions of which something is found",
    "mixed content": "of these, content: F1 of the best match",
    "mixed speaker": "of these, speaker right",
    "mixed matched": "mixed attributions, best match on both sides, those not found as 0",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A quotation as a program tells it; `content` is all that the same act of saying reports."""

    span: Range
    style: QuoteStyle
    speaker: tuple[str, ...]
    content: tuple[Range, ...]

    @property
    def unmarked(self) -> bool:
        """Whether it stands without marks."""
        return self.style is QuoteStyle.INDIRECT


def counted(article: Article, told: Sequence[Told]) -> Iterator[tuple[str, tuple[float, float]]]:
    """Hits and chances of one article, by question."""
    marked = [one for one in told if one.style is not QuoteStyle.INDIRECT]
    direct = [one for one in marked if one.style is QuoteStyle.DIRECT and one.speaker]
    runs = [
        run
        for gold in article.gold
        for run in gold.runs
        if len(WORD.findall(article.text[slice(*run)])) >= LEAST_WORDS
    ]
    yield "runs found", _share(any(_holds(one.span, run) for one in marked) for run in runs)
    yield "direct inside", _share(_around(article.gold, one.span) is not None for one in direct)
    yield "direct speaker", _direct_speakers(article, marked)
    yield from _unmarked(article, told)


def _direct_speakers(article: Article, marked: Sequence[Told]) -> tuple[float, float]:
    """Of the quotes called direct inside an attribution with a speaker, those with that one."""
    inside = [
        (one, gold.speaker)
        for one in marked
        if one.style is QuoteStyle.DIRECT
        and (gold := _around(article.gold, one.span))
        and gold.speaker
    ]
    return _share(same_speaker(speaker, one.speaker) for one, speaker in inside)


def _unmarked(article: Article, told: Sequence[Told]) -> Iterator[tuple[str, tuple[float, float]]]:
    """How much of indirect and mixed contents was found, and their speakers."""
    acts = list({one.content: one for one in told if one.speaker or one.unmarked}.values())
    marks = [one.span for one in told if not one.unmarked]
    in_marks = [act for act in acts if any(overlap(act.content, [mark]) for mark in marks)]
    without = [act for act in acts if act not in in_marks]
    gold = {
        "unmarked": [one for one in article.gold if not one.direct],
        "indirect": [one for one in article.gold if not one.runs],
        "mixed": [one for one in article.gold if one.mixed],
    }
    for name, ours in (("unmarked", acts), ("indirect", without), ("mixed", in_marks)):
        yield f"{name} overlap", _overlapping(article, gold[name], acts, ours)
    for name, ours in (("indirect", without), ("mixed", in_marks)):
        yield f"{name} matched", _matched(gold[name], acts, ours, article)
        yield from _found(name, gold[name], acts)
    said = [one for one in gold["indirect"] if _of_saying(one)]
    unsaid = [one for one in gold["indirect"] if not _of_saying(one)]
    yield from ((name, of) for name, of in _found("said", said, acts) if name in QUESTIONS)
    yield from ((name, of) for name, of in _found("unsaid", unsaid, acts) if name in QUESTIONS)


def _of_saying(gold: Attribution) -> bool:
    """Whether its cue has a word of saying: the gold also gives what people want and support."""
    return stance_of(gold.cue or "") not in {None, Stance.THINK}


def _overlapping(
    article: Article, gold: Sequence[Attribution], acts: Sequence[Told], ours: Sequence[Told]
) -> tuple[float, float]:
    """Twice the characters that attributions of one kind and acts share, and those of both.

    `ours` are the acts of that kind. What lies in gold of another kind counts on neither side, and
    of acts of another kind only what lies in these attributions.
    """
    others = _union(one.content for one in article.gold if not any(one is own for own in gold))
    wanted = _without(_union(one.content for one in gold), others)
    every = _union(act.content for act in acts)
    given = _without(_union(act.content for act in ours), others)
    shared = overlap(wanted, every)
    return 2.0 * shared, length(wanted) + length(given) + shared - overlap(wanted, given)


def _found(
    name: str, gold: Sequence[Attribution], acts: Sequence[Told]
) -> Iterator[tuple[str, tuple[float, float]]]:
    """Of attributions with a speaker: how many are met, how well, and whether by that speaker."""
    named = [
        (one, max(acts, key=lambda act: _likeness(one.content, act.content), default=None))
        for one in gold
        if one.speaker
    ]
    met = [(one, act) for one, act in named if act and overlap(one.content, act.content)]
    right = sum(same_speaker(one.speaker or "", act.speaker) for one, act in met)
    yield f"{name} found", (len(met), len(named))
    yield f"{name} content", (sum(_likeness(g.content, a.content) for g, a in met), len(met))
    yield f"{name} speaker", (right, len(met))


def _matched(
    gold: Sequence[Attribution], acts: Sequence[Told], ours: Sequence[Told], article: Article
) -> tuple[float, float]:
    """Each side's best likeness on the other: the sum, and how many there are on both sides.

    `ours` are the acts of the kind of `gold`; they may meet gold of any kind, and gold any act.
    """
    every = [one.content for one in article.gold]
    one_way = sum(max((_likeness(g.content, a.content) for a in acts), default=0.0) for g in gold)
    other_way = sum(max((_likeness(g, a.content) for g in every), default=0.0) for a in ours)
    return one_way + other_way, len(gold) + len(ours)


def _without(ranges: Sequence[Range], other: Sequence[Range]) -> list[Range]:
    """The ranges with the characters of others taken out; both sorted, neither overlapping."""
    found: list[Range] = []
    for begin, end in ranges:
        at = begin
        for first, last in other:
            if last <= at or first >= end:
                continue
            if first > at:
                found.append((at, first))
            at = max(at, last)
        if at < end:
            found.append((at, end))
    return found


def _likeness(left: Sequence[Range], right: Sequence[Range]) -> float:
    """F1 of the shared characters, 0..1."""
    return 2 * overlap(left, right) / max(length(left) + length(right), 1)


def _union(contents: Iterable[Sequence[Range]]) -> list[Range]:
    """The ranges of several contents, joined where they overlap."""
    joined: list[Range] = []
    for begin, end in sorted(one for content in contents for one in content):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((begin, end))
    return joined


def _around(gold: Sequence[Attribution], span: Range) -> Attribution | None:
    """The innermost attribution that holds most of a span."""
    holding = [one for one in gold if 2 * overlap(one.content, [span]) >= span[1] - span[0]]
    return min(holding, key=lambda one: length(one.content), default=None)


def _holds(span: Range, run: Range) -> bool:
    return overlap([span], [run]) >= SAME_RUN * (run[1] - run[0])


def _share(hits: Iterable[bool]) -> tuple[float, float]:
    found = list(hits)
    return float(sum(found)), float(len(found))
