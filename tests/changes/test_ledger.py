from hypothesis import given
from hypothesis import strategies as st

from retold.changes.ledger import ledger
from retold.changes.tellings import Tellings
from retold.model.change import QuoteStyle
from retold.model.document import Block, BlockKind, Document, Span
from retold.model.story import Stemma
from retold.text.quotes import quotations


def document(name: str, text: str, body: int | None = None) -> Document:
    """A document whose first `body` characters are body, the rest furniture."""
    end = len(text) if body is None else body
    kinds = [(Span(0, end), BlockKind.BODY), (Span(end, len(text)), BlockKind.FURNITURE)]
    blocks = tuple(Block(span, kind) for span, kind in kinds if len(span))
    return Document(name, text, blocks, "en")


def tellings_of(held: dict[str, Document]) -> Tellings:
    """Documents of one story, unrelated as far as anyone judged."""
    quoted = {name: quotations(one.text, one.body, one.language) for name, one in held.items()}
    return Tellings(held, {}, quoted, {}, Stemma((), ()), (), ())


def records(*documents: Document) -> list[tuple[str, list[tuple[str, str]]]]:
    """Wording, and document and words of each use."""
    held = {one.id: one for one in documents}
    return [
        (
            record.wording,
            [
                (use.place.document, use.place.span.of(held[use.place.document].text))
                for use in record.uses
            ],
        )
        for record in ledger(tellings_of(held))
    ]


def test_a_use_is_the_words_between_one_pair_of_marks() -> None:
    assert records(document("a", 'Vannick said: "It was tired."')) == [
        ("It was tired.", [("a", "It was tired.")])
    ]


def test_one_wording_in_two_typographies_is_one_quote() -> None:
    found = records(
        document("a", 'He called it "a routine matter" twice.'),
        document("b", "“A routine matter,” he said."),
    )

    assert found == [("a routine matter", [("a", "a routine matter"), ("b", "A routine matter,")])]


def test_quotes_come_in_the_order_of_their_first_place() -> None:
    found = records(
        document("b", '"The roof fell in," she said. "Nobody was hurt."'),
        document("a", '"Nobody was hurt," they said.'),
    )

    assert [wording for wording, _ in found] == ["Nobody was hurt,", "The roof fell in,"]


def test_nothing_is_quoted_from_furniture() -> None:
    text = 'The mill burned. Read more: "Ten soups for a cold week"'

    assert records(document("a", text, 16)) == []


def test_speakers_and_statuses_are_left_to_the_ledger() -> None:
    (record,) = ledger(tellings_of({"a": document("a", '"The roof fell in," said Petra Vannick.')}))

    assert (record.id, record.speaker) == ("q1", None)
    assert (record.uses[0].status, record.uses[0].speaker) == (None, None)
    assert record.uses[0].style in set(QuoteStyle)


def test_the_wording_of_a_quotation_has_single_spaces() -> None:
    ((wording, _),) = records(document("a", 'She said: "We asked \u00a0 twice for it."'))

    assert wording == "We asked twice for it."


@given(st.lists(st.text('ab"“” .,\n', max_size=30), min_size=1, max_size=3))
def test_every_use_lies_in_its_text_whatever_the_marks(texts: list[str]) -> None:
    held = {str(place): document(str(place), text) for place, text in enumerate(texts)}

    for record in ledger(tellings_of(held)):
        assert all(use.place.span.end <= len(held[use.place.document].text) for use in record.uses)
