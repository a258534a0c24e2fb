"""What some words came through on the way to the writer: a transcript, an interview, an outlet."""

import re
from collections.abc import Iterator

from retold.model.document import Span
from retold.text.outlets import KNOWN, OF_OUTLETS

_PHRASE = r"[^\s,;:()\"“”]+(?:[ \u00a0][^\s,;:()\"“”]+){0,9}"
ACCORDING = re.compile(
    rf"\b(?:according to|as (?:quoted|reported|cited) by|quoted by)\s({_PHRASE})", re.IGNORECASE
)
INTERVIEW = re.compile(
    rf"\b(?:interview (?:with|on|by)|(?:comments|remarks|statement) to|appearance on)\s({_PHRASE})",
    re.IGNORECASE,
)
TOLD = re.compile(rf"\b(?:told|tells|telling)\s({_PHRASE})")
# Where what a thing came through ends, though no mark ends it.
END = re.compile(
    r"\s(?:that|which|who|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|after|before|when|in an?|"
    r"he|she|they|it|and|but|while|during|last|this|said|released)\b.*",
    re.IGNORECASE | re.DOTALL,
)
MEDIA = re.compile(
    r"\b(?:media|television|tv|radio|newspaper|magazine|news agency|podcast)\b", re.IGNORECASE
)
OUTLETS = OF_OUTLETS | KNOWN
WORD = re.compile(r"\w+")


def via(text: str, sentence: Span, outside: Span | None) -> tuple[str, ...]:
    """What the sentence says its words came through, in order; `outside` names the speaker."""
    found: list[str] = []
    for begin, phrase in _phrases(sentence.of(text)):
        place = sentence.begin + begin
        speaker = (
            outside is not None and outside.begin < place + len(phrase) and place < outside.end
        )
        if phrase and not speaker and phrase not in found:
            found.append(phrase)
    return tuple(found)


def _phrases(sentence: str) -> Iterator[tuple[int, str]]:
    for pattern in (ACCORDING, INTERVIEW):
        for one in pattern.finditer(sentence):
            yield one.start(1), END.sub("", one.group(1)).strip(" .")
    for one in TOLD.finditer(sentence):
        phrase = END.sub("", one.group(1)).strip(" .")
        if _outlet(phrase):
            yield one.start(1), phrase


def _outlet(phrase: str) -> bool:
    """Whether who was told is a paper, a station or an agency: others only listened."""
    last = WORD.findall(phrase.lower())[-1:]
    return bool(MEDIA.search(phrase)) or (bool(last) and last[0] in OUTLETS and phrase[0].isupper())
