"""A story as the page shows it: tree, pairs, sides, texts, each ready for its template."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.model.change import QuoteStyle
from retold.model.document import Document, Place, Span
from retold.model.relation import Relation
from retold.model.story import Story
from retold.report import anchors, beside, ranks, tree
from retold.report.beside import Sides
from retold.report.changes_view import ChangesView, changes_view
from retold.report.full_text import LONGEST, FullText, full_text
from retold.report.ledger_view import LedgerView, ledger_view, quote_counts
from retold.report.rebuilt_view import RebuiltView, rebuilt_views
from retold.report.script_data import script_data
from retold.report.short_names import short_names
from retold.report.tree_picture import Picture, picture
from retold.text.sentences import sentences

# By eye: pairs in the table before the rest is left to the JSON.
PAIRS_LISTED = 300


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

    Attributes:
        short: by document id, its name in a narrow column.
        number: by document id, its place in the story, by which the page's script knows it.
        cited: by document id, where the sentences begin that links cite, sorted.
        linked: pairs that have links, those set beside among them.
    """

    story: Story
    anchor: str
    short: Mapping[str, str]
    number: Mapping[str, int]
    origin_of: Mapping[str, int]
    picture: Picture | None
    rows: tuple[tuple[tree.Row, int], ...]
    pairs: tuple[Pair, ...]
    pairs_left_out: int
    sides: tuple[Sides, ...]
    linked: int
    changes: ChangesView
    ledger: LedgerView
    rebuilt: tuple[RebuiltView, ...]
    quote_counts: Mapping[str, int]
    tellings: tuple[Telling, ...]
    cited: Mapping[str, Sequence[int]]
    data: str

    def cite(self, document: str, begin: int) -> str:
        """The anchor of the sentence that holds a place."""
        begins = self.cited.get(document, ())
        place = bisect_right(begins, begin)
        if not place:
            return anchors.document(document)
        return anchors.sentence(document, begins[place - 1])


def story_view(story: Story, documents: Mapping[str, Document]) -> StoryView:
    """The story laid out for the page. Every id in it must be in `documents`."""
    held = beside.holding(story.relations, story.stemma)[: beside.PAIRS_BESIDE]
    sides = tuple(beside.sides(one, documents) for one in held)
    origin_of = {
        name: place for place, one in enumerate(story.origins, 1) for name in one.documents
    }
    changes, ledger = changes_view(story), ledger_view(story, documents)
    rebuilt = rebuilt_views(story)
    places = (*changes.places, *ledger.places, *(p for one in rebuilt for p in one.places))
    cited = _cited(story, documents, places)
    pairs = _pairs(story, documents, sides)
    return StoryView(
        story=story,
        anchor=anchors.story(story.id),
        short=short_names(story.documents),
        number={name: number for number, name in enumerate(story.documents)},
        origin_of=origin_of,
        picture=picture(story.stemma, documents, origin_of),
        rows=tuple(tree.nesting(tree.rows(story.stemma))),
        pairs=pairs[:PAIRS_LISTED],
        pairs_left_out=max(len(pairs) - PAIRS_LISTED, 0),
        sides=sides,
        linked=sum(bool(one.links) for one in story.relations),
        changes=changes,
        ledger=ledger,
        rebuilt=rebuilt,
        quote_counts=quote_counts(story),
        tellings=_tellings(story, documents, cited, origin_of),
        cited=cited,
        data=script_data(story),
    )


def _pairs(
    story: Story, documents: Mapping[str, Document], sides: Iterable[Sides]
) -> tuple[Pair, ...]:
    anchor = {id(one.relation): one.anchor for one in sides}
    return tuple(
        Pair(one, documents[one.left], documents[one.right], anchor.get(id(one)))
        for one in ranks.by_dependence(story.relations)
    )


def _tellings(
    story: Story,
    documents: Mapping[str, Document],
    cited: Mapping[str, Sequence[int]],
    origin_of: Mapping[str, int],
) -> tuple[Telling, ...]:
    quoted = quotations(story)
    return tuple(
        Telling(
            documents[name],
            full_text(documents[name], quoted[name], cited[name]),
            origin_of.get(name),
        )
        for name in story.documents
    )


def quotations(story: Story) -> defaultdict[str, list[Span]]:
    """By document id, the words of the story's quotes that stand in marks."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for quote in story.quotes:
        for use in quote.uses:
            if use.style is not QuoteStyle.INDIRECT:
                found[use.place.document].append(use.place.span)
    return found


def _cited(
    story: Story, documents: Mapping[str, Document], places: Iterable[Place]
) -> dict[str, list[int]]:
    """Where the sentences of the bodies begin, and places outside of them that rows link to."""
    found = {name: _sentences(documents[name]) for name in story.documents}
    bodies = {name: documents[name].body for name in story.documents}
    for place in places:
        inside = (one.begin <= place.span.begin < one.end for one in bodies[place.document])
        if not any(inside):
            found[place.document].add(place.span.begin)
    return {name: sorted(begins) for name, begins in found.items()}


def _sentences(document: Document) -> set[int]:
    shown = [Span(one.begin, min(one.end, LONGEST)) for one in document.body if one.begin < LONGEST]
    return {one.begin for one in sentences(document.text, shown, document.language)}
