"""The day that each telling speaks from: the date of writing its expressions are reckoned from.

The page's own clock says when the page was shown, and a crawl when it was fetched: neither is ever
taken. A copy speaks from the day of the text it copies, whatever its own page says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx

from retold.changes.tellings import Tellings
from retold.model.document import DateBasis, Dated, DateKind, Document, Span
from retold.model.relation import Dependence, Relation, RelationKind

# What gives a date of writing, the best first.
BASES = (DateBasis.DATELINE, DateBasis.METADATA, DateBasis.URL, DateBasis.HTTP)
# Relations over which a text is carried with the day it speaks from.
CARRYING = frozenset(
    {RelationKind.COPY, RelationKind.REVISION, RelationKind.EXCERPT, RelationKind.PARAPHRASE}
)
# Tellings of an event that are dated so near to each other tell it as it happened: an undated one
# among them is taken to be of the same days.
AS_IT_HAPPENED = 7  # days between the first and the last
BASIS_WORDS = {
    DateBasis.DATELINE: "its dateline",
    DateBasis.METADATA: "the page's metadata",
    DateBasis.URL: "the address of the page",
    DateBasis.HTTP: "the server",
}


@dataclass(frozen=True, slots=True)
class Written:
    """The day a telling speaks from, and how that is known, in words for the reader."""

    at: date
    reason: str


def own_date(document: Document) -> Written | None:
    """The date of writing that a document itself gives, by the best basis; the first published."""
    kept = [(one, day) for one in document.dates if (day := _day(one)) is not None]
    if not kept:
        return None
    best, day = min(kept, key=lambda pair: (*_rank(pair[0]), pair[1]))
    return Written(day, BASIS_WORDS[best.basis])


def _rank(dated: Dated) -> tuple[int, int]:
    return BASES.index(dated.basis), dated.kind is not DateKind.PUBLISHED


def _day(dated: Dated) -> date | None:
    if dated.basis not in BASES:
        return None
    try:
        return date.fromisoformat(dated.at[:10])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Speaking:
    """The days that tellings speak from.

    Attributes:
        texts: by id; those of which nothing is known are left out.
        sentences: of single sentences that were carried over from an earlier text, by id and span.
    """

    texts: Mapping[str, Written]
    sentences: Mapping[tuple[str, Span], Written]

    def of(self, document: str, sentence: Span) -> Written | None:
        """The day a sentence speaks from; None where nothing is known."""
        return self.sentences.get((document, sentence)) or self.texts.get(document)


def speaking(tellings: Tellings) -> Speaking:
    """The day each telling speaks from.

    Its own date; for a telling without one the earliest of the forms of its text, then of its
    origin, then of the story if that was told within `AS_IT_HAPPENED`. A sentence that an earlier
    form of the text has too speaks from the date of that.
    """
    given = {name: day for name, one in tellings.documents.items() if (day := own_date(one))}
    if not given:
        return Speaking({}, {})
    texts = dict(given)
    for part in _carried(tellings):
        _lend(texts, part, "whose text this is a form of")
    for origin in tellings.origins:
        _lend(texts, set(origin.documents), "of the same origin")
    days = [one.at for one in given.values()]
    if (max(days) - min(days)).days <= AS_IT_HAPPENED:
        _lend(texts, set(tellings.documents), "another telling of the event")
    return Speaking(texts, _sentences(tellings, given))


def _lend(texts: dict[str, Written], part: set[str], why: str) -> None:
    """Gives the earliest date of a part to those of it that have none."""
    dated = part & texts.keys()
    if dated:
        first = min(dated, key=lambda name: (texts[name].at, name))
        lent = Written(texts[first].at, f"the date of {first}, {why}")
        texts.update(dict.fromkeys(part - dated, lent))


def _sentences(tellings: Tellings, given: Mapping[str, Written]) -> dict[tuple[str, Span], Written]:
    """The sentences that an earlier dated form of the same text has too, with the earliest date."""
    found: dict[tuple[str, Span], Written] = {}
    for relation in _carrying(tellings):
        left, right = relation.left, relation.right
        if left not in given or right not in given or given[left].at == given[right].at:
            continue
        later = max((left, right), key=lambda name: given[name].at)
        first = right if later == left else left
        lent = Written(given[first].at, f"the date of {first}, which has the sentence too")
        for link in relation.links:
            for span in link.left if later == left else link.right:
                known = found.get((later, span))
                if known is None or (lent.at, lent.reason) < (known.at, known.reason):
                    found[later, span] = lent
    return found


def _carried(tellings: Tellings) -> list[set[str]]:
    """The tellings that are forms of one text, parted."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(tellings.documents))
    graph.add_edges_from((one.left, one.right) for one in _carrying(tellings))
    return [set(part) for part in nx.connected_components(graph)]


def _carrying(tellings: Tellings) -> list[Relation]:
    """The relations between forms of one text, inside an origin."""
    origin = {name: at for at, one in enumerate(tellings.origins) for name in one.documents}
    return [
        relation
        for (left, right), relation in sorted(tellings.relations.items())
        if relation.dependence is Dependence.DEPENDENT
        and relation.kind in CARRYING
        and origin.get(left) == origin.get(right)
    ]
