"""A lost text rebuilt from the tellings that go back to it.

One telling is the base; the others are laid beside it sentence by sentence and every word goes by
majority (star alignment and consensus: Gusfield 1997, *Algorithms on Strings, Trees, and
Sequences*, 14.6 and 14.7; weighing by branch of the tree: Maas 1927, *Textkritik*). The base is a
telling, so its sentences stand in an order that somebody printed; a sentence that it lacks and two
others share is put in where they have it, one that the others agree to lack is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from retold.model.document import Document, Place
from retold.model.story import DescentKind, NodeKind, Rebuilt, RebuiltSentence, Stemma
from retold.pairs.align import AlignSettings
from retold.pairs.reading import Reading
from retold.stories.ballot import Ballot, voted
from retold.stories.lineage import resemblance
from retold.stories.omitted import AGREEING, omitted
from retold.stories.strands import ALONE, Strand, Witness, own_strand, strand
from retold.stories.traits import Traits, traits

# What keeps a text itself: a telling made so is its lost parent's own wording.
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
    tree = _tree(stemma)
    document = {node.id: node.document for node in stemma.nodes if node.document}
    found = []
    for node in stemma.nodes:
        below = [edge for edge in stemma.descents if edge.parent == node.id and not edge.secondary]
        if node.kind is NodeKind.LOST and any(edge.child in document for edge in below):
            own = {document[edge.child] for edge in below
                   if edge.kind in OWN and edge.child in document}
            witnesses = _witnesses(tree, node.id, document, held)
            found.append(Rebuilt(node.id, _rebuilt(witnesses, own, settings)))
    return tuple(found)


def _tree(stemma: Stemma) -> "nx.Graph[str]":
    """The descents from telling to telling, without further parents."""
    tree: nx.Graph[str] = nx.Graph()
    tree.add_nodes_from(node.id for node in stemma.nodes)
    tree.add_edges_from(
        (edge.parent, edge.child)
        for edge in stemma.descents
        if not edge.secondary and edge.kind is not DescentKind.CITES
    )
    return tree


def _witnesses(
    tree: "nx.Graph[str]", lost: str, document: Mapping[str, str], held: Held
) -> list[Witness]:
    """The tellings nearest to a lost text on every way out of it, with the way as their branch.

    What lies behind a telling had the lost text through it and adds nothing.
    """
    found = []
    queue = [(node, node) for node in tree.neighbors(lost)]
    seen = {lost}
    while queue:
        node, branch = queue.pop()
        seen.add(node)
        name = document.get(node)
        if name is not None:
            found.append(Witness(held.readings[name], held.documents[name].text, branch))
        else:
            queue += [(further, branch) for further in tree.neighbors(node) if further not in seen]
    return sorted((one for one in found if one.reading.keys), key=lambda one: one.document)


def _rebuilt(
    witnesses: Sequence[Witness], own: set[str], settings: AlignSettings
) -> tuple[RebuiltSentence, ...]:
    """The sentences in order; none where no telling has a word."""
    if not witnesses:
        return ()
    base = _base(witnesses, own)
    others = [strand(base, one, settings) for one in witnesses if one is not base]
    others.sort(key=lambda one: (-round(one.trust, 9), one.witness.document))
    strands = [own_strand(base, others), *others]
    standing = [*_of_base(strands), *_of_others(strands, settings)]
    standing.sort(key=lambda one: one.after)
    return tuple(one.sentence for one in standing)


def _base(witnesses: Sequence[Witness], own: set[str]) -> Witness:
    """The telling with most of what two branches share, one of the lost text's own if it has any."""
    readings = {one.document: traits(one.reading) for one in witnesses}
    common = _shared(witnesses, readings)
    candidates = [one for one in witnesses if one.document in own] or witnesses
    return min(
        candidates,
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
    for row in range(len(strands[0].witness.reading.sentences)):
        having = [one for one in strands if row in one.passages]
        presence: Ballot[str] = Ballot()
        for one in having:
            presence.cast(THERE, one.witness.branch, one.weight(row))
        for one in strands[1:]:
            presence.cast(LACKING, one.witness.branch, _skipping(row, one))
        if presence.winner() == THERE or presence.voices(LACKING) < AGREEING:
            yield from _stood(row, row, having, presence)


def _stood(
    row: int, after: int, having: Sequence[Strand], presence: Ballot[str]
) -> Iterator[_Standing]:
    """A sentence as its tellings have it, no surer than that it stood there at all."""
    sentence = voted(row, having)
    if sentence.wording:
        places = sorted(
            Place(one.witness.document, span)
            for one in having
            for span in one.passages[row].spans
        )
        sure = min(sentence.sureness, presence.sureness(THERE))
        yield _Standing(after, RebuiltSentence(sentence.wording, tuple(places), sure))


def _skipping(row: int, one: Strand) -> float:
    """How surely a telling that has what stands on both sides of a sentence has not that, 0..1.

    0 where it has the sentence, or lacks one side as well: a telling cut short says nothing.
    """
    if row in one.passages:
        return 0.0
    before = max((other for other in one.passages if other < row), default=None)
    after = min((other for other in one.passages if other > row), default=None)
    if before is None or after is None:
        return 0.0
    if one.passages[before].columns[-1] + 1 != one.passages[after].columns[0]:
        return 0.0
    return min(one.weight(before), one.weight(after))


def _of_others(strands: Sequence[Strand], settings: AlignSettings) -> Iterator[_Standing]:
    """The sentences that the base lacks and two branches have."""
    for after, row, having in omitted(strands, settings):
        presence: Ballot[str] = Ballot()
        for one in having:
            presence.cast(THERE, one.witness.branch, one.weight(row))
        presence.cast(LACKING, strands[0].witness.branch, ALONE)
        yield from _stood(row, after, having, presence)
