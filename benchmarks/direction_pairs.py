"""Pairs of texts of which is known which is the earlier form, from public sets and made.

Sides swapped by a seeded coin, texts case-folded, identical pairs left out: neither capitals nor
places in a file tell anything.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import corpora
from benchmarks.making import pieces, trim
from benchmarks.measured import plain
from retold.backends.frequencies import frequencies
from retold.pairs.reading import Reading, prepare

# The sets that weights are trained on; `unseen` holds rewordings of a set that none is trained on.
TRAINED_ON = ("apt_eval", "detectrl", "wiki", "made")
UNSEEN = "unseen"
# Texts of `distractors` whose capitals are read: 6,000 tell the names of the words that count.
READ_FOR_NAMES = 6000
# Share of a word's places with a capital. Few words lie between .6 and .95: parts of names (East,
# Council). By eye, on the words that have a slope.
NAMED_FROM = 0.9
# English writes them with a capital too.
OF_ONESELF = frozenset("im ive id ill".split())


@dataclass(frozen=True, slots=True)
class Ordered:
    """Two texts, case-folded, of which is known whether the left is the earlier."""

    name: str
    label: str
    source: str
    left: str
    right: str
    left_first: bool


def ordered(data: Path) -> list[Ordered]:
    """The pairs that weights are trained on."""
    return list(_drawn(_pairs(data)))


def proper_names(data: Path) -> frozenset[str]:
    """Words that news writes with a capital within a sentence, folded; headlines are not read,
    single letters are no names.

    Whom and what the news of some years was about says nothing of which text is the earlier.
    """
    rarity = frequencies(frozenset({"en"}))
    texts = {row["text"] for row in corpora.rows(data, "distractors/docs.jsonl")[:READ_FOR_NAMES]}
    texts.update(report["text"] for reports in corpora.events(data).values() for report in reports)
    every: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for text in texts:
        reading = prepare(plain("news", text), rarity)
        inner = _inside_prose(reading)
        every.update(reading.keys[at] for at in np.flatnonzero(inner).tolist())
        named.update(reading.keys[at] for at in np.flatnonzero(inner & reading.named).tolist())
    often = (one for one, count in named.items() if count >= NAMED_FROM * every[one])
    return frozenset(one for one in often if len(one) > 1 and one not in OF_ONESELF)


def _inside_prose(reading: Reading) -> npt.NDArray[np.bool_]:
    """Words that begin no sentence and stand in one with few capitals, bool (words,)."""
    words = np.bincount(reading.sentence, minlength=len(reading.sentences))
    capitals = np.bincount(reading.sentence, reading.named, len(reading.sentences))
    prose = reading.running & (capitals > 0) & (2 * capitals < words)
    begins = np.diff(reading.sentence, prepend=-1) > 0
    return np.asarray(prose[reading.sentence] & ~begins)


def unseen(data: Path) -> list[Ordered]:
    """Paraphrases and rewrites of a set that no weights are trained on, every third."""
    rows = corpora.rows(data, "llm_misinformation_rewrites/pairs.jsonl")
    made = [one for one in rows if one["label"] in {"llm_paraphrase", "llm_rewrite"}][::3]
    return list(
        _drawn((UNSEEN, one["label"], one["a_text"], one["a_text"], one["b_text"]) for one in made)
    )


def _drawn(pairs: Iterable[tuple[str, str, str, str, str]]) -> Iterator[Ordered]:
    """The pairs case-folded, sides drawn by a coin seeded by the texts; identical ones left out."""
    for name, label, source, earlier, later in pairs:
        first, second = earlier.casefold(), later.casefold()
        if first == second:
            continue
        left_first = corpora.seeded("coin", first, second).random() < 0.5
        sides = (first, second) if left_first else (second, first)
        yield Ordered(name, label, source, *sides, left_first)


def _pairs(data: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Set, label, source, earlier and later text."""
    for row in corpora.rows(data, "apt_eval/news_pairs.jsonl"):
        yield "apt_eval", row["label"], f"apt:{row['meta']['id']}", row["a_text"], row["b_text"]
    for source, (text, made) in corpora.stars(data).items():
        for label, other in made.items():
            yield "detectrl", label, source, text, other
    for row in corpora.rows(data, "wiki_versions/pairs_consecutive.jsonl"):
        yield "wiki", "revision", f"wiki:{row['meta']['title']}", row["a_text"], row["b_text"]
    for source, reports in corpora.events(data).items():
        for place, report in enumerate(reports):
            other = reports[(place + 1) % len(reports)]["text"]
            for label, earlier, later in made_pairs(report["text"], other):
                yield "made", label, source, earlier, later


def made_pairs(text: str, other: str) -> Iterator[tuple[str, str, str]]:
    """Label, earlier and later text: a trim, a completed text, and two re-sends."""
    draw = corpora.seeded("direction", text)
    yield "trim", text, trim(text, draw)
    yield "completed", text, completed(text, other, draw.randint(2, 6))
    for label, later in (("shorter", trim(text, draw)), ("longer", completed(text, other, 3))):
        yield f"re-send, {label}", slipped(text, draw.randint(1, 4)), later


def completed(text: str, other: str, count: int) -> str:
    """A text with sentences of another report on the event put in, half of them at its end."""
    draw = corpora.seeded("completed", text, other, count)
    inside = [one.strip() for one in pieces(text)]
    spare = [one.strip() for one in pieces(other) if len(one.split()) >= 8]
    for one in draw.sample(spare, min(count, len(spare))):
        at = len(inside) if draw.random() < 0.5 else draw.randint(1, len(inside))
        inside.insert(at, one)
    return " ".join(inside)


def slipped(text: str, count: int) -> str:
    """A text with some words of five letters and more misspelt or doubled."""
    draw = corpora.seeded("slips", text, count)
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    for at in draw.sample(places, min(count, len(places))):
        word, cut = words[at], draw.randint(1, len(words[at]) - 3)
        swapped = f"{word[:cut]}{word[cut + 1]}{word[cut]}{word[cut + 2 :]}"
        words[at] = draw.choice([swapped, f"{word[:cut]}{word[cut + 1 :]}", f"{word} {word}"])
    return " ".join(words)
