"""Whose name a speaker's description comes to inside its text: "he", "Lund", "the mayor"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from retold.model.document import Span
from retold.text.cast import Cast, may_be_person, titled_woman
from retold.text.names import Name, NameKind

# Where the first noun phrase of a description ends.
PHRASE_END = re.compile(
    r"[,(;:–—]|\s-+\s|\s(?:of|who|at|for|in|from|with|on|that|to|as|by|whose|which|and|or)\s"
)
# Where what is shown of a description that no name stands for ends.
SHOWN_END = re.compile(r"[,(;:–—]|\s-+\s|\s(?:who|whose|which|that)\s")
MEN, WOMEN = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
OTHERS = frozenset({"they", "it", "their", "its", "them", "we", "i", "you", "us"})
# One that is named anew: no earlier name stands for it.
NEW = re.compile(r"(?:an?|another|one|some|any|several|many|two|three)\s", re.IGNORECASE)
# How far back a pronoun's name is looked for; by eye, and past it a reader has to look up too.
SENTENCES_BACK = 6
NEAR = 300  # characters looked back for the full form of a surname that two people bear
NEAREST = 20  # names looked through in one sentence


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker as the text resolves it: the name, and why that one; None where it says so."""

    name: str
    why: str | None = None


@dataclass(slots=True)
class Register:
    """The names of one text beside its sentences, and who was found to speak in each so far."""

    text: str
    names: Sequence[Name]
    sentences: Sequence[Span]
    cast: Cast
    spoke: dict[int, str] = field(default_factory=dict)
    people: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.people = frozenset(one.last for one in self.names if may_be_person(one))

    def known(self, speaker: Span) -> Known:
        """The fullest name a description comes to; its own words where it comes to none."""
        place = self._sentence(speaker.begin)
        found = self._known(speaker, place)
        self.spoke[place] = found.name
        return found

    def _known(self, speaker: Span, place: int) -> Known:
        phrase = re.sub(r"['’]s?$", "", speaker.of(self.text).strip(" ,"))
        lower = phrase.lower()
        if lower in MEN | WOMEN:
            return self._pronoun(phrase, speaker, place)
        if lower in RELATIVE:
            before = self._before(speaker, place)
            return (
                Known(self.full(before), f"“{phrase}” follows the name")
                if before
                else Known(phrase)
            )
        if lower in OTHERS:
            told = self.spoke.get(place) or self.spoke.get(place - 1)
            why = f"“{phrase}” is taken for who spoke before"
            return Known(told, why) if told and lower in {"they", "it"} else Known(phrase)
        return self._named(speaker) or self._office(phrase)

    def _named(self, speaker: Span) -> Known | None:
        """The name that a description is or ends with, or that follows it after a comma."""
        phrase = speaker.of(self.text)
        cut = PHRASE_END.search(phrase, 1)
        end = speaker.begin + (cut.start() if cut else len(phrase))
        inside = [one for one in self._names(speaker) if one.kind is not NameKind.PLACE]
        ending = [one for one in inside if end - 3 <= one.span.end <= end]
        if not ending and " and " in phrase:
            ending = self._last_of_pair(inside, phrase, speaker)
        apposed = [one for one in inside if cut and one.span.begin - end in {1, 2}]
        for name in ending or (apposed if cut and cut.group() == "," else []):
            full = self.full(name)
            same = full == name.form
            return Known(full, None if same else f"“{name.form}” is {full} elsewhere in the text")
        return None

    def _last_of_pair(self, inside: Sequence[Name], phrase: str, speaker: Span) -> list[Name]:
        """The one person that two descriptions end with: "chairwoman and engineer Ada Lund"."""
        people = [one for one in inside if may_be_person(one)]
        end = speaker.begin + len(phrase.split(",")[0].rstrip())
        last = speaker.begin + phrase.rfind(" and ")
        one_only = len(people) == 1 and people[0].span.begin > last
        return people if one_only and end - 3 <= people[0].span.end <= end else []

    def full(self, name: Name) -> str:
        """The full name that a surname is short for: the nearest before it, else the commonest.

        "Mrs Lund" is not short for Ivo Lund.
        """
        if name.kind is not NameKind.PERSON or len(name.words) > 1:
            return name.form
        woman = titled_woman(self.text, name)
        known = [
            form
            for form in self.cast.full.get(name.last, ())
            if woman is None or self.cast.woman(form) in {None, woman}
        ]
        if len(known) < 2:
            return known[0] if known else name.form
        last = bisect_left(self.names, name.span.begin, key=lambda one: one.span.begin)
        near = bisect_left(self.names, name.span.begin - NEAR, key=lambda one: one.span.begin)
        for one in reversed(self.names[near:last]):
            if one.last == name.last and one.form in known:
                return one.form
        return known[0]

    def _office(self, phrase: str) -> Known:
        cut = SHOWN_END.search(phrase, 1)
        shown = " ".join((phrase[: cut.start()] if cut else phrase).split())
        if not NEW.match(shown):
            holder = self.cast.holder(shown)
            if holder:
                return Known(holder, f"the text calls {holder} so: “{shown}”")
        return Known(shown)

    def _pronoun(self, phrase: str, speaker: Span, place: int) -> Known:
        """The one a pronoun stands for: who spoke or was named first, sentence by sentence back."""
        woman = phrase.lower() in WOMEN
        for back in range(min(SENTENCES_BACK, place + 1)):
            told = self.spoke.get(place - back)
            if told and back and self._fits(told, woman=woman):
                return Known(told, f"“{phrase}” is taken for {told}, who spoke before")
            for name in self._people(place - back, speaker.begin):
                full = self.full(name)
                if self._fits(full, woman=woman):
                    return Known(full, f"“{phrase}” is taken for {full}, named before")
        return Known(phrase)

    def _fits(self, name: str, *, woman: bool) -> bool:
        """Whether a name may be a woman's, or a man's."""
        last = re.split(r"[\s-]", name.lower())[-1]
        return last in self.people and self.cast.woman(name) in {None, woman}

    def _people(self, place: int, before: int) -> list[Name]:
        """The people named in a sentence before an offset."""
        sentence = self.sentences[place]
        end = max(min(sentence.end, before), sentence.begin)
        return [
            one
            for one in self._names(Span(sentence.begin, end))
            if may_be_person(one) and not self._with_article(one)
        ]

    def _with_article(self, name: Name) -> bool:
        """Whether "the" stands before a name: it is a ship's, a pub's or a family's."""
        return self.text[max(name.span.begin - 4, 0) : name.span.begin].lower() == "the "

    def _before(self, speaker: Span, place: int) -> Name | None:
        """The name that ends nearest before a relative pronoun in its sentence."""
        found = self._names(Span(self.sentences[place].begin, speaker.begin))
        return found[-1] if found else None

    def _names(self, span: Span) -> list[Name]:
        first = bisect_left(self.names, span.begin, key=lambda one: one.span.begin)
        last = bisect_left(self.names, span.end, key=lambda one: one.span.begin)
        return [
            one for one in self.names[max(first, last - NEAREST) : last] if one.span.end <= span.end
        ]

    def _sentence(self, at: int) -> int:
        found = bisect_left(self.sentences, at + 1, key=lambda one: one.begin)
        return max(found - 1, 0)
