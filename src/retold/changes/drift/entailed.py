"""A second opinion on what changed, where a judge of entailment is installed and asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from retold.changes.tellings import Tellings
from retold.model.change import Drift, Severity
from retold.model.document import Place
from retold.ports import Entailment

# Between quotation marks the words themselves count, and of a spelling a judge knows nothing.
UNASKED = ("Q", "E301", "E304", "A605")
GRAVE = frozenset({Severity.MEANING, Severity.CONTRADICTION})


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """Settings of what is told to have changed.

    Attributes:
        entailment: name of the installed judge to ask about each change; empty: none.
        same_from: probability, 0..1, from which two sentences that follow from each other say the
            same.
        contrary_from: probability, 0..1, from which one sentence contradicts the other.
    """

    entailment: str = ""
    same_from: float = 0.9
    contrary_from: float = 0.9


def weighed(
    drifts: Iterable[Drift], tellings: Tellings, judge: Entailment, settings: ChangeSettings
) -> Iterator[Drift]:
    """The changes, each graver or lighter where the judge is sure; of a change with two sides.

    Sentences that follow from each other make a change one of wording. One that contradicts the
    other makes other words a change of meaning, and confirms what is one.
    """
    for drift in drifts:
        if drift.parent is None or drift.child is None or drift.code.startswith(UNASKED):
            yield drift
            continue
        before, after = _sentence(drift.parent, tellings), _sentence(drift.child, tellings)
        there, back = judge.judge(before, after), judge.judge(after, before)
        if min(there.entailment, back.entailment) >= settings.same_from:
            yield _told(drift, Severity.WORDING, "the two say the same") if _grave(drift) else drift
        elif max(there.contradiction, back.contradiction) >= settings.contrary_from:
            graver = max(drift.severity, Severity.MEANING, key=_rank)
            yield _told(drift, graver, "one denies the other")
        else:
            yield drift


def _grave(drift: Drift) -> bool:
    return drift.severity in GRAVE


def _rank(severity: Severity) -> int:
    return list(Severity).index(severity)


def _told(drift: Drift, severity: Severity, what: str) -> Drift:
    note = f"{drift.note.rstrip('.')}; to the judge of entailment {what}."
    return replace(drift, severity=severity, note=note)


def _sentence(place: Place, tellings: Tellings) -> str:
    """The sentences that a place lies in, on one line."""
    text = tellings.documents[place.document].text
    held = [one for one in tellings.readings[place.document].sentences if one.meets(place.span)]
    return " ".join(" ".join(one.of(text).split()) for one in held or [place.span])
