"""The tree of descent as a picture: boxes in columns by depth, lines between them.

Only the layout is made here; `templates/tree.svg` draws it. All lengths in CSS pixels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import east_asian_width

from retold.model.document import Document
from retold.model.story import Descent, DescentKind, Node, NodeKind, Stemma
from retold.report import anchors, tree, words

# By eye: four columns stand beside each other in a window of 1280; five are drawn a tenth smaller.
BOX_WIDTH = 180
BOX_HEIGHT = 56
COLUMN = BOX_WIDTH + 140
COLUMNS_SHRUNK = 5
LINE = BOX_HEIGHT + 16
MARGIN = 8
TURN = 12  # from a box to where its line turns
LABEL_COLUMNS = 20  # characters of a line of the label, of which there are two at most
UNDER_COLUMNS = 25  # and of the line under it, in smaller letters

# By eye: more boxes, or a deeper tree, no longer read as a picture; the list has them all.
MOST_BOXES = 80
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its corner, words and its document (None for what lies not in the pile)."""

    x: float
    y: float
    kind: NodeKind
    label: tuple[str, ...]
    under: str
    document: str | None
    origin: int | None

    @property
    def anchor(self) -> str | None:
        """Where a click leads."""
        return anchors.document(self.document) if self.document else None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line: its path, its words and where they end, and what kind of line it is."""

    path: str
    tip: str
    label: str
    x: float
    y: float
    style: str  # leading | secondary | cites


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of `width` by `height`; `shrinks` where it may be drawn as wide as the window."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    shrinks: bool


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
    edges = _edges(stemma, rows, corners)
    right = max((x + BOX_WIDTH for x, _ in corners.values()), default=0)
    return Picture(
        width=max([right, *(edge.x for edge in edges)]) + MARGIN,
        height=max((y for _, y in corners.values()), default=0) + BOX_HEIGHT + MARGIN,
        boxes=boxes,
        edges=edges,
        shrinks=deepest + shift < COLUMNS_SHRUNK,
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
    heights = {leaf: float(MARGIN + place * LINE) for place, leaf in enumerate(leaves)}
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
    label, under = _said(node, held)
    return Box(
        x=corner[0],
        y=corner[1],
        kind=node.kind,
        label=_two_lines(label),
        under=_clipped(under, UNDER_COLUMNS),
        document=held.id if held else None,
        origin=origin_of.get(held.id) if held and node.kind is NodeKind.ATTESTED else None,
    )


def _said(node: Node, held: Document | None) -> tuple[str, str]:
    """The words in a box and those under them."""
    if node.kind is NodeKind.LOST:
        # "The Agency, revision 2 of 4": cut at the end, the boxes would all say the same.
        name, _, form = node.label.rpartition(", ")
        return (name, f"{form} (lost)") if name else (node.label, "lost")
    if held is None:
        missing = node.kind is NodeKind.PRIMARY
        return node.label, "primary, not in the pile" if missing else words.NODE_WORDS[node.kind]
    name = held.outlet or node.label
    return (held.id, "no outlet known") if name == held.id else (name, held.id)


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
    start = (left + BOX_WIDTH, above + BOX_HEIGHT / 2)
    end = (right, below + BOX_HEIGHT / 2)
    share = words.percent(descent.confidence)
    if right <= left:
        return _around(start, (right + BOX_WIDTH, end[1]), f"also {share}")
    if style == "secondary":
        # It ends below the line of the first parent, so that both tips are seen.
        return _bowed(start, (end[0], end[1] + 14), f"also {share}")
    turn = right - COLUMN + BOX_WIDTH + TURN
    path = f"M{start[0]:g} {start[1]:g}H{turn:g}V{end[1]:g}H{end[0]:g}"
    label = "rests on" if style == "cites" else f"{words.DESCENT_WORDS[descent.kind]} {share}"
    return Edge(path, _tip(end, -7), label, end[0] - 10, end[1] - 6, style)


_Point = tuple[float, float]


def _bowed(start: _Point, end: _Point, label: str) -> Edge:
    """A further parent in an earlier column."""
    middle = (start[0] + end[0]) / 2
    path = (
        f"M{start[0]:g} {start[1]:g}C{middle:g} {start[1]:g} {middle:g} {end[1]:g} "
        f"{end[0]:g} {end[1]:g}"
    )
    return Edge(path, _tip(end, -7), label, end[0] - 10, end[1] + 14, "secondary")


def _around(start: _Point, end: _Point, label: str) -> Edge:
    """A further parent in the same column or a later one: round by the right."""
    bow = max(start[0], end[0]) + 40
    path = (
        f"M{start[0]:g} {start[1]:g}C{bow:g} {start[1]:g} {bow:g} {end[1]:g} {end[0]:g} {end[1]:g}"
    )
    return Edge(path, _tip(end, 7), label, bow + 24, (start[1] + end[1]) / 2 + 4, "secondary")


def _tip(end: _Point, back: int) -> str:
    """An arrow's tip; `back` is the way its wings point, negative to the left."""
    return (
        f"M{end[0] + back:g} {end[1] - 4:g}L{end[0]:g} {end[1]:g}L{end[0] + back:g} {end[1] + 4:g}"
    )


def _two_lines(text: str) -> tuple[str, ...]:
    """`text` on one line, or on two broken at a blank; what does not fit is cut."""
    whole = _clipped(text, LABEL_COLUMNS)
    if not whole.endswith("…"):
        return (whole,)
    shown = " ".join(words.safe(text[: 4 * LABEL_COLUMNS]).split())
    first = whole[:-1].rpartition(" ")[0] or whole[:-1]
    return first, _clipped(shown[len(first) :], LABEL_COLUMNS)


def _clipped(text: str, columns: int) -> str:
    """`text` on one line of at most `columns`, where a wide character takes two."""
    shown: list[str] = []
    taken = 0
    for character in " ".join(words.safe(text[: 4 * columns]).split()):
        taken += 2 if east_asian_width(character) in "WF" else 1
        if taken > columns:
            return "".join(shown[:-1]).rstrip() + "…"
        shown.append(character)
    return "".join(shown)
