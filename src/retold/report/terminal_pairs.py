"""Pairs of tellings at a terminal: the closest of a story, and one pair in full for `compare`."""

from collections.abc import Iterator

from retold.model.document import Document
from retold.model.relation import Dependence, Link, LinkKind, Relation
from retold.model.story import Story
from retold.report import ranks, words
from retold.report.paint import Paint

# By eye: what fits on a screen.
CLOSEST_PAIRS = 3
REASONS_SHOWN = 3
UNDECIDED_LISTED = 3
SENTENCES_SHOWN = 4
SENTENCE_WIDTH = 240  # characters of a sentence before it is cut

_STYLES = {
    Dependence.DEPENDENT: "red",
    Dependence.INDEPENDENT: "green",
    Dependence.UNKNOWN: "yellow",
}


def comparison(
    relation: Relation, left: Document, right: Document, *, width: int, colour: bool
) -> str:
    """Two texts judged, with their reasons and a few sentences side by side; ends in a line break.

    Args:
        relation: the judgement.
        left: its left document.
        right: its right document.
        width: columns of the terminal.
        colour: whether to colour; the words say everything without it.
    """
    paint = Paint(colour, max(width, 40))
    lines = list(_pair(relation, paint, reasons=len(relation.reasons), indent=""))
    lines.insert(1, f"  {words.KIND_MEANINGS[relation.kind]}")
    if relation.links:
        lines += ["", paint("cyan", _counted(relation))]
    for link in _telling_links(relation):
        lines.append("")
        lines += _sentences(link, left, right, paint)
    return "\n".join(lines) + "\n"


def pairs(story: Story, paint: Paint) -> Iterator[str]:
    """The closest pairs of a story, the surest independent one, and the undecided."""
    dependent = ranks.of(Dependence.DEPENDENT, story.relations)
    independent = ranks.of(Dependence.INDEPENDENT, story.relations)
    undecided = ranks.of(Dependence.UNKNOWN, story.relations)
    shown = (
        ("Closest pairs", dependent[:CLOSEST_PAIRS]),
        ("Surest independent pair", independent[:1]),
        ("Undecided", undecided[:UNDECIDED_LISTED]),
    )
    for heading, relations in shown:
        if relations:
            yield ""
            yield paint("cyan", f"  {heading}")
        for relation in relations:
            yield from _pair(relation, paint, reasons=REASONS_SHOWN)
    counted = f"{story.pairs_judged} of {words.count(story.pairs_possible, 'pair')} judged"
    parts = [f"{len(dependent)} dependent", f"{len(independent)} independent"]
    parts.append(f"{len(undecided)} undecided")
    yield ""
    yield paint("dim", f"  {counted}; listed: {', '.join(parts)}")


def _pair(relation: Relation, paint: Paint, *, reasons: int, indent: str = "    ") -> Iterator[str]:
    pair = f"{words.line(relation.left, 48)} - {words.line(relation.right, 48)}"
    yield from paint.wrapped(pair, first=indent, then=indent + "  ")
    for part in paint.wrapped(judged(relation), first=indent + "  ", then=indent + "    "):
        yield paint(_STYLES[relation.dependence], part)
    for reason in relation.reasons[:reasons]:
        text = "· " + words.line(reason.text, 400)
        yield from paint.wrapped(text, first=indent + "  ", then=indent + "    ")
    more = len(relation.reasons) - reasons
    if more > 0:
        yield paint("dim", f"{indent}  · and {words.count(more, 'more reason')}")


def judged(relation: Relation) -> str:
    """A judgement in a line: kind, dependence, how sure, who from whom."""
    said = words.DEPENDENCE_WORDS[relation.dependence]
    if relation.dependence is not Dependence.UNKNOWN:
        how = f"{words.sure(relation.confidence)} ({words.percent(relation.confidence)})"
        kind = words.KIND_WORDS[relation.kind]
        said = f"{said}, {how}" if kind == said else f"{kind}: {said}, {how}"
    if relation.parent is not None:
        child = relation.left if relation.parent == relation.right else relation.right
        said += f"; {words.line(child, 48)} from {words.line(relation.parent, 48)}"
    return said


def _counted(relation: Relation) -> str:
    counts = [
        f"{sum(one.kind is kind for one in relation.links)} {words.LINK_WORDS[kind]}"
        for kind in LinkKind
    ]
    return f"Sentences that correspond: {', '.join(counts)}"


def _telling_links(relation: Relation) -> list[Link]:
    """The first few links, those with differences before the word for word."""
    ordered = sorted(relation.links, key=lambda one: one.kind is LinkKind.VERBATIM)
    return ordered[:SENTENCES_SHOWN]


def _sentences(link: Link, left: Document, right: Document, paint: Paint) -> Iterator[str]:
    yield paint("dim", f"  {words.LINK_WORDS[link.kind]}, likeness {link.likeness:.2f}")
    for mark, document, spans in (("<", left, link.left), (">", right, link.right)):
        text = " … ".join(span.of(document.text) for span in spans)
        shown = words.line(text, SENTENCE_WIDTH)
        yield from paint.wrapped(shown, first=f"  {mark} ", then="    ")
