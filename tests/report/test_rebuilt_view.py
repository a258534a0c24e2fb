"""A lost text in rows."""

from dataclasses import replace

from retold.model.document import Place, Span
from retold.model.story import Rebuilt, RebuiltSentence
from retold.report.rebuilt_view import WITNESSES, rebuilt_views
from retold.report.side_by_side import Mark
from tests.report import invented

STORY = invented.result().stories[0]


def told(*tellings: int) -> Rebuilt:
    places = tuple(Place(f"bridge-{number:02}", Span(9, 20)) for number in tellings)
    return Rebuilt("l1", (RebuiltSentence("The bridge fell.", places, 0.9, (Span(4, 10),)),))


def test_doubtful_words_are_marked() -> None:
    [view] = rebuilt_views(replace(STORY, rebuilt=(told(1, 2),)))

    assert view.label == "The Northern Wire"
    assert view.rows[0].runs == (("The ", Mark.NONE), ("bridge", Mark.ONLY), (" fell.", Mark.NONE))


def test_what_one_telling_alone_has_bears_no_marks() -> None:
    [view] = rebuilt_views(replace(STORY, rebuilt=(told(1),)))

    assert view.rows[0].runs == (("The bridge fell.", Mark.NONE),)


def test_witnesses_too_many_to_name_are_counted() -> None:
    [view] = rebuilt_views(replace(STORY, rebuilt=(told(*range(10)),)))

    assert len(view.rows[0].places) == WITNESSES
    assert view.rows[0].tellings == 10
