"""A story as the page shows it: tree, pairs, sides, texts, each ready for its template."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from retold.model.change import QuoteStyle
from retold.model.document import Document, Span
from retold.model.relation import Dependence, Relation
from retold.model.story import Story
from retold.report import anchors, ranks, side_by_side, tree
from retold.report.changes_view import ChangesView, begins_in, changes_view, quote_counts
from retold.report.full_text import FullText, full_text
from retold.report.side_by_side import Row, RowKind
from retold.report.tree_picture import Picture, picture

# By eye: pairs in the table before the rest is folded away, and pairs set side by side. A page
# with more is slow to open; the JSON has the links of all.
PAIRS_LISTED = 30
PAIRS_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Sides:
    """Two tellings side by side, the parent on the left where there is one.

    `directed`: whether one is known to be the parent, so that words were dropped and added.
    """

    relation: Relation
    left: Document
    right: Document
    anchor: str
    rows: tuple[Row, ...]
    directed: bool
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation in the table; `anchor` of its sides, None where they are not set beside."""

    relation: Relation
    left: Document
    right: Document
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A document of the story with its text in full and the number of its origin."""

    document: Document
    text: FullText
    origin: int | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything the template of a story needs.

    `pairs` first, then `further_pairs` behind a fold; `sides_left_out` pairs have links but are
    not set side by side.
    """

    story: Story
    anchor: str
    picture: Picture | None
    rows: tuple[tuple[tree.Row, int], ...]
    pairs: tuple[Pair, ...]
    further_pairs: tuple[Pair, ...]
    sides: tuple[Sides, ...]
    sides_left_out: int
    changes: ChangesView
    quote_counts: Mapping[str, int]
    tellings: tuple[Telling, ...]


def story_view(story: Story, documents: Mapping[str, Document]) -> StoryView:
    """The story laid out for the page. Every id in it must be in `documents`."""
    relations = ranks.by_dependence(story.relations)
    linked = [one for one in relations if one.links]
    sides = tuple(_sides(one, documents) for one in linked[:PAIRS_BESIDE])
    beside = {id(one.relation): one.anchor for one in sides}
    pairs = tuple(
        Pair(one, documents[one.left], documents[one.right], beside.get(id(one)))
        for one in relations
    )
    origin_of = {
        name: place for place, one in enumerate(story.origins, 1) for name in one.documents
    }
    changes = changes_view(story, documents)
    return StoryView(
        story=story,
        anchor=anchors.story(story.id),
        picture=picture(story.stemma, documents, origin_of),
        rows=tuple(tree.nesting(tree.rows(story.stemma))),
        pairs=pairs[:PAIRS_LISTED],
        further_pairs=pairs[PAIRS_LISTED:],
        sides=sides,
        sides_left_out=len(linked) - len(sides),
        changes=changes,
        quote_counts=quote_counts(story),
        tellings=_tellings(story, documents, _named(sides, changes, story), origin_of),
    )


def _sides(relation: Relation, documents: Mapping[str, Document]) -> Sides:
    left, right, links = documents[relation.left], documents[relation.right], relation.links
    if relation.parent == relation.right:
        left, right, links = right, left, side_by_side.turned(relation)
    rows = tuple(side_by_side.rows(links, left, right))
    counts = Counter(row.kind.value for row in rows)
    return Sides(
        relation=relation,
        left=left,
        right=right,
        anchor=anchors.pair(relation.left, relation.right),
        rows=rows,
        directed=relation.parent is not None and relation.dependence is Dependence.DEPENDENT,
        counts={kind.value: counts[kind.value] for kind in RowKind if counts[kind.value]},
    )


def _tellings(
    story: Story,
    documents: Mapping[str, Document],
    named: Mapping[str, set[int]],
    origin_of: Mapping[str, int],
) -> tuple[Telling, ...]:
    quoted = quotations(story)
    return tuple(
        Telling(
            documents[name],
            full_text(documents[name], quoted[name], named[name]),
            origin_of.get(name),
        )
        for name in sorted(story.documents)
    )


def quotations(story: Story) -> defaultdict[str, list[Span]]:
    """By document id, the words of the story's quotes that stand in marks."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for quote in story.quotes:
        for use in quote.uses:
            if use.style is not QuoteStyle.INDIRECT:
                found[use.place.document].append(use.place.span)
    return found


def _named(
    sides: Iterable[Sides], changes: ChangesView, story: Story
) -> defaultdict[str, set[int]]:
    """By document id, where the places begin that rows of the page link to."""
    found = begins_in(changes, story.documents)
    for one in sides:
        for row in one.rows:
            for document, begin in zip((one.left, one.right), row.begins, strict=True):
                if begin is not None:
                    found[document.id].add(begin)
    return found
