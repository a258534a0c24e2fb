"""Piles of known make-up, and how often the number of origins in them is found.

    python -m benchmarks piles [--data DIR] [--piles 100] [--seed 1]

A pile holds two or three `basil` reports of one event (an origin each), a star of
`detectrl_derivations` (three to six texts made from one, in half of the piles without that one: one
origin), and a look-alike pair of `ecbplus`, one report from each of two events (an origin each).
Right is a pile whose origins, over all its stories, are as many as they should be; the parting
itself is judged beside it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora
from retold.face import read_documents
from retold.model.run import Result
from retold.pipeline import Settings
from retold.readers.mapping import from_mapping

LEAST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Pile:
    """Texts by id, and the origin each goes back to."""

    name: str
    texts: dict[str, str]
    origin: dict[str, str]

    @property
    def parting(self) -> set[frozenset[str]]:
        """The ids by origin."""
        parts: dict[str, set[str]] = {}
        for name, origin in self.origin.items():
            parts.setdefault(origin, set()).add(name)
        return {frozenset(part) for part in parts.values()}


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
        topic = draw.choice(sorted(topics))
        for cluster in sorted(topics[topic]):
            long = [d for d in topics[topic][cluster] if len(d["text"].split()) >= LEAST_WORDS]
            if long:
                report = draw.choice(long)
                drawn[f"alike-{report['doc_id']}"] = report["text"], report["doc_id"]
        texts = {name: text for name, (text, _) in drawn.items()}
        origin = {name: of for name, (_, of) in drawn.items()}
        yield Pile(f"{number:03d}", texts, origin)


def judged(pile: Pile) -> Result:
    """What retold makes of a pile."""
    mappings = ({"id": name, "text": text} for name, text in pile.texts.items())
    return read_documents((from_mapping(one) for one in mappings), settings=Settings())


def parting_of(result: Result) -> set[frozenset[str]]:
    """The ids by origin, over all stories."""
    return {frozenset(one.documents) for story in result.stories for one in story.origins}


def faults(pile: Pile, found: set[frozenset[str]], documents: set[str]) -> Iterator[str]:
    """What went wrong, a word each: which texts were joined or parted that should not be."""
    for part in found:
        kinds = sorted({name.split("-")[0] for name in part})
        if len({pile.origin[name] for name in part}) > 1:
            yield f"joined {'+'.join(kinds)}"
    for part in pile.parting:
        pieces = [one & part for one in found if one & part]
        if len(pieces) > 1:
            lone = min(pieces, key=lambda piece: (len(piece), sorted(piece)))
            called = (
                name.split("-", 1)[1] if name.startswith("made") else "report" for name in lone
            )
            yield f"parted {'+'.join(sorted(called))}"
    if set(pile.texts) - documents:
        yield "not read"


def main(argv: list[str]) -> None:
    """Prints the share of piles with the right number of origins and the faults of the others."""
    options = argparse.ArgumentParser(prog="python -m benchmarks piles")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--piles", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args(argv)
    right = exact = bracketed = 0
    wrong: Counter[str] = Counter()
    for pile in piles(chosen.data, chosen.piles, chosen.seed):
        result = judged(pile)
        found = parting_of(result)
        at_most = sum(story.origins_at_most for story in result.stories)
        right += len(found) == len(pile.parting)
        exact += found == pile.parting
        bracketed += len(found) <= len(pile.parting) <= at_most
        if found != pile.parting:
            seen = sorted(faults(pile, found, {one.id for one in result.documents}))
            wrong.update(seen)
            print(f"pile {pile.name}: {len(found)} for {len(pile.parting)}: {'; '.join(seen)}")
    print(f"origins right in {right} of {chosen.piles} piles (seed {chosen.seed})")
    print(f"parting exact in {exact}; truth between least and most in {bracketed}")
    for fault, times in wrong.most_common():
        print(f"  {times:3d}  {fault}")
