"""The tree as rows and as a picture."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from retold.model.story import Descent, DescentKind, Node, NodeKind, Stemma
from retold.report.tree import nesting, primaries, rows
from retold.report.tree_picture import BOX_HEIGHT, BOX_WIDTH, picture
from tests.report import invented


def stemmas() -> st.SearchStrategy[Stemma]:
    """Any graph at all, circles and strangers among its edges included."""
    nodes = [
        Node(f"n{n}", (NodeKind.ATTESTED, NodeKind.LOST, NodeKind.PRIMARY)[n % 3], f"node {n}")
        for n in range(9)
    ]
    ends = st.sampled_from([*(node.id for node in nodes), "nobody"])
    descents = st.builds(
        Descent, ends, ends, st.sampled_from(DescentKind), st.floats(0, 1), st.booleans()
    )
    return st.lists(descents, max_size=20).map(lambda found: Stemma(tuple(nodes), tuple(found)))


def chain(length: int) -> Stemma:
    return Stemma(
        tuple(Node(f"n{n}", NodeKind.LOST, "form") for n in range(length)),
        tuple(Descent(f"n{n}", f"n{n + 1}", DescentKind.REVISION, 0.9) for n in range(length - 1)),
    )


def test_rows_stand_in_reading_order_with_their_depth() -> None:
    found = [(row.node.id, row.depth) for row in rows(invented.stemma())]

    assert found == [("l1", 0), ("n2", 1), ("l2", 1), ("n1", 2), ("n3", 2), ("n4", 2), ("n5", 0)]


def test_primaries_stand_apart() -> None:
    assert [node.id for node in primaries(invented.stemma())] == ["p1"]


@given(stemmas())
def test_every_telling_has_one_row_whatever_the_graph(stemma: Stemma) -> None:
    tellings = sorted(one.id for one in stemma.nodes if one.kind is not NodeKind.PRIMARY)

    assert sorted(row.node.id for row in rows(stemma)) == tellings


@given(stemmas())
def test_lists_that_open_are_closed(stemma: Stemma) -> None:
    steps = [step for _, step in nesting(rows(stemma))]

    assert sum(steps) == 0
    assert all(step <= 1 for step in steps)


def test_a_chain_of_ten_thousand_revisions_is_drawn() -> None:
    assert len(rows(chain(10_000))) == 10_000


@given(stemmas())
def test_boxes_lie_in_the_picture_and_none_on_another(stemma: Stemma) -> None:
    drawn = picture(stemma, {}, {})

    assert drawn is not None
    assert len(drawn.boxes) == len(stemma.nodes)
    for box in drawn.boxes:
        assert 0 <= box.x <= drawn.width - BOX_WIDTH
        assert 0 <= box.y <= drawn.height - BOX_HEIGHT
    for one, other in combinations(drawn.boxes, 2):
        assert abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT


def test_a_tree_too_deep_for_a_picture_has_none() -> None:
    assert picture(chain(50), {}, {}) is None


def test_a_lost_form_keeps_the_end_of_its_name() -> None:
    drawn = picture(invented.stemma(), {}, {})

    assert drawn is not None
    assert "later revision (lost)" in [box.under for box in drawn.boxes]
