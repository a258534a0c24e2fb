"""A judge of entailment, where one is asked, makes changes graver or lighter."""

import pytest

from retold.backends.entailment import entailment
from retold.changes.drift.entailed import ChangeSettings, weighed
from retold.model.change import Drift, Severity
from retold.model.document import Place, Span
from retold.model.errors import RetoldError
from retold.ports import Entails
from tests.changes.tellings import tellings

BEFORE = "The mill at Orrow may close in May."
AFTER = "The mill at Orrow will close in May."


class Fixed:
    """A judge with one answer, whatever it is asked."""

    id = "fixed"

    def __init__(self, entailment: float, contradiction: float) -> None:
        self.answer = Entails(entailment, 1 - entailment - contradiction, contradiction)

    def judge(self, premise: str, hypothesis: str) -> Entails:
        assert {premise, hypothesis} == {BEFORE, AFTER}
        return self.answer


def change(severity: Severity, code: str = "M501") -> Drift:
    sides = Place("a", Span(18, 21)), Place("b", Span(18, 22))
    return Drift(code, severity, *sides, "may", "will", "What was said with reserve.")


def severity(judge: Fixed, drift: Drift) -> Severity:
    (found,) = weighed([drift], tellings({"a": BEFORE, "b": AFTER}), judge, ChangeSettings())
    return found.severity


def test_sentences_that_follow_from_each_other_differ_in_wording() -> None:
    assert severity(Fixed(0.95, 0.0), change(Severity.MEANING)) is Severity.WORDING


def test_a_sentence_that_denies_the_other_changes_its_meaning() -> None:
    assert severity(Fixed(0.0, 0.95), change(Severity.WORDING, "C706")) is Severity.MEANING
    assert severity(Fixed(0.0, 0.95), change(Severity.CONTRADICTION)) is Severity.CONTRADICTION


@pytest.mark.parametrize("given", list(Severity))
def test_an_unsure_judge_changes_nothing(given: Severity) -> None:
    assert severity(Fixed(0.5, 0.3), change(given)) is given


def test_words_in_quotation_marks_are_not_put_to_the_judge() -> None:
    assert severity(Fixed(0.95, 0.0), change(Severity.MEANING, "Q101")) is Severity.MEANING


def test_without_a_name_there_is_no_judge_and_an_unknown_one_is_an_error() -> None:
    assert entailment("") is None
    with pytest.raises(RetoldError, match=r"retold\.entailment"):
        entailment("nobody")
