"""Stories of very many copies: told by a few of them, and none is lost."""

from retold.bench import Settings
from retold.model.document import Document
from retold.model.story import Story
from retold.pipeline import retell
from retold.readers.text import document_of_text
from tests.invented.prose import paraphrase, story

COPIES = 60
NEWS = story(61)


def pile() -> list[Document]:
    texts = {f"copy-{number:03}": NEWS.body for number in range(COPIES)}
    texts |= {"a-paraphrase": paraphrase(NEWS).body, "z-other": story(62).body}
    return [document_of_text(name, text) for name, text in texts.items()]


TOLD = retell(pile(), Settings())


def crowd() -> Story:
    return max(TOLD, key=lambda one: len(one.documents))


def test_every_copy_stands_in_the_story_its_origin_and_its_tree() -> None:
    names = {f"copy-{number:03}" for number in range(COPIES)} | {"a-paraphrase"}

    assert set(crowd().documents) == names
    assert [set(origin.documents) for origin in crowd().origins] == [names]
    assert {node.document for node in crowd().stemma.nodes if node.document} == names


def test_the_tree_of_a_crowd_is_a_forest_of_nodes_with_one_id_each() -> None:
    stemma = crowd().stemma
    ids = [node.id for node in stemma.nodes]
    children = [edge.child for edge in stemma.descents if not edge.secondary]

    assert ids == [f"n{place}" for place in range(1, len(ids) + 1)]
    assert len(children) == len(set(children)) == len(ids) - 1


def test_the_work_grows_with_the_copies_and_not_with_their_square() -> None:
    assert crowd().pairs_judged < 12 * COPIES
    assert crowd().pairs_possible == (COPIES + 1) * COPIES // 2


def test_each_copy_is_listed_with_another_telling() -> None:
    listed = {name for one in crowd().relations for name in (one.left, one.right)}

    assert listed == set(crowd().documents)


def test_the_order_of_a_crowd_changes_nothing() -> None:
    assert retell(pile()[::-1], Settings()) == TOLD
