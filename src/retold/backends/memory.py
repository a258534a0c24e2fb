"""A store in this process's memory: the shortest one that keeps the port's promises."""

from collections.abc import Iterable

from retold.model.document import Document
from retold.model.story import Story


class Memory:
    """The `Store` that forgets when the process ends."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        """Holds `documents`; of two with one id the later one stays."""
        self._documents = {document.id: document for document in documents}
        self._stories: dict[str, Story] = {}

    def document(self, key: str) -> Document:
        """The document of that id; KeyError where there is none."""
        return self._documents[key]

    def documents(self) -> tuple[Document, ...]:
        """Every document, by id."""
        return tuple(self._documents[key] for key in sorted(self._documents))

    def keep(self, story: Story) -> None:
        """Holds `story`; one of the same id is replaced."""
        self._stories[story.id] = story

    def stories(self) -> tuple[Story, ...]:
        """Every story kept, by its first document's id."""
        return tuple(sorted(self._stories.values(), key=lambda story: story.documents))
