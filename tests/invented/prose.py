"""Seeded invented news: stories of their own words, and what is done to a story on its way.

Sentences are grown from tables of phrases; each has a second wording beside it, so that a
paraphrase says the same in other words. Two seeds give two stories that share small words and
little else.
"""

import random
from dataclasses import dataclass, replace

from tests.invented import tables

# Sentences to a paragraph.
PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement in two wordings."""

    plain: str
    other: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A title and its sentences, each in the wording that is told."""

    title: str
    sentences: tuple[Sentence, ...]

    @property
    def body(self) -> str:
        """The sentences in paragraphs."""
        told = [one.plain for one in self.sentences]
        return "\n\n".join(
            " ".join(told[first : first + PARAGRAPH]) for first in range(0, len(told), PARAGRAPH)
        )


def story(seed: int, length: int = 12) -> Prose:
    """News of an event that no other seed has, told in `length` sentences."""
    world = _World(seed)
    sentences = tuple(world.sentence() for _ in range(length))
    return Prose(f"{world.town} {world.pick(tables.HEADLINES)[0]}", sentences)


def paraphrase(prose: Prose) -> Prose:
    """The same in other words, sentence by sentence."""
    return replace(prose, sentences=tuple(Sentence(s.other, s.plain) for s in prose.sentences))


def excerpt(prose: Prose, first: int, length: int) -> Prose:
    """A run of the sentences."""
    return replace(prose, sentences=prose.sentences[first : first + length])


def reordered(prose: Prose, seed: int) -> Prose:
    """The sentences in another order."""
    mixed = list(prose.sentences)
    random.Random(seed).shuffle(mixed)
    return replace(prose, sentences=tuple(mixed))


def longer(prose: Prose, seed: int, more: int) -> Prose:
    """The same with `more` sentences of another story at its end, as an update has."""
    return replace(prose, sentences=(*prose.sentences, *story(seed, more).sentences))


def retyped(text: str) -> str:
    """The text in another typography: curly marks, an en dash, each paragraph on one line."""
    curly = "".join(
        ("“" if number % 2 else "") + piece + ("”" if number % 2 else "")
        for number, piece in enumerate(text.split('"'))
    )
    return curly.replace("'", "’").replace(" - ", " – ").replace("\n\n", "\n")


class _World:
    """The people, places and things of one event, and the draws that tell of them."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(f"story {seed}")
        self.town = self.name(2)
        self.people = [(self.draw.choice(tables.FIRST_NAMES), self.name(2)) for _ in range(4)]
        self.bodies = [f"the {self.name(2)} {self.pick(tables.BODIES)[0]}" for _ in range(3)]
        self.used: set[str] = set()

    def name(self, syllables: int) -> str:
        """A name that no other world has, as far as chance goes."""
        made = "".join(self.draw.choice(tables.SYLLABLES) for _ in range(syllables))
        return made.capitalize()

    def pick(self, table: tuple[tuple[str, str], ...]) -> tuple[str, str]:
        """One phrase in its two wordings."""
        return self.draw.choice(table)

    def fresh(self, table: tuple[tuple[str, str], ...]) -> tuple[str, str]:
        """One phrase that this story has not used yet, while there are any."""
        left = [pair for pair in table if pair[0] not in self.used]
        pair = self.draw.choice(left or list(table))
        self.used.add(pair[0])
        return pair

    def subject(self) -> str:
        """Who does it, named alike in both wordings."""
        kind = self.draw.randrange(3)
        if kind == 0:
            first, last = self.draw.choice(self.people)
            return f"{first} {last}"
        return self.draw.choice(self.bodies)

    def sentence(self) -> Sentence:
        """One statement, a quotation one time in five."""
        subject = self.subject()
        verb, look, thing, tail = (
            self.fresh(table) for table in (tables.VERBS, tables.LOOKS, tables.THINGS, tables.TAILS)
        )
        figure = self.draw.randrange(12, 980)
        plain, other = (
            f"{subject} {verb[way]} {figure} {look[way]} {thing[way]} {tail[way]}" for way in (0, 1)
        )
        if not self.draw.randrange(5):
            said = self.fresh(tables.REMARKS)[0]
            last = self.draw.choice(self.people)[1]
            return Sentence(
                f'{_capital(plain)}. "{_capital(said)}," said {last}.',
                f'{_capital(other)}. "{_capital(said)}," {last} told reporters.',
            )
        opener = self.fresh(tables.OPENERS)
        place = self.draw.choice((self.town, self.town, self.name(2)))
        hearsay = self.fresh(tables.HEARSAY)
        return Sentence(
            f"{_capital(opener[0])} in {place}, {plain}, {hearsay[0]}.",
            f"{_capital(hearsay[1])}, {other} at {place} {opener[1]}.",
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
