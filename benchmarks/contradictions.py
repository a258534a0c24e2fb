"""What independent reports of one event are said to contradict each other in, to be read.

    python -m benchmarks contradictions [--data DIR] [--set basil] [--most 1000]

Every two reports of an event go through the whole chain. There is no key: each finding is shown
with the words around it, for a reader to say which are real, and they are counted by code.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks import corpora
from retold.bench import Settings
from retold.model.change import Drift, Severity
from retold.model.document import Block, BlockKind, Document, Place, Span
from retold.pipeline import retell

SETS = ("basil", "allsides_roundup", "ecbplus")
# Shown on either side of a finding.
NEAR = 120  # characters


def main(argv: Sequence[str]) -> None:
    """Prints each contradiction in its place, and how many there are of each code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks contradictions")
    parser.add_argument("--data", type=Path, default=corpora.DEFAULT)
    parser.add_argument("--set", choices=SETS, default=SETS[0])
    parser.add_argument("--most", type=int, default=1000, help="pairs of reports")
    asked = parser.parse_args(argv)
    counted: Counter[str] = Counter()
    number = 0
    for left, right in list(pairs(asked.data, asked.set))[: asked.most]:
        number += 1
        texts = {left.id: left.text, right.id: right.text}
        for drift in contradictions(left, right):
            counted[drift.code] += 1
            print(f"{drift.code} {drift.note}")
            for place in (drift.parent, drift.child):
                if place:
                    print(f"    {place.document}: {_around(texts, place)}")
    found = "  ".join(f"{code} {count}" for code, count in sorted(counted.items()))
    print(f"{asked.set}: {counted.total()} contradictions in {number} pairs: {found}")


def pairs(data: Path, name: str) -> Iterator[tuple[Document, Document]]:
    """Every two reports of one event, in an order that hangs on their texts alone."""
    events: dict[str, list[Document]] = defaultdict(list)
    for path in sorted((data / name).glob("clusters*.jsonl")):
        for row in corpora.rows(data, f"{name}/{path.name}"):
            body = Block(Span(0, len(row["text"])), BlockKind.BODY)
            one = Document(str(row["doc_id"]), row["text"], (body,), language="en")
            events[str(row["cluster"])].append(one)
    found = [pair for reports in events.values() for pair in combinations(reports, 2)]
    return iter(
        sorted(found, key=lambda pair: corpora.seeded(*(one.text for one in pair)).random())
    )


def contradictions(left: Document, right: Document) -> list[Drift]:
    """What the chain says two reports cannot both be right in."""
    drifts = (drift for story in retell([left, right], Settings()) for drift in story.drifts)
    return [drift for drift in drifts if drift.severity is Severity.CONTRADICTION]


def _around(texts: Mapping[str, str], place: Place) -> str:
    text, span = texts[place.document], place.span
    before = text[max(0, span.begin - NEAR) : span.begin]
    return " ".join(f"{before}[{span.of(text)}]{text[span.end : span.end + NEAR]}".split())
