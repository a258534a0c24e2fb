"""The work of `retold dedupe`: matches gathered into tellings, and one row kept of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retold.backends.processes import Processes
from retold.cli.estimate import Estimate
from retold.cli.kinship import Keyed, Match, Texts, judged, keyed, paired, same_texts
from retold.cli.rows import Corpus, write_table


@dataclass(frozen=True, slots=True)
class Job:
    """What was asked for."""

    target: Path
    table: Path
    folder: Path
    keep: str
    jobs: int
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
    with Estimate(quiet=job.quiet) as tick:
        found = keyed(corpus, job.folder, tick)
        pairs = paired(found)
        wanted = {found.numbers[at]: at for at in {*pairs.left.tolist(), *pairs.right.tolist()}}
        texts = Texts(corpus, wanted, job.folder / "texts")
        verdicts = judged(pairs, texts, job.folder, Processes(job.jobs), tick)
    matches = [*same_texts(found), *(match for match in verdicts if match.dependent)]
    stands = standing_for(matches, found.lengths, by_copy=job.keep == "one-per-copy")
    staying = {found.numbers[at] for at, other in enumerate(stands) if at == other}
    rows = sum(1 for _ in corpus.rows())
    corpus.keep((number in staying for number in range(rows)), job.target)
    write_table(list(_told(found, stands, matches)), job.table)
    read = len(found.numbers)
    return Counts(rows, len(staying), rows - read, len(verdicts), pairs.sampled)


def standing_for(matches: Sequence[Match], lengths: Sequence[int], *, by_copy: bool) -> list[int]:
    """For each place the one that is kept in its stead: itself where it stays.

    By origin all that hang together have one; by copy each goes with the best text that it copies.
    """
    ties = [match for match in matches if not by_copy or match.kind == "copy"]
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for match in ties:
        beside[match.left].add(match.right)
        beside[match.right].add(match.left)
    stands = list(range(len(lengths)))
    done: set[int] = set()
    for place in sorted(beside, key=lambda at: (-lengths[at], at)):
        if place not in done:
            reached = beside[place] if by_copy else _reached(place, beside)
            for other in {place, *reached} - done:
                stands[other] = place
            done |= {place, *reached}
    return stands


def _reached(place: int, beside: Mapping[int, set[int]]) -> set[int]:
    """All that hang together with a place."""
    found, waiting = {place}, [place]
    while waiting:
        more = beside[waiting.pop()] - found
        found |= more
        waiting.extend(more)
    return found


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
