"""The speaker of a direct quotation that stands alone in its sentence: who was speaking, or acting.

Nothing beside such words says whose they are; the rules are those by which a reader goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.model.document import Span
from retold.text.acts import Act, Basis, Stretch
from retold.text.roles import Role
from retold.text.subjects import subject
from retold.text.token_rows import Row
from retold.text.tongue import Tongue

# A sentence that only says who spoke begins with the name or the verb, and soon has the other.
NEAR = 2  # tokens


@dataclass(frozen=True, slots=True)
class Scene:
    """A paragraph in its language, what its tokens do by sentence, and who ended the one before."""

    row: Row
    words: Tongue
    sentences: tuple[tuple[Stretch, ...], ...]
    before: Span | None


def carried(scene: Scene, acts: Sequence[Act]) -> list[Act]:
    """The acts of a paragraph, lone direct quotations given a speaker where one is clear."""
    found: list[Act] = []
    told: Act | None = None
    for act in acts:
        found.append(_explained(scene, act, told) if act.lone(scene.row) else act)
        told = found[-1] if found[-1].speaker and not found[-1].through(scene.row) else told
    return found


def last_speaker(scene: Scene, acts: Sequence[Act]) -> Span | None:
    """Who a quotation that begins the next paragraph goes on from; the last sentence's subject
    where that sentence lets nobody speak.
    """
    if not scene.row.words:
        return None
    ending = scene.row.sentence[-1]
    told = [act for act in acts if act.speaker]
    if told and scene.row.sentence[told[-1].contents[-1].last - 1] == ending:
        return told[-1].speaker
    return _of_sentence(scene, ending) or (told[-1].speaker if told else None)


def _explained(scene: Scene, act: Act, told: Act | None) -> Act:
    """The act with the speaker that its surroundings give it; `told`: the last act that had one."""
    number = scene.row.sentence[act.contents[0].first]
    after = _next(scene, act)
    if after:
        return replace(act, speaker=after, basis=Basis.NEXT)
    gone_by = number - 1 if told is None else scene.row.sentence[told.contents[-1].last - 1]
    if told and gone_by >= number - 1:
        return replace(act, speaker=told.speaker, basis=Basis.GOES_ON)
    found = _of_sentence(scene, number - 1) if number else None
    if found:
        return replace(act, speaker=found, basis=Basis.BEFORE)
    if told:
        return replace(act, speaker=told.speaker, basis=Basis.GOES_ON)
    if scene.before:
        return replace(act, speaker=scene.before, basis=Basis.PARAGRAPH)
    return act


def _next(scene: Scene, act: Act) -> Span | None:
    """The speaker in `"Where?" Lund asked.`, cut after the question mark."""
    end = act.contents[-1].last
    row = scene.row
    if end >= len(row.words) or row.sentence[end] == row.sentence[end - 1]:
        return None
    after = scene.sentences[row.sentence[end]]
    if len(after) < 2 or after[0].first > end or after[1].first - after[0].last > NEAR:
        return None
    speaker = next((one for one in after[:2] if one.role is Role.SPEAKER), None)
    cue = any(one.role is Role.CUE for one in after[:2])
    said = len(after) > 2 and after[2].first - after[1].last <= NEAR
    return row.span(speaker.first, speaker.last) if speaker and cue and not said else None


def _of_sentence(scene: Scene, number: int) -> Span | None:
    """Who a sentence lets speak last, else whom it is about."""
    speaker = [one for one in scene.sentences[number] if one.role is Role.SPEAKER]
    if speaker:
        return scene.row.span(speaker[-1].first, speaker[-1].last)
    about = subject(scene.row, *scene.row.bounds(number), scene.words)
    return scene.row.span(*about) if about else None
