"""Small piles of every case that growing has to get right, and stores filled with them."""

from collections.abc import Sequence
from pathlib import Path

from retold import __version__
from retold.backends.store.store import reading, writing
from retold.bench import Settings
from retold.face import read_documents
from retold.growth.reading import result_of
from retold.growth.update import Update, take
from retold.model.document import Document
from retold.readers.mapping import from_mapping
from retold.report.json import encode
from tests.invented.prose import excerpt, longer, paraphrase, retyped, story

PITCH = "Every Friday our desk sends what the week has brought to the letter boxes of this valley."


def document(name: str, text: str, outlet: str | None = None) -> Document:
    """A document of a text, of an outlet where one is named."""
    about = {"outlet": outlet} if outlet else {}
    made = from_mapping({"id": name, "text": text, **about})
    assert isinstance(made, Document)
    return made


def pile(seed: int) -> list[Document]:
    """Copies, rewordings and parts of a text, other stories, and a site that repeats a line."""
    first, second = story(seed), story(seed + 2000)
    texts = {
        "a-first": first.body,
        "b-reworded": paraphrase(first).body,
        "c-part": excerpt(first, 2, 5).body,
        "d-updated": longer(first, seed + 1000, 3).body,
        "e-apart": second.body,
        "k-other": longer(second, seed + 3000, 6).body,
    }
    texts |= {f"m-copy{number}": f"{first.body}\n\nNumber {number}." for number in range(4)}
    sited = {
        f"s-{number}": f"{story(seed + 4000 + number, 5).body}\n\n{PITCH}" for number in range(3)
    }
    sited["s-copy"] = f"{first.body}\n\n{PITCH}"
    return [
        *(document(name, text) for name, text in texts.items()),
        *(document(name, text, "The Valley Letter") for name, text in sited.items()),
        document("t-retyped", retyped(second.body), "The Hill Post"),
    ]


def at_once(documents: Sequence[Document]) -> bytes:
    """The result of one go."""
    return encode(read_documents(documents, settings=Settings()))


def add(folder: Path, documents: Sequence[Document], settings: Settings | None = None) -> None:
    """Adds documents to a store and works them in."""
    with writing(folder) as store:
        take(store, documents)
        for _ in Update(store, settings or Settings()).all():
            pass


def exported(folder: Path) -> bytes:
    """The result of a store."""
    with reading(folder) as store:
        return encode(result_of(store, Settings(), __version__))
