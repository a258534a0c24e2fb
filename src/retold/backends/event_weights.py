"""The trained likeness of events, as it lies in the package."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from retold.stories.event import EventWeights


@lru_cache(maxsize=1)
def event_weights() -> EventWeights:
    """The weights that this version of retold was made with."""
    raw = files("retold").joinpath("data", "event-weights.json").read_bytes()
    return msgspec.json.decode(raw, type=EventWeights)
