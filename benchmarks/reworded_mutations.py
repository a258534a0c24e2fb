"""Seeded changes of meaning on top of rewordings: a changed rewording beside the first source.

A sentence of a reworded text (`detectrl_derivations`) is changed on purpose; the source and the
changed rewording go through the whole chain. A change is found right where a finding with its code
lies on the sentence, and none did before the change was made. Changes of words that the source does
not have are left out: there the rewording itself was the change.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import corpora
from benchmarks.bootstrap import figure, share
from benchmarks.chain import LATER, drifts_of, met
from benchmarks.mutated_copies import copies
from benchmarks.mutations import Mutated
from retold.model.change import Drift, Severity
from retold.model.document import Span

SET = "detectrl_derivations/news_pairs.jsonl"
KINDS = ("back_translation", "dipper_paraphrase", "llm_polish")
# Pairs of each kind, the first in an order that hangs on the texts alone.
PAIRS = 20
GRAVE = frozenset({Severity.MEANING, Severity.CONTRADICTION})
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """One changed sentence of a rewording: whether its code, or any grave finding, lies on it."""

    source: str
    kind: str
    name: str
    right: bool
    grave: bool
    shown: str


def main(data: Path, half: str = "judge", *, misses: bool = False) -> None:
    """Prints the share of the changes that are named, by kind of rewording and of change."""
    cases = list(judged(data, half))
    print(f"seeded changes on top of rewordings, {half} half: right code (called grave)")
    for title, part in _parts(cases):
        right = figure([one.source for one in part], share([one.right for one in part]))
        grave = sum(one.grave for one in part) / len(part)
        print(f"  {title:18} {len(part):4}  {right}  ({grave:.2f})")
    if misses:
        for one in cases:
            if not one.right:
                print("   ", one.kind, one.name, one.shown)


def _parts(cases: list[Case]) -> Iterator[tuple[str, list[Case]]]:
    parts: dict[str, list[Case]] = defaultdict(list)
    for one in cases:
        parts[one.name].append(one)
    yield from sorted(parts.items())
    for kind in KINDS:
        yield kind, [one for one in cases if one.kind == kind]
    yield "all", cases


def judged(data: Path, half: str, most: int = PAIRS) -> Iterator[Case]:
    """The cases of `most` rewordings of each kind; sources of the building half judge nothing."""
    every = {kind: _ordered(data, kind) for kind in KINDS}
    built = {row["meta"]["idx"] for rows in every.values() for row in rows[:PAIRS]}
    for kind, rows in every.items():
        judging = [row for row in rows if row["meta"]["idx"] not in built]
        for row in (judging if half == "judge" else rows[:PAIRS])[:most]:
            yield from _of_pair(kind, str(row["meta"]["idx"]), row["a_text"], row["b_text"])


def _ordered(data: Path, kind: str) -> list[dict[str, Any]]:
    """The rewordings of a kind in an order that hangs on their texts alone."""
    found = [row for row in corpora.rows(data, SET) if row["label"] == kind]
    return sorted(found, key=lambda row: corpora.seeded("reworded", row["b_text"]).random())


def _of_pair(kind: str, source: str, text: str, reworded: str) -> Iterator[Case]:
    before = drifts_of(text, reworded)
    told = set(WORD.findall(text.casefold()))
    for changed, places in copies(source, reworded):
        after = drifts_of(text, changed)
        for change, was, now in places:
            if change.mutation.codes and _lost(change) <= told:
                known = {one.code for one in _on(before, was)}
                here = _on(after, now)
                codes = {one.code for one in here} - known
                right = bool(codes & change.mutation.codes)
                grave = any(one.severity in GRAVE for one in here)
                shown = f"{sorted(codes)}\n      {change.before}\n      {change.after}"
                yield Case(source, kind, change.mutation.name, right, grave, shown)


def _on(drifts: list[Drift], span: Span) -> list[Drift]:
    """The findings on a span of the rewording, whichever text was taken for the earlier one."""
    return [one for one in drifts if met(one, LATER, span)]


def _lost(change: Mutated) -> set[str]:
    """The words that a changed sentence no longer has."""
    before, after = (WORD.findall(text.casefold()) for text in (change.before, change.after))
    return set(before) - set(after)
