"""Pairs of documents judged as `retold.compare` judges them, each document read once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retold.backends.frequencies import frequencies
from retold.bench import Settings, bench
from retold.model.document import Document
from retold.model.relation import Relation
from retold.pairs.reading import Reading, prepare
from retold.pairs.relate import relate
from retold.stories.event import same_event
from retold.stories.sketch import Sketch, sketch


@dataclass(frozen=True, slots=True)
class Ready:
    """A document with all that is worked out of it alone."""

    reading: Reading
    sketch: Sketch


def ready(document: Document) -> Ready:
    """A document made ready for comparing."""
    rarity = frequencies(frozenset({"en"}))
    reading = prepare(document, rarity)
    return Ready(reading, sketch(document, reading, rarity))


def related(pairs: Iterable[tuple[Document, Document]]) -> Iterator[Relation]:
    """The relation of every pair, in order; a document met again is not read again."""
    tools = bench(Settings())
    held: dict[Document, Ready] = {}
    for pair in pairs:
        for document in pair:
            if document not in held:
                held[document] = ready(document)
        left, right = (held[document] for document in pair)
        likeness = same_event(left.sketch, right.sketch, tools.events)
        yield relate(left.reading, right.reading, tools.judge, likeness)
