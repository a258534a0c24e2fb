from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.model.relation import Dependence, Relation, RelationKind
from retold.pairs.reasons import REASONS
from retold.pairs.relate import log_odds
from tests.invented.prose import excerpt, longer, paraphrase, reordered, retyped, story
from tests.pairs.readings import MILL, reading, related

STORY = story(7)
BASE = STORY.body
MADE = {
    RelationKind.COPY: retyped(BASE),
    RelationKind.REVISION: longer(STORY, 70, 3).body,
    RelationKind.EXCERPT: excerpt(STORY, 2, 5).body,
    RelationKind.PARAPHRASE: paraphrase(STORY).body,
    RelationKind.REWRITE: reordered(paraphrase(excerpt(STORY, 0, 9)), 1).body,
    RelationKind.INDEPENDENT: MILL,
}
QUOTED = '"We asked twice for a new hydrant and twice we were told to wait for spring"'


def between(left: str, right: str, same_event: float = 1.0) -> Relation:
    return related(reading("left", left), reading("right", right), same_event)


@pytest.mark.parametrize("kind", MADE)
def test_each_kind_is_told_from_the_others(kind: RelationKind) -> None:
    found = between(BASE, MADE[kind])

    assert found.kind is kind
    independent = kind is RelationKind.INDEPENDENT
    assert found.dependence is (Dependence.INDEPENDENT if independent else Dependence.DEPENDENT)


def test_one_quotation_in_two_reports_is_a_shared_source() -> None:
    left = f"{story(72).body} {QUOTED}, said Petra Vannick."
    right = f"{story(73).body} {QUOTED}, Petra Vannick told the board."

    found = between(left, right)
    assert (found.kind, found.dependence) == (RelationKind.SHARED_SOURCE, Dependence.INDEPENDENT)
    assert [one.code for one in found.reasons][-1] == "shared-quotations"


def test_one_named_document_behind_two_reports_is_a_shared_source() -> None:
    named = "according to a report published by the Ostrey Fire Institute"
    left = f"{story(74).body} The pumps were unsafe, {named}."
    right = f"{story(75).body} Nobody had read the warnings, {named}."

    found = between(left, right)
    assert found.kind is RelationKind.SHARED_SOURCE
    (reason,) = (one for one in found.reasons if one.code == "shared-primary")
    assert reason.text == "both report from what Ostrey Fire Institute published or holds"


def test_two_events_are_unrelated() -> None:
    found = between(BASE, MADE[RelationKind.INDEPENDENT], same_event=0.0)

    assert found.kind is RelationKind.UNRELATED
    assert found.reasons[-1].code == "two-events"


def test_two_languages_are_unknown_with_that_reason() -> None:
    found = related(reading("left", BASE), reading("right", BASE, language="de"))

    assert (found.kind, found.dependence) == (RelationKind.UNKNOWN, Dependence.UNKNOWN)
    assert [one.code for one in found.reasons] == ["two-languages"]
    assert found.confidence == 0.5


def test_too_few_words_of_their_own_are_unknown_with_that_reason() -> None:
    found = between("The mill burned. " + QUOTED, "Fire took it. " + QUOTED)

    assert found.dependence is Dependence.UNKNOWN
    assert [one.code for one in found.reasons] == ["too-short"]


def test_a_short_text_that_stands_whole_in_the_other_is_judged_all_the_same() -> None:
    assert between(MILL, MILL[:74]).dependence is Dependence.DEPENDENT


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", MILL), (MILL, "")])
def test_a_text_without_words_is_unknown(left: str, right: str) -> None:
    assert between(left, right).dependence is Dependence.UNKNOWN


@settings(max_examples=12)
@given(st.integers(0, 300), st.sampled_from(list(MADE)))
def test_changing_sides_changes_nothing_but_the_sides(seed: int, kind: RelationKind) -> None:
    first = story(seed)
    others = {
        RelationKind.EXCERPT: excerpt(first, 1, 4),
        RelationKind.PARAPHRASE: paraphrase(first),
        RelationKind.REWRITE: reordered(paraphrase(excerpt(first, 0, 8)), seed),
        RelationKind.REVISION: longer(first, seed + 900, 3),
        RelationKind.INDEPENDENT: story(seed + 901),
    }
    one = reading("one", first.body)
    other = reading("other", others.get(kind, first).body)

    forth, back = related(one, other), related(other, one)
    assert (forth.kind, forth.dependence, forth.parent) == (back.kind, back.dependence, back.parent)
    assert forth.confidence == back.confidence
    assert forth.lean == pytest.approx(-back.lean)
    assert forth.reasons == back.reasons


@pytest.mark.parametrize("kind", MADE)
def test_every_reason_has_a_code_that_is_explained_and_stands_alone(kind: RelationKind) -> None:
    for reason in between(BASE, MADE[kind]).reasons:
        assert reason.code in REASONS
        assert reason.text[0].islower() or reason.text[0].isdigit()
        assert not reason.text.endswith(".")
        assert not {"it", "its"} & set(reason.text.split())


def test_a_relation_gives_its_reasons_once() -> None:
    codes = [one.code for one in between(BASE, MADE[RelationKind.PARAPHRASE]).reasons]

    assert codes[0] == "links"
    assert len(codes) == len(set(codes))


def test_no_share_of_nothing_is_given_as_a_reason() -> None:
    left = "the roof fell in and the bakers fled down the back stairs while pumps ran dry " * 3
    found = between(left, left.replace("fled", "ran").replace("roof", "gable"))

    assert not {"figures", "names"} & {one.code for one in found.reasons}


def test_log_odds_are_held_to_their_bound() -> None:
    found = between(BASE, BASE)

    assert log_odds(found) == 5.0
    assert log_odds(replace(found, derived=0.5)) == 0.0
    assert log_odds(replace(found, derived=0.0)) == -5.0
