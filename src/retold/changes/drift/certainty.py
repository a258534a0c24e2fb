"""How sure a statement is, and whether it is made at all (codes M)."""

from collections.abc import Iterator
from dataclasses import replace

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import LITTLE, SOFT, Cue, changes
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.model.document import Span
from retold.text.hedges import Grade, hedges, softeners
from retold.text.modals import modals
from retold.text.negations import negations
from retold.text.opposites import opposite
from retold.text.reporting import VERBS, Stance
from retold.text.tenses import tenses_differ
from retold.text.words import Word

# Choosing one of these verbs for "said" takes a side, and so does choosing another for them.
MARKED = frozenset({Stance.CLAIM, Stance.ADMIT, Stance.DENY, Stance.ATTACK, Stance.CONFIRM})
ADJECTIVES = frozenset({"reported", "alleged", "claimed", "purported"})
# In a slot of at most so many words a side two words can be taken for each other's; by eye.
TIGHT, SHORT = 3, 6  # words


def hedge_drifts(facing: Facing) -> Iterator[Drift]:
    """A hedge lost or added, or one that leaves another grade of sureness."""
    for change in changes(facing, _hedges):
        code = "M501" if change.after is None else "M502"
        if change.before and change.after:
            surer = Grade[change.after.kind] > Grade[change.before.kind]
            code = "M505" if surer else "M504"
        yield drift(code, facing, change.parent, change.child)


def _hedges(passage: Passage, sentence: Span) -> Iterator[Cue]:
    text = passage.document.text
    for one in hedges(text, sentence):
        yield Cue(one.span, one.grade.name)
    for span in softeners(text, sentence):
        yield Cue(span, SOFT, firm=False)


def negation_drifts(facing: Facing) -> Iterator[Drift]:
    """A firm negation on one side that nothing on the other answers to."""
    for change in changes(facing, _negations, close=True):
        yield drift("M503", facing, change.parent, change.child)


def _negations(passage: Passage, sentence: Span) -> Iterator[Cue]:
    # One kind: a negation may be said with any word of denial.
    for one in negations(passage.document.text, sentence):
        yield Cue(one.span, "no", one.firm)


def opposite_drifts(facing: Facing) -> Iterator[Drift]:
    """A word whose opposite stands in its place, both sides denying as often: rose, fell."""
    if _denials(facing.parent) != _denials(facing.child):
        return
    for mine, theirs in _replaced(facing, SHORT):
        if opposite(mine.key, theirs.key) and not {mine.key, theirs.key} & LITTLE:
            yield drift("M508", facing, mine.span, theirs.span)
    for mine, theirs in _replaced(facing, 1):
        # A little word ("more", "against") is turned round only where it alone was replaced.
        if opposite(mine.key, theirs.key) and {mine.key, theirs.key} & LITTLE:
            yield drift("M508", facing, mine.span, theirs.span)


def _denials(passage: Passage) -> int:
    """How often a passage says not."""
    text = passage.document.text
    return sum(one.firm for span in passage.sentences for one in negations(text, span))


def _replaced(facing: Facing, most: int) -> Iterator[tuple[Word, Word]]:
    """Words that may stand for each other in a slot of `most` words, outside quotation marks."""
    for slot in facing.slots:
        if max(len(slot.parent), len(slot.child)) > most:
            continue
        for mine in slot.parent:
            for theirs in slot.child:
                if facing.parent.outside(mine.span) and facing.child.outside(theirs.span):
                    yield mine, theirs


def modal_drifts(facing: Facing) -> Iterator[Drift]:
    """What will, must, should or can happen, where the other side has it otherwise or as a fact."""
    for change in changes(facing, _modals):
        yield drift("M506", facing, change.parent, change.child)


def _modals(passage: Passage, sentence: Span) -> Iterator[Cue]:
    for one in modals(passage.document.text, sentence):
        yield Cue(one.span, one.kind.value, one.firm)


def stance_drifts(facing: Facing) -> Iterator[Drift]:
    """Another verb of saying in the same place that takes another stand."""
    for mine, theirs in _replaced(facing, TIGHT):
        one, other = VERBS.get(mine.key), VERBS.get(theirs.key)
        if one is None or other is None or one is other or not {one, other} & MARKED:
            continue
        # "Reported" and "alleged" beside a noun are hedges; "adding" answers for no "admitted".
        if (
            mine.key.endswith("ing") is theirs.key.endswith("ing")
            and not {mine.key, theirs.key} <= ADJECTIVES
        ):
            found = drift("M507", facing, mine.span, theirs.span)
            mild = {one, other} <= {Stance.CONFIRM, Stance.NEUTRAL, Stance.INSIST}
            yield replace(found, severity=Severity.WORDING) if mild else found


def tense_drifts(facing: Facing) -> Iterator[Drift]:
    """The same verb told once as past and once not."""
    kept = (pair for pair in facing.same.items() if pair[0].key != pair[1].key)
    for mine, theirs in (*kept, *_replaced(facing, TIGHT)):
        outside = facing.parent.outside(mine.span) and facing.child.outside(theirs.span)
        if outside and tenses_differ(mine.key, theirs.key):
            yield drift("M509", facing, mine.span, theirs.span)
