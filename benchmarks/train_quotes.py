"""Trains the roles of tokens in attributions and writes them into the package.

    python -m benchmarks train-quotes [--data DIR] [--to FILE]

A linear chain (python-crfsuite, L-BFGS with both penalties) over the articles of `polnear` outside
fold 0, on which `python -m benchmarks quotes` judges. The same data give the same file.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import corpora
from benchmarks.polnear import Article, articles
from benchmarks.quotes import JUDGED_FOLD
from benchmarks.role_labels import labelled
from benchmarks.word_groups import names_in, word_groups
from retold.text.role_features import features
from retold.text.roles import Role

TO = Path(__file__).resolve().parents[1] / "src" / "retold" / "data" / "role-weights.json"
# Of five pairs tried the sparsest within .004 F1 by token of the best.
PENALTIES = {"c1": 1.5, "c2": 0.02, "max_iterations": 100, "feature.minfreq": 4}
NAMELESS = "\x00"  # in the place of a name; no feature that tells of it is learnt
UNIT = 100  # of the whole numbers written, to a nat


def main(argv: list[str]) -> None:
    """Fits the chain and writes it as readable JSON, a feature a line."""
    options = argparse.ArgumentParser(prog="python -m benchmarks train-quotes")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--to", type=Path, default=TO)
    chosen = options.parse_args(argv)
    learnt = [
        one
        for name in ("train", "dev")
        for one in articles(chosen.data, name)
        if corpora.fold_of(one.name) != JUDGED_FOLD
    ]
    names = names_in(chosen.data)
    groups = word_groups(chosen.data, names)
    info = _fitted(sorted(learnt, key=lambda one: one.name), groups, names)
    table: dict[str, list[int]] = {}
    for (name, role), weight in info.state_features.items():
        if round(weight * UNIT):
            table.setdefault(name, [0] * len(Role))[Role[role]] = round(weight * UNIT)
    moves = [[0] * len(Role) for _ in Role]
    for (before, after), weight in info.transitions.items():
        moves[Role[before]][Role[after]] = round(weight * UNIT)
    head = {
        "about": "A linear chain over the features in retold.text.role_features: for each the "
        f"weights of outside, content, cue, speaker, {UNIT} to a nat. Groups: words that stand in "
        "the same places.",
        "made_by": "python -m benchmarks train-quotes",
        "articles": len(learnt),
        "moves": moves,
        "groups": groups,
    }
    _write(chosen.to, head, table)
    print(f"{chosen.to}: {len(table)} features, {len(learnt)} articles")


def _fitted(learnt: Sequence[Article], groups: Sequence[str], names: frozenset[str]) -> Any:
    """What python-crfsuite tells of the trained chain: its weights by feature and by move."""
    known = {word: number for number, words in enumerate(groups) for word in words.split()}
    pycrfsuite: Any = import_module("pycrfsuite")
    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs")
    for article in learnt:
        for row, roles in labelled(article):
            words = tuple(NAMELESS if word in names else word for word in row.words)
            found = [
                [feature for feature in of if NAMELESS not in feature]
                for of in features(replace(row, words=words), known)
            ]
            trainer.append(found, [role.name for role in roles])
    trainer.set_params(PENALTIES)
    tagger = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "roles.crf")
        trainer.train(model)
        tagger.open(model)
        return tagger.info()


def _write(path: Path, head: dict[str, object], table: dict[str, list[int]]) -> None:
    lines = ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
        for name, row in sorted(table.items())
    )
    opening = json.dumps(head, ensure_ascii=False, indent=0).removesuffix("\n}")
    path.write_text(f'{opening},\n"features":{{\n{lines}\n}}}}\n', encoding="utf-8")
