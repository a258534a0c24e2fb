"""The makers that a document names: in its text, its furniture and its page's metadata."""

from collections.abc import Iterator

from retold.model.document import AttributionKind, Document, Span
from retold.text.credits import Credit, CreditKind, credited
from retold.text.mastheads import masthead
from retold.text.outlets import outlet_like, same_outlet

NOWHERE = Span(0, 0)
# How far a name in the metadata speaks for the maker of the text, 0..1, by eye: an agency that
# signs alone as a credit line does; one that signs beside writers gave part of it.
ALONE, BESIDE, PROVIDED = 0.95, 0.6, 0.8


def credited_makers(document: Document) -> tuple[Credit, ...]:
    """The outlets that a document names as its maker, in its words, furniture and metadata."""
    text, blocks = document.text, document.blocks
    own = masthead(text, blocks)
    named = credited(text, blocks, document.language)
    return (*named, *((own,) if own else ()), *stated_makers(document))


def stated_makers(document: Document) -> Iterator[Credit]:
    """The agencies that sign a page and the outlets that its metadata say provided the text.

    The page's own outlet, and names that are no outlet's by their words, are left out.
    """
    for one in document.attributions:
        name = one.name or ""
        if document.outlet and same_outlet(name, document.outlet):
            continue
        if one.kind is AttributionKind.AGENCY:
            weight = ALONE if document.byline == name else BESIDE
            yield Credit(name, NOWHERE, CreditKind.BYLINE_OUTLET, weight, in_body=False)
        elif one.kind in {AttributionKind.PROVIDER, AttributionKind.SYNDICATED} and outlet_like(
            name
        ):
            yield Credit(name, NOWHERE, CreditKind.CREDIT_LINE, PROVIDED, in_body=False)
