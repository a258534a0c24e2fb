"""The quotations of a story across its tellings: an utterance a record, its uses with statuses."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from retold.changes.quotes.pairing import surname
from retold.changes.quotes.readings import readings
from retold.changes.quotes.status import Judged, Ledger
from retold.changes.quotes.uses import Run, Use
from retold.model.change import QuoteRecord, QuoteStatus, QuoteUse
from retold.model.document import Place


def ledger(judged: Ledger) -> tuple[QuoteRecord, ...]:
    """Every utterance quoted in the bodies, in the order of first places; empty where none is.

    Uses in different tellings are one record where they are of one utterance, and so are the parts
    of a quotation that its writer broke off. A use that no other telling has is a record of its
    own. Statuses are None in a story of one telling and for what stands in no quotation marks.
    """
    groups = sorted(_groups(judged), key=lambda group: _place(group[0].use))
    return tuple(_record(judged, group, number) for number, group in enumerate(groups, 1))


def _place(use: Use) -> Place:
    return Place(use.document, use.quotation.span)


def _groups(ledger: Ledger) -> Iterator[list[Judged]]:
    """The uses by utterance, each group by document and place."""
    root = list(range(len(ledger.quoted.uses)))

    def top(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for one, other in _joined(ledger):
        first, second = sorted((top(one), top(other)))
        root[second] = first
    groups: dict[int, list[Judged]] = defaultdict(list)
    for judged in ledger.judged:
        groups[top(judged.use.number)].append(judged)
    for group in groups.values():
        yield sorted(group, key=lambda one: _place(one.use))


def _joined(ledger: Ledger) -> Iterator[tuple[int, int]]:
    """Pairs of uses that are of one utterance, enough to join them all."""
    alone = {one.use.number for one in ledger.judged if one.status is QuoteStatus.UNATTESTED}
    for worded in ledger.pairs.worded:
        numbers = [use.number for use in worded.uses]
        yield from ((numbers[0], number) for number in numbers[1:])
        if numbers[0] not in alone:
            for other in ledger.pairs.of(worded.number):
                theirs = ledger.pairs.worded[other].uses[0].number
                if theirs not in alone:
                    yield numbers[0], theirs
    for run in ledger.quoted.runs:
        yield from ((run.uses[0], number) for number in run.uses[1:])


def _record(ledger: Ledger, group: list[Judged], number: int) -> QuoteRecord:
    uses = [one.use for one in group]
    held = [one.use for one in group if one.status not in {None, QuoteStatus.UNATTESTED}]
    marked = held or [use for use in uses if use.marked] or uses
    best = readings(ledger.quoted, marked, ledger.standing)[0].run
    return QuoteRecord(
        id=f"q{number}",
        speaker=_speaker(uses),
        wording=wording_of(ledger, best),
        uses=tuple(_use(one) for one in group),
    )


def wording_of(ledger: Ledger, run: Run) -> str:
    """The words of a run as printed, on one line."""
    text = ledger.quoted.text(run.document)
    spans = (ledger.quoted.uses[number].quotation.span for number in run.uses)
    return " ".join(" ".join(span.of(text).split()) for span in spans)


def _speaker(uses: list[Use]) -> str | None:
    """The name that most tellings give, the longest of its forms; None where none is given."""
    named = [(surname(use.quotation.speaker), use.quotation.speaker or "") for use in uses]
    counted = Counter(key for key, _ in named if key)
    if not counted:
        return next((name for _, name in named if name), None)
    most = min(counted, key=lambda key: (-counted[key], key))
    return min((name for key, name in named if key == most), key=lambda name: (-len(name), name))


def _use(judged: Judged) -> QuoteUse:
    quotation = judged.use.quotation
    return QuoteUse(
        place=_place(judged.use),
        style=quotation.style,
        speaker=quotation.speaker,
        speaker_span=quotation.speaker_span,
        via=quotation.via,
        status=judged.status,
        note=judged.note,
    )
