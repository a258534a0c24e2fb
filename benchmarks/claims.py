"""`python -m benchmarks claims`: claims of two articles compared, and claims joined over tellings.

`claimdiff` asks of two sentences of two articles whether the first strengthens, and whether it
weakens, the second. Both a logistic regression over what retold sees (`claim_features`) and those
over tf-idf answer, balanced by class, folds cut by topic, no threshold fitted. Of the stars of
`detectrl_derivations` those tellings count that have as many sentences as their source: there the
sentences of one place make one claim.
"""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from benchmarks.bootstrap import figure, share
from benchmarks.claim_features import table
from benchmarks.corpora import DEFAULT, fold_of, rows, stars
from retold.bench import Settings
from retold.face import read_documents
from retold.model.document import Span
from retold.readers.mapping import from_mapping
from retold.text.sentences import sentences

QUESTIONS = (("strength", "strengthen"), ("weak", "weaken"))
FOLDS = 5
# The more features than rows can tell apart, the smaller; for tf-idf the default was the best.
STRENGTH, STRENGTH_OF_WORDS = 0.0003, 1.0  # of scikit-learn's C
STARS = 60  # sources measured
LEAST_SENTENCES = 4

Labels = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Way = Callable[[csr_matrix, csr_matrix], csr_matrix]
WAYS: dict[str, Way] = {
    "summed": lambda left, right: left + right,
    "side by": lambda left, right: hstack([left, right]).tocsr(),
    "parting": lambda left, right: hstack([abs(left - right), left.multiply(right)]).tocsr(),
}


def main(argv: list[str]) -> None:
    """Prints macro F1 of each question for us and for tf-idf, then how claims were joined."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks claims")
    asked.add_argument("--data", type=Path, default=DEFAULT)
    data = asked.parse_args(argv).data
    for question, positive in QUESTIONS:
        _question(data, question, positive)
    _joined(data)


def _question(data: Path, question: str, positive: str) -> None:
    asked = rows(data, f"claimdiff/ClaimDiff-{question}-train.jsonl")
    topics = [row["meta"]["topic"] for row in asked]
    pairs = [(row["a_text"], row["b_text"]) for row in asked]
    truth = np.array([row["label"] == positive for row in asked], np.int64)
    folds = np.array([fold_of(topic, FOLDS) for topic in topics])
    print(f"{positive}: {truth.mean():.2f} of {len(truth)} pairs, {len(set(topics))} topics")
    ours = our_answers(pairs, topics, truth, folds)
    print("  retold           macro F1", _macro(truth, ours, topics))
    for name, way in WAYS.items():
        words = partial(_words, pairs, way)
        theirs = answers(words, truth, folds, STRENGTH_OF_WORDS)
        print(f"  tf-idf, {name:<8} macro F1", _macro(truth, theirs, topics))
        print("    retold above it by   ", figure(topics, partial(_gain, truth, ours, theirs)))


def our_answers(
    pairs: Sequence[tuple[str, str]], topics: Sequence[str], truth: Labels, folds: Labels
) -> Labels:
    """The answers of the regression over what retold sees in each pair."""
    seen = table(pairs, topics)
    return answers(lambda _: seen, truth, folds, STRENGTH)


def _words(pairs: Sequence[tuple[str, str]], way: Way, learn: Mask) -> csr_matrix:
    """Every pair as tf-idf of its words, in one of the ways to lay two texts side by side."""
    known = [text for pair, kept in zip(pairs, learn, strict=True) if kept for text in pair]
    model = TfidfVectorizer(sublinear_tf=True).fit(known)
    return way(*(model.transform([pair[side] for pair in pairs]) for side in (0, 1)))


def answers(given: Callable[[Mask], Any], truth: Labels, folds: Labels, strength: float) -> Labels:
    """An answer for each pair by a model that saw no pair of its topic."""
    answers = np.zeros(len(truth), np.int64)
    for fold in range(FOLDS):
        learn = folds != fold
        seen = given(learn)
        model = LogisticRegression(C=strength, class_weight="balanced", max_iter=1000, tol=1e-3)
        scaled = StandardScaler() if isinstance(seen, np.ndarray) else FunctionTransformer()
        fitted = make_pipeline(scaled, model).fit(seen[learn], truth[learn])
        answers[~learn] = fitted.predict(seen[~learn])
    return answers


def _macro(truth: Labels, answers: Labels, topics: Sequence[str]) -> str:
    return str(figure(topics, partial(macro_f1, truth, answers)))


def macro_f1(truth: Labels, answers: Labels, weight: npt.NDArray[np.float64]) -> float:
    scored = f1_score(truth, answers, average="macro", sample_weight=weight, zero_division=0)
    return float(scored)


def _gain(truth: Labels, ours: Labels, theirs: Labels, weight: npt.NDArray[np.float64]) -> float:
    return macro_f1(truth, ours, weight) - macro_f1(truth, theirs, weight)


def _joined(data: Path) -> None:
    """Prints how many statements found their claim, and how many claims held another's."""
    found: list[tuple[str, bool]] = []
    pure: list[tuple[str, bool]] = []
    for source, (text, made) in sorted(stars(data).items())[:STARS]:
        size = len(_sentences(text))
        kept = {name: other for name, other in made.items() if len(_sentences(other)) == size}
        if size >= LEAST_SENTENCES and kept:
            joined, clean = _star({"source": text, **kept})
            found += [(source, hit) for hit in joined]
            pure += [(source, one) for one in clean]
    for name, hits in (
        ("places joined to the source's claim", found),
        ("claims of one place", pure),
    ):
        shown = figure([source for source, _ in hits], share([hit for _, hit in hits]))
        print(f"{name} (n {len(hits)}) {shown}")


def _sentences(text: str) -> tuple[Span, ...]:
    return sentences(text, [Span(0, len(text))], "en")


def _star(texts: dict[str, str]) -> tuple[list[bool], list[bool]]:
    """For each sentence of a telling whether it is joined to its place in the source; for each
    claim of several tellings whether all its statements are of one place.
    """
    pile = (
        from_mapping({"id": name, "text": text, "language": "en"}) for name, text in texts.items()
    )
    result = read_documents(pile, settings=Settings())
    spans = {name: _sentences(text) for name, text in texts.items()}
    joined: set[tuple[str, int]] = set()
    clean: list[bool] = []
    for claim in (claim for story in result.stories for claim in story.claims):
        held = [
            (use.place.document, at)
            for use in claim.uses
            for at, span in enumerate(spans[use.place.document])
            if span.holds(use.place.span)
        ]
        here = {at for name, at in held if name == "source"}
        joined |= {(name, at) for name, at in held if at in here}
        if len(held) > 1:
            clean.append(len({at for _, at in held}) == 1)
    every = [(name, at) for name in texts if name != "source" for at in range(len(spans[name]))]
    return [one in joined for one in every], clean
