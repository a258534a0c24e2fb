"""Documents taken into a store: each once, every revision, and stories that answer to old ids."""

from pathlib import Path
from unittest.mock import patch

from retold.backends.store.shelf import Shelf, Taken
from retold.backends.store.store import reading, writing
from retold.bench import Settings
from retold.growth.update import Update, take
from retold.model.document import Document
from retold.readers.mapping import from_mapping
from retold.text import times, words
from tests.growth.piles import add, at_once, document, exported, pile
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


def test_a_reader_has_told_what_is_worked_in_and_not_told_yet(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        take(store, pile(5))
        update = Update(store, Settings())
        while update.some(4):
            pass

        assert exported(tmp_path) == at_once(pile(5))


def test_a_page_of_a_site_has_no_other_page_read_again(tmp_path: Path) -> None:
    pages = [document(f"n{number}", story(number).body, "The Hill Post") for number in range(5)]
    add(tmp_path, pages[:4])

    with patch.object(Shelf, "given", autospec=True, side_effect=Shelf.given) as given:
        add(tmp_path, pages[4:])
    assert sum(len(call.args[1]) for call in given.call_args_list) == 1


def test_a_store_of_another_version_is_told_anew(tmp_path: Path) -> None:
    add(tmp_path, pile(4)[:6])
    before = exported(tmp_path)
    forget(tmp_path)

    add(tmp_path, [])
    assert exported(tmp_path) == before


def test_who_works_on_for_a_year_holds_no_text_of_the_past(tmp_path: Path) -> None:
    add(tmp_path, pile(5))

    assert not words._held.cache_info().currsize
    assert not times._of.cache_info().currsize
