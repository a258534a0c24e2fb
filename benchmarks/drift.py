"""What changed: seeded changes of meaning, claims of science, and rewordings read by an editor.

    python -m benchmarks drift [--data DIR] [--half judge|build] [--articles 120] [--misses]

1. Sentences of basil and polnear are changed on purpose (`mutations`); the article and the changed
   copy go through the whole chain. A change is found right where a finding with its code lies on
   it. Half of the articles were for building, half are for judging.
2. `claims_of_science`: a paper beside its press release.
3. `rewordings`: thirty rewordings whose changes were recorded before the program ran on them.
4. `reworded_mutations`: the same changes made in texts that are already reworded.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora, reworded_mutations, rewordings, science
from benchmarks.bootstrap import figure, share
from benchmarks.chain import EARLIER, LATER, drifts_of, met
from benchmarks.mutated_copies import copies
from benchmarks.peers.word_diff import PEERS
from benchmarks.reformatting import reformatted
from retold.model.change import Drift, Severity
from retold.model.document import Span
from retold.text.sentences import sentences

LONGEST = 9000  # characters of an article


@dataclass(frozen=True, slots=True)
class Case:
    """One changed sentence: what was done, and whether it was found."""

    source: str
    name: str
    found: bool
    named: bool
    peers: tuple[bool, ...]
    text: str


def articles(data: Path, most: int) -> list[tuple[str, str]]:
    """Source and text of the articles, in an order that hangs on the texts alone."""
    found = [
        (f"basil:{row['cluster']}", row["text"])
        for row in corpora.rows(data, "basil/clusters.jsonl")
    ]
    for name in ("train", "dev"):
        found += [
            (f"polnear:{row['doc_id']}", row["text"])
            for row in corpora.rows(data, f"polnear/{name}.jsonl")
        ]
    found = [(source, text) for source, text in found if len(text) <= LONGEST]
    found.sort(key=lambda one: corpora.seeded("article", one[1]).random())
    return found[:most]


def _on(drift: Drift, before: Span, after: Span) -> bool:
    return met(drift, EARLIER, before) or met(drift, LATER, after)


def judged(source: str, text: str) -> Iterator[tuple[list[Case], int, list[Drift]]]:
    """For each copy of an article: its cases, its sentences left alone, what was found there."""
    for changed, places in copies(source, text):
        found = drifts_of(text, changed)
        cases = []
        for change, before, after in places:
            here = [drift for drift in found if _on(drift, before, after)]
            codes = {drift.code for drift in here}
            grave = {Severity.MEANING, Severity.CONTRADICTION}
            right = bool(codes & change.mutation.codes)
            if not change.mutation.codes:
                right = not any(drift.severity in grave for drift in here)
            peers = tuple(peer(change.before, change.after) for peer in PEERS.values())
            shown = f"{sorted(codes)}\n      {change.before}\n      {change.after}"
            cases.append(Case(source, change.mutation.name, right, bool(here), peers, shown))
        alone = [d for d in found if not any(_on(d, b, a) for _, b, a in places)]
        yield cases, text.count(". ") - len(places), alone


def main(argv: Sequence[str]) -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks drift")
    parser.add_argument("--data", type=Path, default=corpora.DEFAULT)
    parser.add_argument("--half", choices=("judge", "build"), default="judge")
    parser.add_argument("--articles", type=int, default=240)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", choices=("mutations", "science", "rewordings", "reworded"))
    asked = parser.parse_args(argv)
    if asked.only in {None, "mutations"}:
        half = int(asked.half == "judge")
        chosen = [
            one
            for one in articles(asked.data, asked.articles)
            if corpora.fold_of(one[0], 2) == half
        ]
        _mutations(chosen, misses=asked.misses)
        _reformatting(chosen)
    if asked.only in {None, "science"}:
        science.main(asked.data)
    if asked.only in {None, "rewordings"}:
        rewordings.main(asked.data, asked.half, misses=asked.misses)
    if asked.only in {None, "reworded"}:
        reworded_mutations.main(asked.data, asked.half, misses=asked.misses)


def _mutations(chosen: list[tuple[str, str]], *, misses: bool) -> None:
    cases: list[Case] = []
    untouched = 0
    alarms: list[Drift] = []
    for source, text in chosen:
        for made, alone, found in judged(source, text):
            cases += made
            untouched += alone
            alarms += found
    print(f"seeded changes in {len(chosen)} articles: right code (found at all)")
    by_name: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_name[case.name].append(case)
    for name, group in by_name.items():
        _row(name, group)
        for case in group:
            if misses and not case.found:
                print("   ", name, case.text)
    _row("all but synonyms", [case for case in cases if case.name != "synonym"])
    print(f"findings in {untouched} sentences left alone: {len(alarms)}")
    for drift in alarms[:10]:
        print("   ", drift.code, drift.before, "=>", drift.after)


def _row(name: str, group: list[Case]) -> None:
    right = figure([case.source for case in group], share([case.found for case in group]))
    named = sum(case.named for case in group) / len(group)
    peers = "  ".join(
        f"{label} {sum(case.peers[place] for case in group) / len(group):.2f}"
        for place, label in enumerate(PEERS)
    )
    print(f"  {name:18} {len(group):4}  {right}  ({named:.2f})  {peers}")


def _reformatting(chosen: list[tuple[str, str]]) -> None:
    count = 0
    alarms: list[tuple[str, Drift]] = []
    for _, text in chosen:
        number = len(sentences(text, [Span(0, len(text))], "en"))
        for name, made in reformatted(text):
            count += number
            alarms += [(name, drift) for drift in drifts_of(text, made)]
    print(f"reformatting: {len(alarms)} findings in {count} sentences")
    for name, drift in alarms[:20]:
        print("   ", name, drift.code, drift.before, "=>", drift.after)
