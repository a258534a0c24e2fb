"""A crowd of many wordings: one story, its origins, and a place in its tree for every telling."""

from functools import lru_cache

from benchmarks.copies_pile import mixed
from retold.bench import Settings, TellSettings
from retold.model.story import Story
from retold.pipeline import retell
from retold.readers.text import document_of_text

CROWD = mixed(180)


@lru_cache
def stories() -> list[Story]:
    documents = [document_of_text(one.id, one.text) for one in CROWD]
    return retell(documents, Settings(tell=TellSettings(whole_up_to=0)))


def test_very_many_tellings_are_one_story_of_the_origins_they_have() -> None:
    (story,) = stories()

    origin = {one.id: one.origin for one in CROWD}
    found = [{origin[name] for name in one.documents} for one in story.origins]
    assert sorted(map(sorted, found)) == [[0], [1], [2]]


def test_every_telling_stands_once_in_a_tree_whose_parents_come_first() -> None:
    (story,) = stories()

    nodes = [node.id for node in story.stemma.nodes]
    first = [edge for edge in story.stemma.descents if not edge.secondary]
    assert sorted(n.document for n in story.stemma.nodes if n.document) == list(story.documents)
    assert len({edge.child for edge in first}) == len(first) == len(nodes) - len(story.origins)
    assert {edge.parent for edge in first} <= set(nodes)


def test_every_telling_is_listed_with_another_and_few_pairs_are() -> None:
    (story,) = stories()

    listed = {name for one in story.relations for name in (one.left, one.right)}
    assert listed == set(story.documents)
    assert len(story.relations) <= 2 * len(story.documents) + len(story.origins)
