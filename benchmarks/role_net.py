"""Fits the net of `retold.text.roles`: convolutions over features, a chain of roles on top.

After Strubell et al., *Fast and Accurate Entity Recognition with Iterated Dilated Convolutions*
(2017), with Lafferty et al.'s chain (2001) as the loss; Adam (Kingma, Ba 2015). Written out in
numpy: the net is small, and the same data then give the same weights without a framework.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = dict[str, Floats]

WIDTH = 96  # of a token inside the net
REACHES = (1, 2, 4, 8, 16, 1)  # tokens to either side that each convolution looks at
WINDOW = 384  # tokens of a document learnt at once
BATCH = 24  # windows
EPOCHS = 18
RATE = 3e-3  # at its highest
WARM = 100  # steps up to there
LOST = {"words": 0.08, "features": 0.25, "inside": 0.25, "last": 0.4}  # share left out by chance
DECAY = 1e-2
MEAN = 0.99  # of the running mean of the weights, which is what is kept
SEED = 1
ROLES = 4


@dataclass(frozen=True, slots=True)
class Example:
    """A document: features (tokens, most) with 0 for none, roles (tokens)."""

    features: Ints
    roles: Ints


@dataclass(frozen=True, slots=True)
class Pass:
    """What a pass through the net leaves for the way back."""

    summed: Floats
    kept: Floats  # of the summed features, those not left out
    columns: tuple[Floats, ...]
    inside: tuple[Floats, ...]
    last: Floats
    scores: Floats


def started(table: Floats, draw: np.random.Generator) -> Weights:
    """Weights to begin with; `table` holds a vector a feature, its first row nothing."""

    def small(*shape: int) -> Floats:
        return draw.normal(0, 1 / np.sqrt(shape[0]), shape).astype(np.float32)

    layers = {f"kernel{place}": small(3 * WIDTH, WIDTH) for place in range(len(REACHES))}
    biases = {f"bias{place}": np.zeros(WIDTH, np.float32) for place in range(len(REACHES))}
    return {
        "table": table.copy(),
        "entry": small(table.shape[1], WIDTH),
        **layers,
        **biases,
        "leaving": small(WIDTH, ROLES),
        "moves": np.zeros((ROLES, ROLES), np.float32),
    }


def fitted(examples: Sequence[Example], table: Floats, rare: Ints, seed: int = SEED) -> Weights:
    """The weights learnt from some documents.

    `rare` has for each feature the one that stands for it where it is left out by chance.
    """
    draw = np.random.default_rng(seed)
    weights = started(table, draw)
    kept = {name: one.copy() for name, one in weights.items()}
    first = {name: np.zeros_like(one) for name, one in weights.items()}
    second = {name: np.zeros_like(one) for name, one in weights.items()}
    steps = EPOCHS * max(len(_windows(examples, draw)) // BATCH, 1)
    done = 0
    for epoch in range(EPOCHS):
        windows = _windows(examples, draw)
        draw.shuffle(windows)
        total = 0.0
        for at in range(0, len(windows) - BATCH + 1, BATCH):
            done += 1
            loss, slopes = _slopes(weights, *_batch(windows[at : at + BATCH]), rare, draw)
            total += loss
            rate = RATE * min(1, done / WARM) * (0.5 * (1 + np.cos(np.pi * min(1, done / steps))))
            _step(weights, slopes, (first, second), rate, done)
            for name, mean in kept.items():
                mean[...] += (1 - MEAN) * (weights[name] - mean)
        share = total * BATCH / max(len(windows), 1)
        print(f"  {epoch + 1} of {EPOCHS}: {share:.4f} nats a token", flush=True)
    return kept


def _windows(examples: Sequence[Example], draw: np.random.Generator) -> list[Example]:
    """The documents cut into windows, from a first cut by chance."""
    found = []
    for one in examples:
        count = len(one.roles)
        begin = -int(draw.integers(0, WINDOW)) if count > WINDOW else 0
        for at in range(begin, count, WINDOW):
            part = slice(max(at, 0), min(at + WINDOW, count))
            found.append(Example(one.features[part], one.roles[part]))
    return found


def _batch(windows: Sequence[Example]) -> tuple[Ints, Ints]:
    """Windows side by side, padded with 0 features and -1 roles."""
    shape = len(windows), WINDOW
    features = np.zeros((*shape, windows[0].features.shape[1]), np.int64)
    roles = np.full(shape, -1, np.int64)
    for place, one in enumerate(windows):
        features[place, : len(one.roles)] = one.features
        roles[place, : len(one.roles)] = one.roles
    return features, roles


def _mask(draw: np.random.Generator, shape: tuple[int, ...], lost: float) -> Floats:
    return (draw.random(shape, np.float32) >= lost).astype(np.float32) / np.float32(1 - lost)


def _slopes(
    weights: Weights, features: Ints, roles: Ints, rare: Ints, draw: np.random.Generator
) -> tuple[float, Weights]:
    """The loss a token and its slope in every weight."""
    drawn = draw.random(features.shape) < LOST["words"]
    features = np.where(drawn, rare[features], features)
    real = roles >= 0
    masks = {
        "features": _mask(draw, (*roles.shape, weights["entry"].shape[0]), LOST["features"]),
        "last": _mask(draw, (*roles.shape, WIDTH), LOST["last"]),
    }
    for place in range(len(REACHES)):
        masks[f"inside{place}"] = _mask(draw, (*roles.shape, WIDTH), LOST["inside"])
    gone = _forward(weights, features, masks)
    loss, by_score, by_move = chain(gone.scores, weights["moves"], roles)
    count = np.float32(real.sum())
    slopes = _back(weights, features, gone, masks, by_score / count)
    slopes["moves"] = by_move / count
    return loss / float(count), slopes


def _forward(weights: Weights, features: Ints, masks: Mapping[str, Floats]) -> Pass:
    summed = weights["table"][features].sum(axis=2)
    kept = summed * masks["features"]
    held = kept @ weights["entry"]
    columns, inside = [], []
    for place, reach in enumerate(REACHES):
        column = _column(held, reach)
        made = np.maximum(column @ weights[f"kernel{place}"] + weights[f"bias{place}"], 0)
        columns.append(column)
        inside.append(made)
        held = held + made * masks[f"inside{place}"]
    last = held * masks["last"]
    return Pass(summed, kept, tuple(columns), tuple(inside), last, last @ weights["leaving"])


def _column(held: Floats, reach: int) -> Floats:
    """For each token the token `reach` before it, itself and that behind, side by side."""
    column = np.zeros((*held.shape[:-1], 3 * WIDTH), np.float32)
    column[:, reach:, :WIDTH] = held[:, :-reach]
    column[:, :, WIDTH : 2 * WIDTH] = held
    column[:, :-reach, 2 * WIDTH :] = held[:, reach:]
    return column


def _back(
    weights: Weights, features: Ints, gone: Pass, masks: Mapping[str, Floats], by_score: Floats
) -> Weights:
    slopes: Weights = {"leaving": _outer(gone.last, by_score)}
    slope = (by_score @ weights["leaving"].T) * masks["last"]
    for place, reach in reversed(list(enumerate(REACHES))):
        through = slope * masks[f"inside{place}"] * (gone.inside[place] > 0)
        slopes[f"kernel{place}"] = _outer(gone.columns[place], through)
        slopes[f"bias{place}"] = through.sum(axis=(0, 1))
        column = through @ weights[f"kernel{place}"].T
        slope = slope + column[..., WIDTH : 2 * WIDTH]
        slope[:, :-reach] += column[:, reach:, :WIDTH]
        slope[:, reach:] += column[:, :-reach, 2 * WIDTH :]
    slopes["entry"] = _outer(gone.kept, slope)
    inward = ((slope @ weights["entry"].T) * masks["features"]).reshape(-1, gone.kept.shape[-1])
    table = np.zeros_like(weights["table"])
    for place in range(features.shape[2]):
        np.add.at(table, features[..., place].ravel(), inward)
    table[0] = 0
    slopes["table"] = table
    return slopes


def _outer(left: Floats, right: Floats) -> Floats:
    return left.reshape(-1, left.shape[-1]).T @ right.reshape(-1, right.shape[-1])


def _step(
    weights: Weights, slopes: Weights, moments: tuple[Weights, Weights], rate: float, done: int
) -> None:
    """One step of Adam, in place; the slopes no longer than 1 together."""
    length = np.sqrt(sum(float((one * one).sum()) for one in slopes.values()))
    short = np.float32(min(1.0, 1.0 / max(length, 1e-9)))
    for name, slope in slopes.items():
        first, second = moments[0][name], moments[1][name]
        first += 0.1 * (short * slope - first)
        second += 0.005 * ((short * slope) ** 2 - second)
        move = (first / (1 - 0.9**done)) / (np.sqrt(second / (1 - 0.995**done)) + 1e-8)
        decay = DECAY if name.startswith(("kernel", "entry", "leaving")) else 0.0
        own = rate * (0.5 if name == "table" else 1.0)
        weights[name] -= np.float32(own) * (move + np.float32(decay) * weights[name])


def chain(scores: Floats, moves: Floats, roles: Ints) -> tuple[float, Floats, Floats]:
    """The loss of the gold roles in nats, and its slopes by score and by move; -1 is no token."""
    real = roles >= 0
    rows = np.arange(len(roles))
    ahead = np.zeros(scores.shape, np.float64)
    ahead[:, 0] = scores[:, 0]
    length = scores.shape[1]
    for at in range(1, length):
        now = _summed(ahead[:, at - 1, :, None] + moves, 1) + scores[:, at]
        ahead[:, at] = np.where(real[:, at, None], now, ahead[:, at - 1])
    whole = _summed(ahead[:, -1], 1)
    behind = np.zeros((len(roles), ROLES))
    by_score = np.zeros_like(scores)
    by_move = np.zeros_like(moves, np.float64)
    for at in range(length - 1, -1, -1):
        if at < length - 1:
            onward = moves + (scores[:, at + 1] + behind)[:, None, :]
            both = np.exp(ahead[:, at, :, None] + onward - whole[:, None, None])
            by_move += (both * real[:, at + 1, None, None]).sum(axis=0)
            behind = np.where(real[:, at + 1, None], _summed(onward, 2), behind)
        by_score[:, at] = np.exp(ahead[:, at] + behind - whole[:, None]) * real[:, at, None]
    told = np.maximum(roles, 0)
    gold = (np.take_along_axis(scores, told[..., None], 2)[..., 0] * real).sum()
    gold += (moves[told[:, :-1], told[:, 1:]] * real[:, 1:]).sum()
    for at in range(length):
        by_score[rows, at, told[:, at]] -= real[:, at]
    np.add.at(by_move, (told[:, :-1], told[:, 1:]), -1.0 * real[:, 1:])
    return float(whole.sum() - gold), by_score, by_move.astype(np.float32)


def _summed(logs: npt.NDArray[np.float64], axis: int) -> npt.NDArray[np.float64]:
    """The logarithm of the sum of what some logarithms stand for."""
    top = logs.max(axis=axis, keepdims=True)
    found: npt.NDArray[np.float64] = np.log(np.exp(logs - top).sum(axis=axis)) + top.squeeze(axis)
    return found
