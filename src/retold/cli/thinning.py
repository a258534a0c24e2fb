"""The work of `retold dedupe`: matches gathered into tellings, and one row kept of each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retold.backends.processes import Processes
from retold.cli.estimate import Estimate
from retold.cli.kinship import (
    Asked,
    Keyed,
    Match,
    Texts,
    Verdicts,
    judged,
    keyed,
    paired,
    same_texts,
)
from retold.cli.rows import Corpus, write_table
from retold.model.relation import RelationKind
from retold.pipeline import COMPILED_FROM
from retold.readers.options import Hands
from retold.stories.meet import COPIES_SHARE, SHARED_FROM
from retold.stories.parts import components
from retold.stories.standing import Keep, standing


@dataclass(frozen=True, slots=True)
class Job:
    """What was asked for."""

    target: Path
    table: Path
    folder: Path
    keep: Keep
    hands: Hands
    quiet: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """What came of it, in rows; `sampled` keys were held by too many to compare all holders."""

    read: int
    kept: int
    without_text: int
    compared: int
    sampled: int

    def line(self, table: Path) -> str:
        """For people."""
        told = f"{self.read} rows, {self.kept} kept, {self.compared} pairs compared; see {table}"
        if self.without_text:
            told += f"; {self.without_text} without a text left out"
        if self.sampled:
            told += f"; {self.sampled} phrases held by very many were compared with a few of them"
        return told


def thin(corpus: Corpus, job: Job) -> Counts:
    """Writes the rows to be kept and the table of matches."""
    tick = Estimate(quiet=job.quiet)
    found = keyed(corpus, job.folder, tick)
    by_copy = job.keep is Keep.ONE_PER_COPY
    pairs = paired(found, COPIES_SHARE if by_copy else SHARED_FROM)
    wanted = {found.numbers[at]: at for at in {*pairs.left.tolist(), *pairs.right.tolist()}}
    texts = Texts(corpus, wanted, job.folder / "texts")
    asked, engine = Asked(pairs, every=by_copy), Processes(job.hands.jobs, job.hands.patience)
    verdict = Verdicts(texts, compiled=len(found.numbers) >= COMPILED_FROM)
    verdicts = judged(asked, verdict, job.folder, engine, tick)
    matches = [*same_texts(found), *(match for match in verdicts if match.dependent)]
    stands = standing_for(matches, found.lengths, job.keep)
    staying = {found.numbers[at] for at, other in enumerate(stands) if at == other}
    rows = sum(1 for _ in corpus.rows())
    corpus.keep((number in staying for number in range(rows)), job.target)
    write_table(list(_told(found, stands, matches)), job.table)
    read = len(found.numbers)
    return Counts(rows, len(staying), rows - read, len(verdicts), pairs.sampled)


def standing_for(matches: Sequence[Match], lengths: Sequence[int], keep: Keep) -> list[int]:
    """For each place the one that is kept in its stead: itself where it stays.

    All that hang together have one origin, whose longest text is the first to stay.
    """
    stands = list(range(len(lengths)))
    parts = components((match.left, match.right) for match in matches)
    copies: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    part_of = {place: at for at, part in enumerate(parts) for place in part}
    for match in matches:
        if match.kind == RelationKind.COPY:
            copies[part_of[match.left]].append((match.left, match.right))
    for at, part in enumerate(parts):
        ranked = sorted(part, key=lambda place: (-lengths[place], place))
        for place, other in standing(ranked, copies[at], keep).items():
            stands[place] = other
    return stands


def _told(
    found: Keyed, stands: Sequence[int], matches: Sequence[Match]
) -> Iterator[dict[str, Any]]:
    """A row for each text left out, with its own match to what stands for it, or the surest."""
    of: defaultdict[int, list[Match]] = defaultdict(list)
    for match in matches:
        of[match.left].append(match)
        of[match.right].append(match)
    for place, other in enumerate(stands):
        if place == other:
            continue
        best = min(of[place], key=lambda m: (other not in {m.left, m.right}, -m.confidence, m.left))
        with_ = best.left + best.right - place
        yield {
            "id": found.ids[place],
            "instead": found.ids[other],
            "matched": found.ids[with_],
            "kind": best.kind,
            "confidence": best.confidence,
            "why": best.why,
        }
