"""What can be told of each line of a page, as numbers: its words, its place, its kin in the text.

Few columns know a language, and none a word of its own: the tables of cues speak through signs.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from retold.model.document import BlockKind
from retold.text.functions import FUNCTION_WORDS
from retold.text.furniture import READER, Sign
from retold.text.page import Page
from retold.text.units import INNER, Unit

Floats = npt.NDArray[np.float64]

# A word carries a topic if it is this long or begins with a capital; a text's own words come again.
LEAST_TOPICAL = 5  # letters
MOST_TOPICAL = 60  # words of a line that are asked; a longer line says no more
# What a line adds to a run of prose, and what it takes from it. By eye.
GAIN_MOST, COST_SHORT, COST_SIGNED = 80, 8, 25  # words
WORD = re.compile(r"[^\W\d_]{2,}")
ADDRESS = re.compile(r"https?:|www\.|\S@\S|\.(?:com|org|net|de)\b")
PARTED = re.compile(r"\s[|·•/–—-]\s|[|·•»›]")
QUOTE = re.compile(r"[\"“”„«»]")

KINDS = (BlockKind.DATE, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.HEADING)
OWN = (
    "words", "letters_a_word", "little_words", "sentence_end", "sentence_ends_inside", "prose",
    "list_mark", "colon_end", "question", "exclamation", "ellipsis", "digits", "capitals",
    "upper_case", "commas", "quotation_marks", "speaks_to_reader", "address", "partings",
    "lower_start", "doubled", "words_in_characters",
    *(f"sign_{sign.name.lower()}" for sign in Sign),
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


def evidence(page: Page) -> Floats:
    """A row of `EVIDENCE` for each unit of a page, float64 (units, columns)."""
    if not page.units:
        return np.zeros((0, len(EVIDENCE)))
    own = np.array([_own(page, place) for place in range(len(page.units))], np.float64)
    seen: set[str] = set()
    for place, unit in enumerate(page.units):
        own[place, OWN.index("doubled")] = unit.key in seen
        seen.add(unit.key)
    core = core_of(page)
    placed = np.column_stack([*_places(page, core), *_topics(page, core)])
    table = np.hstack([own, placed])
    return np.hstack([table, around(table, [EVIDENCE.index(name) for name in ASKED])])


def around(table: Floats, columns: Sequence[int]) -> Floats:
    """The given columns of the lines `AROUND` each line; -1 past the ends of the page."""
    found = []
    for column in columns:
        for step in AROUND:
            shifted = np.full(len(table), -1.0)
            if abs(step) < len(table):
                source = table[step:, column] if step > 0 else table[:step, column]
                shifted[slice(None, -step) if step > 0 else slice(-step, None)] = source
            found.append(shifted)
    return np.column_stack(found)


def _own(page: Page, place: int) -> list[float]:
    """What a line's own words say."""
    unit, text = page.units[place], page.units[place].text
    words = WORD.findall(text)
    count = max(1, len(words))
    little = sum(word.lower() in FUNCTION_WORDS for word in words)
    capitals = sum(word[0].isupper() for word in words)
    length = max(1, len(text))
    stripped = text.rstrip()
    return [
        np.log1p(unit.words),
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
        sum(map(str.isdigit, text)) / length,
        capitals / count,
        sum(word.isupper() for word in words) / count,
        text.count(",") / count,
        min(4, len(QUOTE.findall(text))),
        READER.search(text.lower()) is not None,
        ADDRESS.search(text) is not None,
        min(6, len(PARTED.findall(text))),
        text[:1].islower(),
        0,
        np.log1p(len(text)),
        *(page.signs[place] is sign for sign in Sign),
        *(page.kinds[place] is kind for kind in KINDS),
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


def _places(page: Page, core: tuple[int, int]) -> list[Floats]:
    """The columns of `PLACED` up to the topic."""
    count = len(page.units)
    words = np.array([unit.words for unit in page.units], np.float64)
    prose = np.array([unit.prose for unit in page.units], np.float64)
    short = np.array([unit.short for unit in page.units], np.float64)
    signs = np.array([sign is not None for sign in page.signs], np.float64)
    total = max(1.0, words.sum())
    place = np.arange(count, dtype=np.float64)
    begun = np.concatenate([[0.0], np.cumsum(words)])
    before, after = np.maximum(core[0] - place, 0), np.maximum(place - core[1] + 1, 0)
    words_before = np.maximum(begun[core[0]] - begun[1:], 0)
    words_after = np.maximum(begun[:-1] - begun[core[1]], 0)
    inside = (place >= core[0]) & (place < core[1])
    signed = np.concatenate([[0.0], np.cumsum(signs)])
    since = np.where(place >= core[1], signed[:-1] - signed[core[1]], 0)
    above = np.concatenate([[0.0], signs[:-1]])
    return [
        np.full(count, np.log1p(count)),
        np.full(count, float((words * prose).sum() / total)),
        place / count,
        begun[:-1] / total,
        inside.astype(np.float64),
        np.log1p(before + after),
        np.log1p(words_before + words_after),
        (after > 0).astype(np.float64),
        np.full(count, (begun[core[1]] - begun[core[0]]) / total),
        _runs(short),
        _near(prose, 3),
        np.log1p(_near(words, 3)),
        _near(signs, 3),
        above,
        np.minimum(since, 10),
    ]


def _runs(flags: Floats) -> Floats:
    """For each flagged place the length of its run, at most 20; 0 elsewhere."""
    found = np.zeros(len(flags))
    begin = 0
    for place in range(len(flags) + 1):
        if place == len(flags) or not flags[place]:
            found[begin:place] = min(20, place - begin)
            begin = place + 1
    return found


def _near(values: Floats, reach: int) -> Floats:
    """The mean of the values up to `reach` places off on both sides, the place itself left out."""
    padded = np.concatenate([[0.0], np.cumsum(values)])
    place = np.arange(len(values))
    low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, len(values))
    others = np.maximum(high - low - 1, 1)
    return np.asarray((padded[high] - padded[low] - values) / others)


def _topics(page: Page, core: tuple[int, int]) -> list[Floats]:
    """How far a line's telling words come again: in the core, its names there, on the page, near.

    Each is a share of the line's telling words, 0..1; 0 for a line without any.
    """
    held = [_topical(unit.text) for unit in page.units]
    inside: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for place, found in enumerate(held):
        every.update(found.keys())
        if core[0] <= place < core[1]:
            inside.update(found.keys())
    columns = np.zeros((4, len(held)))
    for place, found in enumerate(held):
        own = core[0] <= place < core[1]
        names = [word for word, capital in found.items() if capital]
        columns[0, place] = _share(inside[word] - own > 0 for word in found)
        columns[1, place] = _share(inside[word] - own > 0 for word in names)
        columns[2, place] = _share(every[word] > 1 for word in found)
        beside = held[max(0, place - 2) : place] + held[place + 1 : place + 3]
        columns[3, place] = _share(any(word in other for other in beside) for word in found)
    return list(columns)


def _topical(text: str) -> dict[str, bool]:
    """The telling words of a line by their lower-case form: whether a capital begins one inside."""
    found: dict[str, bool] = {}
    for place, word in enumerate(WORD.findall(text)):
        key = word.lower()
        capital = word[0].isupper() and place > 0
        if key not in FUNCTION_WORDS and (capital or len(key) >= LEAST_TOPICAL):
            found[key] = found.get(key, False) or capital
        if len(found) == MOST_TOPICAL:
            break
    return found


def _share(flags: Iterable[bool]) -> float:
    values = list(flags)
    return sum(values) / len(values) if values else 0.0
