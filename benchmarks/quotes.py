"""Quotations and their speakers, on `polnear`: retold, textacy, a plain regular expression.

    python -m benchmarks quotes [--data DIR] [--textacy PYTHON] [--weights FILE] [--set train|dev]

Figures are of the articles in fold 0, which the weights were not trained on. `--textacy` names
the interpreter of an environment made as benchmarks/peers/textacy.txt says.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, Figure, Floats, figure
from benchmarks.peers.quote_rows import Found, plain, textacy
from benchmarks.polnear import Article, Range, articles
from benchmarks.quote_counts import QUESTIONS, Counts, Told, counted
from retold.backends.role_weights import role_weights, stored_weights
from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.quotes import Quotation
from retold.text.roles import RoleWeights
from retold.text.speech import attributed

JUDGED_FOLD = 0
# What the gate holds.
HELD = (
    "runs found",
    "direct inside",
    "direct speaker",
    "unmarked overlap",
    "indirect overlap",
    "mixed overlap",
    "indirect speaker",
    "mixed speaker",
    "indirect matched",
    "mixed matched",
)


def main(argv: list[str]) -> None:
    """Prints a table a program."""
    options = argparse.ArgumentParser(prog="python -m benchmarks quotes")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--textacy")
    options.add_argument("--weights", type=Path)
    options.add_argument("--set", choices=("train", "dev"), nargs="+", default=["train", "dev"])
    options.add_argument("--fold", type=int, default=JUDGED_FOLD, help="others were trained on")
    chosen = options.parse_args(argv)
    kept = judged(chosen.data, chosen.set, chosen.fold)
    print(f"{len(kept)} articles of {', '.join(chosen.set)}, fold {chosen.fold}")
    weights = stored_weights(chosen.weights.read_bytes()) if chosen.weights else role_weights()
    begun = time.process_time()
    ours = [list(_ours(one.text, weights)) for one in kept]
    spent = time.process_time() - begun
    words = sum(len(one.text.split()) for one in kept)
    _print("retold", kept, ours)
    print(f"  {1e6 * spent / words:.0f} ms of processor time for 1,000 words")
    _print("plain expression", kept, [list(_peer(plain(one.text))) for one in kept])
    theirs = textacy([one.text for one in kept], chosen.textacy)
    if theirs is not None:
        _print("textacy", kept, [list(_peer(found)) for found in theirs])


def judged(
    data: Path, sets: Sequence[str] = ("train", "dev"), fold: int = JUDGED_FOLD
) -> list[Article]:
    """The articles of one fold."""
    every = (one for name in sets for one in articles(data, name))
    return [one for one in every if corpora.fold_of(one.name) == fold]


def counts(kept: Sequence[Article]) -> list[Counts]:
    """Hits and chances of retold by article."""
    weights = role_weights()
    return [dict(counted(one, list(_ours(one.text, weights)))) for one in kept]


def figure_of(
    kept: Sequence[Article], found: Sequence[Counts], question: str, draws: int = DRAWS
) -> Figure:
    """The share of a question's chances that are hits, over articles."""
    pairs = np.array([of.get(question, (0.0, 0.0)) for of in found], np.float64)
    return figure([one.name for one in kept], _ratio(pairs), draws)


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


def _print(name: str, kept: Sequence[Article], told: Sequence[Sequence[Told]]) -> None:
    """The figures of one program."""
    found = [dict(counted(one, of)) for one, of in zip(kept, told, strict=True)]
    print(f"\n{name}")
    for question, meaning in QUESTIONS.items():
        chances = int(sum(of.get(question, (0.0, 0.0))[1] for of in found))
        print(f"  {figure_of(kept, found, question)}  {chances:7d}  {meaning}")


def _ratio(pairs: Floats) -> Callable[[Floats], float]:
    """The share of chances that are hits, over weighted articles."""

    def of(weight: Floats) -> float:
        hits, chances = weight @ pairs
        return float(hits / chances) if chances else float("nan")

    return of
