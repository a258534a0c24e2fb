"""Words in marks that no other telling has, and that a parent quotes nearly so in other ones."""

from collections.abc import Iterator

from retold.changes.quotes.status import Ledger
from retold.changes.quotes.uses import Use
from retold.changes.tellings import Tellings
from retold.model.change import QuoteStyle
from retold.model.document import Document, Span
from retold.text.functions import FUNCTION_WORDS
from retold.text.negations import negations
from retold.text.quotes import Quotation
from retold.text.words import stem, words

# From this share of its telling words in what another telling quotes there, the words in
# marks are those in other words; by eye on rewordings of detectrl_derivations.
SAID_FROM = 0.6  # share

DOUBLE = frozenset('"“”«»„')


def broken(use: Use, text: str) -> bool:
    """Whether marks of the same kind stand inside: where the quotation ends is not known."""
    span = use.quotation.span
    marks = {text[span.begin - 1 : span.begin], text[span.end : span.end + 1]} & DOUBLE
    return any(mark in span.of(text) for mark in marks)


def reworded(use: Use, ledger: Ledger) -> bool:
    """Whether another telling of its origin quotes nearly the same, and denies and counts alike.

    What the other tells in its own words and this one in marks was made into a quotation.
    """
    tellings = ledger.quoted.tellings
    document = tellings.documents[use.document]
    mine = _stems(document, [use.quotation.span])
    for other, spans in _facing(use, ledger, tellings):
        theirs = _stems(other, spans)
        counts = {one for one in mine if one[0].isdigit()}
        alike = len(mine & theirs) >= SAID_FROM * len(mine) and counts <= theirs
        if mine and alike and _denials(document, [use.quotation.span]) == _denials(other, spans):
            return True
    return False


def _facing(
    use: Use, ledger: Ledger, tellings: Tellings
) -> Iterator[tuple[Document, tuple[Span, ...]]]:
    """What other tellings of the origin quote in the sentences linked to those of a use."""
    origin = ledger.standing[use.document].origin
    for (left, right), relation in tellings.relations.items():
        if use.document not in (left, right):
            continue
        name = right if use.document == left else left
        if ledger.standing[name].origin != origin:
            continue
        found: set[Span] = set()
        for link in relation.links:
            own, theirs = (
                (link.left, link.right)
                if relation.left == use.document
                else (link.right, link.left)
            )
            if any(span.meets(use.quotation.span) for span in own):
                found.update(theirs)
        quotations = tellings.quotations.get(name, ())
        marked = [
            one.span
            for one in quotations
            if one.style is not QuoteStyle.INDIRECT and any(one.span.meets(span) for span in found)
        ]
        text = tellings.documents[name].text
        marked += [span for span in found if _stray(text, span, quotations)]
        yield tellings.documents[name], tuple(sorted(marked))


def _stray(text: str, sentence: Span, quotations: tuple[Quotation, ...]) -> bool:
    """Whether a mark in a sentence belongs to no quotation that was read: it may be one."""
    return any(
        text[at] in DOUBLE and not any(one.marks.holds(Span(at, at + 1)) for one in quotations)
        for at in range(sentence.begin, sentence.end)
    )


def _stems(document: Document, spans: tuple[Span, ...] | list[Span]) -> set[str]:
    """Stems of the telling words in some spans."""
    return {
        stem(word.key, document.language)
        for span in spans
        for word in words(document.text, span)
        if word.key not in FUNCTION_WORDS
    }


def _denials(document: Document, spans: tuple[Span, ...] | list[Span]) -> int:
    """How often some spans deny."""
    return sum(one.firm for span in spans for one in negations(document.text, span))
