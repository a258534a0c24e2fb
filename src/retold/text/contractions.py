"""English words drawn together, as keys without their apostrophe: "dont" is "do not"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

# What is as often another word is left out: "were", "well", "ill", "id", "shell", "wed".
_ENDINGS = {
    "is": ("s", "he she it that there here what who where how when"),
    "are": ("re", "you they who there"),
    "have": ("ve", "i you we they could should would might must who"),
    "will": ("ll", "you it they that there who"),
    "would": ("d", "you they who"),
    "not": (
        "nt",
        "do does did is are was were has have had could should would must might need",
    ),
}


def _table() -> Iterator[tuple[str, tuple[str, str]]]:
    for second, (ending, firsts) in _ENDINGS.items():
        for first in firsts.split():
            yield first + ending, (first, second)


CONTRACTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict(_table()),
        "im": ("i", "am"),
        "cant": ("can", "not"),
        "cannot": ("can", "not"),
        "wont": ("will", "not"),
        "shant": ("shall", "not"),
        "lets": ("let", "us"),
    }
)


def written_out(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys with each contraction as the two words it stands for."""
    return tuple(chain.from_iterable(CONTRACTED.get(key, (key,)) for key in keys))
