"""One way to change the words between one pair of marks, and what such ways are made of."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

Make = Callable[[str, random.Random], str | None]
WORDS = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
# Nobody's names.
SURNAMES = "Vannick Corrin Delgrave Ostrander Pellworth Quillan Tarnish Wexcombe".split()


@dataclass(frozen=True, slots=True)
class Mutation:
    """A way to change a quotation, the statuses right for it, and whether its sense changed."""

    name: str
    right: frozenset[str]
    make: Make
    meaning: bool = False


def spans_of(words: str) -> list["re.Match[str]"]:
    """The words of a quotation, in order."""
    return list(WORDS.finditer(words))


def replaced(pattern: "re.Pattern[str]", choose: Callable[[str, random.Random], str]) -> Make:
    def make(words: str, draw: random.Random) -> str | None:
        places = [] if "[" in words else list(pattern.finditer(words))
        if not places:
            return None
        place = draw.choice(places)
        return words[: place.start()] + choose(place.group(), draw) + words[place.end() :]

    return make
