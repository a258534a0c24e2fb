"""The five tellings of the seed story, held to the key that was read by hand."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from retold.face import read
from retold.model.document import BlockKind
from retold.model.run import Result
from retold.model.story import NodeKind, Story
from tests.keys import body_f1, faults, tree


@pytest.fixture(scope="module")
def key(shared_data: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (shared_data / "seeds" / "key.json").read_text(encoding="utf-8")
    )
    return loaded


@pytest.fixture(scope="module")
def result(shared_data: Path) -> Result:
    return read([str(path) for path in sorted((shared_data / "seeds").glob("*.txt"))])


@pytest.fixture(scope="module")
def story(result: Result) -> Story:
    assert len(result.stories) == 1
    return result.stories[0]


def test_dependence_is_right_for_every_pair(story: Story, key: dict[str, Any]) -> None:
    assert faults(story.relations, key["relations"], "dependence") == []


def test_kind_is_right_for_nine_pairs_of_ten(story: Story, key: dict[str, Any]) -> None:
    assert len(faults(story.relations, key["relations"], "kind")) <= 1


def test_the_origins_are_the_two_of_the_key(story: Story, key: dict[str, Any]) -> None:
    wanted = [tuple(sorted(origin["documents"])) for origin in key["origins"]]

    assert sorted(origin.documents for origin in story.origins) == sorted(wanted)
    assert story.origins_at_most == len(wanted)


@pytest.mark.parametrize("place", [0, 1])
def test_an_origin_goes_by_the_outlet_that_made_it(
    story: Story, key: dict[str, Any], place: int
) -> None:
    wanted = key["origins"][place]

    (found,) = (one for one in story.origins if set(one.documents) == set(wanted["documents"]))
    assert found.label == wanted["label"]


def test_all_five_rest_on_one_primary_that_is_not_in_the_pile(
    story: Story, key: dict[str, Any]
) -> None:
    (wanted,) = key["primaries"]

    assert [one.label for one in story.primaries] == [wanted["label"]]
    assert sorted(story.primaries[0].documents) == sorted(wanted["documents"])
    assert story.primaries[0].attested is None


def test_the_tree_is_that_of_the_key_with_its_two_lost_revisions(
    story: Story, key: dict[str, Any]
) -> None:
    label = key["origins"][0]["label"]
    earlier, later = f"{label} earlier revision (lost)", f"{label} later revision (lost)"
    # The key leaves the parent of one telling open between the two, with an "or" in its name.
    (either,) = (child for parent, child, _ in key["stemma"] if " or " in parent)

    def called(name: str) -> str:
        if not name.endswith("(lost)"):
            return name
        return earlier if "earlier" in name else later

    wanted = Counter(
        (called(parent), called(child), kind)
        for parent, child, kind in key["stemma"]
        if child != either
    )
    assert tree(story, without=[either]) == wanted
    ((parent, _, kind),) = [edge for edge in tree(story) if edge[1] == either]
    assert parent in {earlier, later}
    assert kind == "rewrite"


def test_two_texts_are_lost(story: Story) -> None:
    assert sum(node.kind is NodeKind.LOST for node in story.stemma.nodes) == 2


@pytest.mark.parametrize("number", range(5))
def test_the_body_of_each_text_is_found(result: Result, key: dict[str, Any], number: int) -> None:
    document = result.documents[number]

    assert body_f1(document, key["bodies"][document.id], [BlockKind.HEADING]) >= 0.98
