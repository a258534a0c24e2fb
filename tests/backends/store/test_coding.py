"""What a store packs comes out as it went in."""

import pytest

from retold.backends.store.coding import document_of, packed_document, packed_story, story_of
from retold.bench import Settings
from retold.model.document import Block, BlockKind, Document, Span
from retold.pipeline import retell
from tests.growth.piles import pile


@pytest.mark.parametrize("title", ["A title", "half a \ud83d pair"])
def test_a_document_comes_out_as_it_went_in(title: str) -> None:
    text = f"{title}\nA text."
    blocks = (Block(Span(0, len(title)), BlockKind.TITLE),)
    document = Document("a", text, blocks, title=title, url="https://a.example/b")

    assert document_of(packed_document(document), text, "a", None) == document


def test_a_story_comes_out_as_it_went_in() -> None:
    stories = retell(pile(5), Settings())

    assert [story_of(packed_story(story)) for story in stories] == stories
