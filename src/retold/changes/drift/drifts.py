"""What changed from telling to telling: every check over every two passages that face another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from retold.changes.beside import Beside, besides
from retold.changes.drift.checks import CHECKS
from retold.changes.drift.codes import DISPUTED
from retold.changes.drift.content import content_drifts
from retold.changes.drift.false_credit import false_credits
from retold.changes.drift.quotes import quote_drifts
from retold.changes.facing import Facing
from retold.changes.quotes.status import Ledger
from retold.changes.tellings import Tellings
from retold.model.change import Drift, QuoteRecord
from retold.model.document import Place, Span
from retold.model.relation import LinkKind

# The cues are English: a passage of another language is compared by its wording alone.
LANGUAGE = "en"
# A passage with more words is a table or no text at all; it is not compared word by word.
LONGEST = 1000  # words
# What these say of some words, any other code says better.
GENERAL = frozenset({"C706", "C708", "C709", "M509"})
# A name that came or went says less than the name it took the place of.
LONE, REPLACED = frozenset({"E306", "E307"}), frozenset({"E301", "E302", "E304", "E305"})
SIGNS = re.compile("[£$€¥₹%]")
_NOWHERE = Place("", Span(0, 0))


def drifts(tellings: Tellings, quotes: Sequence[QuoteRecord], judged: Ledger) -> tuple[Drift, ...]:
    """Every change found, once, where it entered the tree, by first place. None for one telling."""
    found = [drift for beside in besides(tellings) for drift in _of(beside)]
    found.extend(quote_drifts(quotes, judged))
    found.extend(false_credits(tellings))
    return tuple(sorted(_once(found), key=in_order))


def _once(found: Iterable[Drift]) -> Iterator[Drift]:
    """Each change once: where several tellings have one change, the first, the others in its note.

    A finding that another code has already made of the same words is left out.
    """
    groups: dict[tuple[str, Place | None, str], list[Drift]] = {}
    for drift in sorted(found, key=in_order):
        after = " ".join((drift.after or "").casefold().split())
        if drift.parent is None and drift.child is not None:
            after = f"{drift.child.document}:{drift.child.span.begin}"
        groups.setdefault((drift.code, drift.parent, after), []).append(drift)
    for same in groups.values():
        yield same[0] if len(same) == 1 else _joined(same)


def _joined(same: Sequence[Drift]) -> Drift:
    """The first of several tellings' drifts, saying that the others have it too."""
    others = sorted({drift.child.document for drift in same[1:] if drift.child})
    many = f"Likewise in {', '.join(others)}" if others else f"Likewise in {len(same) - 1} more"
    return replace(same[0], note=f"{same[0].note} {many}.")


def in_order(drift: Drift) -> tuple[Place, Place, str]:
    """By first place: in the parent, or in the child for what was added."""
    place = drift.parent or drift.child or _NOWHERE
    return place, drift.child or _NOWHERE, drift.code


def _of(beside: Beside) -> Iterator[Drift]:
    if not beside.parent.language == beside.child.language == LANGUAGE:
        return
    yield from content_drifts(beside)
    for facing in beside.facings:
        longest = max(len(facing.parent.words), len(facing.child.words))
        if longest <= LONGEST and _differ(facing):
            yield from _weightiest(_checked(facing))


def _checked(facing: Facing) -> Iterator[Drift]:
    for check in CHECKS:
        for drift in check(facing):
            if facing.descended or drift.code in DISPUTED:
                yield drift


def _weightiest(found: Iterable[Drift]) -> Iterator[Drift]:
    """The findings of two passages, each once, without those that say less of the same words."""
    every = tuple(dict.fromkeys(found))
    named = [drift for drift in every if drift.code not in GENERAL]
    replaced = [drift for drift in every if drift.code in REPLACED]
    better = {**dict.fromkeys(GENERAL, named), **dict.fromkeys(LONE, replaced)}
    for drift in every:
        if not any(_one_place(drift, other) for other in better.get(drift.code, ())):
            yield drift


def _one_place(one: Drift, other: Drift) -> bool:
    """Whether two findings of the same passages share words on a side."""
    return any(
        mine is not None and theirs is not None and mine.span.meets(theirs.span)
        for mine, theirs in ((one.parent, other.parent), (one.child, other.child))
    )


def _differ(facing: Facing) -> bool:
    """Whether the words differ, or a sign that is no word: a currency, per cent."""
    if facing.kind is not LinkKind.VERBATIM:
        return True
    one, other = (
        SIGNS.findall(span.of(side.document.text))
        for side in (facing.parent, facing.child)
        for span in (side.whole,)
    )
    return one != other
