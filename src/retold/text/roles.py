"""Which part each token plays in an attribution: a linear chain over features, decoded by Viterbi.

After Lafferty, McCallum, Pereira, *Conditional Random Fields* (2001). The weights come from outside
(`retold.backends.role_weights`); this file only adds and compares.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from retold.model.change import QuoteStyle
from retold.text.role_features import features
from retold.text.token_rows import Row


class Role(IntEnum):
    """What a token is to an attribution."""

    OUTSIDE = 0
    CONTENT = 1  # what was said
    CUE = 2  # that it was said
    SPEAKER = 3  # who said it


ROLES = tuple(Role)
CERTAIN = 10**9  # above any sum of weights


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """A trained chain: four numbers a feature, one for each role, and four by four for moves.

    Attributes:
        features: by the feature's string, whole numbers.
        moves: by the role before, then the role after; the same numbers.
        groups: the group of each word that is in one.
    """

    features: Mapping[str, tuple[int, int, int, int]]
    moves: tuple[tuple[int, int, int, int], ...]
    groups: Mapping[str, int]


def roles(row: Row, weights: RoleWeights) -> list[Role]:
    """The likeliest roles of the row's tokens together, in order.

    A direct quotation is content whatever the chain would make of it: what is open is whose.
    """
    scores = [_scores(found, weights) for found in features(row, weights.groups)]
    for place, quotation in row.quotes.items():
        if quotation.style is QuoteStyle.DIRECT:
            outside, content, cue, speaker = scores[place]
            scores[place] = outside - CERTAIN, content, cue - CERTAIN, speaker - CERTAIN
    return _best(scores, weights.moves)


def plain_roles(row: Row) -> list[Role]:
    """Every quotation that can be one is content, nothing else is told: for other languages.

    A single word in marks is taken for a word in marks.
    """
    found = [Role.OUTSIDE] * len(row.words)
    for place, quotation in row.quotes.items():
        if quotation.style is QuoteStyle.DIRECT or row.shapes[place][1] != "1":
            found[place] = Role.CONTENT
    return found


def _scores(found: Sequence[str], weights: RoleWeights) -> tuple[int, int, int, int]:
    """What a token's features say for each role."""
    table = weights.features
    outside = content = cue = speaker = 0
    for name in found:
        known = table.get(name)
        if known is not None:
            outside += known[0]
            content += known[1]
            cue += known[2]
            speaker += known[3]
    return outside, content, cue, speaker


def _best(
    scores: Sequence[tuple[int, int, int, int]], moves: Sequence[tuple[int, int, int, int]]
) -> list[Role]:
    """The path of the highest sum; of equal ones that of the lower roles."""
    if not scores:
        return []
    now = list(scores[0])
    back: list[list[int]] = []
    for row in scores[1:]:
        came: list[int] = []
        after: list[int] = []
        for role, own in enumerate(row):
            ways = [now[before] + moves[before][role] for before in range(len(ROLES))]
            top = max(ways)
            came.append(ways.index(top))
            after.append(top + own)
        back.append(came)
        now = after
    path = [now.index(max(now))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return [ROLES[role] for role in reversed(path)]
