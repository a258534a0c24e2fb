from retold.model.story import NodeKind
from tests.invented.prose import excerpt, paraphrase, retyped, story
from tests.stories.tellings import edges, told

CITED = (
    "The figures come from a report published by the Ostrey Fire Institute. "
    "The report by the Ostrey Fire Institute lists every fault."
)
ONE, OTHER = story(41, 14), story(42, 14)


def test_a_named_primary_stands_above_the_first_telling_of_each_origin() -> None:
    found = told({"a": f"{CITED}\n\n{ONE.body}", "b": f"{CITED}\n\n{paraphrase(ONE).body}"})

    (primary,) = [node for node in found.stemma.nodes if node.kind is NodeKind.PRIMARY]
    assert primary.label == "Ostrey Fire Institute"
    cited = [edge for edge in edges(found) if edge[2] == "cites"]
    assert len(cited) == 1
    assert cited[0][0] == "Ostrey Fire Institute"


def test_a_text_that_draws_on_two_origins_has_a_second_parent() -> None:
    merged = f"{ONE.body}\n\n{excerpt(OTHER, 0, 10).body}"
    texts = {"one": ONE.body, "copy": retyped(ONE.body), "merged": merged, "other": OTHER.body}
    found = told(texts)

    called = {node.id: node.document for node in found.stemma.nodes}
    further = {
        (called[edge.parent], called[edge.child])
        for edge in found.stemma.descents
        if edge.secondary
    }
    assert [origin.documents for origin in found.origins] == [
        ("copy", "merged", "one"),
        ("other",),
    ]
    assert further == {("other", "merged")}


def test_node_ids_are_numbered_in_their_order() -> None:
    found = told({"a": ONE.body, "b": paraphrase(ONE).body, "c": retyped(ONE.body)})

    ids = [node.id for node in found.stemma.nodes]
    assert ids == [f"n{place}" for place in range(1, len(ids) + 1)]


def test_an_edge_joins_two_nodes_of_the_tree_and_goes_down() -> None:
    found = told({"a": ONE.body, "b": paraphrase(ONE).body, "c": retyped(ONE.body)})

    ids = {node.id for node in found.stemma.nodes}
    assert all({edge.parent, edge.child} <= ids for edge in found.stemma.descents)
    assert all(0 <= edge.confidence <= 1 for edge in found.stemma.descents)
