"""How each use stands to the wording held of what was said, with a note that says by which rule.

Where two tellings differ inside the marks and nothing but length tells them apart, both are
altered: nobody knows which was said. Only the silent loss of words that change nothing leaves the
fuller one as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from retold.changes.quotes.comparison import Comparison, compared, denying, longer
from retold.changes.quotes.descent import Standing, standings
from retold.changes.quotes.pairing import paired
from retold.changes.quotes.proposition import Alteration, alteration
from retold.changes.quotes.readings import BY_LENGTH, RULES, Reading, readings, rival, rule
from retold.changes.quotes.surroundings import denied_outside, marks_moved
from retold.changes.quotes.uses import Quoted, Run, Use, quoted
from retold.changes.quotes.worded import Pairs
from retold.changes.quotes.wording import Wording
from retold.changes.tellings import Tellings
from retold.model.change import QuoteStatus, QuoteStyle, Severity

# A telling that has less than this of a use does not attest it: it has a word or two of it.
ATTESTED_FROM = 0.5  # share of its words
# Words in marks that others have without are a quotation from this length on, else a term.
QUOTED_FROM = 4  # words
UNDECIDED = "nothing we hold says which was said"
NOT_HELD = Standing(-1, 0, 0, descended=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """A use with its status.

    Attributes:
        rule: which wording it was judged against, in words.
        against: the run it was judged against; None where no other telling has it.
        found: how it stands to that.
        alteration: what was changed, of an altered one.
        disputed: whether that one might as well be altered.
        elsewhere: whether the words stand in another telling without quotation marks.
    """

    use: Use
    status: QuoteStatus | None
    note: str | None
    rule: str = ""
    against: Run | None = None
    found: Comparison | None = None
    alteration: Alteration | None = None
    disputed: bool = False
    elsewhere: bool = False


@dataclass(frozen=True)
class Ledger:
    """A story's quotations, who is paired with whom, and how each stands."""

    quoted: Quoted
    pairs: Pairs
    standing: Mapping[str, Standing]
    known_readings: dict[int, list[Reading]] = field(default_factory=dict, compare=False)

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Every use with its status, by number."""
        return tuple(self._judge(use) for use in self.quoted.uses)

    def facing(self, use: Use) -> list[Use]:
        """The uses in marks that are of one utterance with this one, itself among them."""
        own = self.pairs.of_use[use.number]
        numbers = sorted({own, *self.pairs.of(own)})
        found = [other for number in numbers for other in self.pairs.worded[number].uses]
        return [other for other in found if other.marked]

    def _judge(self, use: Use) -> Judged:
        if not use.marked or len(self.quoted.by_document) < 2:
            return Judged(use, None, None if use.marked else "in the teller's words")
        facing = self.facing(use)
        facing = [other for other in facing if self._weighs(other, use)]
        if all(other.document == use.document for other in facing):
            return self._alone(use)
        best, *others = self._readings(self.pairs.of_use[use.number], facing)
        found = compared(use.wording, best.run.wording)
        if found.changes:
            return self._other(use, best, found, others)
        if use.document not in best.documents:
            return self._part(use, best, found, others)
        return self._disputed(use, best, others) or self._part(use, best, found, others)

    def _disputed(self, use: Use, best: Reading, others: list[Reading]) -> Judged | None:
        """An altered use, where another wording stands as well as its own; else None."""
        against = rival(use, best, others)
        if against and self._serious(use, *against):
            return self._altered(use, against[0].run, against[1], UNDECIDED)
        undenied = self._undenied(use, best, others)
        if undenied is None:
            return None
        more = longer(compared(use.wording, undenied.wording), use.wording)
        return self._altered(use, undenied, more, UNDECIDED)

    def _undenied(self, use: Use, best: Reading, others: list[Reading]) -> Run | None:
        """A run that stands as well and lacks a denial where this use goes on with one; or none."""
        for other in others:
            if other.rank[:BY_LENGTH] != best.rank[:BY_LENGTH]:
                continue
            for number in other.run.uses:
                cut = self.quoted.uses[number]
                if compared(cut.wording, use.wording).denials and not denied_outside(
                    self.quoted, cut
                ):
                    return other.run
        return None

    def _readings(self, worded: int, facing: list[Use]) -> list[Reading]:
        """The readings that uses of one wording are judged against, worked out once."""
        if worded not in self.known_readings:
            self.known_readings[worded] = readings(self.quoted, facing, self.standing)
        return self.known_readings[worded]

    def _weighs(self, other: Use, use: Use) -> bool:
        """Whether a telling has enough of a use to say how it went: a word or two say nothing."""
        one, two = self.pairs.of_use[use.number], self.pairs.of_use[other.number]
        if two in self.pairs.like.get(one, set()):
            return True
        return len(self.quoted.run_of(other).wording) >= ATTESTED_FROM * len(use.wording)

    def _other(self, use: Use, best: Reading, found: Comparison, others: list[Reading]) -> Judged:
        """A use with other words than the best reading has."""
        if found.beyond >= (1 - ATTESTED_FROM) * len(use.wording):
            return self._alone(use)
        equal = any(one.rank[:-1] == best.rank[:-1] and _holds(one, use) for one in others)
        note = UNDECIDED if equal else RULES[rule(best, others)]
        return self._altered(use, best.run, found, note)

    def _part(self, use: Use, best: Reading, found: Comparison, others: list[Reading]) -> Judged:
        """A use with the words of the best reading, or some of them."""
        if found.beyond and use.document not in best.documents:
            fuller = self._fuller(use, best, others)
            if fuller is not None:
                return self._part(use, fuller, compared(use.wording, fuller.run.wording), others)
            if found.beyond > (1 - ATTESTED_FROM) * len(use.wording):
                return self._alone(use)
            if not (self._apart(use, best.run) or marks_moved(self.quoted, use, best.run, found)):
                return self._altered(
                    use, best.run, longer(found, use.wording), RULES[rule(best, others)]
                )
        if self._whole_elsewhere(use, best):
            return Judged(use, QuoteStatus.VERBATIM, "part of what this telling quotes in full")
        if found.denials and not denied_outside(self.quoted, use):
            return self._altered(use, best.run, denying(found), RULES[rule(best, others)])
        cut = found.elided or not self._covered(use, best.run)
        status = QuoteStatus.TRIMMED if cut else QuoteStatus.VERBATIM
        chosen = self._chosen(best, others)
        return Judged(use, status, chosen, chosen, best.run, found)

    def _apart(self, use: Use, run: Run) -> bool:
        """Whether two tellings were made apart: what one quotes further, it took from nobody."""
        return self.standing[use.document].origin != self.standing[run.document].origin

    def _whole_elsewhere(self, use: Use, best: Reading) -> bool:
        """Whether this telling quotes a part and the whole, and another one quotes the same part.

        A lead that takes two words of a quotation further down cuts nothing.
        """
        if use.document not in best.documents:
            return False
        if any(use.number in run.uses for run in best.runs):
            return False
        form = use.wording.form
        return any(
            other.wording.form == form and other.document != use.document
            for other in self.facing(use)
        )

    def _fuller(self, use: Use, best: Reading, others: list[Reading]) -> Reading | None:
        """A reading of another telling that has all of the use and stands as near; or none."""
        for other in others:
            if other.rank[:2] == best.rank[:2] and other.documents != {use.document}:
                found = compared(use.wording, other.run.wording)
                if not found.changes and not found.beyond:
                    return other
        return None

    def _chosen(self, best: Reading, others: list[Reading]) -> str:
        """The rule, where there was anything to choose."""
        if not others:
            return "one wording in all tellings that have it"
        return f"against the wording {RULES[rule(best, others)]}"

    def _altered(self, use: Use, run: Run, found: Comparison, why: str) -> Judged:
        what = self._what(use, run.document, run.wording, found)
        disputed = why == UNDECIDED
        said = why if disputed else f"against the wording {why}"
        note = f"{what.told()}; {said} ({run.document})"
        return Judged(use, QuoteStatus.ALTERED, note, said, run, found, what, disputed)

    def _what(self, use: Use, document: str, whole: Wording, found: Comparison) -> Alteration:
        texts = self.quoted.text(use.document), self.quoted.text(document)
        return alteration(use.wording, whole, found, texts, self.known)

    def altered_from(self, use: Use, other: Use) -> Alteration:
        """What a use changed of another one."""
        found = compared(use.wording, other.wording)
        return self._what(use, other.document, other.wording, found)

    def _alone(self, use: Use) -> Judged:
        """A use that no other telling has in marks."""
        holder = self._holder(use)
        direct = use.quotation.style is QuoteStyle.DIRECT
        if holder is None or (direct and len(use.wording) < QUOTED_FROM):
            return Judged(use, QuoteStatus.UNATTESTED, "in no other telling we hold")
        if len(use.wording) >= QUOTED_FROM:
            note = f"in no other telling between quotation marks; without them in {holder}"
            return Judged(use, QuoteStatus.UNATTESTED, note, elsewhere=True)
        note = f"without quotation marks in {holder}"
        return Judged(use, QuoteStatus.VERBATIM, note, elsewhere=True)

    def _holder(self, use: Use) -> str | None:
        """The first other telling whose body has these words in a row; None where none has."""
        line = use.wording.line
        for name in self.quoted.by_document:
            if name != use.document and line in self.quoted.body(name).line:
                return name
        return None

    def _serious(self, use: Use, other: Reading, found: Comparison) -> bool:
        """Whether a difference is more than words left out in silence."""
        if any(
            change.begin < change.end and change.whole_begin < change.whole_end
            for change in found.changes
        ):
            return True
        what = self._what(use, other.run.document, other.run.wording, found)
        return what.severity is Severity.MEANING

    def _covered(self, use: Use, run: Run) -> bool:
        """Whether this telling has all words of each quotation that the use has words of.

        What the writer breaks off and goes on with counts together.
        """
        had: set[int] = set()
        mine = range(0)
        for number in self.quoted.run_of(use).uses:
            found = compared(self.quoted.uses[number].wording, run.wording)
            if number != use.number and (found.changes or found.beyond):
                continue
            had.update(range(found.first, found.last))
            if number == use.number:
                mine = range(found.first, found.last)
        bounds = [*run.starts, len(run.wording)]
        pieces = [range(begin, end) for begin, end in pairwise(bounds)]
        met = [one for one in pieces if one.start < mine.stop and mine.start < one.stop]
        return all(place in had for one in met for place in one)

    @cached_property
    def _dictionary(self) -> frozenset[str]:
        """The words of the tellings that their languages know."""
        return frozenset(
            key
            for reading in self.quoted.tellings.readings.values()
            for key, known in zip(reading.keys, reading.known, strict=True)
            if known
        )

    def known(self, key: str) -> bool:
        """Whether a folded word is in a dictionary, as far as the story shows."""
        return key in self._dictionary


def _holds(reading: Reading, use: Use) -> bool:
    return any(use.number in run.uses for run in reading.runs)


def judge(tellings: Tellings) -> Ledger:
    """The ledger of a story."""
    found = quoted(tellings)
    known = standings(tellings)
    standing = {name: known.get(name, NOT_HELD) for name in tellings.documents}
    return Ledger(found, paired(found), standing)
