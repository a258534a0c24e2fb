"""How far a figure would move with other source texts: the bootstrap by source (Efron 1979).

All rows made from one source are drawn together, since they fall together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
# A statistic of rows that count as often as their weight says, float64 (rows,) in, a figure out.
Statistic = Callable[[Floats], float]

DRAWS = 1000
SEED = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with the interval that holds 95 of 100 draws; nan where it had no rows."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def figure(
    sources: Sequence[str], statistic: Statistic, draws: int = DRAWS, seed: int = SEED
) -> Figure:
    """The statistic over all rows and its interval by source; draws without a value are out."""
    value = statistic(np.ones(len(sources)))
    drawn = np.array([statistic(weight) for weight in weights(sources, draws, seed)])
    drawn = drawn[~np.isnan(drawn)]
    if not len(drawn):
        return Figure(value, float("nan"), float("nan"))
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Figure(value, float(low), float(high))


def weights(sources: Sequence[str], draws: int = DRAWS, seed: int = SEED) -> Iterator[Floats]:
    """Row weights, float64 (rows,), of each draw: how often the source of the row was drawn."""
    _, place = np.unique(np.array(sources), return_inverse=True)
    count = int(place.max(initial=-1)) + 1
    generator = np.random.default_rng(seed)
    for _ in range(draws):
        times = np.bincount(generator.integers(0, count, count), minlength=count)
        yield times[place].astype(np.float64)


def share(hits: npt.ArrayLike) -> Statistic:
    """The share of hits (bool or 0..1 a row) as a statistic; nan where no row weighs anything."""
    values = np.asarray(hits, np.float64)

    def of(weight: Floats) -> float:
        total = float(weight.sum())
        return float((values * weight).sum() / total) if total else float("nan")

    return of
