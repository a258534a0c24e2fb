"""What changed, at a terminal: the first things to check, quotations and claims in numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from retold.changes.drift.codes import CODES
from retold.changes.drift.ranking import leading
from retold.model.change import Drift, QuoteStatus
from retold.model.story import Story
from retold.report import words
from retold.report.changes_view import SEVERITIES, checked_first
from retold.report.ledger_view import quote_counts
from retold.report.paint import Paint

# Characters of each side of a change; by eye, three lines of a terminal for both.
SIDE = 110
# Changes between two texts that are listed; by eye, two screens.
LISTED = 15


def changes(story: Story, paint: Paint) -> Iterator[str]:
    """What to check first, then the numbers; nothing where nothing was compared."""
    first = checked_first(story.drifts)
    if first:
        yield ""
        yield paint("cyan", "  Check first")
    for number, drift in enumerate(first, 1):
        yield from _finding(number, drift, paint)
    if len(story.documents) > 1:
        yield from _numbers(story, paint)


def differences(drifts: Sequence[Drift], *, width: int, colour: bool) -> str:
    """The changes between two texts, those that matter most first, then their numbers."""
    paint = Paint(colour, max(width, 40))
    if not drifts:
        return ""
    first = leading(drifts, LISTED)
    lines = ["", paint("cyan", f"What changed: {words.count(len(drifts), 'finding')}")]
    for number, drift in enumerate(first, 1):
        lines += _finding(number, drift, paint)
    if len(drifts) > len(first):
        lines.append(f"    and {len(drifts) - len(first)} more; --json has all")
    return "\n".join(lines) + "\n"


def _finding(number: int, drift: Drift, paint: Paint) -> Iterator[str]:
    known = CODES.get(drift.code)
    where = " to ".join(
        dict.fromkeys(words.line(p.document, 40) for p in (drift.parent, drift.child) if p)
    )
    head = f"{number}. {drift.code} {known.name if known else ''}: {where}"
    yield from paint.wrapped(head, first="    ", then="       ")
    sides = [f"“{words.line(side, SIDE)}”" for side in (drift.before, drift.after) if side]
    yield from paint.wrapped(" became ".join(sides), first="       ", then="       ")
    for line in paint.wrapped(words.line(drift.note, 300), first="       ", then="       "):
        yield paint("dim", line)


def _numbers(story: Story, paint: Paint) -> Iterator[str]:
    """Quotations by status, changes by severity, claims by origins; only what there is."""
    lines = []
    if story.quotes:
        judged = [
            f"{number} {words.STATUS_WORDS[QuoteStatus(status)]}"
            for status, number in quote_counts(story).items()
        ]
        told = f": uses {', '.join(judged)}" if judged else ""
        lines.append(f"{words.count(len(story.quotes), 'quotation')}{told}")
    found = Counter(drift.severity for drift in story.drifts)
    if found:
        parts = [
            words.count(found[one], *words.SEVERITY_NOUNS[one]) for one in SEVERITIES if found[one]
        ]
        lines.append(f"Changes: {', '.join(parts)}")
    if story.claims and len(story.origins) > 1:
        alone = sum(claim.origins == 1 for claim in story.claims)
        stand = "stands" if alone == 1 else "stand"
        count = words.count(len(story.claims), "claim")
        lines.append(f"{count} told more than once: {alone} {stand} on one origin only")
    if lines:
        yield ""
    for line in lines:
        yield from paint.wrapped(line, first="  ", then="    ")
