"""Who is whose copy in a corpus: keys of every row, the pairs that share enough, a verdict on each.

All that was found so far lies in a folder beside the output, so that a run that was stopped goes on
where it was: keys by the batch, verdicts line by line.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from networkx.utils import UnionFind

from retold.backends.commonness import commonness
from retold.bench import Bench, Prepared, Settings, bench
from retold.cli.rows import Corpus, Row
from retold.model.relation import Dependence
from retold.pairs.reading import Reading
from retold.pairs.relate import relate
from retold.ports import Engine
from retold.readers.text import document_of_text
from retold.stories.event import same_events
from retold.stories.keys import quick_keys
from retold.stories.meet import Wordings, wordings
from retold.stories.parts import components
from retold.stories.sketch import Sketch

Tick = Callable[[str, int, int], None]
# Rows whose keys are written together: what a stop may cost.
TOGETHER = 10_000
# Readings held for the next pair, some 50 KB each.
REMEMBERED = 2000
# Reasons given for a verdict in the table.
SAID = 2


@dataclass(frozen=True, slots=True)
class Keyed:
    """The rows with a text: numbers, ids, hashes of the texts, their keys and lengths."""

    numbers: list[int]
    ids: list[str]
    digests: list[str]
    marks: list[np.ndarray[Any, Any]]
    lengths: list[int]


@dataclass(frozen=True, slots=True)
class Match:
    """A verdict: places of two rows, the kind of their relation and why."""

    left: int
    right: int
    kind: str
    dependent: bool
    confidence: float
    why: str


def keyed(corpus: Corpus, folder: Path, tick: Tick) -> Keyed:
    """The keys of every row; batches that lie in the folder are not made again."""
    found, total = Keyed([], [], [], [], []), corpus.total
    for part, rows in enumerate(_batches(corpus.rows())):
        path = folder / f"keys-{part:06}.npz"
        if not path.exists():
            _keep(rows, path)
        _take(path, [row for row in rows if row is not None], found)
        tick("keys", min((part + 1) * TOGETHER, part * TOGETHER + len(rows)), total)
    return found


def _batches(rows: Iterator[Row | None]) -> Iterator[list[Row | None]]:
    batch: list[Row | None] = []
    for row in rows:
        batch.append(row)
        if len(batch) == TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def _keep(rows: Sequence[Row | None], path: Path) -> None:
    make, table = quick_keys(), commonness()
    marks = [make(row.text, table).marks for row in rows if row is not None]
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as out:
        np.savez(
            out,
            marks=np.concatenate([np.zeros(0, np.uint64), *marks]),
            ends=np.cumsum([len(one) for one in marks], dtype=np.int64),
        )
    unfinished.replace(path)


def _take(path: Path, rows: Sequence[Row], found: Keyed) -> None:
    with np.load(path) as held:
        found.marks.extend(np.split(held["marks"], held["ends"][:-1]) if rows else [])
    found.numbers.extend(row.number for row in rows)
    found.ids.extend(row.id for row in rows)
    found.digests.extend(sha256(row.text.encode("utf-8", "replace")).hexdigest() for row in rows)
    found.lengths.extend(len(row.text) for row in rows)


def paired(found: Keyed, shared_from: float) -> Wordings:
    """The pairs that share enough wording (0..1); of equal texts the first speaks for all."""
    first = [place for place, same in enumerate(_firsts(found.digests)) if place == same]
    marks = [found.marks[place] for place in first]
    pairs = wordings(marks, [found.ids[place] for place in first], shared_from=shared_from)
    places = np.array(first, np.int64)
    return Wordings(places[pairs.left], places[pairs.right], pairs.shared, pairs.sampled)


def same_texts(found: Keyed) -> Iterator[Match]:
    """A match for every text that stands in an earlier row, letter by letter."""
    for place, same in enumerate(_firsts(found.digests)):
        if place != same:
            yield Match(same, place, "copy", dependent=True, confidence=1.0, why="the same text")


def _firsts(digests: Sequence[str]) -> list[int]:
    """For each place the first with the same digest."""
    first: dict[str, int] = {}
    return [first.setdefault(digest, place) for place, digest in enumerate(digests)]


class Asked:
    """The pairs that are worth a verdict, in order; without `every` one is passed over whose rows
    others hold together already: of k rows with one origin k - 1 pairs tell it, of some k * k / 2.

    Pairs are handed out ahead of the verdicts on those before them, so that several processes have
    work. A verdict on rows that were joined meanwhile is not taken: they are the same, whoever
    gives them.
    """

    def __init__(self, pairs: Wordings, *, every: bool) -> None:
        self._pairs, self._every = _together(pairs), every
        self._joined: UnionFind[int] = UnionFind()
        self._handed = deque[int]()
        self.done = 0

    def __len__(self) -> int:
        return len(self._pairs)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for at in range(self.done, len(self._pairs)):
            if self._apart(*self._pairs[at]):
                self._handed.append(at)
                yield self._pairs[at]

    def go_on(self, found: Sequence["Match"]) -> None:
        """Begins behind the verdicts of an earlier run, which are the first ones, in order."""
        for match in found:
            self._join(match)
        if found:
            self.done = self._pairs.index((found[-1].left, found[-1].right)) + 1

    def takes(self, match: "Match") -> bool:
        """Whether the verdict on the pair that was handed out first says anything."""
        self.done = self._handed.popleft() + 1
        apart = self._apart(match.left, match.right)
        if apart:
            self._join(match)
        return apart

    def _apart(self, left: int, right: int) -> bool:
        return self._every or self._joined[left] != self._joined[right]

    def _join(self, match: "Match") -> None:
        if match.dependent:
            self._joined.union(match.left, match.right)


def _together(pairs: Wordings) -> list[tuple[int, int]]:
    """The pairs, those of rows that hang together by them in a run, that share most first."""
    found = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    part_of = {place: at for at, part in enumerate(components(found)) for place in part}
    shared = dict(zip(found, pairs.shared.tolist(), strict=True))
    return sorted(found, key=lambda pair: (part_of[pair[0]], -shared[pair], pair))


def judged(
    asked: Asked,
    verdict: Callable[[tuple[int, int]], Match],
    folder: Path,
    engine: Engine,
    tick: Tick,
) -> list[Match]:
    """The verdicts on the pairs asked about; those that lie in the folder are not given again."""
    path = folder / "verdicts.jsonl"
    found = _read(path)
    asked.go_on(found)
    with path.open("a", encoding="utf-8") as out:
        for match in engine.map(verdict, asked):
            if asked.takes(match):
                out.write(json.dumps([getattr(match, name) for name in Match.__slots__]) + "\n")
                found.append(match)
            tick("comparing", asked.done, len(asked))
    return found


def _read(path: Path) -> list[Match]:
    """The verdicts of an earlier run; a last line that was cut off is taken away."""
    if not path.exists():
        return []
    whole = path.read_bytes()
    whole = whole[: whole.rfind(b"\n") + 1]
    path.write_bytes(whole)
    return [Match(*json.loads(line)) for line in whole.splitlines()]


class Texts:
    """The texts of some rows in a file, read one at a time by place."""

    def __init__(self, corpus: Corpus, numbers: dict[int, int], path: Path) -> None:
        """`numbers` gives the place of each row that is wanted."""
        self._path, self._spans = path, dict[int, tuple[int, int]]()
        with path.open("wb") as out:
            for row in corpus.rows():
                if row is not None and row.number in numbers:
                    written = row.text.encode("utf-8", "replace")
                    self._spans[numbers[row.number]] = out.tell(), len(written)
                    out.write(written)

    def text(self, place: int) -> str:
        """The text of a row by place."""
        begin, size = self._spans[place]
        with self._path.open("rb") as stream:
            stream.seek(begin)
            return stream.read(size).decode("utf-8")


@dataclass(frozen=True, slots=True)
class _Side:
    """A text made ready to be laid beside another."""

    reading: Reading
    sketch: Sketch


class Verdicts:
    """The verdicts on pairs of rows by place, remembering readings."""

    def __init__(self, texts: Texts, *, compiled: bool = False) -> None:
        """`compiled`: whether there are so many that it pays to wake the kernels."""
        self._texts = texts
        self._tools: Bench = bench(Settings(), compiled=compiled)
        self._ready = lru_cache(maxsize=REMEMBERED)(self._prepared)
        # Held by the side too: what a reading has worked out for one pair is there for the next.
        self._left = lru_cache(maxsize=REMEMBERED)(partial(self._called, "left"))
        self._right = lru_cache(maxsize=REMEMBERED)(partial(self._called, "right"))

    def __call__(self, pair: tuple[int, int]) -> Match:
        """The verdict on two rows; those of two events are not laid side by side."""
        left, right = pair
        ours, theirs = self._left(left), self._right(right)
        judge = self._tools.judge
        drawn = [(ours.sketch, theirs.sketch)]
        (alike,) = same_events(drawn, self._tools.events, compiled=judge.compiled)
        if alike < self._tools.settings.gather.story_from:
            why = "some phrases in common, and another event"
            return Match(left, right, "unrelated", dependent=False, confidence=1 - alike, why=why)
        relation = relate(ours.reading, theirs.reading, judge, alike)
        why = "; ".join(reason.text for reason in relation.reasons[:SAID])
        dependent = relation.dependence is Dependence.DEPENDENT
        return Match(
            left, right, relation.kind.value, dependent, round(relation.confidence, 4), why
        )

    def _prepared(self, place: int) -> Prepared:
        return Prepared(document_of_text(str(place), self._texts.text(place)))

    def _called(self, name: str, place: int) -> _Side:
        """A row made ready, under the name by which a verdict speaks of it."""
        ready = self._ready(place)
        return _Side(replace(ready.reading, document=name), replace(ready.sketch, document=name))
