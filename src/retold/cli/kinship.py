"""Who is whose copy in a corpus: keys of every row, the pairs that share enough, a verdict on each.

All that was found so far lies in a folder beside the output, so that a run that was stopped goes on
where it was: keys by the batch, verdicts line by line.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from networkx.utils import UnionFind

from retold.backends.commonness import commonness
from retold.bench import Bench, Prepared, Settings, bench, compare, prepared
from retold.cli.rows import Corpus, Row
from retold.model.relation import Dependence
from retold.ports import Engine
from retold.readers.text import document_of_text
from retold.stories.event import same_event
from retold.stories.keys import quick_keys
from retold.stories.meet import Wordings, wordings
from retold.stories.parts import components

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


def judged(
    pairs: Wordings, verdict: "Verdicts", folder: Path, engine: Engine, tick: Tick
) -> list[Match]:
    """The verdicts that part a corpus; those that lie in the folder are not asked for again.

    What hangs together by the pairs is judged as a whole (see `Verdicts.among`), and written down
    as one line: a stop costs no more.
    """
    path = folder / "verdicts.jsonl"
    made = _read(path)
    parts = _hanging_together(pairs)
    found = [match for matches in made for match in matches]
    done = sum(map(len, parts[: len(made)]))
    with path.open("a", encoding="utf-8") as out:
        asked = parts[len(made) :]
        for part, matches in zip(asked, engine.map(verdict.among, asked), strict=True):
            rows = [[getattr(one, name) for name in Match.__slots__] for one in matches]
            out.write(json.dumps(rows) + "\n")
            found += matches
            done += len(part)
            tick("comparing", done, len(pairs.left))
    return found


def _hanging_together(pairs: Wordings) -> list[list[tuple[int, int]]]:
    """The pairs of each part of the corpus that hangs together, those that share most first."""
    asked = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    part_of = {place: at for at, part in enumerate(components(asked)) for place in part}
    shared = dict(zip(asked, pairs.shared.tolist(), strict=True))
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in sorted(asked, key=lambda one: (-shared[one], one)):
        found[part_of[pair[0]]].append(pair)
    return [found[at] for at in sorted(found)]


def _read(path: Path) -> list[list[Match]]:
    """The verdicts of an earlier run, a list a part; a last line that was cut off is taken away."""
    if not path.exists():
        return []
    whole = path.read_bytes()
    whole = whole[: whole.rfind(b"\n") + 1]
    path.write_bytes(whole)
    return [[Match(*row) for row in json.loads(line)] for line in whole.splitlines()]


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


class Verdicts:
    """The verdicts on pairs of rows by place, remembering readings."""

    def __init__(self, texts: Texts, *, every: bool) -> None:
        """Without `every` a pair is passed over whose rows others hold together already."""
        self._texts, self._every = texts, every
        self._tools: Bench = bench(Settings())
        self._ready = lru_cache(maxsize=REMEMBERED)(self._prepared)

    def among(self, pairs: Sequence[tuple[int, int]]) -> list[Match]:
        """The verdicts on pairs, in order; one on rows that hang together already says nothing.

        Of k rows with one origin k - 1 pairs tell it, of some k * k / 2.
        """
        together: UnionFind[int] = UnionFind()
        found = []
        for left, right in pairs:
            if self._every or together[left] != together[right]:
                found.append(self((left, right)))
                if found[-1].dependent:
                    together.union(left, right)
        return found

    def __call__(self, pair: tuple[int, int]) -> Match:
        """The verdict on two rows; those of two events are not laid side by side."""
        left, right = pair
        held = {
            name: _called(self._ready(place), name)
            for name, place in (("left", left), ("right", right))
        }
        sketches = held["left"].sketch, held["right"].sketch
        alike = same_event(*sketches, self._tools.events)
        if alike < self._tools.settings.gather.story_from:
            why = "some phrases in common, and another event"
            return Match(left, right, "unrelated", dependent=False, confidence=1 - alike, why=why)
        relation = compare(("left", "right"), held, self._tools)
        why = "; ".join(reason.text for reason in relation.reasons[:SAID])
        dependent = relation.dependence is Dependence.DEPENDENT
        return Match(
            left, right, relation.kind.value, dependent, round(relation.confidence, 4), why
        )

    def _prepared(self, place: int) -> Prepared:
        return prepared(document_of_text(str(place), self._texts.text(place)))


def _called(ready: Prepared, name: str) -> Prepared:
    """The same under the name by which a verdict speaks of it."""
    reading, sketch = replace(ready.reading, document=name), replace(ready.sketch, document=name)
    return Prepared(ready.document, reading, sketch, ready.make)
