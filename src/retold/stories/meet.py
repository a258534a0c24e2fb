"""Which documents are worth comparing: those that share enough rare words.

An inverted index over the keys of the sketches. What two documents need to meet depends on the two
alone, so a pile's size and order change nothing.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from retold.stories.sketch import Sketch

# Words commoner than this are in every other text and tell of no event.
LEAST_WEIGHT = 2.5  # nats: in fewer than one of 12 texts of news length
# Share of the poorer side's rare words, by weight, that both must have. Kept: all derived pairs
# that relations are trained on, all excerpts and whole reports of basil, .994 of the same-event
# pairs of ecbplus and .968 of allsides_roundup; at .12 of the last only .93.
MEETING_FROM = 0.08
# The same with fewer words shared than this tells nothing: two headlines with one name in common.
LEAST_SHARED = 8.0  # nats: about two rare words


def meetings(sketches: Iterable[Sketch]) -> Iterator[tuple[str, str]]:
    """Pairs of ids that share enough rare words, each once, the lesser first, sorted."""
    ordered = sorted(sketches, key=lambda sketch: sketch.document)
    index = _Index(ordered)
    for place, sketch in enumerate(ordered):
        for other in index.met(place):
            yield sketch.document, ordered[other].document


class _Index:
    """Postings of the rare keys: for each, the places of the documents that hold it, ascending."""

    def __init__(self, ordered: list[Sketch]) -> None:
        rare = [sketch.weights >= LEAST_WEIGHT for sketch in ordered]
        keys = [sketch.keys[kept] for sketch, kept in zip(ordered, rare, strict=True)]
        weights = [sketch.weights[kept] for sketch, kept in zip(ordered, rare, strict=True)]
        self.mass = np.array([weight.sum(dtype=np.float64) for weight in weights])
        holders = np.repeat(np.arange(len(ordered)), [len(key) for key in keys])
        every = np.concatenate([np.zeros(0, np.uint64), *keys])
        order = np.argsort(every, kind="stable")
        self.holders = holders[order]
        self.weights = np.concatenate([np.zeros(0, np.float32), *weights])[order]
        known, first = np.unique(every[order], return_index=True)
        self.ends = np.append(first, len(every))
        self.terms = [np.searchsorted(known, key) for key in keys]
        self.own = weights

    def met(self, place: int) -> list[int]:
        """Places after `place` of the documents that its document meets, ascending."""
        common = np.zeros(len(self.mass))
        for term, weight in zip(self.terms[place].tolist(), self.own[place], strict=True):
            run = slice(self.ends[term], self.ends[term + 1])
            # The weight of a word may differ between languages: the lesser counts.
            common[self.holders[run]] += np.minimum(self.weights[run], weight)
        asked = np.maximum(LEAST_SHARED, MEETING_FROM * np.minimum(self.mass, self.mass[place]))
        found: npt.NDArray[np.intp] = np.flatnonzero(common >= asked)
        return [int(other) for other in found if other > place]
