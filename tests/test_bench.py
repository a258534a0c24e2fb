"""Documents made ready, and pairs of them compared one by one or all at once."""

from itertools import combinations

import pytest

from retold.bench import Prepared, Ready, Settings, bench, compare, compares
from retold.model.document import Document
from retold.readers.text import document_of_text
from tests.invented.prose import paraphrase, retyped, story


def pile() -> dict[str, Document]:
    news = story(61)
    texts = [news.body, retyped(news.body), paraphrase(news).body, story(62).body, "", "One."]
    return {str(at): document_of_text(str(at), text) for at, text in enumerate(texts)}


@pytest.mark.parametrize("compiled", [False, True])
def test_pairs_compared_all_at_once_come_out_as_one_by_one(*, compiled: bool) -> None:
    held, pairs = Ready(pile()), list(combinations(sorted(pile()), 2))

    together = compares(pairs, held, bench(Settings(), compiled=compiled))

    assert together == [compare(pair, held, bench(Settings())) for pair in pairs]


def test_no_pairs_have_no_relations() -> None:
    assert compares([], Ready(pile()), bench(Settings())) == []


def test_a_sketch_that_was_drawn_before_is_not_drawn_again() -> None:
    drawn = Prepared(pile()["0"]).sketch

    ready = Ready(pile(), drawn={"0": drawn})

    assert ready["0"].sketch is drawn
    assert ready["1"].sketch.document == "1"


def test_the_documents_asked_for_last_stay_ready() -> None:
    ready = Ready(pile(), most=2)
    first, second = ready["0"], ready["1"]

    ready["0"], ready["2"]

    assert ready["0"] is first
    assert ready["1"] is not second
