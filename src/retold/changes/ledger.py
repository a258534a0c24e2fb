"""The quotations of a story's tellings as they stand: spans and style, one record a wording.

Speakers, statuses and the joining of altered wordings are the ledger's, which comes later.
"""

from collections import defaultdict

from retold.changes.tellings import Tellings
from retold.model.change import QuoteRecord, QuoteUse
from retold.model.document import Place, Span
from retold.text.words import words


def ledger(tellings: Tellings) -> tuple[QuoteRecord, ...]:
    """Every run of words between marks in the bodies; uses of one folded wording are one record.

    In the order of their first place; empty where no body quotes.
    """
    uses: dict[tuple[str, ...], list[tuple[QuoteUse, str]]] = defaultdict(list)
    for name in sorted(tellings.documents):
        document = tellings.documents[name]
        for found in tellings.quotations[name]:
            key = tuple(word.key for word in words(document.text, found.span))
            use = QuoteUse(Place(name, found.span), found.style)
            uses[key].append((use, _flat(document.text, found.span)))
    ordered = sorted(uses.values(), key=lambda group: group[0][0].place)
    return tuple(
        QuoteRecord(
            id=f"q{number}",
            speaker=None,
            wording=group[0][1],
            uses=tuple(use for use, _ in group),
        )
        for number, group in enumerate(ordered, 1)
    )


def _flat(text: str, span: Span) -> str:
    """The words of a quotation on one line."""
    return " ".join(span.of(text).split())
