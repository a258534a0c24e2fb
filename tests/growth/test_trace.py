"""Where a text comes from, asked of a store."""

from pathlib import Path

from retold.backends.store.store import reading
from retold.bench import Settings, bench
from retold.growth.trace import Trace, Tracer
from tests.growth.piles import add, document, pile
from tests.invented.prose import excerpt, retyped, story


def traced(folder: Path, text: str, name: str = "asked") -> Trace:
    with reading(folder) as store:
        return Tracer(store, bench(Settings())).trace(document(name, text))


def test_a_copy_comes_from_what_it_copies(tmp_path: Path) -> None:
    add(tmp_path, pile(11))

    found = traced(tmp_path, retyped(story(2011).body))
    assert found.parent is not None
    assert found.parent.document.id in {"e-apart", "t-retyped"}
    assert [origin.documents for origin in found.origins] == [("e-apart", "k-other", "t-retyped")]


def test_a_part_of_a_text_leads_to_the_whole(tmp_path: Path) -> None:
    add(tmp_path, pile(11))

    found = traced(tmp_path, excerpt(story(11), 6, 4).body)
    assert found.parent is not None
    assert found.parent.story.documents[0] == "a-first"


def test_a_text_of_its_own_comes_from_nowhere(tmp_path: Path) -> None:
    add(tmp_path, pile(11))

    assert traced(tmp_path, story(900).body) == Trace((), 0)


def test_a_text_that_the_store_holds_is_not_its_own_source(tmp_path: Path) -> None:
    add(tmp_path, [document("only", story(11).body)])

    assert traced(tmp_path, story(11).body, "only") == Trace((), 0)
    assert traced(tmp_path, story(11).body, "other").parent is not None
