"""Rewordings whose changes of meaning an editor recorded before any program ran on them.

A recorded change is found where a finding lies on it, in either text. A finding of a change of
meaning is right where it lies on a recorded change. `keys/README.md` says what was recorded.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import corpora
from benchmarks.bootstrap import figure, share
from benchmarks.chain import EARLIER, LATER, drifts_of, met
from retold.model.change import Drift, Severity
from retold.model.document import Span

KEYS = Path(__file__).parent / "keys"
# By the half asked for: the detectors were worked on one, the other was read and put aside.
KEY = {"build": KEYS / "rewordings.json", "judge": KEYS / "rewordings_judged.json"}
GRAVE = frozenset({Severity.MEANING, Severity.CONTRADICTION})
# A sentence left out is seen without judgement, and recorded by nobody.
UNRECORDED = frozenset({"C702"})


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change as the editor recorded it; a side is None where something was added or dropped."""

    family: str
    before: Span | None
    after: Span | None


def recorded(change: dict[str, Any]) -> Recorded:
    """One change of the key."""
    sides = (Span(*change[side]) if change[side] else None for side in ("a", "b"))
    return Recorded(change["family"], *sides)


def lies_on(drift: Drift, change: Recorded) -> bool:
    """Whether a finding and a recorded change share words in one of the texts."""
    return met(drift, EARLIER, change.before) or met(drift, LATER, change.after)


# Source, family, whether any finding lies on a recorded change, and whether a grave one does.
Found = list[tuple[str, str, bool, bool]]
# Source, code, and whether a grave finding lies on a recorded change.
Right = list[tuple[str, str, bool]]


def main(data: Path, half: str = "judge", *, misses: bool = False) -> None:
    """Prints how many of the recorded changes are found, and how many findings are right."""
    _print(*judged(data, half, misses=misses))


def judged(data: Path, half: str, *, misses: bool = False) -> tuple[Found, Right]:
    """Every recorded change of a half, and every finding of a change of meaning."""
    key = json.loads(KEY[half].read_text(encoding="utf-8"))
    rows = corpora.rows(data, "detectrl_derivations/news_pairs.jsonl")
    found: Found = []
    right: Right = []
    for entry in key:
        row, name = rows[entry["row"]], str(entry["row"])
        drifts = drifts_of(row["a_text"], row["b_text"])
        drifts = [one for one in drifts if one.code not in UNRECORDED]
        changes = [recorded(change) for change in entry["changes"]]
        for change in changes:
            on = [one for one in drifts if lies_on(one, change)]
            grave = any(one.severity in GRAVE for one in on)
            found.append((name, change.family, bool(on), grave))
        for one in (one for one in drifts if one.severity in GRAVE):
            good = any(lies_on(one, change) for change in changes)
            right.append((name, one.code, good))
            if misses and not good:
                print("  false:", name, one.code, one.before, "=>", one.after)
    return found, right


def _print(found: Found, right: Right) -> None:
    names = [one[0] for one in found]
    print(f"{len(set(names))} rewordings with recorded changes: {len(found)} changes")
    print("  found (any finding)   ", figure(names, share([one[2] for one in found])))
    print("  found (as meaning)    ", figure(names, share([one[3] for one in found])))
    print(
        "  of findings, right    ", figure([one[0] for one in right], share([r[2] for r in right]))
    )
    total, hit = Counter(one[1] for one in found), Counter(one[1] for one in found if one[2])
    print("  by family:", "  ".join(f"{name} {hit[name]}/{total[name]}" for name in sorted(total)))
    total, hit = Counter(one[1] for one in right), Counter(one[1] for one in right if one[2])
    print("  by code:", "  ".join(f"{name} {hit[name]}/{total[name]}" for name in sorted(total)))
