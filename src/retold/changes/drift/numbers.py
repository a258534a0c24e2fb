"""Numbers that changed between two linked passages (codes N).

Numbers that stand in both passages are set aside first, so that each of the rest meets the one that
took its place: the one in the same slot of the wording, else the one that counts the same thing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import around
from retold.changes.facing import Facing, Passage, Slot
from retold.model.change import Drift
from retold.model.document import Span
from retold.text.number_units import CURRENCIES
from retold.text.numbers import LOOSE, Bound, Number, numbers
from retold.text.words import Word, stem

# In a slot of at most so many words a side, a number can only stand for the number it replaced.
TIGHT = 3  # words
# More numbers than this in one passage are a table, in which a slot tells nothing; it is passed by.
TABLE = 60  # numbers
# Between independent tellings two sentences must be this alike before their numbers dispute.
DISPUTE_FROM = 0.5  # likeness, 0..1, by eye on basil
# A measure put into another is rounded on the way.
CONVERTED = 0.06  # share of the value
# What is rounded to few figures moves no further.
ROUNDED = 0.15  # share of the value
# From here on a number is rounded without a word that says so.
LARGE = 1000
# How many of the second make one of the first.
MEASURES = {
    ("mile", "km"): 1.609,
    ("m", "foot"): 3.281,
    ("kg", "pound"): 2.205,
    ("stone", "kg"): 6.35,
    ("inch", "cm"): 2.54,
    ("hour", "minute"): 60,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("fortnight", "week"): 2,
    ("fortnight", "day"): 14,
    ("year", "month"): 12,
    ("decade", "year"): 10,
    ("century", "year"): 100,
    ("hectare", "acre"): 2.471,
    ("mph", "kmh"): 1.609,
    ("yard", "m"): 0.914,
    ("km", "m"): 1000,
}
_MONEY = frozenset(CURRENCIES.values()) | {"AUD", "CAD", "NZD", "HKD", "BRL", "KRW"}
_DOWN, _UP = frozenset({Bound.BELOW, Bound.MOST}), frozenset({Bound.ABOVE, Bound.LEAST})


@dataclass(frozen=True, slots=True)
class _Pair:
    before: Number
    after: Number


def number_drifts(facing: Facing) -> Iterator[Drift]:
    """Every number that another took the place of, and every bound that was lost or turned."""
    for pair in _pairs(facing):
        code = next((code for code, holds in RULES if holds(pair)), None)
        outside = facing.parent.outside(pair.before.span) and facing.child.outside(pair.after.span)
        if code and outside:
            yield drift(code, facing, pair.before.span, pair.after.span)


def _points(pair: _Pair) -> bool:
    """Per cent against percentage points."""
    return {pair.before.unit, pair.after.unit} == {"%", "points"}


def _money(pair: _Pair) -> bool:
    """Another amount of money, or the same of another currency."""
    return pair.before.unit in _MONEY and pair.after.unit in _MONEY and not _rounded(pair)


def _age(pair: _Pair) -> bool:
    """Another age."""
    return pair.before.unit == pair.after.unit == "age" and not _same_worth(pair)


def _unit(pair: _Pair) -> bool:
    """The same number of something else, as far as both measures are known."""
    named = pair.before.unit and pair.after.unit
    if "ordinal" in {pair.before.unit, pair.after.unit}:
        return False
    return bool(named) and pair.before.unit != pair.after.unit and not _converted(pair)


def _rounded(pair: _Pair) -> bool:
    """The same number with fewer figures, or with a word that says how exact it is."""
    coarse, fine = sorted((pair.before, pair.after), key=lambda one: one.shown)
    if coarse.low != coarse.high or fine.low != fine.high or coarse.unit != fine.unit:
        return False
    if _same_worth(pair) or coarse.bound is fine.bound is Bound.ABOUT:
        return False
    apart = abs(coarse.low - fine.low)
    loose = coarse.bound is not Bound.EXACT or fine.low >= LARGE or fine.low % 1 != 0
    if not loose or apart > ROUNDED * fine.low:
        return False
    if coarse.bound in _UP:
        return fine.low > coarse.low
    if coarse.bound in _DOWN:
        return fine.low < coarse.low
    return float(f"{fine.low:.{coarse.shown - 1}e}") == coarse.low or coarse.bound is Bound.ABOUT


def _turned(pair: _Pair) -> bool:
    """The same number, but at least where it was at most, or without a bound that was firm."""
    if not _same_worth(pair):
        return False
    mine, theirs = pair.before.bound, pair.after.bound
    opposed = (mine in _DOWN and theirs in _UP) or (mine in _UP and theirs in _DOWN)
    firm = {Bound.MOST, Bound.LEAST, Bound.ABOVE}
    return opposed or (Bound.EXACT in {mine, theirs} and bool({mine, theirs} & firm))


def _value(pair: _Pair) -> bool:
    """Another number."""
    return not _same_worth(pair) and not _converted(pair)


# Which code a pair of numbers has: the first whose rule holds.
RULES: tuple[tuple[str, Callable[[_Pair], bool]], ...] = (
    ("N204", _points),
    ("N202", _rounded),
    ("N205", lambda pair: _money(pair) and not _same(pair)),
    ("N207", _age),
    ("N206", _turned),
    ("N203", _unit),
    ("N201", _value),
)


def _same_worth(pair: _Pair) -> bool:
    before, after = pair.before, pair.after
    return _near(before.low, after.low) and _near(before.high, after.high)


def _near(one: float, other: float, within: float = 0.005) -> bool:
    """Whether two worths are one, told to another place; small whole numbers are counted."""
    if max(one, other) < LARGE and one % 1 == other % 1 == 0:
        return one == other
    return abs(one - other) <= within * max(abs(one), abs(other))


def _converted(pair: _Pair) -> bool:
    """Whether the two are one measure in two units: 10 miles, 16 km."""
    before, after = pair.before, pair.after
    factor = MEASURES.get((before.unit, after.unit))
    if factor:
        return _near(before.low * factor, after.low, CONVERTED)
    factor = MEASURES.get((after.unit, before.unit))
    return bool(factor) and _near(after.low * (factor or 0), before.low, CONVERTED)


def _same(pair: _Pair) -> bool:
    """Whether the two are one number: worth the same, and of one unit as far as it is told."""
    units = {pair.before.unit, pair.after.unit}
    told = len(units) == 1 or "" in units or LOOSE in units
    return (_same_worth(pair) and told) or _converted(pair)


def _pairs(facing: Facing) -> Iterator[_Pair]:
    """Each number with the one that stands for it, those that stay the same too."""
    mine, theirs = _of(facing.parent), _of(facing.child)
    if max(len(mine), len(theirs)) > TABLE:
        return
    kept = {here.span.begin: there.span.begin for here, there in facing.same.items()}

    def placed(pair: _Pair) -> bool:
        return _same_worth(pair) and any(
            kept.get(place) == pair.after.span.begin + place - pair.before.span.begin
            for place in range(pair.before.span.begin, pair.before.span.end)
        )

    def slotted(pair: _Pair) -> bool:
        return _same_worth(pair) and _in_one_slot(facing, pair.before, pair.after) is not None

    for test in (placed, _same, slotted):
        for before in tuple(mine):
            # Of several that are worth the same, the one that counts the same thing first.
            pairs = (_Pair(before, after) for after in _likeliest(before, theirs))
            pair = next((one for one in pairs if test(one)), None)
            if pair is not None:
                mine.remove(before)
                theirs.remove(pair.after)
                yield pair
    yield from _replaced(facing, mine, theirs)


def _likeliest(before: Number, theirs: list[Number]) -> list[Number]:
    return sorted(theirs, key=lambda one: (one.unit != before.unit, one.noun != before.noun))


def _replaced(facing: Facing, mine: list[Number], theirs: list[Number]) -> Iterator[_Pair]:
    """Numbers that only one passage has, each with what took its place."""
    for strict in (True, False):
        for before in tuple(mine):
            for after in tuple(theirs):
                if not _replaces(facing, _Pair(before, after), strict=strict):
                    continue
                mine.remove(before)
                theirs.remove(after)
                yield _Pair(before, after)
                break
    if facing.descended and len(mine) == len(theirs) == 1 and _lone(facing, mine[0], theirs[0]):
        yield _Pair(mine[0], theirs[0])


def _lone(facing: Facing, before: Number, after: Number) -> bool:
    """Whether the only numbers left, of one unit, each stand nowhere in the other telling."""
    if before.unit != after.unit or before.unit == LOOSE:
        return False
    return not _elsewhere(before, facing.child) and not _elsewhere(after, facing.parent)


def _replaces(facing: Facing, pair: _Pair, *, strict: bool) -> bool:
    """Whether one number stands in the place of the other; `strict`: in a slot of a few words."""
    slot = _in_one_slot(facing, pair.before, pair.after)
    alike = _counts_alike(pair, facing.language)
    if not facing.descended and (not alike or slot is None or not _disputed(facing, pair)):
        return False
    if slot and max(len(slot.parent), len(slot.child)) <= TIGHT:
        return True
    if strict or not alike or LOOSE in {pair.before.unit, pair.after.unit}:
        return False
    if not _share_words(facing, pair):
        return False
    return not _elsewhere(pair.before, facing.child) and not _elsewhere(pair.after, facing.parent)


def _disputed(facing: Facing, pair: _Pair) -> bool:
    """Whether independent tellings can mean one number: alike enough, and not both rounded."""
    loose = Bound.EXACT not in {pair.before.bound, pair.after.bound} or _loosely(pair)
    return facing.likeness >= DISPUTE_FROM and not loose


def _loosely(pair: _Pair) -> bool:
    """Whether one is told as about, nearly or over what the other may be."""
    near = _near(pair.before.low, pair.after.low, ROUNDED)
    return near and pair.before.bound is not pair.after.bound


def _share_words(facing: Facing, pair: _Pair) -> bool:
    """Whether two numbers stand near one telling word more than the one they count."""
    here = {facing.parent.stem_of(word) for word in around(facing.parent, pair.before.span)}
    there = {facing.child.stem_of(word) for word in around(facing.child, pair.after.span)}
    counted = {stem(pair.before.noun, facing.language), stem(pair.after.noun, facing.language)}
    return bool((here & there) - counted)


def _counts_alike(pair: _Pair, language: str | None) -> bool:
    """Whether both count the same thing, by their unit or by the word behind them."""
    if pair.before.unit or pair.after.unit:
        money = pair.before.unit in _MONEY and pair.after.unit in _MONEY
        return pair.before.unit == pair.after.unit or money
    nouns = [stem(one.noun, language) for one in (pair.before, pair.after)]
    return bool(nouns[0]) and nouns[0] == nouns[1]


def _elsewhere(number: Number, passage: Passage) -> bool:
    """Whether a number stands anywhere in a telling: then it was moved, not changed."""
    return any(_same(_Pair(number, one)) for one in _all_of(passage.document.text))


@lru_cache(maxsize=8)
def _all_of(text: str) -> tuple[Number, ...]:
    """The numbers of a whole text; two texts are asked in turn, again and again."""
    return tuple(numbers(text, Span(0, len(text))))


def _in_one_slot(facing: Facing, before: Number, after: Number) -> Slot | None:
    """The slot of the wording that holds both numbers, None where none does."""
    for slot in facing.slots:
        if _holds(slot.parent, before.span) and _holds(slot.child, after.span):
            return slot
    return None


def _holds(run: tuple[Word, ...], span: Span) -> bool:
    return any(span.meets(word.span) for word in run)


def _of(passage: Passage) -> list[Number]:
    text = passage.document.text
    return [one for sentence in passage.sentences for one in numbers(text, sentence)]
