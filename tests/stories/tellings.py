"""Stories told by invented texts, run through the whole chain."""

from retold.bench import Settings
from retold.face import read_documents
from retold.model.story import Story
from retold.readers.mapping import from_mapping


def told(texts: dict[str, str], **outlets: str) -> Story:
    """The one story that the texts tell, by id; `outlets` gives those of some."""
    result = read_documents(
        (
            from_mapping({"id": name, "text": text, "outlet": outlets.get(name)})
            for name, text in texts.items()
        ),
        settings=Settings(),
    )
    (story,) = result.stories
    return story


def edges(story: Story) -> set[tuple[str, str, str]]:
    """Every primary descent by the labels of lost nodes and primaries and the ids of tellings."""
    called = {node.id: node.document or node.label for node in story.stemma.nodes}
    return {
        (called[edge.parent], called[edge.child], edge.kind.value)
        for edge in story.stemma.descents
        if not edge.secondary
    }
