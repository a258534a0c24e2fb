import pickle

import pytest

from retold.model.document import (
    Attribution,
    AttributionKind,
    Block,
    BlockKind,
    DateBasis,
    Dated,
    Document,
    Mark,
    MarkKind,
    Span,
)


@pytest.mark.parametrize("text", ["The pier stays closed.", "The pier \ud83d stays closed."])
def test_a_document_goes_to_another_process_as_it_is(text: str) -> None:
    document = Document(
        id="harbour-1",
        text=text,
        blocks=(Block(Span(0, 8), BlockKind.TITLE), Block(Span(9, len(text)), BlockKind.BODY)),
        language="en",
        dates=(Dated("2031-03-03", DateBasis.DATELINE, Span(0, 3)),),
        attributions=(Attribution(AttributionKind.AGENCY, "Lowmere Wire"),),
        marks=(Mark(MarkKind.ZERO_WIDTH, "pier", 1, Span(4, 8)),),
    )

    arrived = pickle.loads(pickle.dumps(document))

    assert arrived == document
    assert repr(arrived) == repr(document)
