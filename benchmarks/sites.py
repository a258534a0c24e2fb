"""Made sites: the furniture of one page around ten bodies, labelled before and after repetition.

Frames, bodies and trees are those of `benchmarks/wrapped.py`: a frame is judged by trees that never
saw its site.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.bootstrap import figure, share
from benchmarks.corpora import seeded
from benchmarks.page_lines import page_rows
from benchmarks.wrapped import (
    TONGUES,
    Wrapped,
    bodies,
    body_f1,
    foreign_quotes,
    frames,
    trees_by_fold,
    wrap,
)
from retold.model.document import Block, Document
from retold.stories.repeated import relabelled
from retold.text.blocks import label

BODIES_A_SITE = 10
Tellings = list[tuple[Wrapped, Document]]


@dataclass(frozen=True, slots=True)
class Site:
    """Ten documents of one made site, labelled one by one and together."""

    tongue: str
    name: str
    alone: Tellings
    together: Tellings


def table(data: Path) -> list[str]:
    """The figures of both languages before and after the pass over the site."""
    held = list(sites(data))
    lines = [
        "| made sites of ten | labelled | sites | body characters F1 | no quotation from outside |",
        "|---|---|---|---|---|",
    ]
    for tongue, title in TONGUES.items():
        judged = [one for one in held if one.tongue == tongue]
        lines.append(_row(f"{title} | one by one", judged, lambda site: site.alone))
        lines.append(_row(f"{title} | and by repetition", judged, lambda site: site.together))
    return lines


def _row(title: str, judged: Sequence[Site], chosen: Callable[[Site], Tellings]) -> str:
    every = [(site.name, made, one.blocks) for site in judged for made, one in chosen(site)]
    names = [name for name, _, _ in every]
    scores = np.array([body_f1(made, blocks) for _, made, blocks in every])
    clean = np.array([not foreign_quotes(made, blocks) for _, made, blocks in every])
    figures = f"{figure(names, share(scores))} | {figure(names, share(clean))}"
    return f"| {title} | {len(judged)} | {figures} |"


def sites(data: Path) -> Iterator[Site]:
    """A site for each page with furniture, its bodies drawn from its own fold first."""
    trees = trees_by_fold(data)
    held = {tongue: sorted(bodies(data, tongue)) for tongue in TONGUES}
    for frame in frames(page_rows(data)):
        draw = seeded("site", frame.name)
        fitting = [text for fold, text in held[frame.tongue] if fold == frame.fold]
        drawn = draw.sample(fitting, min(len(fitting), BODIES_A_SITE))
        made = [wrap(frame, body, "\n") for body in drawn]
        alone = [
            _document(f"{place}", one, label(one.text, trees[one.fold]))
            for place, one in enumerate(made)
        ]
        together = relabelled(alone)
        yield Site(
            frame.tongue,
            frame.name,
            list(zip(made, alone, strict=True)),
            list(zip(made, together, strict=True)),
        )


def _document(key: str, made: Wrapped, blocks: tuple[Block, ...]) -> Document:
    return Document(key, made.text, blocks, outlet="the made site")
