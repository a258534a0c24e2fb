"""What one of two tellings has alone, and what it left out of its credit (C701 to C703, A601)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from retold.changes.beside import Beside
from retold.changes.drift.codes import CODES, OPEN
from retold.changes.drift.cues import LITTLE
from retold.model.change import Drift, Severity
from retold.model.document import Document, Place, Span
from retold.text.attributions import Caveat, caveats
from retold.text.credits import CreditKind, credited
from retold.text.outlets import same_outlet
from retold.text.words import stem, words

# A shorter sentence is a label or a remark; by eye.
LEAST = 5  # words
# From this share of telling words that the parent has nowhere, a sentence says something new.
NEW = 0.5  # share, by eye on rewordings of detectrl_derivations
# From this share in one sentence of the parent on, it is that one in other words.
ALIKE = 0.4  # share, by eye on rewordings of detectrl_derivations
# Below this weight a name may be of an outlet that is written about; see `credit_cues`.
SURE = 0.75  # weight of a credit, 0..1
GOES_ON = re.compile(r"[,;] (?:but|and|which|although|though|while|however)\b")


def content_drifts(beside: Beside) -> Iterator[Drift]:
    """What one of two tellings has alone, and what it left uncredited; only along a descent."""
    if not beside.pairing.descended:
        return
    yield from _uncredited(beside)
    yield from _caveats(beside)
    for run in _runs(beside.parent, beside.parent_alone):
        yield _drift("C702", beside, run, None)
    known = _stems(beside.parent, beside.parent.body)
    rows = _rows(beside)
    for run in _runs(beside.child, beside.child_alone):
        found = _drift("C701", beside, None, run)
        told = _stems(beside.child, (run,))
        # What the parent's own words tell may be said there in a sentence that was not linked.
        said = any(len(told & row) >= ALIKE * len(told) for row in rows)
        new = len(told - known) >= NEW * len(told) and not said
        yield found if new else replace(found, severity=Severity.WORDING)


def _rows(beside: Beside) -> list[set[str]]:
    """The stems of every sentence of the parent."""
    linked = (span for facing in beside.facings for span in facing.parent.sentences)
    sentences = sorted({*beside.parent_alone, *linked})
    return [_stems(beside.parent, (span,)) for span in sentences]


def _stems(document: Document, spans: Iterable[Span]) -> set[str]:
    """Stems of the telling words in some spans of a document."""
    return {
        stem(word.key, document.language)
        for span in spans
        for word in words(document.text, span)
        if word.key not in LITTLE
    }


def _runs(document: Document, alone: tuple[Span, ...]) -> Iterator[Span]:
    """Neighbouring sentences as one span; sentences of a few words left out."""
    text = document.text
    told = [span for span in alone if sum(1 for _ in words(text, span)) >= LEAST]
    begin: Span | None = None
    end: Span | None = None
    for span in told:
        if begin and end and not text[end.end : span.begin].strip():
            end = span
            continue
        if begin and end:
            yield Span(begin.begin, end.end)
        begin = end = span
    if begin and end:
        yield Span(begin.begin, end.end)


def _caveats(beside: Beside) -> Iterator[Drift]:
    """Reserves of the parent's of a kind that the child keeps nowhere, or not in that sentence."""
    kept = {caveat.kind for _, caveat in _reserved(beside.child, beside.child.body)}
    for sentence, caveat in _reserved(beside.parent, beside.parent_alone):
        if caveat.kind not in kept:
            yield _unreserved(beside, sentence, caveat)
    for facing in beside.facings:
        there = {caveat.kind for _, caveat in _reserved(beside.child, facing.child.sentences)}
        for sentence, caveat in _reserved(beside.parent, facing.parent.sentences):
            if caveat.kind not in there | kept and facing.parent.outside(caveat.span):
                yield _unreserved(beside, sentence, caveat)


def _unreserved(beside: Beside, sentence: Span, caveat: Caveat) -> Drift:
    """C703; that somebody gave no comment leaves what is told as it was."""
    found = _drift("C703", beside, _clause(beside.parent.text, sentence, caveat.span), None)
    return replace(found, severity=Severity.WORDING) if caveat.kind == "comment" else found


def _reserved(document: Document, spans: Iterable[Span]) -> Iterator[tuple[Span, Caveat]]:
    for span in spans:
        for caveat in caveats(document.text, span):
            yield span, caveat


def _clause(text: str, sentence: Span, caveat: Span) -> Span:
    """A sentence up to the clause that goes on after its reserve."""
    goes_on = GOES_ON.search(text, caveat.end, sentence.end)
    return Span(sentence.begin, goes_on.start() if goes_on else sentence.end)


def _uncredited(beside: Beside) -> Iterator[Drift]:
    """Outlets that the parent names as its own maker and the child nowhere."""
    parent, child = beside.parent, beside.child
    seen: set[str] = set()
    text = f" {_folded(child.text)} "
    for one in credited(parent.text, parent.blocks, parent.language):
        sure = one.kind is CreditKind.SELF_REFERENCE and one.weight >= SURE and one.in_body
        if not sure or one.name in seen:
            continue
        seen.add(one.name)
        named = f" {_folded(one.name)} " in text
        if not named and not (child.outlet and same_outlet(child.outlet, one.name)):
            yield _drift("A601", beside, one.span, None)


def _folded(text: str) -> str:
    """The words of a text with a space between them, as they are compared."""
    return " ".join(word.key for word in words(text, Span(0, len(text))))


def _drift(code: str, beside: Beside, before: Span | None, after: Span | None) -> Drift:
    known = CODES[code]
    note = known.text if after else f"{known.text.rstrip('.')}: {beside.child.id}."
    if not beside.pairing.directed:
        note = f"{note.rstrip('.')}; {OPEN}."
    return Drift(
        code,
        known.severity,
        Place(beside.parent.id, before) if before else None,
        Place(beside.child.id, after) if after else None,
        " ".join(before.of(beside.parent.text).split()) if before else None,
        " ".join(after.of(beside.child.text).split()) if after else None,
        note,
    )
