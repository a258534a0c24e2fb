"""What the words changed inside quotation marks do to what was said.

A slip, other words, or another meaning: a denial, a number, a hedge, a name, a person, an opposite,
or who does what to whom.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from retold.changes.quotes.comparison import Comparison
from retold.changes.quotes.denials import Change
from retold.changes.quotes.wording import Wording
from retold.model.change import Severity
from retold.model.document import Span
from retold.text.functions import FUNCTION_WORDS
from retold.text.hedges import hedges
from retold.text.modals import Modal, modals
from retold.text.negations import negates
from retold.text.number_words import SCALES
from retold.text.opposites import opposite
from retold.text.spelling import Spelling, spelling

# So many letters tell words apart and forms of a word not: "believe", "belief".
KIN = 5
PERSONS = (
    frozenset({"i", "me", "my", "mine", "im", "ive"}),
    frozenset({"we", "us", "our", "ours", "weve"}),
    frozenset({"he", "him", "his", "hes"}),
    frozenset({"she", "her", "hers", "shes"}),
    frozenset({"they", "them", "their", "theirs", "theyre", "theyve"}),
    frozenset({"you", "your", "yours", "youre", "youve"}),
)
# A slip of the pen in a word of so many letters changes one or two (see `retold.text.spelling`).
SHORTEST_SLIP, LONG = 4, 8  # letters
SHOWN_MOST = 4  # changes in a note
# Words apart that can change places; words between which places do not matter.
LONGEST_SWAP, EQUALS = 40, frozenset("and or nor".split())
# What tells whether a folded word is in the dictionary of the language.
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Alteration:
    """How much the changes matter, what they touch, and the words, before and after."""

    severity: Severity
    touched: tuple[str, ...]
    words: tuple[tuple[str, str], ...]

    def told(self) -> str:
        """For a note: the words, and what they touch."""
        shown = [_said(before, after) for before, after in self.words if before or after]
        parts = ["; ".join(shown[:SHOWN_MOST])] if shown else []
        if len(shown) > SHOWN_MOST:
            parts.append(f"and {len(shown) - SHOWN_MOST} more")
        if self.touched:
            parts.append(f"it changes {', '.join(self.touched)}")
        return "; ".join(parts) or "other words"


def _said(before: str, after: str) -> str:
    if before and after:
        return f'"{before}" became "{after}"'
    return f'"{before}" left out' if before else f'"{after}" added'


def alteration(
    use: Wording, whole: Wording, found: Comparison, texts: tuple[str, str], known: Known
) -> Alteration:
    """What the changes between a use and a whole do; `texts` are those the two stand in."""
    pairs = [
        (use.keys[change.begin : change.end], whole.keys[change.whole_begin : change.whole_end])
        for change in found.changes
    ]
    raw = tuple(_raw(use, whole, change, texts) for change in found.changes)
    touched = list(_touched(pairs, raw))
    if _swapped(use, whole, found):
        touched.append("who does what to whom")
    if touched:
        return Alteration(Severity.MEANING, tuple(dict.fromkeys(touched)), raw)
    slip = bool(pairs) and all(_slip(mine, theirs, known) for mine, theirs in pairs)
    return Alteration(Severity.TYPO if slip else Severity.WORDING, (), raw)


def _raw(use: Wording, whole: Wording, change: Change, texts: tuple[str, str]) -> tuple[str, str]:
    """The words of both sides as they are printed, the whole's first."""
    return (
        _printed(whole, change.whole_begin, change.whole_end, texts[1]),
        _printed(use, change.begin, change.end, texts[0]),
    )


def _printed(side: Wording, begin: int, end: int, text: str) -> str:
    if begin >= end:
        return ""
    return " ".join(text[side.spans[begin].begin : side.spans[end - 1].end].split())


Keys = Sequence[str]


def _touched(pairs: Sequence[tuple[Keys, Keys]], raw: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What the changed words touch, each as the note names it."""
    mine = Counter(key for use, _ in pairs for key in use)
    theirs = Counter(key for _, whole in pairs for key in whole)
    gone, new = theirs - mine, mine - theirs
    if sum(map(negates, gone.elements())) != sum(map(negates, new.elements())):
        yield "a denial"
    if _figures(gone) != _figures(new):
        yield "a number"
    befores, afters = (" | ".join(side) for side in zip(*raw, strict=True)) if raw else ("", "")
    if _sureness(befores, afters) != _sureness(afters, befores):
        yield "how sure it is"
    if any(_another_person(use, whole) for use, whole in pairs):
        yield "a person"
    if any(opposite(one, other) for one in gone for other in new):
        yield "its opposite"
    if any(_renamed(before, after) for before, after in raw):
        yield "a name"


def _sureness(words: str, others: str) -> Counter[str]:
    """What some words say of how sure a thing is, where the others have no form of the same."""
    whole, kin = Span(0, len(words)), others.casefold()
    found = [(one.span, one.grade.name) for one in hedges(words, whole)]
    found += [
        (one.span, one.kind.value)
        for one in modals(words, whole)
        if one.firm and one.kind is not Modal.WILL
    ]
    return Counter(name for span, name in found if span.of(words)[:KIN].casefold() not in kin)


def _another_person(use: Keys, whole: Keys) -> bool:
    mine = {number for number, person in enumerate(PERSONS) if person & set(use)}
    theirs = {number for number, person in enumerate(PERSONS) if person & set(whole)}
    return bool(mine and theirs and not mine & theirs)


def _figures(keys: Counter[str]) -> Counter[str]:
    return Counter(
        {key: times for key, times in keys.items() if key[:1].isdigit() or key in SCALES}
    )


def _renamed(before: str, after: str) -> bool:
    """Whether a name stands in the place of another that is no other spelling of it."""
    mine, theirs = _names(after), _names(before)
    return bool(mine and theirs) and all(
        spelling(one, other) is Spelling.OTHER for one in mine for other in theirs
    )


def _names(words: str) -> list[str]:
    return [
        word.strip(".,;:!?\"'’”)")
        for word in words.split()
        if word[:1].isupper() and word.lower() not in FUNCTION_WORDS and len(word) > 1
    ]


def _slip(mine: Keys, theirs: Keys, known: Known) -> bool:
    """Whether one word is another one misspelt, that is, no word itself."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    one, other = mine[0], theirs[0]
    if min(len(one), len(other)) < SHORTEST_SLIP or (known(one) and known(other)):
        return False
    allowed = 1 if max(len(one), len(other)) < LONG else 2
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _swapped(use: Wording, whole: Wording, found: Comparison) -> bool:
    """Whether two runs of words changed places round a third, which joins no equals ("and")."""
    before, after = whole.keys[found.first : found.last], use.keys
    if len(before) != len(after) or Counter(before) != Counter(after):
        return False
    differ = [n for n, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    if not differ or differ[-1] - differ[0] >= LONGEST_SWAP:
        return False
    one, other = before[differ[0] : differ[-1] + 1], after[differ[0] : differ[-1] + 1]
    return any(
        one[size:-length] == other[length:-size] and not set(one[size:-length]) <= EQUALS
        for size in range(1, len(one) - 1)
        if other[-size:] == one[:size]
        for length in range(1, len(one) - size)
        if other[:length] == one[-length:]
    )
