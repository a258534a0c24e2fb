"""What the tellings of a story say and where they part, ready for the page and the terminal."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.changes.drift.codes import CODES
from retold.changes.drift.ranking import leading
from retold.model.change import (
    Claim,
    Drift,
    Moment,
    NameRecord,
    QuoteRecord,
    QuoteStatus,
    QuoteUse,
    Severity,
)
from retold.model.document import Document, Place
from retold.model.relation import LinkKind
from retold.model.story import Story
from retold.report.side_by_side import Run, differences

# By eye: what an editor reads before the rest.
CHECKED_FIRST = 5
# By eye: rows of one part of the page before the rest is left to the JSON.
ROWS = 400
# More tellings than this make no readable columns: a row then lists who has what.
COLUMNS = 6
SEVERITIES = (Severity.CONTRADICTION, Severity.MEANING, Severity.WORDING, Severity.TYPO)


@dataclass(frozen=True, slots=True)
class Finding:
    """A drift with the name of its code and both sides in marked runs; a missing side is empty."""

    drift: Drift
    name: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One telling's use of a quote: its words, those that differ from the row's wording marked."""

    use: QuoteUse
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote, and its uses by document in the order of the columns."""

    quote: QuoteRecord
    said: Mapping[str, tuple[Said, ...]]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the documents that make it and whom they credit, and the origins' numbers."""

    claim: Claim
    credits: Mapping[str, str | None]
    origins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Everything the templates of changes need; `left_out` counts rows that only the JSON has."""

    first: tuple[Finding, ...]
    findings: tuple[tuple[Severity, tuple[Finding, ...]], ...]
    quotes: tuple[QuoteRow, ...]
    claims: tuple[ClaimRow, ...]
    timeline: tuple[Moment, ...]
    names: tuple[NameRecord, ...]
    columns: tuple[str, ...]
    left_out: Mapping[str, int]

    @property
    def places(self) -> Iterator[Place]:
        """Every place that the rows link to."""
        for _, group in self.findings:
            for finding in group:
                yield from (p for p in (finding.drift.parent, finding.drift.child) if p)
        for row in self.quotes:
            yield from (use.place for use in row.quote.uses)
        for claim in self.claims:
            yield from (use.place for use in claim.claim.uses)
        for moment in self.timeline:
            yield from (use.place for use in moment.uses)


def changes_view(story: Story, documents: Mapping[str, Document]) -> ChangesView:
    """The changes of a story laid out; every part may be empty."""
    columns = story.documents if len(story.documents) <= COLUMNS else ()
    claims = sorted(story.claims, key=lambda one: (-one.origins, -len(_tellings(one))))
    names = [one for one in story.names if len({form.form for form in one.forms}) > 1]
    parts: dict[str, Sequence[object]] = {
        "changes": story.drifts,
        "quotations": story.quotes,
        "claims": claims,
        "times": story.timeline,
        "names": names,
    }
    origin_of = {name: at for at, one in enumerate(story.origins, 1) for name in one.documents}
    return ChangesView(
        first=tuple(map(_finding, leading(story.drifts, CHECKED_FIRST))),
        findings=tuple(_by_severity(story.drifts)),
        quotes=tuple(_quote_row(one, documents) for one in story.quotes[:ROWS]),
        claims=tuple(_claim_row(one, origin_of) for one in claims[:ROWS]),
        timeline=story.timeline[:ROWS],
        names=tuple(names[:ROWS]),
        columns=tuple(columns),
        left_out={name: len(part) - ROWS for name, part in parts.items() if len(part) > ROWS},
    )


def quote_counts(story: Story) -> dict[str, int]:
    """How many uses of quotes have each status, in the order of the statuses; none of 0."""
    found = [use.status for quote in story.quotes for use in quote.uses]
    return {one.value: found.count(one) for one in QuoteStatus if one in found}


def _by_severity(drifts: Sequence[Drift]) -> Iterator[tuple[Severity, tuple[Finding, ...]]]:
    """The drifts of each severity that has any, gravest first, each part by what matters most."""
    room = ROWS
    for severity in SEVERITIES:
        part = [one for one in drifts if one.severity is severity]
        shown = leading(part, min(room, len(part)))
        room -= len(shown)
        if shown:
            yield severity, tuple(map(_finding, sorted(shown, key=lambda one: one.code)))


def _finding(drift: Drift) -> Finding:
    before, after = drift.before or "", drift.after or ""
    if before and after:
        left, right = differences(before, after, LinkKind.EDITED)
    else:
        left, right = _plain(before), _plain(after)
    return Finding(drift, CODES[drift.code].name if drift.code in CODES else "", left, right)


def _plain(text: str) -> tuple[Run, ...]:
    return differences(text, text, LinkKind.VERBATIM)[0] if text else ()


def _quote_row(quote: QuoteRecord, documents: Mapping[str, Document]) -> QuoteRow:
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for use in quote.uses:
        words = use.place.span.of(documents[use.place.document].text)
        same = use.status is not QuoteStatus.ALTERED
        runs = _plain(words) if same else differences(quote.wording, words, LinkKind.EDITED)[1]
        said[use.place.document].append(Said(use, runs))
    statuses = {use.status.value for use in quote.uses if use.status}
    return QuoteRow(
        quote,
        {name: tuple(uses) for name, uses in said.items()},
        tuple(one.value for one in QuoteStatus if one.value in statuses),
    )


def _claim_row(claim: Claim, origin_of: Mapping[str, int]) -> ClaimRow:
    credited: dict[str, str | None] = {}
    for use in claim.uses:
        credited[use.place.document] = credited.get(use.place.document) or use.attributed_to
    origins = sorted({origin_of[name] for name in credited if name in origin_of})
    return ClaimRow(claim, credited, tuple(origins))


def _tellings(claim: Claim) -> set[str]:
    return {use.place.document for use in claim.uses}


def begins_in(view: ChangesView, documents: Iterable[str]) -> defaultdict[str, set[int]]:
    """By document id, where the places begin that the rows link to."""
    known = set(documents)
    found: defaultdict[str, set[int]] = defaultdict(set)
    for place in view.places:
        if place.document in known:
            found[place.document].add(place.span.begin)
    return found
