"""Derived texts made from real ones: cut, wrapped, reworded by a table, moved and merged.

All draws come from the generator given, which the caller seeds by the text.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from benchmarks.synonyms import reworded

# A sentence ends before white space and a capital or opening mark; rough, but not retold's own
# rule.
BREAK = re.compile(r"(?<=[.!?])[\"”’]?(?P<gap>\s+)(?=[\"“‘A-Z])")
MERGED = "; "
Maker = Callable[[str, random.Random], str]


def pieces(text: str) -> list[str]:
    """Sentences of a text with the white space after them: joined, they are the text."""
    starts = [0, *(match.end() for match in BREAK.finditer(text)), len(text)]
    return [text[begin:end] for begin, end in pairwise(starts) if begin < end]


def excerpt(text: str, draw: random.Random) -> str:
    """A run of whole sentences, 25 to 45 % of the text."""
    inside = pieces(text)
    count = max(2, round(len(inside) * draw.uniform(0.25, 0.45)))
    first = draw.randint(0, max(0, len(inside) - count))
    return "".join(inside[first : first + count]).strip()


def trim(text: str, draw: random.Random) -> str:
    """The text without 15 to 35 % of its sentences, here and there; the first stays."""
    inside = pieces(text)
    count = round(len(inside) * draw.uniform(0.15, 0.35))
    dropped = set(draw.sample(range(1, len(inside)), min(count, max(0, len(inside) - 2))))
    return "".join(one for at, one in enumerate(inside) if at not in dropped).strip()


def substituted(text: str, draw: random.Random) -> str:
    """The text with most of the words of a small table replaced."""
    return reworded(text, draw, 0.75)


def rearranged(text: str, draw: random.Random) -> str:
    """The text with some sentences moved by a few places and some neighbours merged into one."""
    inside = [one.strip() for one in pieces(text)]
    for _ in range(max(1, len(inside) // 5)):
        at = draw.randrange(len(inside))
        moved = inside.pop(at)
        inside.insert(max(0, min(len(inside), at + draw.choice([-3, -2, 2, 3]))), moved)
    return " ".join(_merged(inside, draw))


def furnished(text: str, draw: random.Random) -> str:
    """The text between what an invented site sets above and below its articles."""
    above = draw.sample(ABOVE, draw.randint(2, len(ABOVE)))
    below = [f"{draw.choice(TEASERS)} · {draw.randint(2, 23)} hours ago" for _ in range(5)]
    body = re.sub(r"\n+", "\n\n", text.strip())
    return "\n".join([*above, "", body, "", "Latest stories", *below, *draw.sample(FEET, 2)]) + "\n"


def chained(text: str, draw: random.Random) -> str:
    """The text made over twice in two different ways."""
    first, second = draw.sample([trim, substituted, rearranged], 2)
    return second(first(text, draw), draw)


MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "excerpt": excerpt,
        "trim": trim,
        "furniture": furnished,
        "substitution": substituted,
        "rearranged": rearranged,
        "chain": chained,
    }
)
ABOVE = [
    "The Quayside Ledger",
    "Skip to main content",
    "Home | News | Sport | Weather | More",
    "Sign in",
    "Thursday, June 12, 2042",
    "Listen to this story · 4 min",
    "Subscribe",
]
TEASERS = [
    "Ferry fares to rise again in the autumn",
    "Choir finds its lost piano in a barn",
    "What the tide left behind this winter",
    "Council counts the cost of its new clock",
    "Ten walks for people who dislike hills",
    "How a village saved its last bakery",
    "Why the lighthouse keeper came back",
]
FEET = [
    "If you value reporting like this, please consider giving what you can.",
    "Sign up for our morning newsletter",
    "All rights reserved.",
    "Follow us for more stories",
    "About us | Contact | Terms of use | Privacy policy",
]


def _merged(inside: Sequence[str], draw: random.Random) -> list[str]:
    """Sentences with one in six joined to the one before."""
    joined: list[str] = []
    for one in inside:
        if joined and joined[-1].endswith(".") and one[:1].isupper() and draw.random() < 1 / 6:
            joined[-1] = f"{joined[-1][:-1]}{MERGED}{one[0].lower()}{one[1:]}"
        else:
            joined.append(one)
    return joined
