"""What simple means say of a changed sentence: whether they name the kind of change at all."""

import difflib
import re

from rapidfuzz.distance import Indel

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NOT = re.compile(r"\b(?:not|no|never|cannot)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def _patterns(before: str, after: str) -> bool:
    """Other figures or another number of negations: names two kinds and no other."""
    figures = _NUMBER.findall(before) != _NUMBER.findall(after)
    return figures or len(_NOT.findall(before)) != len(_NOT.findall(after))


def _difflib(before: str, after: str) -> bool:
    """Any word replaced, added or dropped: sees every change and synonym, names none."""
    mine, theirs = _WORD.findall(before), _WORD.findall(after)
    matcher = difflib.SequenceMatcher(None, mine, theirs, autojunk=False)
    return any(tag != "equal" for tag, *_ in matcher.get_opcodes())


def _rapidfuzz(before: str, after: str) -> bool:
    """The same by longest common subsequence."""
    return Indel.distance(_WORD.findall(before.lower()), _WORD.findall(after.lower())) > 0


# For a synonym the share that is called a change is the false alarm.
PEERS = {"pattern": _patterns, "difflib": _difflib, "rapidfuzz": _rapidfuzz}
