"""What is told of a change, and that it is told once."""

from pathlib import Path

from retold.backends.store.store import reading
from retold.model.document import Document
from retold.readers.mapping import from_mapping
from tests.growth.piles import add, document
from tests.invented.prose import longer, paraphrase, story


def kinds(folder: Path) -> list[str]:
    with reading(folder) as store:
        return [event["kind"] for _, event in store.journal.after(0)]


def dated(name: str, text: str, day: str) -> Document:
    made = from_mapping({"id": name, "text": text, "date": day})
    assert isinstance(made, Document)
    return made


def test_one_more_copy_is_no_event(tmp_path: Path) -> None:
    add(tmp_path, [document("a", story(1).body)])
    add(tmp_path, [document("b", story(1).body)])

    assert kinds(tmp_path) == []


def test_an_original_that_arrives_late_is_an_event(tmp_path: Path) -> None:
    first = story(21, 16)
    add(tmp_path, [dated("b", longer(first, 800, 4).body, "2031-03-04")])
    add(tmp_path, [dated("a", first.body, "2031-03-01")])
    add(tmp_path, [dated("a", first.body, "2031-03-01")])

    assert kinds(tmp_path) == ["new-root"]


def test_a_story_told_anew_under_other_settings_is_no_event(tmp_path: Path) -> None:
    first = story(21, 16)
    add(tmp_path, [document("b", paraphrase(first).body), document("a", first.body)])
    before = kinds(tmp_path)
    with reading(tmp_path) as store:
        made_by = store.fact("made by")
    forget(tmp_path)
    add(tmp_path, [])

    assert kinds(tmp_path) == before
    with reading(tmp_path) as store:
        assert store.fact("made by") == made_by


def forget(folder: Path) -> None:
    """Lets a store look as if another version had made it."""
    from retold.backends.store.database import transaction
    from retold.backends.store.store import writing

    with writing(folder) as store, transaction(store.connection):
        store.note("made by", "another version")
