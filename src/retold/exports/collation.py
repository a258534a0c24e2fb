"""One origin's tellings collated on a base text: what an apparatus of variants is made of.

Every sentence of every telling's body stands in it once: linked ones at the place of the base they
correspond to, others after the sentence they follow. The order of a telling that was rearranged is
not kept.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.model.document_output import DocumentDict
from retold.model.output import OriginDict, StoryDict

Piece = tuple[int, int]
LinkedSpans = tuple[tuple[Piece, ...], tuple[Piece, ...]]
FRONT = -1  # the place before the first piece of the base


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the base: its words ("" for what another adds), and each telling's ("": none)."""

    base: str
    readings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Collation:
    """An origin's tellings, the base first, and the places where they are laid side by side."""

    label: str
    documents: tuple[str, ...]
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling's words by the beginning of a piece of the base: in its place, and after it."""

    said: Mapping[int, str]
    added: Mapping[int, Sequence[str]]


def collations(story: StoryDict, held: Mapping[str, DocumentDict]) -> Iterator[Collation]:
    """A collation for each origin of several tellings."""
    for origin in story["origins"]:
        if len(origin["documents"]) > 1:
            yield _collated(story, origin, held)


def base_of(story: StoryDict, origin: OriginDict) -> str:
    """The telling nearest the root of the tree; of those equally near, the one of least id."""
    parents = {
        one["child"]: one["parent"] for one in story["stemma"]["descents"] if not one["secondary"]
    }
    nodes = {one["document"]: one["id"] for one in story["stemma"]["nodes"] if one["document"]}

    def depth(document: str) -> int:
        node, steps, most = nodes.get(document, ""), 0, len(nodes) + len(parents)
        while node in parents and steps < most:
            node, steps = parents[node], steps + 1
        return steps

    return min(origin["documents"], key=lambda name: (depth(name), name))


def _collated(story: StoryDict, origin: OriginDict, held: Mapping[str, DocumentDict]) -> Collation:
    base = base_of(story, origin)
    others = [name for name in origin["documents"] if name != base]
    links = {name: _links(story, base, name) for name in others}
    cuts = _cuts(held[base], [side for pairs in links.values() for side, _ in pairs])
    told = {name: _told(links[name], cuts, held[name]) for name in others}
    locations = list(_added(FRONT, told))
    for begin, end in cuts:
        said = {name: told[name].said.get(begin, "") for name in others}
        locations.append(Location(held[base]["text"][begin:end], said))
        locations.extend(_added(begin, told))
    return Collation(origin["label"], (base, *others), tuple(locations))


def _added(place: int, told: Mapping[str, _Told]) -> Iterator[Location]:
    """What each telling adds after a piece of the base."""
    for name, one in told.items():
        for words in one.added.get(place, ()):
            yield Location("", {name: words})


def _told(links: Sequence[LinkedSpans], cuts: Sequence[Piece], document: DocumentDict) -> _Told:
    """One telling's words by the piece of the base they correspond to, or follow."""
    starts, text = [begin for begin, _ in cuts], document["text"]
    where = {
        span: starts[bisect_right(starts, base_side[0][0]) - 1]
        for base_side, side in links
        for span in side
    }
    said: dict[int, str] = {}
    added: dict[int, list[str]] = {}
    last = FRONT
    for piece in sorted([*where, *_rest(document, sorted(where))]):
        words = text[piece[0] : piece[1]]
        if piece in where:
            last = where[piece]
            said[last] = f"{said[last]} {words}" if last in said else words
        else:
            added.setdefault(last, []).append(words)
    return _Told(said, added)


def _links(story: StoryDict, base: str, other: str) -> list[LinkedSpans]:
    """Linked spans, those of the base first; none where the pair is not listed."""
    for one in story["relations"]:
        if {one["left"], one["right"]} == {base, other}:
            sides = [(_spans(link["left"]), _spans(link["right"])) for link in one["links"]]
            return sides if one["left"] == base else [(right, left) for left, right in sides]
    return []


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Piece, ...]:
    return tuple(sorted((pair[0], pair[1]) for pair in pairs))


def _body(document: DocumentDict) -> list[Piece]:
    return [(one["begin"], one["end"]) for one in document["blocks"] if one["kind"] == "body"]


def _cuts(document: DocumentDict, sides: Sequence[tuple[Piece, ...]]) -> list[Piece]:
    """The body in pieces: linked runs (from the first to the last span of a link, those that
    overlap as one), and what stands between them.
    """
    runs: list[list[int]] = []
    for begin, end in sorted({(side[0][0], side[-1][1]) for side in sides if side}):
        if runs and begin < runs[-1][1]:
            runs[-1][1] = max(runs[-1][1], end)
        else:
            runs.append([begin, end])
    return sorted([*((one[0], one[1]) for one in runs), *_rest(document, runs)])


def _rest(document: DocumentDict, taken: Sequence[Sequence[int]]) -> list[Piece]:
    """The parts of the body outside the runs taken; both sorted. Blank parts are left out."""
    text, rest = document["text"], []
    for begin, end in _body(document):
        reached = begin
        for low, high in taken:
            if low < end and high > reached:
                rest.append((reached, low))
                reached = max(reached, high)
        rest.append((reached, end))
    return [(low, high) for low, high in rest if low < high and text[low:high].strip()]
