"""What can be told of each line of a page, as numbers: its words, its place, its kin in the text.

Few columns know a language, and none a word of its own: the tables of cues speak through signs.
"""

import re
from collections import Counter
from collections.abc import Collection, Container, Sequence
from itertools import chain

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
# What a line adds to a run of prose, and what it takes from it. By eye.
GAIN_MOST, COST_SHORT, COST_SIGNED = 80, 8, 25  # words
WORD = re.compile(r"[^\W\d_]{2,}")
ASCII_WORD = re.compile(r"[A-Za-z]{2,}+")
ADDRESS = re.compile(
    r":(?:(?<=http:)|(?<=https:))|@(?<=\S@)\S|\.(?:(?<=www\.)|(?:com|org|net|de)\b)"
)
PARTED = re.compile(r"[|·•»›]|[/–—-](?<=\s.)\s")
# What `str.isdigit` may be true of.
DIGITLIKE = re.compile(r"[^\s!-/:-~]")
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
DOUBLED = OWN.index("doubled")
LOGARITHMS = [OWN.index("words"), OWN.index("words_in_characters")]
ASKED_COLUMNS = [EVIDENCE.index(name) for name in ASKED]


def evidence(page: Page) -> Floats:
    """A row of `EVIDENCE` for each unit of a page, float64 (units, columns)."""
    if not page.units:
        return np.zeros((0, len(EVIDENCE)))
    words = [
        (ASCII_WORD if unit.text.isascii() else WORD).findall(unit.text) for unit in page.units
    ]
    lowered = [list(map(str.lower, found)) for found in words]
    table = np.empty((len(page.units), len(EVIDENCE)))
    table[:, : len(OWN)] = [
        _own(page, place, *said) for place, said in enumerate(zip(words, lowered, strict=True))
    ]
    table[:, LOGARITHMS] = np.log1p(table[:, LOGARITHMS])
    seen: set[str] = set()
    for place, unit in enumerate(page.units):
        table[place, DOUBLED] = unit.key in seen
        seen.add(unit.key)
    core = core_of(page)
    topical = [_topical(*said) for said in zip(words, lowered, strict=True)]
    for column, values in enumerate((*_places(page, core), *_topics(topical, core)), len(OWN)):
        table[:, column] = values
    table[:, len(OWN) + len(PLACED) :] = around(table, ASKED_COLUMNS)
    return table


def around(table: Floats, columns: Sequence[int]) -> Floats:
    """The given columns of the lines `AROUND` each line; -1 past the ends of the page."""
    reach = max(AROUND)
    count, edge = len(table), np.full((reach, len(columns)), -1.0)
    padded = np.vstack([edge, table[:, list(columns)], edge])
    shifted = [padded[reach + step : reach + step + count] for step in AROUND]
    return np.stack(shifted, axis=2).reshape(count, -1)


def _own(page: Page, place: int, words: list[str], lowered: list[str]) -> list[float]:
    """What a line's own words say."""
    unit, text = page.units[place], page.units[place].text
    count = max(1, len(words))
    little = sum(map(FUNCTION_WORDS.__contains__, lowered))
    capitals = sum([word[0].isupper() for word in words])
    length = max(1, len(text))
    sign, kind = page.signs[place], page.kinds[place]
    stripped = text.rstrip()
    # What somebody says to somebody is not said to the reader.
    unquoted = QUOTED.sub(" ", text)
    return [
        unit.words,
        sum(map(len, words)) / count,
        little / count,
        unit.final,
        min(5, len(INNER.findall(text))),
        unit.prose,
        unit.item,
        unit.lead,
        stripped.endswith("?"),
        stripped.endswith("!"),
        stripped.endswith(("...", "…", "»", "›", ">", "→")),
        sum(map(str.isdigit, DIGITLIKE.findall(text))) / length,
        capitals / count,
        sum(map(str.isupper, words)) / count,
        text.count(",") / count,
        min(4, len(QUOTE.findall(text))),
        speaks_to_reader(unquoted.lower()),
        ADDRESS.search(text) is not None,
        min(6, len(PARTED.findall(text))),
        text[:1].islower(),
        0,
        len(text),
        *[sign is one for one in SIGNS],
        *[kind is one for one in KINDS],
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


def _places(page: Page, core: tuple[int, int]) -> list[Floats | float]:
    """The columns of `PLACED` up to the topic; a number stands for a column of it."""
    count = len(page.units)
    words = np.array([unit.words for unit in page.units], np.float64)
    prose = np.array([unit.prose for unit in page.units], np.float64)
    signs = np.array([sign is not None for sign in page.signs], np.float64)
    total = max(1.0, float(words.sum()))
    place = np.arange(count, dtype=np.float64)
    begun = _running(words)
    before, after = np.maximum(core[0] - place, 0), np.maximum(place - core[1] + 1, 0)
    words_before = np.maximum(begun[core[0]] - begun[1:], 0)
    words_after = np.maximum(begun[:-1] - begun[core[1]], 0)
    inside = (place >= core[0]) & (place < core[1])
    signed = _running(signs)
    since = np.where(place >= core[1], signed[:-1] - signed[core[1]], 0)
    above = np.zeros(count)
    above[1:] = signs[:-1]
    near = _near(np.array([prose, words, signs]), 3)
    return [
        float(np.log1p(count)),
        float((words * prose).sum() / total),
        place / count,
        begun[:-1] / total,
        inside.astype(np.float64),
        np.log1p(before + after),
        np.log1p(words_before + words_after),
        (after > 0).astype(np.float64),
        float((begun[core[1]] - begun[core[0]]) / total),
        _runs([unit.short for unit in page.units]),
        near[0],
        np.log1p(near[1]),
        near[2],
        above,
        np.minimum(since, 10),
    ]


def _running(values: Floats) -> Floats:
    """The sums up to before each value and, last, of all; along the last axis."""
    sums = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(values, axis=-1, out=sums[..., 1:])
    return sums


def _runs(flags: Sequence[bool]) -> Floats:
    """For each flagged place the length of its run, at most 20; 0 elsewhere."""
    found = np.zeros(len(flags))
    begin = 0
    for place in range(len(flags) + 1):
        if place == len(flags) or not flags[place]:
            if place > begin:
                found[begin:place] = min(20, place - begin)
            begin = place + 1
    return found


def _near(values: Floats, reach: int) -> Floats:
    """The mean of the values up to `reach` places off on both sides, the place itself left out;
    along the last axis.
    """
    sums = _running(values)
    place = np.arange(values.shape[-1])
    low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, len(place))
    others = np.maximum(high - low - 1, 1)
    return np.asarray((sums[..., high] - sums[..., low] - values) / others)


def _topics(held: list[dict[str, bool]], core: tuple[int, int]) -> list[Floats]:
    """How far a line's telling words come again: in the core, its names there, on the page, near.

    Each is a share of the line's telling words, 0..1; 0 for a line without any.
    """
    inside = Counter(chain.from_iterable(held[core[0] : core[1]]))
    every = Counter(chain.from_iterable(held))
    # A line of the core has its words there once already.
    again = {word for word, count in inside.items() if count > 1}
    twice = {word for word, count in every.items() if count > 1}
    columns = np.zeros((4, len(held)))
    for place, found in enumerate(held):
        elsewhere = again if core[0] <= place < core[1] else inside
        names = [word for word, capital in found.items() if capital]
        beside = held[max(0, place - 2) : place] + held[place + 1 : place + 3]
        columns[:, place] = (
            _share(found, elsewhere),
            _share(names, elsewhere),
            _share(found, twice),
            _share(found, set(chain.from_iterable(beside))),
        )
    return list(columns)


def _topical(words: Sequence[str], lowered: Sequence[str]) -> dict[str, bool]:
    """The telling words of a line by their lower-case form: whether a capital begins one inside."""
    found: dict[str, bool] = {}
    for place, key in enumerate(lowered):
        if key in FUNCTION_WORDS:
            continue
        capital = place > 0 and words[place][0].isupper()
        if capital or len(key) >= LEAST_TOPICAL:
            found[key] = capital or found.get(key, False)
            if len(found) == MOST_TOPICAL:
                break
    return found


def _share(words: Collection[str], among: Container[str]) -> float:
    """The share of `words` that are `among` others, 0..1; 0 where there are none."""
    return sum(map(among.__contains__, words)) / len(words) if words else 0.0
