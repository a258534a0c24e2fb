"""Piles of reports amid texts made from them, for `python -m benchmarks piles --derived`.

One to three `basil` reports of an event, around each up to three derived texts (excerpt, trim,
furniture, substitution, moved and merged sentences, two-step chain; the report itself is missing in
a quarter where two derived texts stand for it), in half of the piles a star of
`detectrl_derivations` as a second story, and in half a look-alike pair of `ecbplus` beside.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import corpora
from benchmarks.making import MAKERS
from benchmarks.pile import LEAST_WORDS, Pile, alike

Drawn = dict[str, tuple[str, str]]  # text and origin by name


def derived_piles(data: Path, count: int, seed: int) -> Iterator[Pile]:
    """Seeded piles; the same data and seed give the same ones."""
    events, stars, topics = corpora.events(data), corpora.stars(data), corpora.look_alikes(data)
    for number in range(count):
        draw = corpora.seeded("derived pile", seed, number)
        event = draw.choice(sorted(events))
        drawn: Drawn = {}
        for report in draw.sample(events[event], draw.randint(1, 3)):
            drawn |= around(report, draw)
        if number % 2:
            drawn |= star_of(draw.choice(sorted(stars)), stars, draw)
        if draw.random() < 0.5:
            drawn |= alike(topics[draw.choice(sorted(topics))], draw)
        yield Pile.of(f"{number:03d}", event, drawn)


def around(report: dict[str, Any], draw: random.Random) -> Drawn:
    """A report and texts made from it; at times only these."""
    name, text = report["doc_id"], report["text"]
    makers = draw.sample(sorted(MAKERS), draw.randint(0, 3))
    made = {f"{maker}-{name}": (MAKERS[maker](text, draw), name) for maker in makers}
    long = {at: one for at, one in made.items() if len(one[0].split()) >= LEAST_WORDS}
    if len(long) >= 2 and draw.random() < 0.25:
        return long
    return {f"report-{name}": (text, name), **long}


def star_of(star: str, stars: dict[str, tuple[str, dict[str, str]]], draw: random.Random) -> Drawn:
    """Texts made from one, with that one or without."""
    source, made = stars[star]
    kinds = draw.sample(sorted(made), draw.randint(min(2, len(made)), len(made)))
    drawn = {f"made-{kind}": (made[kind], star) for kind in kinds}
    return {"made-from": (source, star), **drawn} if draw.random() < 0.5 else drawn
