"""Contents, cues and speakers of a paragraph joined into attributions."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.phrases import widened
from retold.text.reporting import VERBS
from retold.text.roles import Role
from retold.text.token_rows import Row
from retold.text.tongues import ENGLISH

# Small words that the chain takes for a part of a name beside them.
TRAILING = frozenset(
    "and or but further also once often later again then has have had is was who".split()
)
LEADING = frozenset("to by of from that as and or".split())
CAPITALS = frozenset("CA")
DETERMINERS = frozenset("the a an this these those".split())
OCCASIONS = frozenset(
    "comments remarks interview statement post letter speech tweet appearance testimony message "
    "interviews statements posts tweets briefing conference call broadcast debate".split()
)
FARTHEST = 12  # stretches looked back for a subject that several cues share
PASSIVE = frozenset("was were is are been being be".split())
ADDRESSED = frozenset("told assured informed warned asked advised urged reminded".split())
TELLING = ADDRESSED | frozenset(
    "tell tells telling inform informs informing assure assures assuring warn warns warning remind "
    "reminds reminding advise advises advising".split()
)
LONGEST_LISTENER = 8  # tokens
LISTENING = frozenset("aCA9")  # shapes of tokens that name a listener
SPEAKS_THROUGH = ("according to", "as quoted", "quoted in")
KIN = frozenset({"family", "ally", "assembly"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `[first, last)` of one role in one sentence."""

    role: Role
    first: int
    last: int


class Basis(StrEnum):
    """Why somebody is held to be the speaker of some words."""

    CUE = "cue"  # a verb of saying joins the name to the words
    BESIDE = "beside"  # the name stands in the same sentence, no verb of saying does
    SUBJECT = "subject"  # the sentence is about them, and a verb of saying follows
    NEXT = "next"  # the sentence after says who spoke
    GOES_ON = "goes-on"  # the words go on from what the same speaker said before
    BEFORE = "before"  # the sentence before speaks of them
    PARAGRAPH = "paragraph"  # the words go on from the paragraph before


@dataclass(frozen=True, slots=True)
class Act:
    """One act of saying: what was said, in parts where it is split, by which words, by whom."""

    contents: tuple[Stretch, ...]
    cue: Span | None = None
    speaker: Span | None = None
    basis: Basis | None = None

    def through(self, row: Row) -> bool:
        """Whether its cue names what words came through rather than who said them."""
        if self.cue is None:
            return False
        first, last = bisect_left(row.begins, self.cue.begin), bisect_left(row.begins, self.cue.end)
        return " ".join(row.words[first:last]).startswith(SPEAKS_THROUGH)

    def lone(self, row: Row) -> bool:
        """Whether this is a direct quotation, or several, that nothing in its sentence explains."""
        return self.speaker is None and all(
            one.last - one.first == 1
            and one.first in row.quotes
            and row.quotes[one.first].style is QuoteStyle.DIRECT
            for one in self.contents
        )


def acts(row: Row, sentences: Sequence[Sequence[Stretch]]) -> list[Act]:
    """The acts of saying in a paragraph, in the order of their first contents."""
    return [act for inside in sentences for act in _of_sentence(row, inside)]


def stretches(row: Row, roles: Sequence[Role]) -> tuple[tuple[Stretch, ...], ...]:
    """The tokens of each sentence that play a part, runs of one role together, in order."""
    found: list[list[Stretch]] = [[] for _ in range(row.sentence[-1] + 1 if roles else 0)]
    for (number, role), run in groupby(
        range(len(roles)), key=lambda place: (row.sentence[place], roles[place])
    ):
        tokens = list(run)
        if role is not Role.OUTSIDE:
            found[number].append(Stretch(role, tokens[0], tokens[-1] + 1))
    return tuple(map(tuple, found))


def _of_sentence(row: Row, inside: Sequence[Stretch]) -> list[Act]:
    """The sentence's acts: contents under one cue are parts of one content."""
    parts: dict[Stretch, list[Stretch]] = {}
    owner: Stretch | None = None
    for place, one in enumerate(inside):
        if one.role is Role.CONTENT:
            owner = _owner(inside, place, owner, parts)
            parts.setdefault(owner or one, []).append(one)
    return [_act(row, inside, key, contents) for key, contents in parts.items()]


def _act(row: Row, inside: Sequence[Stretch], key: Stretch, contents: list[Stretch]) -> Act:
    if key.role is Role.CONTENT:
        return Act(tuple(contents))
    if key.role is Role.SPEAKER:
        named = _trimmed(row, key) if _somebody(row, key) else None
        return Act(tuple(contents), None, named, Basis.BESIDE if named else None)
    cue = row.span(key.first, key.last)
    contents = [_past_listener(row, key, one) for one in contents]
    heard = _passive(row, key)
    speaker = None if heard else _trimmed(row, _speaker(row, inside, key))
    return Act(tuple(contents), cue, speaker, Basis.CUE if speaker else None)


def _past_listener(row: Row, cue: Stretch, content: Stretch) -> Stretch:
    """A content without whom it was said to: "told the board that it was late"."""
    if content.first != cue.last or row.words[cue.last - 1] not in TELLING:
        return content
    for place in range(content.first + 1, min(content.first + LONGEST_LISTENER, content.last)):
        if row.words[place] in {"that", "whether"}:
            return Stretch(content.role, place, content.last)
        if row.shapes[place] not in LISTENING:
            break
    return content


def _somebody(row: Row, speaker: Stretch) -> bool:
    """Whether a description without a verb of saying has a name, a pronoun or an office."""
    return any(
        row.shapes[place] in CAPITALS
        or row.words[place] in ENGLISH.pronouns
        or row.words[place] in ENGLISH.offices
        for place in range(speaker.first, speaker.last)
    )


def _spoken_to(row: Row, speaker: Stretch, cue: Stretch) -> bool:
    """Whether words were said to somebody: "in comments to state media", "speaking with Lund"."""
    at = speaker.first - 1
    told = speaker.role is Role.SPEAKER and at >= 0 and row.words[at] in {"to", "with"}
    return told and not cue.first <= at < cue.last


def _passive(row: Row, cue: Stretch) -> bool:
    """Whether who stands before a cue was spoken to: "the public was assured"."""
    words = row.words[cue.first : cue.last]
    return words[-1] in ADDRESSED and any(word in PASSIVE for word in words[:-1])


def _trimmed(row: Row, speaker: Stretch | None) -> Span | None:
    """Where a speaker is named, without marks, adverbs and verbs at the ends; None for none."""
    if speaker is None or _occasion(row, speaker.first):
        return None
    first, last = widened(row, speaker.first), speaker.last
    while last - first > 1 and _no_name(row, last - 1):
        last -= 1
    while last - first > 1 and _leads(row, first):
        first += 1
    bare = all(row.words[place] in DETERMINERS for place in range(first, last))
    return None if bare or _leads(row, first) else row.span(first, last)


def _occasion(row: Row, first: int) -> bool:
    """Whether words tell on what occasion something was said: "in comments to state media"."""
    inside = first > 0 and row.words[first - 1] in {"in", "during", "at", "on"}
    return inside and any(word in OCCASIONS for word in row.words[first : first + 2])


def _leads(row: Row, at: int) -> bool:
    """Whether a token cannot begin a name."""
    return row.words[at] in LEADING or not row.words[at][0].isalnum()


def _no_name(row: Row, at: int) -> bool:
    """Whether a token cannot end a name."""
    word, shape = row.words[at], row.shapes[at]
    if shape == "a":
        return word in VERBS or word in TRAILING or (word.endswith("ly") and word not in KIN)
    return shape in {",", "-", "–", "—"}


def _owner(
    inside: Sequence[Stretch],
    place: int,
    before: Stretch | None,
    taken: dict[Stretch, list[Stretch]],
) -> Stretch | None:
    """The cue, else the speaker, that a content goes with; `before` owns the content before it."""
    left = _gap(inside, place, -1)
    right = _gap(inside, place, 1)
    before_cue, after_cue = _first(left, Role.CUE), _first(right, Role.CUE)
    # "X, she said, and Y, he said": the cue before Y has its content, and Y a cue of its own.
    own = after_cue is not None and _last_cue_free(inside, right)
    if before_cue and not (before_cue in taken and own):
        return before_cue
    return after_cue or before_cue or before or _first(left + right, Role.SPEAKER)


def _last_cue_free(inside: Sequence[Stretch], gap: list[Stretch]) -> bool:
    """Whether a gap ends its sentence, so that its cue has no content after it."""
    return gap[-1] is inside[-1]


def _gap(inside: Sequence[Stretch], place: int, step: int) -> list[Stretch]:
    """The stretches beside one up to the next content, the nearest first."""
    found: list[Stretch] = []
    place += step
    while 0 <= place < len(inside) and inside[place].role is not Role.CONTENT:
        found.append(inside[place])
        place += step
    return found


def _first(gap: Sequence[Stretch], role: Role) -> Stretch | None:
    return next((one for one in gap if one.role is role), None)


def _speaker(row: Row, inside: Sequence[Stretch], cue: Stretch) -> Stretch | None:
    """Who a cue speaks of: the nearest speaker without a content between, else one before it.

    "Lund said X and added Y" has one subject for two cues.
    """
    if cue.role is Role.CONTENT:
        return None
    place = bisect_left(inside, cue.first, key=lambda one: one.first)
    near = [
        one
        for gap in (_gap(inside, place, -1), _gap(inside, place, 1))
        if (one := _first([part for part in gap if not _spoken_to(row, part, cue)], Role.SPEAKER))
    ]
    if near:
        return min(near, key=lambda one: max(cue.first - one.last, one.first - cue.last))
    return _first(inside[max(place - FARTHEST, 0) : place][::-1], Role.SPEAKER)
