from retold.model.story import NodeKind
from tests.invented.prose import Prose, excerpt, longer, paraphrase, retyped, story
from tests.stories.tellings import edges, told

NEWS = story(31, 16)
UPDATED = longer(NEWS, 32, 3)
NOTE = "Marrow Coast Agency has not independently verified the documents."


def noted(prose: Prose) -> str:
    return f"{prose.body}\n\n{NOTE}"


def test_copies_of_a_text_that_is_not_there_hang_from_one_lost_text() -> None:
    found = told({"a": NEWS.body, "b": retyped(NEWS.body)})

    lost = "text that its copies have in common"
    assert edges(found) == {(lost, "a", "copy"), (lost, "b", "copy")}


def test_a_lost_text_goes_by_the_agency_that_its_copies_name() -> None:
    found = told({"a": noted(NEWS), "b": retyped(noted(NEWS)), "c": paraphrase(NEWS).body})

    assert edges(found) == {
        ("Marrow Coast Agency", "a", "copy"),
        ("Marrow Coast Agency", "b", "copy"),
        ("Marrow Coast Agency", "c", "paraphrase"),
    }
    assert [origin.label for origin in found.origins] == ["Marrow Coast Agency"]


def test_two_wordings_of_a_lost_agency_text_are_two_lost_revisions() -> None:
    found = told(
        {
            "a": noted(NEWS),
            "b": retyped(noted(NEWS)),
            "c": noted(UPDATED),
            "d": retyped(noted(UPDATED)),
        }
    )

    labels = {node.label for node in found.stemma.nodes if node.kind is NodeKind.LOST}
    assert labels == {
        "Marrow Coast Agency, earlier revision",
        "Marrow Coast Agency, later revision",
    }
    assert {kind for _, child, kind in edges(found) if child in "abcd"} == {"copy"}


def test_the_agencys_own_text_in_the_pile_is_no_lost_one() -> None:
    found = told(
        {"a": noted(NEWS), "b": retyped(noted(NEWS)), "c": paraphrase(NEWS).body},
        a="Marrow Coast Agency",
    )

    assert NodeKind.ATTESTED in {node.kind for node in found.stemma.nodes if node.document == "a"}
    assert "Marrow Coast Agency, earlier revision" not in {n.label for n in found.stemma.nodes}


def test_an_excerpt_hangs_from_the_text_it_was_cut_from() -> None:
    found = told({"part": excerpt(NEWS, 2, 6).body, "whole": NEWS.body})

    assert edges(found) == {("whole", "part", "excerpt")}
    assert found.relations[0].parent == "whole"


def test_a_text_alone_is_its_own_tree() -> None:
    found = told({"only": NEWS.body}, only="Kestrel Post")

    assert edges(found) == set()
    assert [(one.label, one.documents) for one in found.origins] == [("Kestrel Post", ("only",))]


def test_every_telling_is_one_node_and_has_one_parent_at_most() -> None:
    texts = {"a": NEWS.body, "b": paraphrase(NEWS).body, "c": UPDATED.body, "d": retyped(NEWS.body)}
    found = told(texts)

    assert sorted(node.document for node in found.stemma.nodes if node.document) == list("abcd")
    children = [edge.child for edge in found.stemma.descents if not edge.secondary]
    assert len(children) == len(set(children))
