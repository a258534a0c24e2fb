"""Tellings laid word by word beside one of them: the rows of a critical apparatus.

Sentences are linked by `retold.pairs.align`; inside a link the words kept are those of the fewest
edits (Levenshtein 1966), and what stands between them is paired by spelling. Every telling is
laid beside the same base, as in star alignment of several sequences (Gusfield 1997, *Algorithms on
Strings, Trees, and Sequences*, 14.6): cost grows with the number of tellings, not of pairs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.fuzz import ratio

from retold.model.document import Span
from retold.model.relation import LinkKind
from retold.pairs.align import AlignSettings, align
from retold.pairs.collate import Collation, collate
from retold.pairs.reading import Reading

# Words that changed place for place are paired by spelling up to this many pairs of words; a longer
# stretch is another wording and is paired in order.
SPELT_UP_TO = 900  # pairs of words
# What pairing two words is worth beside their likeness in spelling, 0..1: above nothing, so that a
# word stands against a word before it stands against none.
PAIRED = 0.1
# The weight of a telling that nothing can be held against: its words may be its own or not.
ALONE = 0.5


@dataclass(frozen=True)
class Witness:
    """A telling that may speak for a lost text.

    Attributes:
        reading: its words and sentences.
        text: what they count in.
        branch: the way from the lost text to it; those of one branch are one voice.
        near: whether it was made from the lost text and not from another revision of it.
    """

    reading: Reading
    text: str
    branch: str
    near: bool = True

    @property
    def document(self) -> str:
        """Its document id."""
        return self.reading.document

    @cached_property
    def bounds(self) -> list[int]:
        """Where the words of each sentence begin, and the end."""
        rows = np.arange(len(self.reading.sentences) + 1)
        return [int(bound) for bound in np.searchsorted(self.reading.sentence, rows)]

    @cached_property
    def _row_of(self) -> dict[int, int]:
        return {span.begin: row for row, span in enumerate(self.reading.sentences)}

    def rows(self, spans: Sequence[Span]) -> tuple[int, ...]:
        """The numbers of some sentences."""
        return tuple(self._row_of[span.begin] for span in spans)

    def words(self, rows: Sequence[int]) -> range:
        """The words of neighbouring sentences."""
        return range(self.bounds[rows[0]], self.bounds[rows[-1] + 1])

    def keys(self, words: range) -> tuple[str, ...]:
        """The folded forms of some words."""
        return self.reading.keys[words.start : words.stop]

    def key(self, word: int) -> str:
        """The folded form of a word."""
        return self.reading.keys[word]

    def surface(self, word: int) -> str:
        """A word as it is printed."""
        begin, end = self.reading.offsets[word].tolist()
        return self.text[begin:end]

    def between(self, word: int) -> str:
        """What is printed between a word and the next."""
        (_, begin), (end, _) = self.reading.offsets[word : word + 2].tolist()
        return self.text[begin:end]

    def edge(self, word: int, spans: Sequence[Span], *, opening: bool) -> str | None:
        """What some sentences print before their first word, or after their last.

        None where `word` is not that word.
        """
        begin, end = self.reading.offsets[word].tolist()
        marks = self.text[spans[0].begin : begin] if opening else self.text[end : spans[-1].end]
        return None if any(map(str.isalnum, marks)) else marks


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of a telling that say the same as some of the base.

    Attributes:
        rows: the sentences of the base by number, neighbours, in order.
        columns: the sentences of the telling by number, neighbours, in order.
        spans: where these stand.
        kind: how the wording returns.
        weight: the square of the share of words kept in order, 0..1: a rewording that happens to
            keep a word says less of it than a copy.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    spans: tuple[Span, ...]
    kind: LinkKind
    weight: float


@dataclass(frozen=True, slots=True)
class Strand:
    """One telling beside the base.

    Attributes:
        witness: the telling.
        passages: by sentence of the base, what of the telling corresponds.
        words: by word of the base, the word of the telling in its place, None where it has none;
            without the words of sentences that the telling lacks.
        added: words of the telling that stand before a word of the base, by sentence and word of
            the base; the word after the last of the sentence for those at its end.
        alone: its sentences that are like none of the base, by number.
    """

    witness: Witness
    passages: Mapping[int, Passage]
    words: Mapping[int, int | None]
    added: Mapping[tuple[int, int], tuple[int, ...]]
    alone: tuple[int, ...]

    def weight(self, row: int) -> float:
        """How much the telling has to say of a sentence of the base; 0 where it lacks it."""
        passage = self.passages.get(row)
        return passage.weight if passage else 0.0

    @property
    def trust(self) -> float:
        """The weight it has over the whole base, summed."""
        return sum(self.weight(row) for row in self.passages)


def own_strand(base: Witness, others: Sequence[Strand]) -> Strand:
    """The base beside itself: it keeps as much of a sentence as the telling nearest to it there."""
    passages = {}
    for row, span in enumerate(base.reading.sentences):
        weight = max([ALONE, *(one.weight(row) for one in others)])
        passages[row] = Passage((row,), (row,), (span,), LinkKind.VERBATIM, weight)
    return Strand(base, passages, {word: word for word in range(len(base.reading.keys))}, {}, ())


def strand(base: Witness, witness: Witness, settings: AlignSettings) -> Strand:
    """A telling beside the base; empty where no sentence corresponds."""
    collation = collate(base.reading, witness.reading)
    passages: dict[int, Passage] = {}
    words: dict[int, int | None] = {}
    added: dict[tuple[int, int], tuple[int, ...]] = {}
    for link in align(collation, settings).links:
        rows, columns = base.rows(link.left), witness.rows(link.right)
        here, there = base.words(rows), witness.words(columns)
        keys = base.keys(here), witness.keys(there)
        kept = Indel.normalized_similarity(*keys)
        passage = Passage(rows, columns, link.right, link.kind, kept**2)
        passages.update(dict.fromkeys(rows, passage))
        words.update(dict.fromkeys(here))
        for mine, theirs in paired(*keys):
            words[here.start + mine] = there.start + theirs
        added.update(_added(words, rows, base.bounds, there))
    return Strand(witness, passages, words, added, _alone(collation, passages, settings))


def _alone(
    collation: Collation, passages: Mapping[int, Passage], settings: AlignSettings
) -> tuple[int, ...]:
    """Right sentences without a link, nor with one that only a liker sentence took from them."""
    linked = {column for passage in passages.values() for column in passage.columns}
    like = collation.grid.likeness
    nearest = like.max(axis=0, initial=0.0)
    return tuple(
        column
        for column, best in enumerate(nearest.tolist())
        if best < settings.link_from and column not in linked
    )


def _added(
    words: Mapping[int, int | None], rows: Sequence[int], bounds: Sequence[int], there: range
) -> Iterator[tuple[tuple[int, int], tuple[int, ...]]]:
    """The words of a passage that stand in no word's place, by where they stand in the base."""
    following = there.start
    for row in rows:
        for word in range(bounds[row], bounds[row + 1]):
            place = words[word]
            if place is not None:
                if place > following:
                    yield (row, word), tuple(range(following, place))
                following = place + 1
    if there.stop > following:
        yield (rows[-1], bounds[rows[-1] + 1]), tuple(range(following, there.stop))


def paired(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Words of two wordings that stand in each other's place, by number, in order on both sides."""
    mine = theirs = 0
    blocks = Levenshtein.opcodes(here, there)
    for block in (*blocks, None):
        if block is not None and block.tag != "equal":
            continue
        ends = (block.src_start, block.dest_start) if block else (len(here), len(there))
        for one, other in _spelt(here[mine : ends[0]], there[theirs : ends[1]]):
            yield mine + one, theirs + other
        if block is not None:
            yield from zip(
                range(block.src_start, block.src_end),
                range(block.dest_start, block.dest_end),
                strict=True,
            )
            mine, theirs = block.src_end, block.dest_end


def _spelt(here: Sequence[str], there: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Pairs, in order, of changed words: those that make the greatest sum of like spelling."""
    shorter = min(len(here), len(there))
    if shorter == 0 or len(here) == len(there) == 1 or len(here) * len(there) > SPELT_UP_TO:
        return [(place, place) for place in range(shorter)]
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for row in reversed(range(len(here))):
        for column in reversed(range(len(there))):
            pair = PAIRED + ratio(here[row], there[column]) / 100
            best[row][column] = max(
                pair + best[row + 1][column + 1], best[row + 1][column], best[row][column + 1]
            )
    return _walk(best)


def _walk(best: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """The pairs on the best way through a table of sums of what is still to come."""
    row = column = 0
    while row < len(best) - 1 and column < len(best[0]) - 1:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield row, column
            row, column = row + 1, column + 1
