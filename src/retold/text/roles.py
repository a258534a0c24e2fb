"""Which part each token plays in an attribution: a small trained net over features, and a chain.

Dilated convolutions read each token with what stands around it, across paragraphs too (Strubell et
al., *Fast and Accurate Entity Recognition with Iterated Dilated Convolutions*, 2017); the likeliest
roles together are found by Viterbi (Lafferty, McCallum, Pereira, *Conditional Random Fields*,
2001). The weights come from outside (`retold.backends.role_weights`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from retold.model.change import QuoteStyle
from retold.text.token_features import MOST, PARAGRAPH, features
from retold.text.token_rows import Row

Floats = npt.NDArray[np.float32]
Scores = tuple[int, int, int, int]


class Role(IntEnum):
    """What a token is to an attribution."""

    OUTSIDE = 0
    CONTENT = 1  # what was said
    CUE = 2  # that it was said
    SPEAKER = 3  # who said it


ROLES = tuple(Role)
CERTAIN = 10**9  # above any sum of scores
# Scores become whole numbers, so that the last bits of a processor's sums decide nothing.
UNIT = 1000  # to a nat
# A document is read in pieces of so many tokens, for the memory.
PIECE = 4096
# Rows multiplied at once: so few that a BLAS starts no threads for them (OpenBLAS: up to 262,144
# products). Threads cost ten times what they save here, and would let sums differ by their number.
BLOCK = 8
UNKNOWN = "w"  # the feature of a word that the net does not know


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """A trained net.

    Attributes:
        features: the row of `table` by feature.
        table: what a feature adds to its token, float32, shape (features + 1, width); row 0 is 0.
        reaches: for each convolution how far to either side it looks, in tokens.
        kernels: for each, shape (3 x width, width): the token before, itself, that behind.
        biases: for each, shape (width,).
        leaving: shape (width, roles).
        moves: by the role before, then the role after, `UNIT` to a nat.
    """

    features: Mapping[str, int]
    table: Floats
    reaches: tuple[int, ...]
    kernels: tuple[Floats, ...]
    biases: tuple[Floats, ...]
    leaving: Floats
    moves: tuple[Scores, ...]


def roles(rows: Sequence[Row], weights: RoleWeights) -> list[list[Role]]:
    """The likeliest roles of the tokens of each row together, in order.

    A direct quotation is content whatever the net would make of it: what is open is whose.
    """
    scores = iter(_scores(rows, weights))
    found = []
    for row in rows:
        own = [next(scores) for _ in row.words]
        next(scores)  # of the end of the paragraph
        for place, quotation in row.quotes.items():
            if quotation.style is QuoteStyle.DIRECT:
                own[place] = -CERTAIN, own[place][Role.CONTENT], -CERTAIN, -CERTAIN
        found.append(_best(own, weights.moves))
    return found


def plain_roles(row: Row) -> list[Role]:
    """Every quotation that can be one is content, nothing else is told: for other languages.

    A single word in marks is taken for a word in marks.
    """
    found = [Role.OUTSIDE] * len(row.words)
    for place, quotation in row.quotes.items():
        if quotation.style is QuoteStyle.DIRECT or row.shapes[place][1] != "1":
            found[place] = Role.CONTENT
    return found


def _scores(rows: Sequence[Row], weights: RoleWeights) -> Iterator[Scores]:
    """What the net says for each role of every token, a paragraph's end behind each row."""
    known, unknown = weights.features, weights.features[UNKNOWN]
    keys = np.array(
        [
            [known.get(one, unknown if one[0] == "w" else 0) for one in of] + [0] * (MOST - len(of))
            for row in rows
            for of in (*features(row), (PARAGRAPH,))
        ],
        np.int32,
    ).reshape(-1, MOST)
    margin = sum(weights.reaches)
    for at in range(0, len(keys), PIECE):
        first = max(at - margin, 0)
        made = _made(keys[first : at + PIECE + margin], weights)[at - first :][:PIECE]
        yield from map(tuple, np.rint(made * UNIT).astype(np.int64).tolist())


def _made(keys: npt.NDArray[np.int32], weights: RoleWeights) -> Floats:
    """The net's scores, float32, shape (tokens, roles), of features, shape (tokens, most)."""
    held = weights.table[keys[:, 0]]
    for column in range(1, MOST):
        held += weights.table[keys[:, column]]
    for reach, kernel, bias in zip(weights.reaches, weights.kernels, weights.biases, strict=True):
        held += np.maximum(_product(_around(held, reach), kernel)[: len(held)] + bias, 0)
    return held @ weights.leaving


def _around(held: Floats, reach: int) -> Floats:
    """For each token that `reach` before it, itself, that behind, side by side; whole blocks."""
    count, width = held.shape
    around = np.zeros((-(-count // BLOCK) * BLOCK, 3 * width), np.float32)
    around[reach:count, :width] = held[: max(count - reach, 0)]
    around[:count, width : 2 * width] = held
    around[: max(count - reach, 0), 2 * width :] = held[reach:]
    return around


def _product(rows: Floats, kernel: Floats) -> Floats:
    """The matrix product, block by block."""
    product: Floats = rows.reshape(-1, BLOCK, rows.shape[1]) @ kernel
    return product.reshape(len(rows), -1)


def _best(scores: Sequence[Scores], moves: Sequence[Scores]) -> list[Role]:
    """The path of the highest sum; of equal ones that of the lower roles.

    What stands before and behind a paragraph is outside.
    """
    if not scores:
        return []
    columns = tuple(zip(*moves, strict=True))
    now = [own + move for own, move in zip(scores[0], moves[Role.OUTSIDE], strict=True)]
    back: list[list[int]] = []
    for row in scores[1:]:
        outside, content, cue, speaker = now
        came: list[int] = []
        now = []
        for own, column in zip(row, columns, strict=True):
            ways = (
                outside + column[0],
                content + column[1],
                cue + column[2],
                speaker + column[3],
            )
            top = max(ways)
            came.append(ways.index(top))
            now.append(top + own)
        back.append(came)
    now = [end + row[Role.OUTSIDE] for end, row in zip(now, moves, strict=True)]
    path = [now.index(max(now))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return [ROLES[role] for role in reversed(path)]
