"""The Q codes: quotations altered, cut, given to another speaker, or attested nowhere else.

A finding is told once in each origin, at the telling it most likely entered with: the one put least
often into other words, and of those the one that goes back to fewest others.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz.distance import LCSseq

from retold.changes.quotes.comparison import compared
from retold.changes.quotes.pairing import surname
from retold.changes.quotes.reworded import broken, reworded
from retold.changes.quotes.status import Judged, Ledger
from retold.changes.quotes.uses import Run, Use
from retold.changes.tellings import Tellings
from retold.model.change import Drift, QuoteRecord, QuoteStatus, QuoteUse, Severity
from retold.model.document import Place
from retold.text.fold import fold
from retold.text.spelling import Spelling, spelling
from retold.text.words import WORD

# Fewer words than these in marks are as often a term or a title as what somebody said.
TERM_UP_TO = 3  # words
CONTRADICTED = {Severity.MEANING: Severity.CONTRADICTION}
# Between independent tellings: of the shorter quotation more than this returns in the other.
DISPUTED_FROM = 0.65  # share of telling words, by eye on basil
# And so many words at most were changed on both sides together to each that stayed.
MOST_CHANGED = 2
# "The same words" of another speaker are so much of the shorter quotation, and so many words.
MISGIVEN_FROM, LEAST_MISGIVEN = 0.8, 4
INDEPENDENT = "two tellings made apart differ inside the marks"
# A speaker named within this reach of the words may be theirs, whoever was found to be.
NEAR_BY = 300  # characters
# With one of these a speaker is a house, for which somebody speaks.
HOUSES = frozenset(
    "agency association authority board bureau club commission committee company council court "
    "department federation foundation government group house institute ministry office "
    "organisation organization parliament party police service society spokesman spokesperson "
    "spokeswoman state states statement union university white kremlin pentagon".split()
)


def quote_drifts(records: Sequence[QuoteRecord], ledger: Ledger) -> Iterator[Drift]:
    """The Q findings of a story, by code and first place; none in a story of one telling."""
    yield from _told(ledger, QuoteStatus.ALTERED, _altered)
    yield from _told(ledger, QuoteStatus.TRIMMED, _trimmed)
    yield from _other_speakers(records, ledger.quoted.tellings)
    yield from _told(ledger, QuoteStatus.UNATTESTED, _unattested)


Finding = Callable[[Ledger, Judged], Drift | None]


def _told(ledger: Ledger, status: QuoteStatus, finding: Finding) -> Iterator[Drift]:
    """The findings on uses of one status, each wording once an origin."""
    groups: dict[object, list[Judged]] = defaultdict(list)
    for one in ledger.judged:
        if one.status is status:
            origin = ledger.standing[one.use.document].origin
            where = one.use.document if origin < 0 else origin
            groups[(where, one.use.wording.keys)].append(one)
    for group in groups.values():
        first = min(group, key=lambda one: (_late(ledger, one.use), one.use.number))
        found = finding(ledger, first)
        if found is not None:
            yield found


def _late(ledger: Ledger, use: Use) -> tuple[int, int]:
    standing = ledger.standing[use.document]
    return standing.retold, standing.depth


def _place(use: Use) -> Place:
    return Place(use.document, use.quotation.span)


def _words(ledger: Ledger, use: Use) -> str:
    return " ".join(use.quotation.span.of(ledger.quoted.text(use.document)).split())


def _apart(ledger: Ledger, one: str, other: str) -> bool:
    """Whether two tellings are of different origins."""
    return ledger.standing[one].origin != ledger.standing[other].origin


def _altered(ledger: Ledger, one: Judged) -> Drift | None:
    """Q101: other words inside the marks. Of two that dispute each other, the later is told."""
    if one.against is None or one.alteration is None:
        return None
    against, note, what = _facing(ledger, one, one.against), one.note or "", one.alteration
    if one.disputed and one.use.number < against.number:
        return None
    severity = what.severity
    if _apart(ledger, one.use.document, against.document):
        nearer = _on_the_way(ledger, one.use)
        if nearer is not None:
            against, what = nearer, ledger.altered_from(one.use, nearer)
            severity, note = what.severity, f"{what.told()}; {one.rule}"
        elif not _one_utterance(one.use, against) or _mostly_other(one):
            return None
        else:
            note = f"{note}; {INDEPENDENT}"
            severity = CONTRADICTED.get(severity, severity)
    words = _words(ledger, against), _words(ledger, one.use)
    return Drift("Q101", severity, _place(against), _place(one.use), *words, note)


def _one_utterance(use: Use, other: Use) -> bool:
    """Whether two quotations made apart are so alike, and of one speaker, that they dispute."""
    one, two = surname(use.quotation.speaker), surname(other.quotation.speaker)
    shared = len(use.content & other.content)
    least = min(len(use.content), len(other.content))
    return (one == two or not (one and two)) and shared > DISPUTED_FROM * least


def _mostly_other(one: Judged) -> bool:
    """Whether far more was changed than stayed: then it is another sentence of one shape."""
    if one.found is None:
        return False
    changed = sum(
        change.end - change.begin + change.whole_end - change.whole_begin
        for change in one.found.changes
    )
    return changed > MOST_CHANGED * one.found.matched


def _on_the_way(ledger: Ledger, use: Use) -> Use | None:
    """The use of this origin, nearer the primary, that this one was altered from; or none."""
    nearer = [
        other
        for other in ledger.facing(use)
        if not _apart(ledger, other.document, use.document)
        and _late(ledger, other) < _late(ledger, use)
        and compared(use.wording, other.wording).changes
    ]
    return min(nearer, key=lambda one: (_late(ledger, one), one.number), default=None)


def _facing(ledger: Ledger, one: Judged, run: Run) -> Use:
    """The part of a run that a use was judged against: the one with most words under it."""
    found = one.found or compared(one.use.wording, run.wording)
    bounds = [*run.starts, len(run.wording)]

    def under(place: int) -> int:
        return min(found.last, bounds[place + 1]) - max(found.first, bounds[place])

    return ledger.quoted.uses[run.uses[max(range(len(run.uses)), key=under)]]


def _trimmed(ledger: Ledger, one: Judged) -> Drift | None:
    """Q102: cut on the way from a telling that this one goes back to, or shares its origin with."""
    if not ledger.standing[one.use.document].descended:
        return None
    longer = [
        other
        for other in ledger.facing(one.use)
        if len(other.wording) > len(one.use.wording)
        and not _apart(ledger, other.document, one.use.document)
        and other.document != one.use.document
        and _late(ledger, other) <= _late(ledger, one.use)
        and not compared(one.use.wording, other.wording).changes
    ]
    if not longer:
        return None
    whole = min(longer, key=lambda use: (_late(ledger, use), -len(use.wording), use.number))
    return Drift(
        "Q102",
        Severity.WORDING,
        _place(whole),
        _place(one.use),
        _words(ledger, whole),
        _words(ledger, one.use),
        "the quotation is cut; what is left stands as it was said",
    )


def _unattested(ledger: Ledger, one: Judged) -> Drift | None:
    """Q104: in marks here alone, in a telling that descends from others."""
    if not ledger.standing[one.use.document].descended:
        return None
    light = len(one.use.wording) <= TERM_UP_TO or one.elsewhere
    light = light or ledger.standing[one.use.document].revised
    light = light or broken(one.use, ledger.quoted.text(one.use.document))
    light = light or reworded(one.use, ledger)
    severity = Severity.WORDING if light else Severity.MEANING
    words = _words(ledger, one.use)
    return Drift("Q104", severity, None, _place(one.use), None, words, one.note or "")


def _other_speakers(records: Sequence[QuoteRecord], tellings: Tellings) -> Iterator[Drift]:
    """Q103: words that most tellings give to one person are given to another here."""
    for record in records:
        named = [use for use in record.uses if surname(use.speaker) and use.status]
        theirs = [use for use in named if surname(use.speaker) == surname(record.speaker)]
        seen: set[str | None] = set()
        for use in named:
            other = surname(use.speaker)
            if other in seen or not theirs:
                continue
            own = max(theirs, key=lambda one: _in_common(one, use, tellings))
            if not _same_words(own, use, tellings):
                continue
            if _another(own, use) and not _named_beside(own, use, tellings):
                seen.add(other)
                yield _misgiven(own, use, tellings)


def _in_common(one: QuoteUse, other: QuoteUse, tellings: Tellings) -> int:
    """How many words two uses share, in order."""
    return int(LCSseq.similarity(_folded(one.place, tellings), _folded(other.place, tellings)))


def _same_words(one: QuoteUse, other: QuoteUse, tellings: Tellings) -> bool:
    """Whether nearly all of the shorter of two uses stands in the longer."""
    least = min(len(_folded(use.place, tellings)) for use in (one, other))
    common = _in_common(one, other, tellings)
    return common >= max(MISGIVEN_FROM * least, min(least, LEAST_MISGIVEN))


def _folded(place: Place, tellings: Tellings) -> list[str]:
    text = tellings.documents[place.document].text
    return [fold(word) for word in WORD.findall(place.span.of(text))]


def _named_beside(own: QuoteUse, use: QuoteUse, tellings: Tellings) -> bool:
    """Whether either telling names the other one's speaker near the words: then who said them is
    not as plain as a finding needs.
    """
    for one, other in ((own, use), (use, own)):
        text = tellings.documents[one.place.document].text
        begin = max(0, one.place.span.begin - NEAR_BY)
        beside = WORD.findall(text[begin : one.place.span.end + NEAR_BY])
        if surname(other.speaker) in {fold(word) for word in beside}:
            return True
    return False


def _another(own: QuoteUse, use: QuoteUse) -> bool:
    """Whether two uses are given to two different people, as far as their names tell."""
    names = [(one.speaker or "").split() for one in (own, use)]
    if use.status is QuoteStatus.UNATTESTED or own.status is QuoteStatus.UNATTESTED:
        return False
    if any(word.casefold() in HOUSES for words in names for word in words):
        return False
    if not all(words and words[-1][:1].isupper() for words in names):
        return False
    return all(spelling(one, other) is Spelling.OTHER for one in names[0] for other in names[1])


def _misgiven(own: QuoteUse, use: QuoteUse, tellings: Tellings) -> Drift:
    texts = tellings.documents
    before, after = (
        " ".join(one.place.span.of(texts[one.place.document].text).split()) for one in (own, use)
    )
    return Drift(
        "Q103",
        Severity.MEANING,
        own.place,
        use.place,
        before,
        after,
        f"said by {own.speaker} in {own.place.document}, by {use.speaker} here",
    )
