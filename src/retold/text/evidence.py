"""What can be told of each line of a page, as numbers: its words, its place, its kin in the text.

Few columns know a language, and none a word of its own: the tables of cues speak through signs.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, filterfalse, groupby

import numpy as np
import numpy.typing as npt

from retold.model.document import BlockKind
from retold.text.functions import FUNCTION_WORDS
from retold.text.furniture import QUOTED, Sign, speaks_to_reader
from retold.text.page import Page
from retold.text.units import INNER, Unit

Floats = npt.NDArray[np.float64]

# A word carries a topic if it is this long or begins with a capital; a text's own words come again.
LEAST_TOPICAL = 5  # letters
MOST_TOPICAL = 60  # words of a line that are asked; a longer line says no more
# Lines on both sides that count as near, and what is counted no further.
NEAR, LONGEST_RUN, MOST_SIGNS = 3, 20, 10
# What a line adds to a run of prose, and what it takes from it. By eye.
GAIN_MOST, COST_SHORT, COST_SIGNED = 80, 8, 25  # words
WORD = re.compile(r"[^\W\d_]{2,}")
ASCII_WORD = re.compile(r"[A-Za-z]{2,}+")
ADDRESS = re.compile(
    r":(?:(?<=http:)|(?<=https:))|@(?<=\S@)\S|\.(?:(?<=www\.)|(?:com|org|net|de)\b)"
)
PARTED = re.compile(r"[|·•»›/–—-](?:(?<![/–—-])|(?<=\s.)\s)")
FIGURE = re.compile(r"[0-9]")
QUOTE = re.compile(r"[\"“”„«»]")

SIGNS = tuple(Sign)
KINDS = (BlockKind.DATE, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.HEADING)
OWN = (
    "words", "letters_a_word", "little_words", "sentence_end", "sentence_ends_inside", "prose",
    "list_mark", "colon_end", "question", "exclamation", "ellipsis", "digits", "capitals",
    "upper_case", "commas", "quotation_marks", "speaks_to_reader", "address", "partings",
    "lower_start", "doubled", "words_in_characters",
    *(f"sign_{sign.name.lower()}" for sign in SIGNS),
    *(f"looks_{kind.value}" for kind in KINDS),
)  # fmt: skip
PLACED = (
    "units", "prose_share", "place", "words_before", "in_core", "units_to_core", "words_to_core",
    "after_core", "core_share", "short_run", "prose_near", "words_near", "signs_near",
    "signs_above", "signs_since_core", "topic", "topic_names", "topic_page", "topic_near",
)  # fmt: skip
# Columns that are also asked of the lines around, by how far off.
ASKED = ("words", "prose", "sentence_end", "topic", "in_core", "capitals")
AROUND = (-3, -2, -1, 1, 2, 3)
EVIDENCE = (*OWN, *PLACED, *(f"{name}{step:+d}" for name in ASKED for step in AROUND))
FLAGS_OF_SIGN = {sign: [sign is one for one in SIGNS] for sign in (None, *SIGNS)}
# Counts that tell more by their logarithm.
COUNTED = ("words", "words_in_characters", "units", "units_to_core", "words_to_core", "words_near")
LOGARITHMS = [EVIDENCE.index(name) for name in COUNTED]
ALONE = len(OWN) + len(PLACED)  # columns of a line itself
ASKED_COLUMNS = [EVIDENCE.index(name) for name in ASKED]


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a line, of two letters and more.

    Attributes:
        words: as they are written.
        lowered: the same, lower case.
        telling: those of `lowered` that are no little words.
        big: those of `words` that are not all in lower case.
    """

    words: list[str]
    lowered: list[str]
    telling: list[str]
    big: list[str]


def evidence(page: Page) -> Floats:
    """A row of `EVIDENCE` for each unit of a page, float64 (units, columns)."""
    if not page.units:
        return np.zeros((0, len(EVIDENCE)))
    said = [_said(unit.text) for unit in page.units]
    core = core_of(page)
    # A page has ten lines or so: numbers one by one cost less than arrays of ten.
    rows = zip(_owns(page, said), _places(page, core), _topics(said, core), strict=True)
    table = np.empty((len(page.units), len(EVIDENCE)))
    table[:, :ALONE] = [[*own, *placed, *topics] for own, placed, topics in rows]
    table[:, LOGARITHMS] = np.log1p(table[:, LOGARITHMS])
    table[:, ALONE:] = around(table, ASKED_COLUMNS)
    return table


def around(table: Floats, columns: Sequence[int]) -> Floats:
    """The given columns of the lines `AROUND` each line; -1 past the ends of the page."""
    count, asked = len(table), table[:, list(columns)]
    beside = np.full((count, len(columns), len(AROUND)), -1.0)
    for slot, step in enumerate(AROUND):
        first, last = max(0, -step), min(count, count - step)
        if first < last:
            beside[first:last, :, slot] = asked[first + step : last + step]
    return beside.reshape(count, -1)


def _said(text: str) -> _Said:
    words = (ASCII_WORD if text.isascii() else WORD).findall(text)
    lowered = list(map(str.lower, words))
    telling = list(filterfalse(FUNCTION_WORDS.__contains__, lowered))
    return _Said(words, lowered, telling, list(filterfalse(str.islower, words)))


def _owns(page: Page, said: Iterable[_Said]) -> Iterator[list[float]]:
    """The columns of `OWN`, line by line."""
    seen: set[str] = set()
    for unit, sign, kind, words in zip(page.units, page.signs, page.kinds, said, strict=True):
        looks = [kind is one for one in KINDS]
        yield [*_own(unit, words), unit.key in seen, len(unit.text), *FLAGS_OF_SIGN[sign], *looks]
        seen.add(unit.key)


def _own(unit: Unit, said: _Said) -> list[float]:
    """What a line's own words say, up to whether it is a double."""
    text, count, length = unit.text, max(1, len(said.words)), max(1, len(unit.text))
    stripped = text.rstrip()
    last = stripped[-1:]
    figures = len(FIGURE.findall(text)) if text.isascii() else sum(map(str.isdigit, text))
    marks = len(QUOTE.findall(text))
    # What somebody says to somebody is not said to the reader.
    unquoted = QUOTED.sub(" ", text).lower() if marks > 1 else unit.lowered
    return [
        unit.words,
        sum(map(len, said.words)) / count,
        (len(said.lowered) - len(said.telling)) / count,
        unit.final,
        min(5, len(INNER.findall(text))),
        unit.prose,
        unit.item,
        last == ":",
        last == "?",
        last == "!",
        stripped.endswith(("...", "…", "»", "›", ">", "→")),
        figures / length,
        sum([word[0].isupper() for word in said.big]) / count,
        sum(map(str.isupper, said.big)) / count,
        text.count(",") / count,
        min(4, marks),
        speaks_to_reader(unquoted),
        ADDRESS.search(text) is not None,
        min(6, len(PARTED.findall(text))),
        text[:1].islower(),
    ]


def core_of(page: Page) -> tuple[int, int]:
    """The run of units `[begin, end)` that holds most prose for what else it holds."""
    best, total, begin = (0.0, 0, 0), 0.0, 0
    for place, unit in enumerate(page.units):
        total += _gain(page, place, unit)
        if total <= 0:
            total, begin = 0.0, place + 1
        elif total > best[0]:
            best = (total, begin, place + 1)
    return best[1], best[2]


def _gain(page: Page, place: int, unit: Unit) -> float:
    if page.signs[place] is not None or page.kinds[place] is BlockKind.FURNITURE:
        return -COST_SIGNED
    return min(unit.words, GAIN_MOST) if unit.prose else -COST_SHORT


def _places(page: Page, core: tuple[int, int]) -> Iterator[list[float]]:
    """The columns of `PLACED` up to the topic, line by line."""
    first, last = core
    count, units = len(page.units), page.units
    words = list(accumulate((unit.words for unit in units), initial=0))
    proses = list(accumulate((unit.prose for unit in units), initial=0))
    signs = list(accumulate((sign is not None for sign in page.signs), initial=0))
    total = max(1, words[-1])
    share = sum(unit.words for unit in units if unit.prose) / total
    core_share = (words[last] - words[first]) / total
    for place, run in enumerate(_runs([unit.short for unit in units])):
        low, high = max(place - NEAR, 0), min(place + NEAR + 1, count)
        others = max(high - low - 1, 1)
        before, after = max(first - place, 0), max(place - last + 1, 0)
        yield [
            count,
            share,
            place / count,
            words[place] / total,
            not before and not after,
            before + after,
            max(words[first] - words[place + 1], 0) + max(words[place] - words[last], 0),
            after > 0,
            core_share,
            run,
            (proses[high] - proses[low] - units[place].prose) / others,
            (words[high] - words[low] - units[place].words) / others,
            (signs[high] - signs[low] - (page.signs[place] is not None)) / others,
            place > 0 and page.signs[place - 1] is not None,
            min(signs[place] - signs[last], MOST_SIGNS) if after else 0,
        ]


def _runs(flags: Sequence[bool]) -> Iterator[int]:
    """For each flagged place the length of its run, at most `LONGEST_RUN`; 0 elsewhere."""
    for flagged, run in groupby(flags):
        length = len(list(run))
        yield from [min(LONGEST_RUN, length) if flagged else 0] * length


def _topics(said: Iterable[_Said], core: tuple[int, int]) -> Iterator[list[float]]:
    """How far a line's telling words come again: in the core, its names there, on the page, near.

    Each is a share of the line's telling words, 0..1; 0 for a line without any.
    """
    told = [_topical(one) for one in said]
    held = [words for words, _ in told]
    # A line of the core has its words there once already.
    inside, again = _repeated(held[core[0] : core[1]])
    _, twice = _repeated(held)
    for place, (words, names) in enumerate(told):
        elsewhere = again if core[0] <= place < core[1] else inside
        beside = held[max(0, place - 2) : place] + held[place + 1 : place + 3]
        yield [
            _share(words, elsewhere),
            _share(names, elsewhere),
            _share(words, twice),
            _share(words, set().union(*beside)),
        ]


def _topical(said: _Said) -> tuple[set[str], set[str]]:
    """The telling words of a line, lower case, and those of them that a capital begins inside."""
    inner = said.big[1:] if said.words and not said.words[0].islower() else said.big
    names = {word.lower() for word in inner if word[0].isupper()} - FUNCTION_WORDS
    words = {key for key in said.telling if len(key) >= LEAST_TOPICAL} | names
    return (words, names) if len(words) < MOST_TOPICAL else _first_topical(said)


def _first_topical(said: _Said) -> tuple[set[str], set[str]]:
    """The same of a long line, up to its word `MOST_TOPICAL`."""
    words: set[str] = set()
    names: set[str] = set()
    for place, (word, key) in enumerate(zip(said.words, said.lowered, strict=True)):
        capital = place > 0 and word[0].isupper()
        if key not in FUNCTION_WORDS and (capital or len(key) >= LEAST_TOPICAL):
            words.add(key)
            names |= {key} if capital else set()
            if len(words) == MOST_TOPICAL:
                break
    return words, names


def _repeated(lines: Iterable[Set[str]]) -> tuple[set[str], set[str]]:
    """The words of some lines, and those of more lines than one."""
    every: set[str] = set()
    twice: set[str] = set()
    for words in lines:
        twice |= every & words
        every |= words
    return every, twice


def _share(words: Set[str], among: Set[str]) -> float:
    """The share of `words` that are `among` others, 0..1; 0 where there are none."""
    return len(words & among) / len(words) if words else 0.0
