"""A pile at a glance."""

from dataclasses import replace

from retold.model.story import NodeKind
from retold.report.pile_view import Matrix, pile_view
from tests.report import invented

RESULT = invented.result()
STORY = RESULT.stories[0]
DOCUMENTS = {one.id: one for one in RESULT.documents}


def test_a_line_has_the_facets_of_its_story() -> None:
    [line] = pile_view([STORY], DOCUMENTS).lines

    assert line.outlets == ("Quayside Now", "The Daily Ledger", "The Salt Road Post", "Worldbrief")
    assert line.languages == ("en",)
    assert line.days == ("2031-11-22", "2032-03-21")
    assert "rewrite" in line.kinds


def test_more_tellings_an_origin_come_first() -> None:
    spread = replace(STORY, id="spread", origins=STORY.origins[:1])

    assert [one.story.id for one in pile_view([STORY, spread], DOCUMENTS).lines] == [
        "spread",
        STORY.id,
    ]


def test_who_takes_from_whom_is_read_off_the_tree() -> None:
    assert pile_view([STORY], DOCUMENTS).matrix == Matrix(
        givers=("The Northern Wire",),
        rows=(("Quayside Now", (1,)), ("The Daily Ledger", (1,)), ("Worldbrief", (1,))),
        left_out=0,
    )


def test_a_lost_text_nobody_is_named_for_gives_nothing() -> None:
    nodes = tuple(
        replace(one, label="lost text") if one.kind is NodeKind.LOST else one
        for one in STORY.stemma.nodes
    )

    nameless = replace(STORY, stemma=replace(STORY.stemma, nodes=nodes))
    assert pile_view([nameless], DOCUMENTS).matrix is None


def test_where_nobody_takes_there_is_no_matrix() -> None:
    assert pile_view([invented.alone(RESULT.documents[0])], DOCUMENTS).matrix is None
