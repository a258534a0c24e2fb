"""Quotations and their speakers, on `polnear`: retold, textacy, a plain regular expression.

    python -m benchmarks quotes [--data DIR] [--textacy PYTHON] [--weights FILE] [--set train|dev]

Figures are of the articles in fold 0, which the weights were not trained on. `--textacy` names
the interpreter of an environment made as benchmarks/peers/textacy.txt says.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import corpora
from benchmarks.bootstrap import Floats, figure
from benchmarks.peers.quote_rows import Found, plain, textacy
from benchmarks.polnear import (
    WORD,
    Article,
    Attribution,
    Range,
    articles,
    length,
    overlap,
    same_speaker,
)
from retold.backends.role_weights import role_weights, stored_weights
from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.quotes import Quotation
from retold.text.roles import RoleWeights
from retold.text.speech import attributed

JUDGED_FOLD = 0
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
    "indirect found": "indirect attributions of which something is found",
    "indirect content": "of these, content: F1 of the best match",
    "indirect speaker": "of these, speaker right",
    "indirect matched": "indirect attributions, best match on both sides, those not found as 0",
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


def main(argv: list[str]) -> None:
    """Prints a table a program."""
    options = argparse.ArgumentParser(prog="python -m benchmarks quotes")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--textacy")
    options.add_argument("--weights", type=Path)
    options.add_argument("--set", choices=("train", "dev"), nargs="+", default=["train", "dev"])
    options.add_argument("--fold", type=int, default=JUDGED_FOLD, help="others were trained on")
    chosen = options.parse_args(argv)
    judged = [
        one
        for name in chosen.set
        for one in articles(chosen.data, name)
        if corpora.fold_of(one.name) == chosen.fold
    ]
    print(f"{len(judged)} articles of {', '.join(chosen.set)}, fold {chosen.fold}")
    weights = stored_weights(chosen.weights.read_bytes()) if chosen.weights else role_weights()
    begun = time.perf_counter()
    ours = [list(_ours(one.text, weights)) for one in judged]
    spent = time.perf_counter() - begun
    words = sum(len(one.text.split()) for one in judged)
    _print("retold", judged, ours)
    print(f"  {1e6 * spent / words:.0f} ms for 1,000 words")
    _print("plain expression", judged, [list(_peer(plain(one.text))) for one in judged])
    theirs = textacy([one.text for one in judged], chosen.textacy)
    if theirs is not None:
        _print("textacy", judged, [list(_peer(found)) for found in theirs])


def _ours(text: str, weights: RoleWeights) -> Iterator[Told]:
    """What retold says of a text that is all body."""
    for one in attributed(text, [Span(0, len(text))], "en", weights):
        named = [one.speaker] if one.speaker else []
        if one.speaker_span:
            named.append(one.speaker_span.of(text))
        yield Told(_range(one.span), one.style, tuple(named), _content(one))


def _content(one: Quotation) -> tuple[Range, ...]:
    return tuple(map(_range, one.content)) or (_range(one.span),)


def _range(span: Span) -> Range:
    return span.begin, span.end


def _peer(found: Iterable[Found]) -> Iterator[Told]:
    for one in found:
        style = QuoteStyle.DIRECT if one.marked else QuoteStyle.INDIRECT
        yield Told(one.span, style, (one.speaker,) if one.speaker else (), (one.span,))


def _print(name: str, judged: Sequence[Article], told: Sequence[Sequence[Told]]) -> None:
    """The figures of one program."""
    counts = [dict(_counted(one, found)) for one, found in zip(judged, told, strict=True)]
    names = [one.name for one in judged]
    print(f"\n{name}")
    for question, meaning in QUESTIONS.items():
        pairs = np.array([of.get(question, (0.0, 0.0)) for of in counts], np.float64)
        value = figure(names, _ratio(pairs))
        print(f"  {value}  {int(pairs[:, 1].sum()):7d}  {meaning}")


def _ratio(pairs: Floats) -> Callable[[Floats], float]:
    """The share of chances that are hits, over weighted articles."""

    def of(weight: Floats) -> float:
        hits, chances = weight @ pairs
        return float(hits / chances) if chances else float("nan")

    return of


def _counted(article: Article, told: Sequence[Told]) -> Iterator[tuple[str, tuple[float, float]]]:
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
    gold = [one for one in article.gold if not one.direct]
    acts = list({one.content: one for one in told if one.speaker or one.unmarked}.values())
    marks = [one.span for one in told if not one.unmarked]
    in_marks = [act for act in acts if any(overlap(act.content, [mark]) for mark in marks)]
    without = [act for act in acts if act not in in_marks]
    direct = _union(one.content for one in article.gold if one.direct)
    wanted = _union(one.content for one in gold)
    given = _without(_union(one.content for one in acts), direct)
    yield "unmarked overlap", (2.0 * overlap(wanted, given), length(wanted) + length(given))
    for name, own, ours in (
        ("indirect", [one for one in gold if not one.mixed], without),
        ("mixed", [one for one in gold if one.mixed], in_marks),
    ):
        yield f"{name} matched", _matched(own, acts, ours, article)
        named = [
            (one, max(acts, key=lambda act: _likeness(one.content, act.content), default=None))
            for one in own
            if one.speaker
        ]
        met = [(one, act) for one, act in named if act and overlap(one.content, act.content)]
        right = sum(same_speaker(one.speaker or "", act.speaker) for one, act in met)
        yield (
            f"{name} found",
            _share(
                act is not None and bool(overlap(one.content, act.content)) for one, act in named
            ),
        )
        yield (
            f"{name} content",
            (sum(_likeness(one.content, act.content) for one, act in met), len(met)),
        )
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
