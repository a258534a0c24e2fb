"""Piles of known make-up, and how often the number of origins in them is found.

    python -m benchmarks piles [--data DIR] [--piles 100] [--seed 1] [--derived]

A pile holds two or three `basil` reports of one event (an origin each), a star of
`detectrl_derivations` (three to six texts made from one, in half of the piles without that one: one
origin), and a look-alike pair of `ecbplus`, one report from each of two events (an origin each).
With `--derived` the piles of `benchmarks.derived_piles`. Right is a pile whose origins, over all
its stories, are as many as they should be; the parting itself is judged beside it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, figure, share
from benchmarks.derived_piles import derived_piles
from benchmarks.pile import Pile, alike
from retold.bench import Settings
from retold.face import read_documents
from retold.model.run import Result
from retold.readers.mapping import from_mapping

# Faults that are printed pile by pile, so that one can be looked at; the table counts all.
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a pile; `faults` a word or two each, empty where the parting is exact."""

    pile: Pile
    found: set[frozenset[str]]
    at_most: int
    faults: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether there are as many origins as there should be."""
        return len(self.found) == len(self.pile.parting)

    @property
    def bracketed(self) -> bool:
        """Whether the truth lies between the least and the most."""
        return len(self.found) <= len(self.pile.parting) <= self.at_most


def piles(data: Path, count: int, seed: int) -> Iterator[Pile]:
    """Seeded piles; the same data and seed give the same ones."""
    events, stars, topics = corpora.events(data), corpora.stars(data), corpora.look_alikes(data)
    for number in range(count):
        draw = corpora.seeded("pile", seed, number)
        drawn: dict[str, tuple[str, str]] = {}  # text and origin by name
        event = draw.choice(sorted(events))
        for report in draw.sample(events[event], draw.choice([2, 3])):
            drawn[f"report-{report['doc_id']}"] = report["text"], report["doc_id"]
        star = draw.choice(sorted(stars))
        source, made = stars[star]
        kinds = draw.sample(sorted(made), draw.randint(min(3, len(made)), len(made)))
        for kind in kinds:
            drawn[f"made-{kind}"] = made[kind], star
        if number % 2:
            drawn["made-from"] = source, star
        drawn |= alike(topics[draw.choice(sorted(topics))], draw)
        yield Pile.of(f"{number:03d}", event, drawn)


def judged(pile: Pile) -> Judged:
    """What retold makes of a pile."""
    mappings = ({"id": name, "text": text} for name, text in pile.texts.items())
    result = read_documents((from_mapping(one) for one in mappings), settings=Settings())
    found = parting_of(result)
    read = {one.id for one in result.documents}
    at_most = sum(story.origins_at_most for story in result.stories)
    return Judged(pile, found, at_most, tuple(sorted(faults(pile, found, read))))


def parting_of(result: Result) -> set[frozenset[str]]:
    """The ids by origin, over all stories."""
    return {frozenset(one.documents) for story in result.stories for one in story.origins}


def faults(pile: Pile, found: set[frozenset[str]], documents: set[str]) -> Iterator[str]:
    """What went wrong, a word each: which texts were joined or parted that should not be."""
    for part in found:
        if len({pile.origin[name] for name in part}) > 1:
            yield f"joined {'+'.join(sorted({_kind(name) for name in part}))}"
    for part in pile.parting:
        pieces = [one & part for one in found if one & part]
        if len(pieces) > 1:
            lone = min(pieces, key=lambda piece: (len(piece), sorted(piece)))
            yield f"parted {'+'.join(sorted(_kind(name) for name in lone))}"
    if set(pile.texts) - documents:
        yield "not read"


def _kind(name: str) -> str:
    """What a text is: how it was made, or "report" or "alike"."""
    first, _, rest = name.partition("-")
    return rest if first == "made" else first


def print_all(every: Sequence[Judged]) -> None:
    """The share right with its interval by event, and what went wrong."""
    sources = [one.pile.source for one in every]
    right = figure(sources, share([one.right for one in every]), DRAWS)
    print(f"origins right in {sum(one.right for one in every)} of {len(every)} piles: {right}")
    exact = figure(sources, share([not one.faults for one in every]), DRAWS)
    print(f"parting exact: {exact}")
    within = figure(sources, share([one.bracketed for one in every]), DRAWS)
    print(f"truth between least and most: {within}")
    for fault, times in Counter(fault for one in every for fault in one.faults).most_common():
        print(f"  {times:3d}  {fault}")


def main(argv: list[str]) -> None:
    """Prints the share of piles with the right number of origins and what went wrong elsewhere."""
    options = argparse.ArgumentParser(prog="python -m benchmarks piles")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--piles", type=int, default=None, help="100, or 200 with --derived")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--derived", action="store_true")
    chosen = options.parse_args(argv)
    count = chosen.piles or (200 if chosen.derived else 100)
    made = (derived_piles if chosen.derived else piles)(chosen.data, count, chosen.seed)
    mode = " --derived" if chosen.derived else ""
    print(f"python -m benchmarks piles{mode} --piles {count} --seed {chosen.seed}")
    every = [judged(pile) for pile in made]
    for one in [one for one in every if one.faults][:SHOWN]:
        print(
            f"pile {one.pile.name}: {len(one.found)} for {len(one.pile.parting)}: "
            f"{'; '.join(one.faults)}"
        )
    print_all(every)
