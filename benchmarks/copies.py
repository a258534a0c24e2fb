"""Very many tellings of one text: what each costs, and whether all find their place.

    python -m benchmarks copies [--copies 1000 3000 10000] [--crowds NAME ...]

The crowds are invented (`copies_pile.py`). Each is read in a process of its own, from texts in
memory to stories; seconds are those of the processor. Found is told of the largest story: how many
tellings lie in it, B-cubed F1 of its origins, and how far in the tree that made the crowd a telling
lies from the one it is put beside (its nearest found parent, else a sibling under a lost one),
where equal texts are one and 1 is the text that it was made from, or one made from it.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.bcubed import bcubed
from benchmarks.copies_pile import CROWDS, Telling
from benchmarks.peers.near_copies import peak
from retold.bench import Settings
from retold.model.document import Document
from retold.model.story import Story
from retold.pipeline import retell
from retold.readers.mapping import from_mapping
from retold.stories.listed import nearest

COUNTS = (1_000, 3_000, 10_000)


def found(crowd: Sequence[Telling]) -> dict[str, Any]:
    """What one run took and found."""
    made = (from_mapping({"id": one.id, "text": one.text}) for one in crowd)
    documents = [one for one in made if isinstance(one, Document)]
    began, ended = time.process_time(), dict[str, float]()

    def tick(stage: str, _done: int, _total: int) -> None:
        ended[stage] = time.process_time() - began

    stories = retell(documents, Settings(), tick=tick)
    seconds = time.process_time() - began
    largest = max(stories, key=lambda one: len(one.documents))
    return {
        "seconds": seconds,
        "ended": ended,
        "megabytes": peak(),
        "stories": len(stories),
        "together": len(largest.documents),
        "origins": len(largest.origins),
        "right": _right(largest, crowd),
        "steps": dict(Counter(_steps(largest, crowd))),
        "judged": sum(one.pairs_judged for one in stories),
        "listed": sum(len(one.relations) for one in stories),
    }


def _right(story: Story, crowd: Sequence[Telling]) -> float:
    """B-cubed F1 of the origins of a story."""
    told = {name: place for place, one in enumerate(story.origins) for name in one.documents}
    inside = [one for one in crowd if one.id in told]
    return bcubed([one.origin for one in inside], [told[one.id] for one in inside]).f1


def _steps(story: Story, crowd: Sequence[Telling]) -> Iterator[int]:
    """Steps in the true tree from each telling to the one it is put beside."""
    text = {one.id: one.text for one in crowd}
    above = {
        one.text: text[one.parent] for one in crowd if one.parent and text[one.parent] != one.text
    }
    for name, other in nearest(story.stemma).items():
        yield _apart(text[name], text[other], above)


def _apart(one: str, other: str, above: Mapping[str, str]) -> int:
    """Steps from one text of a tree to another; 99 where they have no common root."""
    line = {text: step for step, text in enumerate(_upwards(one, above))}
    steps = (line[text] + step for step, text in enumerate(_upwards(other, above)) if text in line)
    return next(steps, 99)


def _upwards(text: str, above: Mapping[str, str]) -> Iterator[str]:
    yield text
    while text in above:
        text = above[text]
        yield text


def told(name: str, count: int, figures: Mapping[str, Any]) -> None:
    """Prints the figures of one run."""
    seconds = figures["seconds"]
    print(
        f"\n{name}, {count:,}: {seconds:.0f} s, {1000 * seconds / count:.1f} ms a telling, ", end=""
    )
    print(f"{figures['megabytes']:,.0f} MB", end="")
    stages = (f"{stage} to {at:.0f} s" for stage, at in figures["ended"].items())
    print(f" ({', '.join(stages)})")
    print(f"  pairs judged a telling {figures['judged'] / count:.1f}, ", end="")
    print(f"listed {figures['listed'] / count:.1f}; stories {figures['stories']}, ", end="")
    print(f"{figures['together']:,} in the largest; origins {figures['origins']}, ", end="")
    print(f"B-cubed F1 {figures['right']:.3f}")
    steps = {int(step): times for step, times in figures["steps"].items()}
    every = max(1, sum(steps.values()))
    shares = (f"{step} {times / every:.3f}" for step, times in sorted(steps.items()))
    print(f"  steps from the telling beside: {', '.join(shares)}", flush=True)


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks copies")
    options.add_argument("--copies", type=int, nargs="*", default=COUNTS)
    options.add_argument("--crowds", nargs="*", choices=CROWDS, default=list(CROWDS))
    options.add_argument("--one", nargs=2, metavar=("CROWD", "COUNT"), help=argparse.SUPPRESS)
    chosen = options.parse_args(argv)
    if chosen.one:
        name, count = chosen.one
        print(json.dumps(found(CROWDS[name](int(count)))))
        return
    for name in chosen.crowds:
        for count in chosen.copies:
            command = [sys.executable, "-m", "benchmarks", "copies", "--one", name, str(count)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            told(name, count, json.loads(done.stdout))
