"""The trained likelihood of lines, as it lies in the package."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from retold.text.forest import Forest, LineWeights, forest


@lru_cache(maxsize=1)
def page_forest() -> Forest:
    """The trees for lines of HTML pages that this version of retold was made with."""
    return _stored("page-lines.json")


@lru_cache(maxsize=1)
def text_forest() -> Forest:
    """The trees for lines of plain text that this version of retold was made with."""
    return _stored("text-lines.json")


def _stored(name: str) -> Forest:
    raw = files("retold").joinpath("data", name).read_bytes()
    return forest(msgspec.json.decode(raw, type=LineWeights))
