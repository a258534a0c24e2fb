"""Invented tellings of one story, with the tree a test says they have."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from retold.backends.frequencies import frequencies
from retold.changes.ledger import ledger as records
from retold.changes.quotes.status import judge
from retold.changes.tellings import Tellings
from retold.model.change import QuoteRecord
from retold.model.document import Block, BlockKind, Document, Span
from retold.model.relation import Dependence, Relation, RelationKind
from retold.model.story import Descent, DescentKind, Node, NodeKind, Origin, Stemma
from retold.pairs.align import AlignSettings, align
from retold.pairs.collate import collate
from retold.pairs.reading import prepare
from retold.text.quotes import Quotation, quotations

LEAD = "The mill at Orrow Bridge burned down on Tuesday night, and nobody was hurt in the fire. "
END = (
    " The cause of the fire at Orrow Bridge is not known, and the owners gave no date for a report."
)


def document(name: str, text: str, body: int | None = None) -> Document:
    """A document whose first `body` characters are body, the rest furniture."""
    end = len(text) if body is None else body
    kinds = [(Span(0, end), BlockKind.BODY), (Span(end, len(text)), BlockKind.FURNITURE)]
    blocks = tuple(Block(span, kind) for span, kind in kinds if len(span))
    return Document(name, text, blocks, "en")


def tellings(
    texts: Mapping[str, str],
    descents: Mapping[str, tuple[str, DescentKind]] | None = None,
    origins: tuple[tuple[str, ...], ...] = (),
    speakers: Mapping[str, str] | None = None,
) -> Tellings:
    """Texts of one story: `descents` from child to parent, one origin where none are named.

    `speakers` gives every quotation of a telling to one speaker, in place of those it names.
    """
    held = {name: document(name, text) for name, text in texts.items()}
    return tellings_of(held, descents, origins, speakers)


def tellings_of(
    held: Mapping[str, Document],
    descents: Mapping[str, tuple[str, DescentKind]] | None = None,
    origins: tuple[tuple[str, ...], ...] = (),
    speakers: Mapping[str, str] | None = None,
) -> Tellings:
    """The same of documents."""
    rarity = frequencies(frozenset({"en"}))
    readings = {name: prepare(one, rarity) for name, one in held.items()}
    parted = origins or (tuple(sorted(held)),)
    relations = {}
    for left, right in combinations(sorted(held), 2):
        together = any(left in part and right in part for part in parted)
        links = align(collate(readings[left], readings[right]), AlignSettings()).links
        judged = Dependence.DEPENDENT if together else Dependence.INDEPENDENT
        kind = RelationKind.REVISION if together else RelationKind.SHARED_SOURCE
        lean = _lean(left, right, descents or {})
        relations[left, right] = Relation(
            left, right, kind, judged, None, 0.9, (), links, 0.9, 1.0, lean
        )
    edges = tuple(
        Descent(parent, child, kind, 0.9) for child, (parent, kind) in (descents or {}).items()
    )
    lost = sorted({edge.parent for edge in edges} - set(held))
    nodes = [Node(name, NodeKind.LOST, name) for name in lost]
    nodes += [Node(name, NodeKind.ATTESTED, name, name) for name in sorted(held)]
    quoted = {
        name: tuple(
            _said_by(one, (speakers or {}).get(name))
            for one in quotations(held[name].text, held[name].body, "en")
        )
        for name in held
    }
    return Tellings(
        held,
        readings,
        quoted,
        relations,
        Stemma(tuple(nodes), edges),
        tuple(Origin(part[0], part) for part in parted),
        (),
    )


def _lean(left: str, right: str, descents: Mapping[str, tuple[str, DescentKind]]) -> float:
    """What speaks for the left one having come first where the tree says which did."""
    above = {child: parent for child, (parent, _) in descents.items()}
    return 3.0 * ((above.get(right) == left) - (above.get(left) == right))


def _said_by(quotation: Quotation, speaker: str | None) -> Quotation:
    return quotation if speaker is None else replace(quotation, speaker=speaker)


def ledger(story: Tellings) -> tuple[QuoteRecord, ...]:
    """The quotations of a story, judged."""
    return records(judge(story))


def telling(sentence: str) -> str:
    """A short report round one sentence."""
    return f"{LEAD}{sentence}{END}"


def statuses(story: Tellings) -> dict[tuple[str, str], str | None]:
    """The status of every use, by telling and words."""
    texts = {name: one.text for name, one in story.documents.items()}
    return {
        (use.place.document, use.place.span.of(texts[use.place.document])): use.status
        for record in ledger(story)
        for use in record.uses
    }
