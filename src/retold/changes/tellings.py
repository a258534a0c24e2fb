"""A story before its tellings are asked what changed: texts, sentences, quotations, tree."""

from collections.abc import Mapping
from dataclasses import dataclass

from retold.model.document import Document
from retold.model.relation import Relation
from retold.model.story import Origin, Primary, Stemma
from retold.pairs.reading import Reading
from retold.text.quotes import Quotation


@dataclass(frozen=True, slots=True)
class Tellings:
    """What every question about changes starts from; mappings by document id.

    Attributes:
        documents: the tellings.
        readings: their sentences and words.
        quotations: what each quotes, with speakers where the text gives one, in order.
        relations: the judged pairs with their links, by (left, right), left < right. All pairs of
            a short story; of a long one those that met.
        stemma: who descends from whom.
        origins: the tellings by the telling they go back to.
        primaries: what they rest on.
    """

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    quotations: Mapping[str, tuple[Quotation, ...]]
    relations: Mapping[tuple[str, str], Relation]
    stemma: Stemma
    origins: tuple[Origin, ...]
    primaries: tuple[Primary, ...]
