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
from benchmarks.bootstrap import Floats, figure
from benchmarks.peers.quote_rows import Found, plain, textacy
from benchmarks.polnear import Article, Range, articles
from benchmarks.quote_counts import QUESTIONS, Told, counted
from retold.backends.role_weights import role_weights, stored_weights
from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.quotes import Quotation
from retold.text.roles import RoleWeights
from retold.text.speech import attributed

JUDGED_FOLD = 0


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
    counts = [dict(counted(one, found)) for one, found in zip(judged, told, strict=True)]
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
