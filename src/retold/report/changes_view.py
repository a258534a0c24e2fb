"""What changed between the tellings of a story and what they claim, ready for the page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from retold.changes.drift.codes import CODES
from retold.changes.drift.ranking import leading
from retold.model.change import Claim, Drift, Moment, NameRecord, Severity
from retold.model.document import Place
from retold.model.relation import LinkKind
from retold.model.story import Story
from retold.report.name_forms import varies
from retold.report.side_by_side import Run, differences, plain

# By eye: what an editor reads before the rest.
CHECKED_FIRST = 5
# By eye: rows of one part of the page before the rest is left to the JSON.
ROWS = 400
# By eye: of what changes no meaning, the rows of each severity; side by side has all in place.
SLIGHT = 60
# More tellings than this make no readable columns: a row then lists who has what.
COLUMNS = 6
# By eye: words shown before and after a change.
NEAR = 5
GRAVE = (Severity.CONTRADICTION, Severity.MEANING)
SEVERITIES = (*GRAVE, Severity.WORDING, Severity.TYPO)
# Whole passages, read side by side: here they are shown by how they begin and end.
TOLD_ANEW = ("C710",)
# The families of codes that part tellings in time: dates, and roles and order.
OF_TIME = ("T", "R")


@dataclass(frozen=True, slots=True)
class Finding:
    """A drift with the name of its code and both sides in marked runs; a missing side is empty."""

    drift: Drift
    name: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The tellings it stands between, parent first."""
        places = (self.drift.parent, self.drift.child)
        return tuple(dict.fromkeys(place.document for place in places if place))


@dataclass(frozen=True, slots=True)
class Coded:
    """The findings of one code; `text` is what it says of all of them."""

    code: str
    name: str
    text: str
    findings: tuple[Finding, ...]

    @property
    def between(self) -> list[tuple[tuple[str, ...], list[Finding]]]:
        """The findings by the tellings they stand between."""
        together: defaultdict[tuple[str, ...], list[Finding]] = defaultdict(list)
        for finding in self.findings:
            together[finding.documents].append(finding)
        return sorted(together.items())


@dataclass(frozen=True, slots=True)
class Grave:
    """The findings of one severity, by code; `total` counts those not shown, too."""

    severity: Severity
    total: int
    codes: tuple[Coded, ...]

    @property
    def left_out(self) -> int:
        """How many findings only the JSON has."""
        return self.total - sum(len(one.findings) for one in self.codes)

    @property
    def is_grave(self) -> bool:
        """Whether they are read one by one."""
        return self.severity in GRAVE


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with where each document makes it first and whom it credits."""

    claim: Claim
    made: Mapping[str, tuple[Place, str | None]]

    @property
    def credit(self) -> str | None:
        """Whom all that make it credit; None where they differ or credit nobody."""
        credited = {credit for _, credit in self.made.values()}
        return credited.pop() if len(credited) == 1 else None


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Everything the templates of changes need; `left_out` counts rows that only the JSON has.

    `claims` stand on several origins, or the story has one; `lone_claims` on one of several.
    `moments` are told by two tellings and more; `lone_moments` by one.
    """

    first: tuple[Finding, ...]
    graves: tuple[Grave, ...]
    claims: tuple[ClaimRow, ...]
    lone_claims: tuple[ClaimRow, ...]
    moments: tuple[Moment, ...]
    lone_moments: tuple[Moment, ...]
    parted: tuple[Finding, ...]
    names: tuple[NameRecord, ...]
    columns: tuple[str, ...]
    left_out: Mapping[str, int]

    @property
    def places(self) -> Iterator[Place]:
        """Every place that the rows link to."""
        for finding in (*self.first, *self.parted, *self._findings):
            yield from (p for p in (finding.drift.parent, finding.drift.child) if p)
        for row in (*self.claims, *self.lone_claims):
            yield from (use.place for use in row.claim.uses)
        for moment in (*self.moments, *self.lone_moments):
            yield from (use.place for use in moment.uses)

    @property
    def _findings(self) -> Iterator[Finding]:
        for grave in self.graves:
            for coded in grave.codes:
                yield from coded.findings


def changes_view(story: Story) -> ChangesView:
    """The changes of a story laid out; every part may be empty."""
    claims = sorted(story.claims, key=lambda one: (-one.origins, -len(_tellings(one))))
    names = [one for one in story.names if varies(one)]
    parts: dict[str, Sequence[object]] = {
        "claims": claims,
        "times": story.timeline,
        "names": names,
    }
    rows = [_claim_row(one) for one in claims[:ROWS]]
    least = min(2, len(story.origins))
    moments = story.timeline[:ROWS]
    shared = [one for one in moments if len({use.place.document for use in one.uses}) > 1]
    return ChangesView(
        first=tuple(map(_finding, checked_first(story.drifts))),
        graves=tuple(_graves(story.drifts)),
        claims=tuple(row for row in rows if row.claim.origins >= least),
        lone_claims=tuple(row for row in rows if row.claim.origins < least),
        moments=tuple(shared),
        lone_moments=tuple(one for one in moments if one not in shared),
        parted=tuple(_finding(one) for one in _of_time(story.drifts)),
        names=tuple(names[:ROWS]),
        columns=story.documents if len(story.documents) <= COLUMNS else (),
        left_out={name: max(len(part) - ROWS, 0) for name, part in parts.items()},
    )


def checked_first(drifts: Sequence[Drift]) -> tuple[Drift, ...]:
    """What an editor should see first: no change of mere wording where meanings changed."""
    grave = [one for one in drifts if one.severity in GRAVE]
    return leading(grave or drifts, CHECKED_FIRST)


def _of_time(drifts: Iterable[Drift]) -> list[Drift]:
    """The changes that part tellings in time, gravest first."""
    found = [one for one in drifts if one.code[:1] in OF_TIME]
    return list(leading(found, min(len(found), ROWS)))


def _graves(drifts: Sequence[Drift]) -> Iterator[Grave]:
    """The drifts of each severity that has any, gravest first, by code, what matters most first."""
    for severity in SEVERITIES:
        part = [one for one in drifts if one.severity is severity]
        room = ROWS if severity in GRAVE else SLIGHT
        shown = sorted(leading(part, min(room, len(part))), key=lambda one: one.code)
        if shown:
            yield Grave(
                severity,
                len(part),
                tuple(
                    Coded(code, _name(code), _text(code), tuple(map(_finding, same)))
                    for code, same in groupby(shown, key=lambda one: one.code)
                ),
            )


def _name(code: str) -> str:
    return CODES[code].name if code in CODES else ""


def _text(code: str) -> str:
    return CODES[code].text if code in CODES else ""


def _finding(drift: Drift) -> Finding:
    before, after = drift.before or "", drift.after or ""
    if drift.code in TOLD_ANEW:
        left, right = (plain(_shortened(one, first=False, last=False)) for one in (before, after))
        return Finding(drift, _name(drift.code), left, right)
    if before and after:
        left, right = differences(before, after, LinkKind.EDITED)
    else:
        left, right = plain(before), plain(after)
    return Finding(drift, _name(drift.code), _near(left), _near(right))


def _near(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with the plain words far from any marked run left out."""
    if len(runs) < 2:
        return runs
    last = len(runs) - 1
    return tuple(
        (text, mark) if mark else (_shortened(text, first=not at, last=at == last), mark)
        for at, (text, mark) in enumerate(runs)
    )


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = text.split(" ")
    head, tail = (0 if first else NEAR), (0 if last else NEAR)
    if len(words) <= head + tail + NEAR:
        return text
    return " ".join((*words[:head], "…", *words[len(words) - tail :]))


def _claim_row(claim: Claim) -> ClaimRow:
    made: dict[str, tuple[Place, str | None]] = {}
    for use in sorted(claim.uses, key=lambda one: one.place):
        place, credit = made.get(use.place.document, (use.place, None))
        made[use.place.document] = place, credit or use.attributed_to
    return ClaimRow(claim, made)


def _tellings(claim: Claim) -> set[str]:
    return {use.place.document for use in claim.uses}
