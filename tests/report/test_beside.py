"""Which pairs stand side by side, and how their rows are put together."""

from retold.model.relation import Dependence
from retold.report import beside
from retold.report.side_by_side import RowKind
from tests.report import invented


def test_the_pairs_hold_each_origin_together_and_no_more() -> None:
    story = invented.result().stories[0]

    held = beside.holding(story.relations, story.stemma)

    assert [(one.left[-2:], one.right[-2:]) for one in held] == [
        ("01", "02"),
        ("01", "03"),
        ("03", "04"),
    ]


def test_only_dependent_pairs_are_set_beside() -> None:
    story = invented.result().stories[0]

    held = beside.holding(story.relations, story.stemma)

    assert {one.dependence for one in held} == {Dependence.DEPENDENT}


def test_the_parent_stands_on_the_left() -> None:
    result = invented.result()
    documents = {one.id: one for one in result.documents}

    sides = beside.sides(result.stories[0].relations[0], documents)

    assert (sides.left.id, sides.right.id) == ("bridge-02", "bridge-01")
    assert sides.directed


def test_stretches_hold_every_row_once_and_join_only_what_is_word_for_word() -> None:
    result = invented.result()
    documents = {one.id: one for one in result.documents}

    for relation in result.stories[0].relations:
        sides = beside.sides(relation, documents)
        rows = [row for stretch in sides.stretches for row in stretch.rows]
        assert len(rows) == sum(sides.counts.values())
        long = [one for one in sides.stretches if len(one.rows) > 1]
        assert {row.kind for one in long for row in one.rows} <= {RowKind.VERBATIM}


def test_the_map_covers_the_pair_without_a_gap() -> None:
    result = invented.result()
    documents = {one.id: one for one in result.documents}

    bars = beside.sides(result.stories[0].relations[1], documents).bars

    assert [one.begin for one in bars[1:]] == [one.begin + one.width for one in bars[:-1]]
