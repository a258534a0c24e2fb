"""An invented story as a hand-made `Result`: every kind of node, edge, block and answer once."""

import hashlib
import re
from typing import Any

from rapidfuzz.distance import Indel

from retold.model.change import QuoteRecord, QuoteStyle, QuoteUse
from retold.model.document import Block, BlockKind, DateBasis, Dated, Document, Place, Span
from retold.model.relation import Dependence, Link, LinkKind, Reason, Relation, RelationKind
from retold.model.run import Rejected, Result, Run
from retold.model.story import (
    Descent,
    DescentKind,
    Node,
    NodeKind,
    Origin,
    Primary,
    Stemma,
    Story,
)
from tests.report.bridge_texts import EARLIER, FOREIGN, LATER, OWN, PARAPHRASE, REWRITE


def made(
    name: str, *pieces: tuple[BlockKind, str], dates: tuple[Dated, ...] = (), **facts: Any
) -> Document:
    """A document whose text is the pieces with blank lines between, each labelled."""
    text, blocks = "", []
    for kind, piece in pieces:
        begin = len(text)
        text += piece
        blocks.append(Block(Span(begin, len(text)), kind))
        text += "\n\n"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=name,
        text=text,
        blocks=tuple(blocks),
        sha256=digest,
        dates=dates,
        **({"language": "en", "path": f"pile/{name}.txt"} | facts),
    )


def documents() -> tuple[Document, ...]:
    """Five tellings of one event, two of them in the furniture of a site, and one of another."""
    body, furniture = BlockKind.BODY, BlockKind.FURNITURE
    clock = "Sunday, March 21, 2032   |   Subscribe   |   Sign in"
    return (
        made(
            "bridge-01",
            (furniture, "Listen to this story · 3 min"),
            (BlockKind.TITLE, "Surveyor warned town of bridge, tape shows"),
            (BlockKind.BYLINE, "By our own staff"),
            (body, LATER),
            (BlockKind.CAPTION, "The footbridge in 2029. Photograph: Marl Street Society"),
            (furniture, "Latest\nFerry fares to rise again · 2 hours ago\nWhat the tide left · 5h"),
            outlet="Quayside Now",
            title="Surveyor warned town of bridge, tape shows",
            dates=(Dated("2031-11-22", DateBasis.METADATA),),
        ),
        made(
            "bridge-02",
            (furniture, clock),
            (body, EARLIER),
            outlet="The Daily Ledger",
            dates=(Dated("2032-03-21", DateBasis.PAGE_CLOCK, Span(0, 22)),),
        ),
        made(
            "bridge-03", (body, PARAPHRASE), outlet="Worldbrief", url="https://example.org/b?a=1&b"
        ),
        made("bridge-04", (body, REWRITE)),
        made(
            "bridge-05",
            (BlockKind.TITLE, "“I am asking you to close a bridge”"),
            (body, OWN),
            (furniture, "If you value reporting like this, give what you can."),
            outlet="The Salt Road Post",
            title="“I am asking you to close a bridge”",
            dates=(Dated("2031-11-23", DateBasis.DATELINE),),
        ),
        made("faehre-01", (body, FOREIGN), language="de", outlet="Altwerder Bote"),
    )


def links(left: Document, right: Document, *, least: float = 0.45) -> tuple[Link, ...]:
    """Sentences matched greedily by shared words: good enough for a picture."""
    found, used = [], set()
    lefts = sentences(left)
    for span in sentences(right):
        right_words = span.of(right.text).split()
        scored = [
            (Indel.normalized_similarity(one.of(left.text).split(), right_words), one)
            for one in lefts
            if one not in used
        ]
        likeness, best = max(scored, default=(0.0, span))
        if likeness >= least:
            used.add(best)
            verbatim, edited = likeness == 1, likeness >= 0.7
            kind = LinkKind.EDITED if edited else LinkKind.REWRITTEN
            kind = LinkKind.VERBATIM if verbatim else kind
            found.append(Link((best,), (span,), kind, likeness))
    return tuple(found)


def sentences(document: Document) -> list[Span]:
    """Sentences of the body by full stops and line breaks."""
    return [
        Span(body.begin + match.start(), body.begin + match.end())
        for body in document.body
        for match in re.finditer(
            r"\S[^\n]*?(?:[.!?][\"”]?(?=\s|$)|$)", body.of(document.text), re.MULTILINE
        )
    ]


def relations(held: dict[str, Document]) -> tuple[Relation, ...]:
    """Every pair of the five: dependent in all kinds, shared-source, and one left open."""
    kinds = RelationKind
    said = {
        ("01", "02"): (kinds.REVISION, 0.991, "02", "8 of 9 sentences stand word for word in both"),
        ("01", "03"): (kinds.PARAPHRASE, 0.967, "01", "6 sentences follow one another, reworded"),
        ("01", "04"): (kinds.REWRITE, 0.86, "01", "the same five facts were chosen"),
        ("01", "05"): (kinds.SHARED_SOURCE, 0.93, None, "all they share stands in quotation marks"),
        ("02", "03"): (kinds.PARAPHRASE, 0.94, None, "6 sentences follow one another, reworded"),
        ("02", "04"): (kinds.REWRITE, 0.81, None, "the same five facts were chosen"),
        ("02", "05"): (kinds.SHARED_SOURCE, 0.95, None, "all they share stands in quotation marks"),
        ("03", "04"): (kinds.REWRITE, 0.71, None, "the same order of facts"),
        ("03", "05"): (kinds.SHARED_SOURCE, 0.9, None, "all they share stands in quotation marks"),
        ("04", "05"): (kinds.UNKNOWN, 0.55, None, "too little to say: 120 words to compare"),
    }
    return tuple(relation(held, pair, *facts) for pair, facts in said.items())


def relation(
    held: dict[str, Document],
    pair: tuple[str, str],
    kind: RelationKind,
    confidence: float,
    parent: str | None,
    reason: str,
) -> Relation:
    """One relation of the invented story."""
    left, right = (held[f"bridge-{one}"] for one in pair)
    dependence = Dependence.DEPENDENT
    if kind is RelationKind.UNKNOWN:
        dependence = Dependence.UNKNOWN
    elif kind is RelationKind.SHARED_SOURCE:
        dependence = Dependence.INDEPENDENT
    return Relation(
        left=left.id,
        right=right.id,
        kind=kind,
        dependence=dependence,
        parent=f"bridge-{parent}" if parent else None,
        confidence=confidence,
        reasons=(
            Reason("prose-shared", reason),
            Reason("rare-wording", "both say “with light injuries” and “by the town's own count”"),
        ),
        links=links(left, right),
        derived=confidence if dependence is Dependence.DEPENDENT else 1 - confidence,
        same_event=0.98,
    )


def stemma() -> Stemma:
    """A primary over a lost telling in two revisions; one node with a second parent."""
    attested = [
        Node(f"n{n}", NodeKind.ATTESTED, f"bridge-0{n}", f"bridge-0{n}") for n in range(1, 6)
    ]
    return Stemma(
        nodes=(
            Node("p1", NodeKind.PRIMARY, "Tidewater Archive recording"),
            Node("l1", NodeKind.LOST, "The Northern Wire"),
            Node("l2", NodeKind.LOST, "The Northern Wire, later revision"),
            *attested,
        ),
        descents=(
            Descent("p1", "l1", DescentKind.CITES, 0.9),
            Descent("p1", "n5", DescentKind.CITES, 0.9),
            Descent("l1", "n2", DescentKind.COPY, 0.97),
            Descent("l1", "l2", DescentKind.REVISION, 0.95),
            Descent("l2", "n1", DescentKind.COPY, 0.99),
            Descent("l2", "n3", DescentKind.PARAPHRASE, 0.96),
            Descent("l2", "n4", DescentKind.REWRITE, 0.81),
            Descent("n2", "n4", DescentKind.REWRITE, 0.4, secondary=True),
        ),
    )


def quotes(held: dict[str, Document]) -> tuple[QuoteRecord, ...]:
    """Every run between marks, each a record of its own."""
    found: list[QuoteRecord] = []
    for document in held.values():
        for match in re.finditer(r"\"([^\"]+)\"", document.text):
            place = Place(document.id, Span(match.start(1), match.end(1)))
            use = QuoteUse(place, QuoteStyle.DIRECT)
            found.append(QuoteRecord(f"q{len(found)}", None, match.group(1), (use,)))
    return tuple(found)


def result() -> Result:
    """Two stories, one of them of a single telling in German, and two inputs not read."""
    everything = documents()
    held = {one.id: one for one in everything if one.id.startswith("bridge")}
    names = tuple(held)
    pairs = relations(held)
    bridge = Story(
        id="9f2c41d07ab35e60",
        title="Surveyor warned town of bridge, tape shows",
        documents=names,
        origins=(
            Origin("The Northern Wire", names[:4]),
            Origin("The Salt Road Post", names[4:]),
        ),
        origins_at_most=3,
        primaries=(Primary("Tidewater Archive recording", None, names),),
        pairs_judged=10,
        pairs_possible=10,
        relations=pairs,
        stemma=stemma(),
        quotes=quotes(held),
    )
    return Result(
        run=Run("0.1.0", hashlib.sha256(b"settings").hexdigest(), None, len(everything)),
        documents=everything,
        stories=(bridge, alone(everything[-1])),
        rejected=(
            Rejected("pile/empty.txt", None, "empty: no character in it"),
            Rejected("pile/more.jsonl", 3, "no 'text' field (found: body, id)"),
        ),
    )


def alone(document: Document) -> Story:
    """A story of one telling."""
    return Story(
        id=hashlib.sha256(document.id.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        title=document.title or document.id,
        documents=(document.id,),
        origins=(Origin(document.outlet or document.id, (document.id,)),),
        origins_at_most=1,
        primaries=(),
        pairs_judged=0,
        pairs_possible=0,
        relations=(),
        stemma=Stemma((Node("n1", NodeKind.ATTESTED, document.id, document.id),), ()),
    )
