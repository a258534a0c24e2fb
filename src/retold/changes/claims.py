"""What the tellings of a story claim: each statement once, with every telling that makes it.

Statements are joined over the links between sentences, the strongest first. A statement joins a
class only if it is like the class as a whole: a chain of weak links, each fair by itself, would
weld all that is said of one person into one claim (average linkage, after Sokal and Michener 1958).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retold.changes.attribution import attributed_to
from retold.changes.tellings import Tellings
from retold.model.change import Claim, ClaimUse, QuoteStyle
from retold.model.document import Place, Span
from retold.model.relation import Link, Relation
from retold.model.story import DescentKind
from retold.pairs.reading import Reading
from retold.text.clauses import clauses

# Two clauses of linked sentences say the same from here on: half of what the lighter one weighs.
CLAUSE_FROM = 0.5  # share of the lighter one's weight, 0..1, by eye
# A clause whose words another statement has nearly all is a part of it.
PART_FROM = 0.7  # share of the lighter one's weight, 0..1, by eye
# Mean likeness of two classes, pairs without a link counting 0, from which they are one claim.
CLASS_FROM = 0.3  # likeness, 0..1; the bound of a link itself
REWORDED = frozenset({DescentKind.PARAPHRASE, DescentKind.REWRITE})
TIED = re.compile(r"^(?:and|but|yet|while|whereas|although|though)[ \u00a0]", re.IGNORECASE)
# A statement that nobody else makes is listed from so many words; shorter ones say little alone.
LEAST_ALONE = 6  # words


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements of two tellings that say the same, and how alike they are, 0..1.

    `part`: one is a part of the other, which says more and is tied to another statement already.
    """

    left: Place
    right: Place
    likeness: float
    part: bool = False


def claims(tellings: Tellings) -> tuple[Claim, ...]:
    """The claims of a story in the order of their first places; empty for a single telling."""
    if len(tellings.documents) < 2:
        return ()
    stated = _Stated(tellings)
    held = ties(tellings, stated)
    compared = frozenset(tellings.relations)
    classes = grouped(stated.places, [one for one in held if not one.part], compared)
    wholes = _wholes(classes, [one for one in held if one.part and stated.telling(one)])
    kept = [
        (sorted((*own, *others)), own)
        for own, others in zip(classes, wholes, strict=True)
        if len(own) + len(others) > 1 or stated.long(own[0])
    ]
    return tuple(
        _claim(f"c{number}", places, own, stated)
        for number, (places, own) in enumerate(sorted(kept), 1)
    )


class _Stated:
    """The statements of all tellings, with the words they are weighed by."""

    def __init__(self, tellings: Tellings) -> None:
        self.tellings = tellings
        self.reworded = _reworded(tellings)
        self.clauses = {
            (name, sentence): clauses(
                tellings.documents[name].text, sentence, _marks(tellings, name)
            )
            for name, reading in sorted(tellings.readings.items())
            for sentence in reading.sentences
        }
        self.words = {
            Place(name, clause): _words(tellings.readings[name], clause)
            for (name, _), found in self.clauses.items()
            for clause in found
        }

    @property
    def places(self) -> list[Place]:
        """Every statement, by place."""
        return sorted(self.words)

    def of(self, document: str, sentences: Iterable[Span]) -> list[Place]:
        """The statements of some sentences of a document."""
        return [
            Place(document, clause)
            for sentence in sentences
            for clause in self.clauses.get((document, sentence), (sentence,))
        ]

    def weight(self, place: Place) -> float:
        """How much a statement tells, in nats."""
        return sum(self.words[place].values())

    def telling(self, tie: Tie) -> bool:
        """Whether both statements of a tie say something by themselves."""
        return self.long(tie.left) and self.long(tie.right)

    def long(self, place: Place) -> bool:
        """Whether a statement says something by itself."""
        return self.weight(place) > 0 and len(self.words[place]) >= LEAST_ALONE

    def overlap(self, left: Place, right: Place) -> float:
        """Share of the lighter statement's weight that the heavier one has too, 0..1."""
        one, two = self.words.get(left), self.words.get(right)
        if not one or not two:
            return 0.0
        least = min(sum(one.values()), sum(two.values()))
        shared = sum(min(weight, two.get(word, 0.0)) for word, weight in one.items())
        return shared / least if least else 0.0


def _reworded(tellings: Tellings) -> frozenset[str]:
    """The tellings that put another's text into words of their own, and the copies of those."""
    below: dict[str, list[str]] = defaultdict(list)
    reached: list[str] = []
    for edge in tellings.stemma.descents:
        if not edge.secondary:
            below[edge.parent].append(edge.child)
            if edge.kind in REWORDED:
                reached.append(edge.child)
    for node in reached:
        reached.extend(child for child in below[node] if child not in reached)
    held = set(reached)
    return frozenset(
        one.document for one in tellings.stemma.nodes if one.document and one.id in held
    )


def _marks(tellings: Tellings, name: str) -> tuple[Span, ...]:
    found = tellings.quotations.get(name, ())
    return tuple(one.marks for one in found if one.style is not QuoteStyle.INDIRECT)


def _words(reading: Reading, clause: Span) -> dict[str, float]:
    """The stems of a clause, each with the weight of all its uses there."""
    first, last = np.searchsorted(reading.offsets[:, 0], [clause.begin, clause.end])
    found: dict[str, float] = {}
    for place in range(int(first), int(last)):
        word = reading.stems[place]
        found[word] = found.get(word, 0.0) + float(reading.weight[place])
    return found


def ties(tellings: Tellings, stated: _Stated) -> list[Tie]:
    """Every two statements that a link between their sentences holds together."""
    found = [
        tie
        for _, relation in sorted(tellings.relations.items())
        for link in relation.links
        for tie in _of_link(relation, link, stated)
    ]
    return sorted(found, key=lambda one: (-one.likeness, one.left, one.right))


def _of_link(relation: Relation, link: Link, stated: _Stated) -> Iterator[Tie]:
    """The ties of one link: clause to clause where a side has several, each clause once."""
    left, right = stated.of(relation.left, link.left), stated.of(relation.right, link.right)
    if len(left) == len(right) == 1:
        yield Tie(left[0], right[0], link.likeness)
        return
    fits = sorted(
        (-stated.overlap(mine, theirs), mine, theirs) for mine in left for theirs in right
    )
    taken: set[Place] = set()
    for fit, mine, theirs in fits:
        part = bool({mine, theirs} & taken)
        if -fit >= (PART_FROM if part else CLAUSE_FROM) and not {mine, theirs} <= taken:
            taken |= {mine, theirs}
            yield Tie(mine, theirs, link.likeness, part)


def _wholes(classes: list[tuple[Place, ...]], parts: Iterable[Tie]) -> list[list[Place]]:
    """For each class the longer statements that say it among other things, from strongest tie on.

    Only of tellings that have no statement of their own in the class; such a place stands in the
    class of what else it says too.
    """
    home = {place: number for number, one in enumerate(classes) for place in one}
    held = [{place.document for place in one} for one in classes]
    found: list[list[Place]] = [[] for _ in classes]
    for tie in parts:
        part, whole = sorted((tie.left, tie.right), key=lambda place: (len(place.span), place))
        number = home[part]
        if whole.document not in held[number]:
            held[number].add(whole.document)
            found[number].append(whole)
    return found


def grouped(
    places: Iterable[Place], held: Iterable[Tie], compared: frozenset[tuple[str, str]]
) -> list[tuple[Place, ...]]:
    """The places parted into classes by ties given strongest first.

    Two classes become one while the mean likeness of all their pairs of compared tellings reaches
    `CLASS_FROM` and no telling would be in the class twice.
    """
    home = {place: number for number, place in enumerate(places)}
    members = {number: [place] for place, number in home.items()}
    likeness: dict[tuple[int, int], float] = defaultdict(float)
    known = list(held)
    for tie in known:
        likeness[_pair(home[tie.left], home[tie.right])] += tie.likeness
    sums = _Sums(likeness)
    for tie in known:
        one, two = home[tie.left], home[tie.right]
        if one == two or not _joinable(members[one], members[two], compared, sums.of(one, two)):
            continue
        keep, gone = sorted((one, two), key=lambda number: (-len(members[number]), number))
        for place in members[gone]:
            home[place] = keep
        members[keep] += members.pop(gone)
        sums.merge(keep, gone)
    return [tuple(sorted(found)) for _, found in sorted(members.items())]


def _pair(one: int, two: int) -> tuple[int, int]:
    return min(one, two), max(one, two)


class _Sums:
    """The likeness between classes, summed over their ties, kept up while classes are merged."""

    def __init__(self, likeness: Mapping[tuple[int, int], float]) -> None:
        self._between: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for (one, two), value in likeness.items():
            self._between[one][two] += value
            self._between[two][one] += value

    def of(self, one: int, two: int) -> float:
        return self._between[one].get(two, 0.0)

    def merge(self, keep: int, gone: int) -> None:
        """All that the class `gone` was like, the class `keep` is like from now on."""
        for other, value in self._between.pop(gone, {}).items():
            self._between[other].pop(gone, None)
            if other != keep:
                self._between[keep][other] += value
                self._between[other][keep] += value


def _joinable(
    one: list[Place], two: list[Place], compared: frozenset[tuple[str, str]], likeness: float
) -> bool:
    """Whether two classes are alike enough as wholes, and of different tellings."""
    mine = {place.document for place in one}
    theirs = {place.document for place in two}
    if mine & theirs:
        return False
    pairs = sum(
        1
        for left in mine
        for right in theirs
        if ((left, right) if left < right else (right, left)) in compared
    )
    return likeness >= CLASS_FROM * max(pairs, 1)


def _claim(identity: str, places: Sequence[Place], own: Sequence[Place], stated: _Stated) -> Claim:
    """A class with its fullest wording, whom each use credits, and what stands behind it.

    `own` are the places that say this and nothing else.
    """
    tellings = stated.tellings
    documents = {place.document for place in places}
    return Claim(
        id=identity,
        wording=_wording(own, stated),
        origins=sum(1 for origin in tellings.origins if documents & set(origin.documents)),
        primaries=tuple(
            sorted({one.label for one in tellings.primaries if documents & set(one.documents)})
        ),
        uses=tuple(ClaimUse(place, attributed_to(place, tellings)) for place in places),
    )


def _wording(places: Sequence[Place], stated: _Stated) -> str:
    """The fullest wording on one line, without the word that ties it to the clause before.

    Of tellings that keep the words of their text where there are such: what a paraphrase puts in is
    its own. Of equally full wordings the first in order.
    """
    kept = [place for place in places if place.document not in stated.reworded] or places
    fullest = min(kept, key=lambda place: (-round(stated.weight(place), 6), place))
    text = stated.tellings.documents[fullest.document].text
    return TIED.sub("", " ".join(fullest.span.of(text).split())).rstrip(",; ")
