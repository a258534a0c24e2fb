"""Who is laid beside whom, and which passages face each other."""

from retold.changes.beside import besides, pairings
from retold.changes.drift.drifts import drifts
from retold.changes.quotes.status import judge
from retold.model.change import Severity
from retold.model.story import DescentKind
from tests.changes.tellings import tellings

TEXT = (
    "The mill at Orrow Bridge burned down on Tuesday night, and 12 people were hurt. "
    "Its owner, Ilse Brandt, said the old wiring had been at fault for years. "
    "Some 240 people worked at the mill, which made paper for the schools of the valley."
)
COPY, PARAPHRASE = DescentKind.COPY, DescentKind.PARAPHRASE


def test_a_child_is_laid_beside_its_parent_once() -> None:
    story = tellings({"a": TEXT, "b": TEXT}, {"b": ("a", COPY)})

    assert [(one.parent, one.child, one.directed) for one in pairings(story)] == [("a", "b", True)]


def test_for_a_lost_text_stands_its_most_faithful_copy() -> None:
    story = tellings(
        {"a": TEXT, "b": TEXT, "c": TEXT},
        {"a": ("lost", PARAPHRASE), "b": ("lost", COPY), "c": ("lost", PARAPHRASE)},
    )

    pairs = {(one.parent, one.child) for one in pairings(story)}
    assert pairs == {("b", "a"), ("b", "c")}
    assert all(one.directed for one in pairings(story))


def test_between_two_copies_of_a_lost_text_it_is_open_which_changed() -> None:
    story = tellings({"a": TEXT, "b": TEXT}, {"a": ("lost", COPY), "b": ("lost", COPY)})

    assert [one.directed for one in pairings(story)] == [False]


def test_between_origins_a_number_is_a_dispute_and_a_hedge_is_nothing() -> None:
    other = TEXT.replace("12", "21").replace("said the", "believed the")
    story = tellings({"a": TEXT, "b": other}, origins=(("a",), ("b",)))

    found = drifts(story, (), judge(story))
    assert {drift.code for drift in found} == {"N201"}
    assert {drift.severity for drift in found} == {Severity.CONTRADICTION}


def test_a_sentence_without_a_link_stands_alone() -> None:
    story = tellings({"a": TEXT, "b": TEXT.rsplit(" Some", 1)[0]}, {"b": ("a", COPY)})

    (beside,) = besides(story)
    assert [span.of(TEXT)[:8] for span in beside.parent_alone] == ["Some 240"]
    assert beside.child_alone == ()


def test_a_change_shared_by_all_copies_of_a_child_is_found_once() -> None:
    texts = {"a": TEXT} | dict.fromkeys("bcdef", TEXT.replace("12", "21"))
    story = tellings(texts, {"b": ("a", COPY)} | dict.fromkeys("cdef", ("b", COPY)))

    assert [drift.code for drift in drifts(story, (), judge(story))] == ["N201"]
