"""The tree of descent as a picture: boxes in columns by depth, lines between them.

Only the layout is made here; `templates/tree.svg` draws it. All lengths in CSS pixels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import east_asian_width

from retold.model.document import Document
from retold.model.story import Descent, DescentKind, Node, NodeKind, Stemma
from retold.report import anchors, tree, words

# By eye, for a window of 1280: four columns stand beside each other.
BOX_WIDTH = 184
BOX_HEIGHT = 46
COLUMN = BOX_WIDTH + 116
LINE = BOX_HEIGHT + 18
MARGIN = 8
TURN = 18  # from a box to where its line turns
LABEL_COLUMNS = 24  # characters of the first line in a box
UNDER_COLUMNS = 28  # and of the second, in smaller letters

# By eye: more boxes, or a deeper tree, no longer read as a picture; the list has them all.
MOST_BOXES = 80
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its corner, words and where a click leads (None for what lies not in the pile)."""

    x: float
    y: float
    kind: NodeKind
    label: str
    under: str
    anchor: str | None
    origin: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line: its path, its words and where they end, and what kind of line it is."""

    path: str
    label: str
    x: float
    y: float
    tip: str
    style: str  # leading | secondary | cites


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of `width` by `height`."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


def picture(
    stemma: Stemma, documents: Mapping[str, Document], origin_of: Mapping[str, int]
) -> Picture | None:
    """The stemma laid out; None where it is too large to read as a picture.

    `origin_of` gives each document the number of its origin, counted from 1.
    """
    rows = tree.rows(stemma)
    sources = tree.primaries(stemma)
    deepest = max((row.depth for row in rows), default=0)
    if len(rows) + len(sources) > MOST_BOXES or deepest > DEEPEST:
        return None
    shift = 1 if sources else 0
    corners = _tellings(rows, shift)
    corners |= _sources(sources, stemma, corners)
    boxes = tuple(
        _box(node, corners[node.id], documents, origin_of)
        for node in stemma.nodes
        if node.id in corners
    )
    return Picture(
        width=max((x for x, _ in corners.values()), default=0) + BOX_WIDTH + MARGIN + 48,
        height=max((y for _, y in corners.values()), default=0) + BOX_HEIGHT + MARGIN,
        boxes=boxes,
        edges=_edges(stemma, rows, corners),
    )


_Corners = dict[str, tuple[float, float]]


def _tellings(rows: tuple[tree.Row, ...], shift: int) -> _Corners:
    """Leaves one under another in reading order, parents midway between first and last child."""
    corners: _Corners = {}
    children: dict[str, list[str]] = {}
    for row in rows:
        if row.descent is not None:
            children.setdefault(row.descent.parent, []).append(row.node.id)
    leaves = [row.node.id for row in rows if row.node.id not in children]
    heights = {leaf: MARGIN + place * LINE for place, leaf in enumerate(leaves)}
    for row in reversed(rows):
        below = children.get(row.node.id)
        if below:
            heights[row.node.id] = (heights[below[0]] + heights[below[-1]]) / 2
        corners[row.node.id] = MARGIN + (row.depth + shift) * COLUMN, heights[row.node.id]
    return corners


def _sources(sources: tuple[Node, ...], stemma: Stemma, corners: _Corners) -> _Corners:
    """Primaries in the first column, each at the middle of what rests on it, none on another."""
    placed: _Corners = {}
    wanted = []
    for place, source in enumerate(sources):
        heights = [
            corners[one.child][1]
            for one in stemma.descents
            if one.parent == source.id and one.child in corners
        ]
        wanted.append((sum(heights) / len(heights) if heights else MARGIN, place, source.id))
    free = float(MARGIN)
    for height, _, name in sorted(wanted):
        free = max(free, height)
        placed[name] = (MARGIN, free)
        free += LINE
    return placed


def _box(
    node: Node,
    corner: tuple[float, float],
    documents: Mapping[str, Document],
    origin_of: Mapping[str, int],
) -> Box:
    held = documents.get(node.document or "")
    label, under = node.label, words.NODE_WORDS[node.kind]
    if node.kind is NodeKind.LOST:
        under = "lost: not in the pile"
    elif node.kind is NodeKind.PRIMARY and held is None:
        under = "primary, not in the pile"
    elif held is not None:
        label, under = (held.outlet, held.id) if held.outlet else (held.id, "no outlet known")
    return Box(
        x=corner[0],
        y=corner[1],
        kind=node.kind,
        label=_clipped(label, LABEL_COLUMNS),
        under=_clipped(under, UNDER_COLUMNS),
        anchor=anchors.document(held.id) if held else None,
        origin=origin_of.get(held.id) if held and node.kind is NodeKind.ATTESTED else None,
    )


def _edges(stemma: Stemma, rows: tuple[tree.Row, ...], corners: _Corners) -> tuple[Edge, ...]:
    leading = {(row.descent.parent, row.descent.child) for row in rows if row.descent}
    kinds = {node.id: node.kind for node in stemma.nodes}
    found = []
    for one in stemma.descents:
        if one.parent not in corners or one.child not in corners:
            continue
        from_primary = kinds[one.parent] is NodeKind.PRIMARY
        if one.kind is DescentKind.CITES or from_primary:
            found.append(_edge(one, corners, "cites"))
        elif (one.parent, one.child) in leading and not one.secondary:
            found.append(_edge(one, corners, "leading"))
        else:
            found.append(_edge(one, corners, "secondary"))
    return tuple(sorted(found, key=lambda edge: edge.style == "leading"))


def _edge(descent: Descent, corners: _Corners, style: str) -> Edge:
    (left, above), (right, below) = corners[descent.parent], corners[descent.child]
    begin, end = (left + BOX_WIDTH, above + BOX_HEIGHT / 2), (right, below + BOX_HEIGHT / 2)
    share = words.percent(descent.confidence)
    label = f"{words.DESCENT_WORDS[descent.kind]} {share}"
    if right <= left:  # a second parent in the same column or further on: round by the right
        end = (right + BOX_WIDTH, end[1])
        bow = max(begin[0], end[0]) + 36
        path = f"M{begin[0]:g} {begin[1]:g}C{bow:g} {begin[1]:g} {bow:g} {end[1]:g} {end[0]:g} {end[1]:g}"
        tip = f"M{end[0] + 7:g} {end[1] - 4:g}L{end[0]:g} {end[1]:g}l7 4"
        return Edge(path, f"also {share}", bow + 8, (begin[1] + end[1]) / 2, tip, style)
    tip = f"M{end[0] - 7:g} {end[1] - 4:g}L{end[0]:g} {end[1]:g}l-7 4"
    if style == "secondary":
        label = f"also {share}"
        middle = (begin[0] + end[0]) / 2
        path = (
            f"M{begin[0]:g} {begin[1]:g}C{middle:g} {begin[1]:g} {middle:g} {end[1] + 12:g} "
            f"{end[0]:g} {end[1] + 12:g}"
        )
        tip = f"M{end[0] - 7:g} {end[1] + 8:g}L{end[0]:g} {end[1] + 12:g}l-7 4"
        return Edge(path, label, end[0] - 10, end[1] + 25, tip, style)
    turn = right - COLUMN + BOX_WIDTH + TURN
    path = f"M{begin[0]:g} {begin[1]:g}H{turn:g}V{end[1]:g}H{end[0]:g}"
    return Edge(
        path, "rests on" if style == "cites" else label, end[0] - 10, end[1] - 6, tip, style
    )


def _clipped(text: str, columns: int) -> str:
    """`text` on one line of at most `columns`, where a wide character takes two."""
    shown, taken = [], 0
    for character in " ".join(words.safe(text[: 4 * columns]).split()):
        taken += 2 if east_asian_width(character) in "WF" else 1
        if taken > columns:
            return "".join(shown[:-1]).rstrip() + "…"
        shown.append(character)
    return "".join(shown)
