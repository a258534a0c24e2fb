"""Which text stands for which: what is kept of the texts of one origin, and in whose place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

Name = TypeVar("Name", int, str)


class Keep(StrEnum):
    """How many texts of an origin are kept."""

    ONE_PER_ORIGIN = "one-per-origin"
    ONE_PER_COPY = "one-per-copy"  # of texts that are the same but for letters and furniture, one
    ALL = "all"  # every text, with its weight


def standing(
    ranked: Sequence[Name], copies: Iterable[tuple[Name, Name]], keep: Keep
) -> dict[Name, Name]:
    """For each text of one origin the one kept in its place: itself where it is kept.

    `ranked` has the text that is to stand for the others first; by copy each goes with the first of
    those kept that it is a copy of. `copies` are pairs in any order, of other origins too.
    """
    if keep is Keep.ALL:
        return {name: name for name in ranked}
    if keep is Keep.ONE_PER_ORIGIN:
        return dict.fromkeys(ranked, ranked[0])
    beside: defaultdict[Name, list[Name]] = defaultdict(list)
    for left, right in copies:
        beside[left].append(right)
        beside[right].append(left)
    stands: dict[Name, Name] = {}
    for name in ranked:
        if name in stands:
            continue
        stands[name] = name
        for other in beside[name]:
            stands.setdefault(other, name)
    return {name: stands[name] for name in ranked}
