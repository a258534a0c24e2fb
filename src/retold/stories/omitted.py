"""Sentences that the base of a lost text lacks, found where other tellings share them.

What two tellings share and a third lacks they have not from the third (Lachmann's common errors);
shared nearly word by word, they have it from the text behind all three.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from retold.model.relation import LinkKind
from retold.pairs.align import AlignSettings
from retold.stories.strands import Strand, Witness, own_strand, strand

# Branches that must agree on a sentence that the base lacks, or on the lack of one that it has: one
# alone may have added it, or cut it.
AGREEING = 2


def omitted(
    strands: Sequence[Strand], settings: AlignSettings
) -> Iterator[tuple[int, int, list[Strand]]]:
    """What two branches have and the base, the first strand, has not; one of the two is near.

    For each sentence the one of the base that it goes after (-1: before all), its number in the
    first telling that has it, and the tellings that have it, laid beside that one.
    """
    whole = {one.witness.document: one.witness for one in strands}
    left = {one.witness.document: set(one.alone) for one in strands}
    for number, one in enumerate(strands):
        columns = sorted(left[one.witness.document])
        rest = [name.witness for name in strands[number + 1 :] if left[name.witness.document]]
        if not columns or not rest:
            continue
        base = _part(one.witness, columns)
        parts = [_part(other, sorted(left[other.document])) for other in rest]
        others = [strand(base, part, settings) for part in parts]
        beside = [own_strand(base, others), *others]
        for row, after in enumerate(_places(columns, one)):
            having = [other for other in beside if _has(other, row)]
            if len({other.witness.branch for other in having}) < AGREEING:
                continue
            if not any(other.witness.near for other in having):
                continue
            yield after, row, having
            for other in having[1:]:
                name = other.witness.document
                left[name] -= set(whole[name].rows(other.passages[row].spans))


def _has(one: Strand, row: int) -> bool:
    """Whether a telling has a sentence nearly word by word."""
    return row in one.passages and one.passages[row].kind is not LinkKind.REWRITTEN


def _places(columns: Sequence[int], one: Strand) -> Iterator[int]:
    """For sentences of a telling, the sentence of the base that each goes after; -1: before all."""
    rows = {c: passage.rows for passage in one.passages.values() for c in passage.columns}
    linked = sorted(rows)
    for column in columns:
        at = bisect(linked, column)
        if at:
            yield rows[linked[at - 1]][-1]
        else:
            yield rows[linked[0]][0] - 1 if linked else -1


def _part(witness: Witness, columns: Sequence[int]) -> Witness:
    """The telling as if it had some of its sentences only."""
    reading = witness.reading
    kept = np.isin(reading.sentence, columns)
    words = np.flatnonzero(kept).tolist()
    part = replace(
        reading,
        sentences=tuple(reading.sentences[column] for column in columns),
        keys=tuple(reading.keys[word] for word in words),
        stems=tuple(reading.stems[word] for word in words),
        sentence=np.searchsorted(columns, reading.sentence[kept]).astype(np.int32),
        weight=reading.weight[kept],
        known=reading.known[kept],
        named=reading.named[kept],
        figure=reading.figure[kept],
    )
    return replace(witness, reading=part)
