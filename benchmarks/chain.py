"""Two texts through the whole chain, the first dated before the second."""

from retold.bench import Settings
from retold.model.change import Drift
from retold.model.document import Block, BlockKind, DateBasis, Dated, Document, Span
from retold.pipeline import retell

# The ids of the two texts.
EARLIER, LATER = "a", "b"


def document(name: str, text: str, day: int) -> Document:
    """The whole text as a body, written on a day of one month."""
    dated = Dated(f"2031-03-{day:02}", DateBasis.METADATA)
    block = Block(Span(0, len(text)), BlockKind.BODY)
    return Document(name, text, (block,), language="en", dates=(dated,))


def drifts_of(before: str, after: str) -> list[Drift]:
    """What the chain finds between a text and its later form."""
    stories = retell([document(EARLIER, before, 1), document(LATER, after, 2)], Settings())
    return [drift for story in stories for drift in story.drifts]


def met(drift: Drift, name: str, span: Span | None) -> bool:
    """Whether a finding lies on a span of one of the two texts, whichever is its parent."""
    return span is not None and any(
        place is not None and place.document == name and place.span.meets(span)
        for place in (drift.parent, drift.child)
    )
