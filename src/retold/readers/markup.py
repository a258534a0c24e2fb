"""What a page's markup and its extractors say of each visible line, as numbers."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from retold.readers.visible import INLINE, Holder, Line, Visible
from retold.text.evidence import EVIDENCE, Floats, around, evidence
from retold.text.page import Page

# Names of elements that hold lines, and those that may stand anywhere around one.
NEAREST = ("p", "li", "h1", "h2", "h3", "h4", "td", "div", "blockquote", "figcaption", "pre", "dd")
ENCLOSING = (
    "nav", "footer", "header", "aside", "form", "table", "ul", "ol", "article", "main", "figure",
    "button", "section", "blockquote", "dl", "label",
)  # fmt: skip
# What makers of pages call their parts, by what the parts are: stems of words in class and id.
MARKS: Mapping[str, tuple[str, ...]] = {
    "article": ("article", "story", "artikel", "beitrag"),
    "body": ("body", "content", "entry", "text", "post", "inhalt", "fliess"),
    "main": ("main", "primary", "center", "left"),
    "side": ("sidebar", "side", "aside", "secondary", "right", "rail", "marginal", "complementary"),
    "menu": ("nav", "menu", "breadcrumb", "crumb", "pagination", "pager", "tab", "toolbar", "skip"),
    "foot": ("foot", "footer", "bottom", "copyright", "legal", "imprint", "impressum"),
    "head": ("head", "header", "top", "masthead", "banner", "logo", "brand"),
    "more": ("relat", "recommend", "more", "popular", "trend", "latest", "mehr", "similar", "also",
             "read", "teaser", "promo", "card", "tile", "feed", "list", "grid"),
    "people": ("comment", "respond", "reply", "disqus", "forum", "discuss", "kommentar"),
    "comments": ("comments", "commentlist", "kommentare", "disqus", "replies", "commentaires",
                 "leserkommentare", "comentarios", "commenti", "discussion"),
    "box": ("infobox", "factbox", "faktenbox", "box", "expandable", "accordion", "kasten",
            "highlighted", "callout", "note", "notice", "hint"),
    "share": ("share", "social", "follow", "facebook", "twitter", "print", "bookmark", "teilen"),
    "selling": ("ad", "ads", "advert", "sponsor", "anzeige", "shop", "product", "promo", "offer"),
    "asking": ("newsletter", "subscri", "cookie", "consent", "signup", "login", "modal", "popup",
               "paywall", "form", "search", "gdpr", "banner", "overlay", "hidden"),
    "about": ("meta", "byline", "author", "date", "time", "tag", "tags", "category", "kicker",
              "autor", "posted", "info", "bio", "source"),
    "picture": ("caption", "image", "gallery", "photo", "figure", "bild", "media", "video",
                "credit", "slide", "wp"),
    "lead": ("lead", "intro", "summary", "teaser", "excerpt", "deck", "subtitle", "standfirst",
             "dek", "abstract", "vorspann", "description"),
    "title": ("title", "headline", "heading", "titel"),
    "widget": ("widget", "block", "module", "box", "panel", "plugin", "elementor"),
}  # fmt: skip
# Stems so short that only the whole word says anything.
WHOLE = 4  # letters
FAR = 12  # elements outwards that are asked for those that make lines
DEEPEST = 60  # elements outwards that are asked at all
LEVELS = 4  # elements outwards whose whole content is counted
MAIN = 0.6  # share of the chosen words that the main element holds

COUNTED = ("words", "linked", "prose", "voted")
ASKED = ("linked", "votes", "same_holder")


def columns(voters: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns of `marked`."""
    names = [
        *(f"in_{voter}" for voter in voters),
        *(f"place_{voter}" for voter in voters),
        "votes", "linked", "same_holder", "title_like", "depth", "inside_main", "out_of_main",
        "same_shape", "same_name", "lines_in_holder",
        *(f"is_{name}" for name in NEAREST),
        *(f"under_{name}" for name in ENCLOSING),
        *(f"near_mark_{name}" for name in MARKS),
        *(f"far_mark_{name}" for name in MARKS),
        *(f"{name}_{level}" for level in range(1, LEVELS + 1) for name in COUNTED),
    ]  # fmt: skip
    steps = [f"{name}{step:+d}" for name in ASKED for step in (-3, -2, -1, 1, 2, 3)]
    return (*EVIDENCE, *names, *steps)


def marked(seen: Visible, page: Page, votes: Floats, title: str) -> Floats:
    """A row of `columns` for each line, float64; `votes` is (lines, voters), each 0..1."""
    lines = seen.lines
    words = np.array([unit.words for unit in page.units], np.float64)
    prose = np.array([unit.prose for unit in page.units], np.float64)
    linked = np.array([min(1.0, line.linked / max(1, len(line.span))) for line in lines])
    vote = votes.mean(axis=1)
    paths: dict[int, Path] = {}
    parts = [
        votes,
        np.column_stack([_around_choice(column) for column in votes.T]),
        _single(lines, linked, vote),
        np.array([[_title_like(unit.key, title)] for unit in page.units]),
        _shapes(lines, words, vote),
        np.array([_names(line.holder, paths) for line in lines], np.float64),
        _contents(lines, np.column_stack([words, linked * words, prose * words, vote * words])),
    ]
    # The title's column stands behind the three single ones.
    table = np.hstack([evidence(page), *parts])
    names = columns([str(number) for number in range(votes.shape[1])])
    return np.hstack([table, around(table, [names.index(name) for name in ASKED])])


def _around_choice(column: Floats) -> Floats:
    """Where a line stands to a voter's choice: 0 inside, lines before as minus, behind as plus."""
    chosen = np.flatnonzero(column > 0.5)
    place = np.arange(len(column), dtype=np.float64)
    if not len(chosen):
        return np.full(len(column), 99.0)
    behind = np.maximum(place - chosen[-1], 0)
    return np.asarray(np.where(place < chosen[0], place - chosen[0], behind).clip(-30, 30))


def _single(lines: Sequence[Line], linked: Floats, vote: Floats) -> Floats:
    """Mean vote, share of links, whether the line before stands in the same element."""
    numbers = [_block(line.holder).number for line in lines]
    same = [float(place > 0 and numbers[place - 1] == own) for place, own in enumerate(numbers)]
    return np.column_stack([vote, linked, np.array(same)])


def _title_like(key: str, title: str) -> float:
    """1 for the title's words, .5 for a longer part of them, else 0."""
    if key and key == title:
        return 1.0
    return 0.5 if len(key) > 20 and (key in title or (title and title[:60] in key)) else 0.0


def _block(holder: Holder) -> Holder:
    """The nearest element that makes a line."""
    return next((one for one in holder.outwards(FAR) if one.name not in INLINE), holder)


def _shapes(lines: Sequence[Line], words: Floats, vote: Floats) -> Floats:
    """Depth, the main element, and how lines of the same shape were voted."""
    main = _main(lines, words * vote)
    shapes = [_shape(line.holder) for line in lines]
    names = [tuple(one.name for one in line.holder.outwards(4)) for line in lines]
    numbers = [_block(line.holder).number for line in lines]
    same, alike = _mean_by(shapes, words, vote), _mean_by(names, words, vote)
    held = Counter(numbers)
    found = []
    for place, line in enumerate(lines):
        way = (
            (step, main[one.number])
            for step, one in enumerate(line.holder.outwards(DEEPEST))
            if one.number in main
        )
        out, inwards = next(way, (DEEPEST, DEEPEST))
        found.append([
            line.holder.depth, float(inwards == 0), out if inwards else 0,
            same[place], alike[place], np.log1p(held[numbers[place]]),
        ])  # fmt: skip
    return np.array(found, np.float64)


def _main(lines: Sequence[Line], weight: Floats) -> dict[int, int]:
    """The innermost element with most of the chosen words and those around it: steps outwards."""
    held: dict[int, float] = defaultdict(float)
    holders: dict[int, Holder] = {}
    for line, own in zip(lines, weight.tolist(), strict=True):
        if own <= 0:
            continue
        for one in line.holder.outwards(DEEPEST):
            held[one.number] += own
            holders[one.number] = one
    if not held:
        return {}
    most = max(held.values())
    best = max(
        (one for one in holders.values() if held[one.number] >= MAIN * most),
        key=lambda one: (one.depth, -one.number),
    )
    return {one.number: step for step, one in enumerate(best.outwards(200))}


def _shape(holder: Holder) -> tuple[str, frozenset[str]]:
    block = _block(holder)
    around = block.around
    return block.name, block.marks | (around.marks if around else frozenset())


def _mean_by(keys: Sequence[object], words: Floats, vote: Floats) -> list[float]:
    """The mean vote of lines of one key, by words, the line itself left out."""
    total: dict[object, float] = defaultdict(float)
    voted: dict[object, float] = defaultdict(float)
    for key, count, own in zip(keys, words.tolist(), vote.tolist(), strict=True):
        total[key] += count
        voted[key] += count * own
    return [
        (voted[key] - count * own) / (total[key] - count) if total[key] > count else -1.0
        for key, count, own in zip(keys, words.tolist(), vote.tolist(), strict=True)
    ]


def _names(holder: Holder, seen: dict[int, tuple[frozenset[str], frozenset[str]]]) -> list[float]:
    """What the elements around a line are called."""
    near: frozenset[str] = frozenset()
    for one in holder.outwards(3):
        near |= _called(one)
    names, far = _whole_path(holder, seen)
    block = _block(holder).name
    return [
        *(float(block == name) for name in NEAREST),
        *(float(name in names) for name in ENCLOSING),
        *(float(kind in near) for kind in MARKS),
        *(float(kind in far) for kind in MARKS),
    ]


Path = tuple[frozenset[str], frozenset[str]]


def _whole_path(holder: Holder, seen: dict[int, Path]) -> Path:
    """The names of an element and of all around it, and what those are called."""
    open_ended = []
    one: Holder | None = holder
    while one is not None and one.number not in seen:
        open_ended.append(one)
        one = one.around
    known = seen[one.number] if one is not None else (frozenset(), frozenset())
    for one in reversed(open_ended):
        known = (known[0] | {one.name}, known[1] | _called(one))
        seen[one.number] = known
    return known


def _called(holder: Holder) -> frozenset[str]:
    """The rows of `MARKS` that an element's words belong to; none for those of the whole page."""
    return frozenset() if holder.name in {"html", "body"} else _rows(holder.marks)


def _rows(marks: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(_kinds(word) for word in marks))


@lru_cache(maxsize=20_000)
def _kinds(word: str) -> frozenset[str]:
    """The rows of `MARKS` that have a stem of the word."""
    return frozenset(
        kind
        for kind, stems in MARKS.items()
        if any(word == stem or (len(stem) >= WHOLE and word.startswith(stem)) for stem in stems)
    )


def _contents(lines: Sequence[Line], counts: Floats) -> Floats:
    """For each of the next `LEVELS` elements outwards, what it holds beside the line itself."""
    held: dict[int, Floats] = {}
    for line, own in zip(lines, counts, strict=True):
        for one in _blocks(line.holder):
            held[one.number] = held.get(one.number, 0) + own
    total = max(1.0, float(counts[:, 0].sum()))
    found = np.zeros((len(lines), LEVELS * len(COUNTED)))
    for place, line in enumerate(lines):
        row: list[float] = []
        for one in _blocks(line.holder):
            words, *parts = held[one.number].tolist()
            row += [words / total, *(part / max(1, words) for part in parts)]
        found[place, : len(row)] = row
    return found


def _blocks(holder: Holder) -> list[Holder]:
    """The nearest elements outwards that make lines, at most `LEVELS`."""
    return [one for one in holder.outwards(FAR) if one.name not in INLINE][:LEVELS]
