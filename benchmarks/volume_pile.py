"""News by the ten thousand, with copies planted at every level of editing.

The `distractors`, the real texts first; past their number made ones: real texts with all but their
small words changed for others as rare, so that they have the length and the words of news and are
no text's kin. Five in a hundred documents are planted copies of real texts of 200 words and more.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from benchmarks import corpora
from benchmarks.making import MAKERS

PLANTED = 0.05  # of all documents
LEAST_WORDS = 200  # of a source: a tenth of it is a sentence
EDITS = (0.05, 0.1, 0.2, 0.3, 0.4)  # share of words changed, dropped or doubled
EXCERPTS = (0.1, 0.2)  # share of the words, in one run
# Words in more of the distractors than this share keep their place in a made text: 57 small words,
# one in three of a text. Where those in more than .02 kept it, a made text had three in five of its
# source's words in their order: a copy much edited, and found as such. Of 100,000 documents 36,095
# stood in stories then, and 17,425 now, 13 of them made.
COMMON = 0.2
Maker = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Pile:
    """Texts; for each planted copy its place, that of its source, and its level of editing."""

    texts: list[str]
    real: int
    planted: list[tuple[int, int, str]]


def edited(rate: float, vocabulary: Sequence[str]) -> Maker:
    """A maker that changes, drops or doubles a share of the words."""

    def make(text: str, draw: random.Random) -> str:
        return " ".join(_edited(text.split(), rate, draw, vocabulary))

    return make


def _edited(
    words: Iterable[str], rate: float, draw: random.Random, vocabulary: Sequence[str]
) -> Iterator[str]:
    for word in words:
        if draw.random() >= rate:
            yield word
            continue
        way = draw.randrange(3)
        if way == 0:
            yield draw.choice(vocabulary)
        elif way == 1:
            yield from (word, draw.choice(vocabulary))


def cut(part: float) -> Maker:
    """A maker that takes a run of words."""

    def make(text: str, draw: random.Random) -> str:
        words = text.split()
        count = round(len(words) * part)
        first = draw.randint(0, len(words) - count)
        return " ".join(words[first : first + count])

    return make


def ranks(texts: Sequence[str]) -> dict[str, int]:
    """In how many texts each word stands."""
    found: defaultdict[str, int] = defaultdict(int)
    for text in texts:
        for word in set(text.split()):
            found[word] += 1
    return dict(found)


def made_texts(texts: Sequence[str], count: int) -> Iterator[str]:
    """Texts in the grammar of real ones, each rarer word changed for another as rare."""
    known = ranks(texts)
    alike: defaultdict[int, list[str]] = defaultdict(list)
    for word, held in sorted(known.items()):
        alike[held.bit_length()].append(word)
    for number in range(count):
        draw = corpora.seeded("made", number)
        changed: dict[str, str] = {}
        yield " ".join(
            word
            if known[word] > COMMON * len(texts)
            else changed.setdefault(word, draw.choice(alike[known[word].bit_length()]))
            for word in texts[draw.randrange(len(texts))].split()
        )


def pile(data: Path, documents: int, seed: int = 0) -> Pile:
    """A seeded pile of so many documents, copies among them, in a seeded order of copies.

    Of another seed than 0 no copy has a source that one of seed 0 has: held out from what was
    chosen there.
    """
    real = [row["text"] for row in corpora.rows(data, "distractors/docs.jsonl")]
    copies = round(documents * PLANTED)
    texts = real[: documents - copies]
    texts += made_texts(real, documents - copies - len(texts))
    known = range(min(len(real), len(texts)))
    sources = [place for place in known if len(texts[place].split()) >= LEAST_WORDS]
    makers = _makers(real)
    first = _copied(texts, sources, makers, corpora.seeded("volume", documents))
    made = list(islice(first, copies))
    if seed:
        taken = {source for source, _, _ in made}
        left = [source for source in sources if source not in taken]
        other = _copied(texts, left, makers, corpora.seeded("volume", documents, seed))
        made = list(islice(other, copies))
    planted = [(len(texts) + at, source, level) for at, (source, level, _) in enumerate(made)]
    return Pile([*texts, *(text for _, _, text in made)], len(known), planted)


def _makers(real: Sequence[str]) -> dict[str, Maker]:
    vocabulary = sorted(ranks(real[:2000]))
    makers: dict[str, Maker] = {"unchanged": lambda text, _: text}
    makers |= {f"edits {rate:.0%}": edited(rate, vocabulary) for rate in EDITS}
    return makers | {f"excerpt {part:.0%}": cut(part) for part in EXCERPTS} | dict(MAKERS)


def _copied(
    texts: Sequence[str], sources: Sequence[int], makers: dict[str, Maker], draw: random.Random
) -> Iterator[tuple[int, str, str]]:
    """Copies without end: the place of the source, the level of editing, the text."""
    levels = sorted(makers)
    for number in count():
        source = draw.choice(sources)
        level = levels[number % len(levels)]
        yield source, level, makers[level](texts[source], draw)
