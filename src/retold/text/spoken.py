"""Speakers that the trained roles left out, by the plainest patterns of a sentence.

"Lund continues, “…”", "“…,” said Lund", "Lund left the hall, calling it “a routine matter”". In
languages without trained roles these are all the patterns there are.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.model.document import Span
from retold.text.acts import ADDRESSED, PASSIVE, Act, Basis, Stretch
from retold.text.reporting import Stance
from retold.text.roles import Role
from retold.text.subjects import inverted, named_from, named_token, subject
from retold.text.token_rows import Row
from retold.text.tongue import Tongue

MOST_BETWEEN = 3  # little words between a name and its verb: "Lund has also said"
# A name of more tokens than this before a verb is a run of headings.
LONGEST_NAME = 8
FARTHEST = 60  # tokens looked back in a sentence; longer ones are lists
LONGEST_APPOSITION = 16  # tokens between commas behind a name
LEAST_SAID = 2  # words in marks
BREAKS = frozenset({",", "–", "—", "-"})  # between a quotation and who said it


@dataclass(frozen=True, slots=True)
class Patterns:
    """A paragraph and the words of its language."""

    row: Row
    words: Tongue

    def spoken(self, acts: Sequence[Act]) -> list[Act]:
        """The acts, those without a speaker given one where the sentence has it; in order.

        Words in marks that no act holds become one where a verb of saying explains them.
        """
        parts = [one for act in acts for one in act.contents]
        held = {place for one in parts for place in range(one.first, one.last)}
        left = [
            Act((Stretch(Role.CONTENT, place, place + 1),))
            for place in self.row.quotes
            if place not in held and _may_be_said(self.row.said[place])
        ]
        more = [act for act in map(self._spoken, left) if act.speaker is not None]
        found = [*map(self._spoken, acts), *more]
        return sorted(found, key=lambda act: act.contents[0].first)

    def _spoken(self, act: Act) -> Act:
        row = self.row
        through = act.through(row)
        if act.speaker is not None and not through:
            return act
        marked = [
            place
            for one in act.contents
            for place in range(one.first, one.last)
            if place in row.quotes
        ]
        for place in marked:
            found = self._after(place) or self._ahead(place)
            if found:
                cue, speaker = found
                # What "according to" took for content holds the name and the verb as well.
                contents = tuple(Stretch(Role.CONTENT, one, one + 1) for one in marked)
                return Act(contents if through else act.contents, cue, speaker, Basis.CUE)
        if act.speaker is not None or act.lone(row):
            return act
        return self._subject(act, marked)

    def _subject(self, act: Act, marked: Sequence[int]) -> Act:
        """The act laid to its sentence's subject, where a verb of saying stands before it."""
        content = act.contents[0].first
        first, last = self.row.bounds(self.row.sentence[content])
        verb = self._verb_before(first, marked[0] if marked else content)
        if act.cue is None and (verb is None or not marked):
            return act
        if verb is not None and self._addressed(verb, first):
            return act
        about = self._behind(act, last) or self._doing(verb, first, last)
        about = about or subject(self.row, first, last, self.words)
        if about is None:
            return act
        if verb is None and any(one.first <= about[0] < one.last for one in act.contents):
            return act
        cue = act.cue or (self.row.span(verb, verb + 1) if verb is not None else None)
        named = verb is not None and self.row.words[verb] in self.words.according
        basis = Basis.CUE if named else Basis.SUBJECT
        return replace(act, cue=cue, speaker=self.row.span(*about), basis=basis)

    def _addressed(self, verb: int, first: int) -> bool:
        """Whether a verb's subject was spoken to: "the public was assured"."""
        before = self.row.words[max(first, verb - MOST_BETWEEN) : verb]
        return self.row.words[verb] in ADDRESSED and any(word in PASSIVE for word in before)

    def _behind(self, act: Act, last: int) -> tuple[int, int] | None:
        """Who stands behind a cue: "first reported by the Harbour Post", "..., says Ada Lund"."""
        if act.cue is None:
            return None
        at = bisect_left(self.row.begins, act.cue.end)
        if at < last and self.row.words[at] == "by":
            return named_from(self.row, at + 1, last, self.words)
        closing = act.cue.begin >= self.row.ends[act.contents[-1].last - 1]
        return named_from(self.row, at, last, self.words) if closing else None

    def _doing(self, verb: int | None, first: int, last: int) -> tuple[int, int] | None:
        """Who a verb follows, or for "saying" who another such verb follows: "Lund telling"."""
        if verb is None:
            return None
        if self.row.words[verb] in self.words.according:
            return named_from(self.row, verb + 1, last, self.words)
        own = self._before(verb, first)
        # ", saying" goes with the sentence's subject, "telling X and saying" with who tells.
        if own or not self.row.words[verb].endswith("ing") or self.row.words[verb - 1] == ",":
            return own
        for at in range(verb - 1, max(first, verb - FARTHEST), -1):
            if self.row.words[at].endswith("ing") and self.row.shapes[at] == "a":
                found = self._before(at, first)
                if found:
                    return found
        return None

    def _verb_before(self, first: int, place: int) -> int | None:
        """The nearest verb of saying before a token in its sentence."""
        first = max(first, place - FARTHEST)
        return next((at for at in range(place - 1, first - 1, -1) if self._verb(at)), None)

    def _after(self, place: int) -> tuple[Span, Span] | None:
        """The verb of saying and the name that follow a quotation, in either order."""
        row = self.row
        _, last = row.bounds(row.sentence[place])
        at = place + 1
        while at < last and row.words[at] in BREAKS:
            at += 1
        turned = inverted(row, at, last, self.words)
        if turned is not None:
            return turned
        verb = self._verb_from(at, last)
        if verb is not None:
            named = named_from(row, verb + 1, last, self.words)
            return (row.span(at, verb + 1), row.span(*named)) if named else None
        named = named_from(row, at, last, self.words)
        verb = self._verb_from(self._past_apposition(named[1], last), last) if named else None
        return (row.span(verb, verb + 1), row.span(*named)) if named and verb is not None else None

    def _past_apposition(self, at: int, last: int) -> int:
        """Where a clause goes on behind ", who runs the harbour,"; `at` where none stands there."""
        if at >= last or self.row.words[at] != ",":
            return at
        ahead = range(at + 1, min(at + LONGEST_APPOSITION, last))
        return next((place + 1 for place in ahead if self.row.words[place] == ","), at)

    def _ahead(self, place: int) -> tuple[Span, Span] | None:
        """The name and the verb of saying that lead to a quotation: "Lund said:"."""
        first, _ = self.row.bounds(self.row.sentence[place])
        at = place - 1
        while at >= first and self.row.words[at] in {",", ":", "that"}:
            at -= 1
        if at <= first or not self._verb(at):
            return None
        named = self._before(at, first)
        return (self.row.span(at, at + 1), self.row.span(*named)) if named else None

    def _verb(self, at: int) -> bool:
        """Whether a token is a verb of saying; verbs of thinking explain no quotation."""
        if self.row.words[at] in self.words.according:
            return True
        if self.row.shapes[at] != "a":
            return False
        return self.words.verbs.get(self.row.words[at], Stance.THINK) is not Stance.THINK

    def _verb_from(self, at: int, last: int) -> int | None:
        end = min(last, at + MOST_BETWEEN)
        while at < end and self.row.words[at] in self.words.between:
            at += 1
        return at if at < end and self._verb(at) else None

    def _before(self, verb: int, first: int) -> tuple[int, int] | None:
        """The pronoun or run of capitals that a verb follows, little words between."""
        row = self.row
        at = verb - 1
        while at >= max(first, verb - MOST_BETWEEN) and row.words[at] in self.words.between:
            at -= 1
        if at < first or self._addressed(verb, first):
            return None
        if row.words[at] in self.words.pronouns:
            return at, at + 1
        begin = at + 1
        while begin > max(first, at - LONGEST_NAME) and named_token(row, begin - 1):
            begin -= 1
        return (begin, at + 1) if begin <= at else None


def _may_be_said(words: Sequence[str]) -> bool:
    """Whether words in marks are neither a title nor a single word held at arm's length."""
    capitals = sum(word[0].isupper() for word in words[1:])
    return len(words) >= LEAST_SAID and 2 * capitals <= len(words)
