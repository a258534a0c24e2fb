"""Crowds: very many tellings that go back to one invented text, or to three of one event.

A crowd is drawn from a seed, and of every telling it is known which text it goes back to and which
it was made from. Edits are those of an editor in a hurry: sentences left out, put in and moved, and
words dropped or changed, at several levels, so that a crowd has one wording or thousands.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from tests.invented.prose import Prose, excerpt, story

LENGTH = 26  # sentences, some 600 words
EVENT = 5  # seed of the event
FOREIGN = 1_000  # seed of the first text that sentences are put in from
LEVELS = (0.0, 0.01, 0.03, 0.08, 0.15)  # share of words dropped or doubled
ORIGINS = 3
HANDS = 4  # that a telling has gone through, at most


@dataclass(frozen=True, slots=True)
class Telling:
    """A text, the origin it goes back to by number, and the telling that it was made from."""

    id: str
    text: str
    origin: int
    parent: str | None


Crowd = Callable[[int], list[Telling]]


def same(count: int) -> list[Telling]:
    """One text, letter for letter."""
    return [_first(0), *(_copy(n, _first(0)) for n in range(1, count))]


def furnished(count: int) -> list[Telling]:
    """One text in the typography of three desks, each time under another line of its own."""
    first = _first(0)
    return [
        first,
        *(
            _made(n, f"Bulletin {n} of the day\n\n{_set(first.text, n % 3)}", first)
            for n in range(1, count)
        ),
    ]


def edited(count: int) -> list[Telling]:
    """One text, every copy edited by itself at one of several levels."""
    first = _first(0)
    return [first, *(_edited(n, first) for n in range(1, count))]


def handed_on(count: int) -> list[Telling]:
    """Every telling made from any before it, by a change of a sentence, through a few hands."""
    draw, told, hands = random.Random("handed on"), [_first(0)], [0]
    for number in range(1, count):
        at = draw.randrange(len(told))
        while hands[at] == HANDS:
            at = draw.randrange(len(told))
        told.append(_revised(number, told[at], draw))
        hands.append(hands[at] + 1)
    return told


def mixed(count: int) -> list[Telling]:
    """Three texts of one event, made apart; a third of the tellings each, copied or edited."""
    firsts = [_first(origin) for origin in range(ORIGINS)]
    return [
        *firsts,
        *((_copy if n % 2 else _edited)(n, firsts[n % ORIGINS]) for n in range(ORIGINS, count)),
    ]


CROWDS: MappingProxyType[str, Crowd] = MappingProxyType(
    {
        "same": same,
        "furnished": furnished,
        "edited": edited,
        "handed-on": handed_on,
        "mixed": mixed,
    }
)


def event(origin: int) -> Prose:
    """What one of the texts tells of the event: its own sentences, with the others' names."""
    return excerpt(story(EVENT, LENGTH * ORIGINS), origin * LENGTH, LENGTH)


def _first(origin: int) -> Telling:
    return Telling(f"first-{origin}", event(origin).body, origin, None)


def _made(number: int, text: str, parent: Telling) -> Telling:
    return Telling(f"t{number:06}", text, parent.origin, parent.id)


def _copy(number: int, parent: Telling) -> Telling:
    return _made(number, parent.text, parent)


def _set(text: str, way: int) -> str:
    """The text as one of three desks sets it."""
    if way == 0:
        return text
    return text.replace("\n\n", "\n") if way == 1 else text.replace("'", "’")


def _edited(number: int, parent: Telling) -> Telling:
    draw = random.Random(f"edited {number}")
    share = LEVELS[number % len(LEVELS)]
    sentences = parent.text.split("\n\n")
    if share:
        sentences.pop(draw.randrange(1, len(sentences)))
    told = [" ".join(_worded(one.split(), share, draw)) for one in sentences]
    return _made(number, "\n\n".join(told), parent)


def _worded(words: list[str], share: float, draw: random.Random) -> list[str]:
    """The words, some left out and some in the place of another."""
    kept = [word for word in words if draw.random() >= share / 2]
    return [draw.choice(words) if draw.random() < share / 2 else word for word in kept]


def _revised(number: int, parent: Telling, draw: random.Random) -> Telling:
    """The telling with a paragraph less, one more, or one of another wording."""
    parts = parent.text.split("\n\n")
    at, way = draw.randrange(1, len(parts)), draw.randrange(3)
    if way == 0 and len(parts) > 8:
        parts.pop(at)
    elif way == 1 and len(parts) < 18:
        parts.insert(at, story(FOREIGN + number, 1).body)
    else:
        parts[at] = " ".join(_worded(parts[at].split(), 0.3, draw))
    return _made(number, "\n\n".join(parts), parent)
