"""What a page's markup and its extractors say of each visible line, as numbers."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

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

NEAR = 3  # elements outwards whose own names are asked
# The column of each thing that an element may be called.
CALLED = {
    one: place
    for place, one in enumerate(
        (
            *(("is", name) for name in NEAREST),
            *(("under", name) for name in ENCLOSING),
            *(("near", kind) for kind in MARKS),
            *(("far", kind) for kind in MARKS),
        )
    )
}
# The names of elements above one, and what those are called.
Path = tuple[frozenset[str], frozenset[str]]

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
    held = [blocks_of(line.holder) for line in lines]
    own = [blocks[0] for blocks in held]
    parts = [
        votes,
        np.column_stack([_around_choice(column) for column in votes.T]),
        _single(own, linked, vote),
        np.array([[_title_like(unit.key, title)] for unit in page.units]),
        _shapes(lines, own, words, vote),
        _names(lines, own),
        _contents(held, np.column_stack([words, linked * words, prose * words, vote * words])),
    ]
    # The title's column stands behind the three single ones.
    table = np.hstack([evidence(page), *parts])
    return np.hstack([table, around(table, _asked(votes.shape[1]))])


@cache
def _asked(voters: int) -> tuple[int, ...]:
    """Where the columns stand that are also asked of the lines around."""
    names = columns([str(number) for number in range(voters)])
    return tuple(names.index(name) for name in ASKED)


def blocks_of(holder: Holder) -> list[Holder]:
    """The nearest elements outwards that make lines, at most `LEVELS`; the element itself where
    none does.
    """
    found: list[Holder] = []
    one: Holder | None = holder
    for _ in range(FAR):
        if one is None or len(found) == LEVELS:
            break
        if one.name not in INLINE:
            found.append(one)
        one = one.around
    return found or [holder]


def _around_choice(column: Floats) -> Floats:
    """Where a line stands to a voter's choice: 0 inside, lines before as minus, behind as plus."""
    chosen = np.flatnonzero(column > 0.5)
    place = np.arange(len(column), dtype=np.float64)
    if not len(chosen):
        return np.full(len(column), 99.0)
    behind = np.maximum(place - chosen[-1], 0)
    return np.asarray(np.where(place < chosen[0], place - chosen[0], behind).clip(-30, 30))


def _single(own: Sequence[Holder], linked: Floats, vote: Floats) -> Floats:
    """Mean vote, share of links, whether the line before stands in the same element."""
    numbers = np.array([one.number for one in own])
    same = np.concatenate([[False], numbers[1:] == numbers[:-1]])
    return np.column_stack([vote, linked, same.astype(np.float64)])


def _title_like(key: str, title: str) -> float:
    """1 for the title's words, .5 for a longer part of them, else 0."""
    if key and key == title:
        return 1.0
    return 0.5 if len(key) > 20 and (key in title or (title and title[:60] in key)) else 0.0


def _shapes(lines: Sequence[Line], own: Sequence[Holder], words: Floats, vote: Floats) -> Floats:
    """Depth, the main element, and how lines of the same shape were voted."""
    main = _main(lines, words * vote)
    names = [tuple(one.name for one in line.holder.outwards(4)) for line in lines]
    same, alike = _mean_by([_shape(one) for one in own], words, vote), _mean_by(names, words, vote)
    held = Counter(one.number for one in own)
    found = []
    for place, (line, block) in enumerate(zip(lines, own, strict=True)):
        out, inwards = _way(line.holder, main)
        found.append([
            line.holder.depth, float(inwards == 0), out if inwards else 0,
            same[place], alike[place], np.log1p(held[block.number]),
        ])  # fmt: skip
    return np.array(found, np.float64)


def _way(holder: Holder, main: Mapping[int, int]) -> tuple[int, int]:
    """Steps outwards to the first element that is, or holds, the main one; steps from there in."""
    one: Holder | None = holder
    for step in range(DEEPEST):
        if one is None:
            break
        if one.number in main:
            return step, main[one.number]
        one = one.around
    return DEEPEST, DEEPEST


def _main(lines: Sequence[Line], weight: Floats) -> dict[int, int]:
    """The innermost element with most of the chosen words and those around it: steps outwards."""
    held: dict[int, float] = defaultdict(float)
    holders: dict[int, Holder] = {}
    for line, own in zip(lines, weight.tolist(), strict=True):
        one: Holder | None = line.holder
        held[line.holder.number] += max(0.0, own)
        while own > 0 and one is not None and one.number not in holders:
            holders[one.number] = one
            one = one.around
    if not holders:
        return {}
    # An element is counted before what is in it: from the last to the first all are complete.
    for number in sorted(holders, reverse=True):
        outer = holders[number].around
        if outer is not None:
            held[outer.number] += held[number]
    most = max(held.values())
    best = max(
        (one for one in holders.values() if held[one.number] >= MAIN * most),
        key=lambda one: (one.depth, -one.number),
    )
    return {one.number: step for step, one in enumerate(best.outwards(200))}


def _shape(block: Holder) -> tuple[str, frozenset[str]]:
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


def _names(lines: Sequence[Line], own: Sequence[Holder]) -> Floats:
    """What the elements around each line are called."""
    paths: dict[int, Path] = {}
    found = np.zeros((len(lines), len(CALLED)))
    for place, (line, block) in enumerate(zip(lines, own, strict=True)):
        names, far = _whole_path(line.holder, paths)
        near = frozenset().union(*map(_called, line.holder.outwards(NEAR)))
        said = [("is", block.name), *(("under", name) for name in names)]
        said += [("near", kind) for kind in near] + [("far", kind) for kind in far]
        found[place, [CALLED[one] for one in said if one in CALLED]] = 1
    return found


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


@lru_cache(maxsize=20_000)
def _rows(marks: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(_kinds, marks))


@lru_cache(maxsize=20_000)
def _kinds(word: str) -> frozenset[str]:
    """The rows of `MARKS` that have a stem of the word."""
    return frozenset(
        kind
        for kind, stems in MARKS.items()
        if any(word == stem or (len(stem) >= WHOLE and word.startswith(stem)) for stem in stems)
    )


def _contents(held: Sequence[Sequence[Holder]], counts: Floats) -> Floats:
    """For each of the next `LEVELS` elements outwards, what it holds beside the line itself."""
    numbers = sorted({one.number for blocks in held for one in blocks})
    row_of = {number: row for row, number in enumerate(numbers)}
    # The last row stands for no element.
    rows = np.full((len(held), LEVELS), len(numbers))
    for place, blocks in enumerate(held):
        rows[place, : len(blocks)] = [row_of[one.number] for one in blocks]
    sums = np.zeros((len(numbers) + 1, counts.shape[1]))
    np.add.at(sums, rows, counts[:, None, :])
    total = max(1.0, float(counts[:, 0].sum()))
    shares = sums / np.maximum(1, sums[:, :1])
    shares[:, 0] = sums[:, 0] / total
    shares[-1] = 0
    return np.asarray(shares[rows].reshape(len(held), -1))
