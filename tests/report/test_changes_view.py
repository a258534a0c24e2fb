"""What changed, in rows."""

from dataclasses import replace

from retold.model.change import Claim, ClaimUse, Drift, Moment, MomentUse, Severity
from retold.model.document import Place, Span
from retold.report.changes_view import changes_view
from retold.report.side_by_side import Mark
from tests.report import invented

STORY = invented.result().stories[0]


def place(name: str, begin: int) -> Place:
    return Place(f"bridge-{name}", Span(begin, begin + 4))


def drift(code: str, severity: Severity, before: str | None, after: str | None) -> Drift:
    return Drift(code, severity, place("01", 40), place("03", 9), before, after, "note")


def test_changes_stand_by_severity_and_code() -> None:
    drifts = (
        drift("E301", Severity.TYPO, "Varnham", "Warnham"),
        drift("N201", Severity.MEANING, "41", "14"),
        drift("M501", Severity.MEANING, "appears to urge", "urges"),
    )

    found = changes_view(replace(STORY, drifts=drifts)).graves

    assert [(one.severity, [code.code for code in one.codes]) for one in found] == [
        (Severity.MEANING, ["M501", "N201"]),
        (Severity.TYPO, ["E301"]),
    ]


def test_far_from_a_change_words_are_left_out() -> None:
    words = " ".join(f"w{n}" for n in range(40))
    drifts = (drift("M501", Severity.MEANING, f"{words} old {words}", f"{words} young {words}"),)

    [finding] = changes_view(replace(STORY, drifts=drifts)).first

    shown = "".join(text for text, _ in finding.before)
    assert [text for text, mark in finding.before if mark is Mark.ONLY] == ["old"]
    assert shown.startswith("… w3")
    assert shown.endswith("w4 …")


def test_changes_of_time_stand_with_the_times() -> None:
    drifts = (
        drift("T401", Severity.MEANING, "3 June", "5 June"),
        drift("E301", Severity.TYPO, "Varnham", "Warnham"),
    )

    assert [one.drift.code for one in changes_view(replace(STORY, drifts=drifts)).parted] == [
        "T401"
    ]


def test_a_claim_on_one_origin_of_several_stands_apart() -> None:
    uses = (ClaimUse(place("01", 40), "the mayor"), ClaimUse(place("03", 9), "the mayor"))
    claims = (Claim("c1", "one", 1, (), uses), Claim("c2", "two", 2, (), uses))

    found = changes_view(replace(STORY, claims=claims))

    assert [row.claim.id for row in found.claims] == ["c2"]
    assert [row.claim.id for row in found.lone_claims] == ["c1"]
    assert found.claims[0].credit == "the mayor"


def test_a_time_in_one_telling_stands_apart() -> None:
    both = tuple(MomentUse(place(name, 9), "Friday") for name in ("01", "03"))
    timeline = (
        Moment("2031-11-21", "2031-11-21", "day", both),
        Moment("2030-01-01", "2030-12-31", "year", both[:1]),
    )

    found = changes_view(replace(STORY, timeline=timeline))

    assert [one.begin for one in found.moments] == ["2031-11-21"]
    assert [one.begin for one in found.lone_moments] == ["2030-01-01"]
