"""One sentence of a lost text by the vote of the tellings that have it.

Word by word the reading of most tellings stands, as textual criticism weighs witnesses (Maas 1927,
*Textkritik*): by branch of descent, not by head, and by how closely each keeps the words here.
Between equals the base decides.
"""

import math
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from retold.model.document import Span
from retold.stories.strands import ALONE, Strand, Witness

Choice = TypeVar("Choice", bound=Hashable)
# Sums of weights that differ by less are equal: they must not hang on the order of adding.
PLACES = 9  # decimals
# No telling is beyond doubt: a copy errs too. By eye; a copy of five in a hundred words changed.
MOST = 0.95  # weight, 0..1
# Below this a word is doubtful: one telling alone has it, or others dispute it. Of the words of
# sentences below it four in five stand in the lost text (python -m benchmarks rebuild).
SURE_FROM = 0.6  # sureness, 0..1
BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was voted in: the word of each telling that has it, and how surely it stood."""

    held: tuple[tuple[Strand, int], ...]
    sureness: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as voted: its wording, the mean sureness of its words, 0..1, and doubtful runs."""

    wording: str
    sureness: float
    doubtful: tuple[Span, ...] = ()


class Ballot(Generic[Choice]):
    """Votes of tellings for the readings of one place.

    A branch counts once, by its heaviest voice for a reading. A distant telling speaks for readings
    that a near one has and for no others: those may be another revision's.
    """

    def __init__(self) -> None:
        self._voices: dict[Choice, dict[str, float]] = defaultdict(dict)
        self._near: set[Choice] = set()

    def cast(self, reading: Choice, witness: Witness, weight: float) -> None:
        """One telling's vote, of a weight 0..1; of equal readings the one cast first wins."""
        voices = self._voices[reading]
        voices[witness.branch] = max(weight, voices.get(witness.branch, 0.0))
        if witness.near and weight > 0:
            self._near.add(reading)

    def __bool__(self) -> bool:
        return bool(self._voices)

    def winner(self) -> Choice:
        """The reading with most votes.

        Raises:
            ValueError: nobody voted.
        """
        return max(self._admitted(), key=lambda one: round(sum(sorted(one[1].values())), PLACES))[0]

    def voices(self, reading: Choice) -> int:
        """How many branches voted for a reading with any weight."""
        return sum(weight > 0 for weight in self._voices.get(reading, {}).values())

    def sureness(self, reading: Choice) -> float:
        """How surely a reading is the true one, 0..1, by Dempster's rule of combination.

        Testimonies of reliability w for it and for anything else are taken as independent: what no
        testimony speaks to stays open. A reading of one branch alone (a singular reading) may be
        that branch's own doing, however well it keeps the words elsewhere.
        """
        voices = self._voices.get(reading, {})
        if len(voices) == 1:
            voices = {branch: min(weight, ALONE) for branch, weight in voices.items()}
        against: dict[str, float] = {}
        for other, others in self._admitted():
            for branch in others.keys() - voices.keys() if other != reading else ():
                against[branch] = max(others[branch], against.get(branch, 0.0))
        doubt, counter = (
            math.prod(1 - min(weight, MOST) for weight in sorted(side.values()))
            for side in (voices, against)
        )
        said = (1 - doubt) * counter
        # Of hundreds of testimonies on both sides no doubt is left as a number: then it is even.
        return said / (doubt + said) if doubt + said else 0.5

    def _admitted(self) -> list[tuple[Choice, dict[str, float]]]:
        """The readings that a near telling has, all where none has a near one."""
        every = list(self._voices.items())
        return [one for one in every if one[0] in self._near] or every


def voted(row: int, having: Sequence[Strand]) -> Sentence:
    """A sentence of the base as the strands that have it vote; the base is the first of them.

    Empty where the votes leave no word.
    """
    words = having[0].witness.words((row,))
    found: list[Word] = []
    for word in range(words.start, words.stop + 1):
        found.extend(_between(row, word, having))
        if word < words.stop:
            found.extend(_in_place(row, word, having))
    if not found:
        return Sentence("", 0.0)
    sure = sum(word.sureness for word in found) / len(found)
    return _printed(found, row, having, sure)


def _in_place(row: int, word: int, having: Sequence[Strand]) -> Iterator[Word]:
    """The word that stands where the base has one; none where most tellings lack it."""
    ballot: Ballot[str | None] = Ballot()
    places = [(one, one.words.get(word)) for one in having]
    for one, place in places:
        key = one.witness.key(place) if place is not None else None
        ballot.cast(key, one.witness, one.weight(row))
    winner = ballot.winner()
    if winner is not None:
        held = tuple(
            (one, place)
            for one, place in places
            if place is not None and one.witness.key(place) == winner
        )
        yield Word(held, ballot.sureness(winner))


def _between(row: int, word: int, having: Sequence[Strand]) -> Iterator[Word]:
    """Words that most tellings have before a word of the base and the base has not."""
    added = [(one, one.added.get((row, word), ())) for one in having]
    if not any(places for _, places in added):
        return
    ballot: Ballot[tuple[str, ...]] = Ballot()
    for one, places in added:
        keys = tuple(one.witness.key(place) for place in places)
        ballot.cast(keys, one.witness, one.weight(row))
    winner = ballot.winner()
    holders = [
        (one, places)
        for one, places in added
        if tuple(one.witness.key(place) for place in places) == winner
    ]
    for number in range(len(winner)):
        held = tuple((one, places[number]) for one, places in holders)
        yield Word(held, ballot.sureness(winner))


def _printed(
    found: Sequence[Word], row: int, having: Sequence[Strand], sureness: float
) -> Sentence:
    """The words as most tellings print them, with what most print between and around them."""
    wording = _edge(found[0], row, having, opening=True)
    doubtful: list[Span] = []
    running = False
    for word, following in zip(found, (*found[1:], None), strict=True):
        ballot: Ballot[str] = Ballot()
        for one, place in word.held:
            ballot.cast(one.witness.surface(place), one.witness, one.weight(row))
        begin = len(wording)
        wording += ballot.winner()
        unsure = word.sureness < SURE_FROM
        if unsure:
            begin = doubtful.pop().begin if running else begin
            doubtful.append(Span(begin, len(wording)))
        running = unsure
        if following is not None:
            wording += _joint(word, following, row)
    wording += _edge(found[-1], row, having, opening=False)
    return Sentence(wording, sureness, tuple(doubtful))


def _joint(word: Word, following: Word, row: int) -> str:
    """What stands between two words where tellings have them side by side; a space if none has."""
    ballot: Ballot[str] = Ballot()
    after = {one.witness.document: place for one, place in following.held}
    for one, place in word.held:
        if after.get(one.witness.document) == place + 1:
            between = BLANK.sub(" ", one.witness.between(place))
            ballot.cast(between, one.witness, one.weight(row))
    return ballot.winner() if ballot else " "


def _edge(word: Word, row: int, having: Sequence[Strand], *, opening: bool) -> str:
    """What stands before the first word or after the last: a mark of quotation, a full stop."""
    ballot: Ballot[str] = Ballot()
    for one, place in word.held:
        passage = one.passages[row]
        if passage.rows[0 if opening else -1] == row:
            marks = one.witness.edge(place, passage.spans, opening=opening)
            if marks is not None:
                ballot.cast(marks, one.witness, one.weight(row))
    if ballot:
        return ballot.winner()
    base = having[0].witness
    sentence = base.reading.sentences[row]
    words = base.words((row,))
    return base.edge(words[0 if opening else -1], (sentence,), opening=opening) or ""
