"""What an editor should see first."""

from collections.abc import Iterable

from retold.model.change import Drift, Severity
from retold.model.document import Place, Span

_SEVERITY = {
    Severity.CONTRADICTION: 3,
    Severity.MEANING: 2,
    Severity.WORDING: 1,
    Severity.TYPO: 0,
}
# Among changes of one severity, what a correction would be printed for comes first; by eye, on the
# shipped example and on rewordings of detectrl_derivations.
_FIRST = (
    "Q101 M503 R802 R801 N201 N205 E302 Q103 T401 M508 N204 N207 N203 M501 C703 A601 A605 Q104 "
    "M505 A603 A602 A606 R803 N208 N206 T407 E303 E307 M507 M502 M506 M504 C704 C707 C701 C710"
).split()
_RANK = {code: len(_FIRST) - place for place, code in enumerate(_FIRST)}
# A finding of a kind already shown gives way to one of another kind, by so many places a time.
REPEATED = 6
_NOWHERE = Place("", Span(0, 0))


def leading(drifts: Iterable[Drift], count: int = 5) -> tuple[Drift, ...]:
    """The `count` that matter most, first first: contradictions, then changes of meaning by code.

    Kinds take turns: a second finding of one code stands behind first ones that matter little less.
    """
    ranked = sorted(drifts, key=_key)
    seen: dict[str, int] = {}
    turns = []
    for drift in ranked:
        turn = seen.get(drift.code, 0)
        seen[drift.code] = turn + 1
        turns.append((_key(drift, turn), drift))
    return tuple(drift for _, drift in sorted(turns, key=lambda pair: pair[0])[:count])


def _key(drift: Drift, turn: int = 0) -> tuple[int, int, Place, Place, str]:
    weight = _RANK.get(drift.code, 0) - REPEATED * turn
    places = (drift.parent or _NOWHERE, drift.child or _NOWHERE)
    return -_SEVERITY[drift.severity], -weight, *places, drift.code
