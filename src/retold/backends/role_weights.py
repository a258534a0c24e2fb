"""The trained roles of tokens in attributions, as they lie in the package."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import msgspec

from retold.text.roles import RoleWeights


@dataclass(frozen=True, slots=True)
class _Stored:
    """The file: words of a group with spaces between, the group's number being its place."""

    features: dict[str, tuple[int, int, int, int]]
    moves: tuple[tuple[int, int, int, int], ...]
    groups: tuple[str, ...]


@lru_cache(maxsize=1)
def role_weights() -> RoleWeights:
    """The weights of the roles that this version of retold was made with (English)."""
    raw = files("retold").joinpath("data", "role-weights.json").read_bytes()
    return stored_weights(raw)


def stored_weights(raw: bytes) -> RoleWeights:
    """The weights in the bytes that `python -m benchmarks train-quotes` writes."""
    stored = msgspec.json.decode(raw, type=_Stored)
    groups = {word: number for number, words in enumerate(stored.groups) for word in words.split()}
    return RoleWeights(stored.features, stored.moves, groups)
