import pytest

from retold.backends.memory import Memory
from retold.model.document import Document
from retold.ports import Store


def test_a_document_is_found_by_its_id() -> None:
    store: Store = Memory([Document("a", "one", ()), Document("b", "two", ())])

    assert store.document("b").text == "two"


def test_documents_come_by_id() -> None:
    store = Memory([Document("b", "two", ()), Document("a", "one", ())])

    assert [document.id for document in store.documents()] == ["a", "b"]


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Memory().document("nowhere")
