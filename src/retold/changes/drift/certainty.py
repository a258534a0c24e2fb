"""How sure a statement is, and whether it is made at all (codes M)."""

from collections.abc import Iterator
from dataclasses import replace

from retold.changes.drift.codes import drift
from retold.changes.drift.cues import LITTLE, SOFT, Change, Cue, around, changes
from retold.changes.drift.denials import denials
from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.model.document import Span
from retold.text.hedges import Grade, hedges, softeners
from retold.text.modals import modals
from retold.text.opposites import opposite
from retold.text.reporting import VERBS, Stance
from retold.text.tenses import tenses_differ
from retold.text.words import Word

# Choosing one of these verbs for "said" takes a side, and so does choosing another for them.
MARKED = frozenset({Stance.CLAIM, Stance.ADMIT, Stance.DENY, Stance.ATTACK, Stance.CONFIRM})
# Before a participle of the passive.
# Among these the choice is one of style more than of stand.
MILD = frozenset({Stance.CONFIRM, Stance.NEUTRAL, Stance.INSIST, Stance.THINK, Stance.SUGGEST})
# Verbs of stand that as often report no words, or lay no stress on doubt.
UNSAID = frozenset(
    "determine determines determined assert asserts asserted contend contends contended find finds "
    "found show shows showed discover discovered learn learned attack attacked blame blamed".split()
)
BEING = frozenset({"was", "were", "is", "are", "been", "being", "be"})
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


def opposite_drifts(facing: Facing) -> Iterator[Drift]:
    """A word whose opposite stands in its place, both sides denying as often: rose, fell."""
    if _firmly(facing.parent) != _firmly(facing.child):
        return
    # Who report apart word a sentence each in their own way: there nothing else may differ.
    for mine, theirs in _replaced(facing, SHORT if facing.descended else 1):
        little = {mine.key, theirs.key} & LITTLE
        if opposite(mine.key, theirs.key) and not little and _told_alike(facing, mine, theirs):
            yield drift("M508", facing, mine.span, theirs.span)
    yield from _turned(facing)
    for mine, theirs in _replaced(facing, 1):
        # A little word ("more", "against") is turned round only where it alone was replaced.
        if opposite(mine.key, theirs.key) and {mine.key, theirs.key} & LITTLE:
            yield drift("M508", facing, mine.span, theirs.span)


def _turned(facing: Facing) -> Iterator[Drift]:
    """Opposites that stand apart in a reworded passage, each beside the same word."""
    if not facing.descended:
        return
    mine, theirs = _lone(facing.parent, facing.child), _lone(facing.child, facing.parent)
    turned = (
        (before, after)
        for before in mine
        for after in theirs
        if opposite(before.key, after.key) and _told_alike(facing, before, after)
    )
    for before, after in turned:
        if _beside_one(facing, before, after) and not _one_slot(facing, before, after):
            # Told so freely, the two may both be true.
            found = drift("M508", facing, before.span, after.span)
            yield replace(found, severity=Severity.MEANING)


def _lone(passage: Passage, other: Passage) -> list[Word]:
    """The telling words outside marks that the other passage has nowhere."""
    told = frozenset(other.stems)
    return [
        word
        for word in passage.words
        if word.key not in LITTLE
        and passage.stem_of(word) not in told
        and passage.outside(word.span)
    ]


def _beside_one(facing: Facing, before: Word, after: Word) -> bool:
    """Whether the telling word right ahead of each, or right behind each, is the same."""
    sides = ((facing.parent, before), (facing.child, after))
    (ahead, behind), (ahead_too, behind_too) = (_next(side, word) for side, word in sides)
    return bool(ahead & ahead_too or behind & behind_too)


def _next(passage: Passage, word: Word) -> tuple[set[str], set[str]]:
    near = around(passage, word.span)
    ahead = [one for one in near if one.span.begin < word.span.begin][-1:]
    behind = [one for one in near if one.span.begin > word.span.begin][:1]
    one, other = ({passage.stem_of(each) for each in side} for side in (ahead, behind))
    return one, other


def _one_slot(facing: Facing, before: Word, after: Word) -> bool:
    short = (s for s in facing.slots if max(len(s.parent), len(s.child)) <= SHORT)
    return any(before in slot.parent and after in slot.child for slot in short)


def _told_alike(facing: Facing, mine: Word, theirs: Word) -> bool:
    """Whether two words stand in one voice and are no names: "was given" is no opposite of
    "received", nor "South" of "Northern".
    """
    sides = ((facing.parent, mine), (facing.child, theirs))
    passive = [
        side.document.text[max(0, word.span.begin - 8) : word.span.begin].split()[-1:]
        for side, word in sides
    ]
    voices = {bool(set(last) & BEING) for last in passive}
    large = [side.document.text[word.span.begin].isupper() for side, word in sides]
    return len(voices) == 1 and not any(large)


def _firmly(passage: Passage) -> int:
    """How often a passage says not."""
    return sum(one.firm for one in denials(passage))


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
        found = drift("M506", facing, change.parent, change.child)
        both = change.before is not None and change.after is not None
        grave = both or _at_the_verb(facing, change)
        yield found if grave else replace(found, severity=Severity.WORDING)


def _at_the_verb(facing: Facing, change: Change) -> bool:
    """Whether the very next word is the verb that returns: "will open" and "opened"."""
    side, cue = (facing.parent, change.before) if change.before else (facing.child, change.after)
    if cue is None:
        return False
    shown = change.parent if change.before else change.child
    between = side.document.text[cue.span.end : shown.end].split()
    bare = [word for word in between if word.lower() not in BEING | {"not", "have"}]
    return len(bare) == 1


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
            mild = {one, other} <= MILD or bool({mine.key, theirs.key} & UNSAID)
            yield replace(found, severity=Severity.WORDING) if mild else found


def tense_drifts(facing: Facing) -> Iterator[Drift]:
    """The same verb told once as past and once not."""
    kept = (pair for pair in facing.same.items() if pair[0].key != pair[1].key)
    for mine, theirs in (*kept, *_replaced(facing, TIGHT)):
        outside = facing.parent.outside(mine.span) and facing.child.outside(theirs.span)
        if outside and tenses_differ(mine.key, theirs.key):
            yield drift("M509", facing, mine.span, theirs.span)
