"""A lost text rebuilt from the tellings that go back to it.

One telling is the base; the others are laid beside it sentence by sentence and every word goes by
majority (star alignment and consensus: Gusfield 1997, *Algorithms on Strings, Trees, and
Sequences*, 14.6 and 14.7; weighing by branch of the tree: Maas 1927, *Textkritik*). The base is a
telling, so its sentences stand in an order that somebody printed; a sentence that it lacks and two
others share is put in where they have it, one that the others agree to lack is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
import numpy as np

from retold.model.document import Document, Place
from retold.model.story import (
    Descent,
    DescentKind,
    NodeKind,
    Rebuilt,
    RebuiltSentence,
    Stemma,
)
from retold.pairs.align import AlignSettings
from retold.pairs.reading import Reading
from retold.stories.ballot import Ballot, voted
from retold.stories.lineage import resemblance
from retold.stories.omitted import AGREEING, omitted
from retold.stories.strands import ALONE, Strand, Witness, own_strand, strand
from retold.stories.traits import Traits, traits

# What keeps a text itself: a telling made so has its lost parent's own wording.
OWN = (DescentKind.COPY, DescentKind.REVISION)
# The two readings of whether a sentence stood there at all.
THERE, LACKING = "there", "lacking"


@dataclass(frozen=True, slots=True)
class Held:
    """The tellings of a story and their readings, by document id."""

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class _Standing:
    """A rebuilt sentence and where it goes: after which sentence of the base, -1 before all."""

    after: int
    sentence: RebuiltSentence


def rebuild(stemma: Stemma, held: Held, settings: AlignSettings) -> tuple[Rebuilt, ...]:
    """Every lost text with a telling right below it, in the order of the tree's nodes."""
    document = {node.id: node.document for node in stemma.nodes if node.document}
    descents = [
        edge
        for edge in stemma.descents
        if not edge.secondary and edge.kind is not DescentKind.CITES
    ]
    tree: nx.Graph[str] = nx.Graph((edge.parent, edge.child) for edge in descents)
    found = []
    for node in stemma.nodes:
        below = [edge for edge in descents if edge.parent == node.id and edge.child in document]
        if node.kind is NodeKind.LOST and below:
            near = _near(below, document)
            ways = _nearest(tree, node.id, document)
            witnesses = [
                Witness(held.readings[name], held.documents[name].text, way, name in near)
                for name, way in sorted(ways.items())
                if held.readings[name].keys
            ]
            found.append(Rebuilt(node.id, _sentences(witnesses, settings)))
    return tuple(found)


def _near(below: Sequence[Descent], document: Mapping[str, str]) -> set[str]:
    """The tellings whose words are the lost text's own and not those of another revision of it.

    Its children, where it has a copy or a revision among them. A text of which only rewordings are
    left is known as well by what stands farther off: then none are near, and all speak alike.
    """
    if not any(edge.kind in OWN for edge in below):
        return set()
    return {document[edge.child] for edge in below}


def _nearest(tree: "nx.Graph[str]", lost: str, document: Mapping[str, str]) -> dict[str, str]:
    """The first telling on every way out of a lost text, each with the first step of the way.

    What lies behind a telling had the lost text through it and adds nothing.
    """
    found: dict[str, str] = {}
    queue = [(node, node) for node in tree.neighbors(lost)]
    seen = {lost}
    while queue:
        node, way = queue.pop()
        seen.add(node)
        if node in document:
            found[document[node]] = way
        else:
            queue += [(further, way) for further in tree.neighbors(node) if further not in seen]
    return found


def _sentences(
    witnesses: Sequence[Witness], settings: AlignSettings
) -> tuple[RebuiltSentence, ...]:
    """The sentences in order; none where no telling has a word."""
    if not witnesses:
        return ()
    base = _base(witnesses)
    others = [strand(base, one, settings) for one in witnesses if one is not base]
    others.sort(key=lambda one: (-round(one.trust, 9), one.witness.document))
    strands = [own_strand(base, others), *others]
    standing = [*_of_base(strands), *_of_others(strands, settings)]
    standing.sort(key=lambda one: one.after)
    return tuple(one.sentence for one in standing)


def _base(witnesses: Sequence[Witness]) -> Witness:
    """The telling with most of what two branches share, a near one if there is any."""
    readings = {one.document: traits(one.reading) for one in witnesses}
    common = _shared(witnesses, readings)
    return min(
        [one for one in witnesses if one.near] or witnesses,
        key=lambda one: (-round(resemblance(readings[one.document], common), 9), one.document),
    )


def _shared(witnesses: Sequence[Witness], readings: Mapping[str, Traits]) -> Traits:
    """Readings that tellings of two branches have, all where there is one branch."""
    branches = sorted({one.branch for one in witnesses})
    each = [
        np.unique(np.concatenate([readings[w.document] for w in witnesses if w.branch == branch]))
        for branch in branches
    ]
    keys, times = np.unique(np.concatenate(each), return_counts=True)
    return keys[times >= min(AGREEING, len(each))]


def _of_base(strands: Sequence[Strand]) -> Iterator[_Standing]:
    """The sentences of the base as voted, without those that it alone has against the others."""
    skipping = [(one.witness, _skipped(one)) for one in strands[1:]]
    for row in range(len(strands[0].witness.reading.sentences)):
        having = [one for one in strands if row in one.passages]
        presence: Ballot[str] = Ballot()
        for one in having:
            presence.cast(THERE, one.witness, one.weight(row))
        for witness, skipped in skipping:
            if row in skipped:
                presence.cast(LACKING, witness, skipped[row])
        if presence.winner() == THERE or presence.voices(LACKING) < AGREEING:
            yield from _stood(row, row, having, presence)


def _skipped(one: Strand) -> dict[int, float]:
    """Sentences of the base that a telling lacks where it has what stands on both sides.

    With the weight it has there, 0..1. What lies beyond its ends it may have been cut before.
    """
    found: dict[int, float] = {}
    for before, after in pairwise(sorted(one.passages)):
        if one.passages[before].columns[-1] + 1 == one.passages[after].columns[0]:
            weight = min(one.weight(before), one.weight(after))
            found.update(dict.fromkeys(range(before + 1, after), weight))
    return found


def _of_others(strands: Sequence[Strand], settings: AlignSettings) -> Iterator[_Standing]:
    """The sentences that the base lacks and two branches have."""
    for after, row, having in omitted(strands, settings):
        presence: Ballot[str] = Ballot()
        for one in having:
            presence.cast(THERE, one.witness, one.weight(row))
        presence.cast(LACKING, strands[0].witness, ALONE)
        yield from _stood(row, after, having, presence)


def _stood(
    row: int, after: int, having: Sequence[Strand], presence: Ballot[str]
) -> Iterator[_Standing]:
    """A sentence as its tellings have it, no surer than that it stood there at all."""
    sentence = voted(row, having)
    if sentence.wording:
        places = {
            Place(one.witness.document, span) for one in having for span in one.passages[row].spans
        }
        sure = min(sentence.sureness, presence.sureness(THERE))
        found = RebuiltSentence(sentence.wording, tuple(sorted(places)), sure, sentence.doubtful)
        yield _Standing(after, found)
