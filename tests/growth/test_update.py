"""Documents taken into a store: each once, every revision, and stories that answer to old ids."""

from pathlib import Path

from retold.backends.store.shelf import Taken
from retold.backends.store.store import reading, writing
from retold.growth.update import take
from retold.model.document import Document
from retold.readers.mapping import from_mapping
from tests.growth.piles import add, document, exported, pile
from tests.growth.test_events import forget
from tests.invented.prose import paraphrase, story

ADDRESS = "https://paper.example/story"


def page(seed: int, name: str = ADDRESS) -> Document:
    made = from_mapping({"id": name, "url": ADDRESS, "text": story(seed).body})
    assert isinstance(made, Document)
    return made


def taken(folder: Path, *documents: Document) -> list[tuple[str, Taken]]:
    with writing(folder) as store:
        return [(one.id, one.taken) for one in take(store, documents)]


def test_the_same_text_of_an_address_is_held_already(tmp_path: Path) -> None:
    assert taken(tmp_path, page(1), page(1)) == [(ADDRESS, Taken.NEW), (ADDRESS, Taken.HELD)]


def test_another_text_of_an_address_is_a_revision_and_both_are_kept(tmp_path: Path) -> None:
    found = taken(tmp_path, page(1), page(2), page(3))

    assert found == [
        (ADDRESS, Taken.NEW),
        (f"{ADDRESS}#2", Taken.REVISION),
        (f"{ADDRESS}#3", Taken.REVISION),
    ]
    with reading(tmp_path) as store:
        assert store.document(ADDRESS).text == story(1).body
        assert store.document(f"{ADDRESS}#2").text == story(2).body
        assert store.shelf.before(f"{ADDRESS}#3") == f"{ADDRESS}#2"


def test_a_text_that_comes_back_is_no_new_revision(tmp_path: Path) -> None:
    assert taken(tmp_path, page(1), page(2), page(1))[2] == (ADDRESS, Taken.HELD)


def test_a_story_answers_to_the_id_it_had_before(tmp_path: Path) -> None:
    add(tmp_path, [document("a", story(1).body)])
    with reading(tmp_path) as store:
        (before,) = store.chronicle.every()
    add(tmp_path, [document("b", paraphrase(story(1)).body)])

    with reading(tmp_path) as store:
        now = store.chronicle.find(before.id)
        assert now is not None
        assert now.id != before.id
        assert [name for _, _, name in store.chronicle.members(now.number)] == ["a", "b"]


def test_a_store_of_another_version_is_told_anew(tmp_path: Path) -> None:
    add(tmp_path, pile(4)[:6])
    before = exported(tmp_path)
    forget(tmp_path)

    add(tmp_path, [])
    assert exported(tmp_path) == before
