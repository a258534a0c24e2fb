"""The trained verdicts on descent and on direction, as they lie in the package."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from retold.pairs.direction import DirectionWeights
from retold.pairs.verdict import Weights


@lru_cache(maxsize=1)
def relation_weights() -> Weights:
    """The weights of the verdict that this version of retold was made with."""
    raw = files("retold").joinpath("data", "relation-weights.json").read_bytes()
    return msgspec.json.decode(raw, type=Weights)


@lru_cache(maxsize=1)
def direction_weights() -> DirectionWeights:
    """The weights of the traces of editing that this version of retold was made with."""
    raw = files("retold").joinpath("data", "direction-weights.json").read_bytes()
    return msgspec.json.decode(raw, type=DirectionWeights)
