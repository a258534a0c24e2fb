"""Ways to change one sentence: a word for another, words put in or cut, numbers and roles."""

import random
import re
from collections.abc import Callable

# A sentence to a changed one, or None where there is nothing to change.
Make = Callable[[str, random.Random], str | None]


def swapped(pattern: str, choices: dict[str, tuple[str, ...]]) -> Make:
    """One word that the pattern finds in exchange for one of its choices."""
    found = re.compile(pattern)

    def make(sentence: str, draw: random.Random) -> str | None:
        matches = list(found.finditer(sentence))
        if not matches:
            return None
        match = draw.choice(matches)
        word = match.group().lower()
        other = draw.choice(choices[word])
        return sentence[: match.start()] + other + sentence[match.end() :]

    return make


def words(**choices: str) -> Make:
    table = {word.replace("_", " "): tuple(to.split("|")) for word, to in choices.items()}
    return swapped(rf"\b(?:{'|'.join(table)})\b(?!['’])", table)


def put(pattern: str, *additions: str) -> Make:
    """Words put in behind what the pattern finds."""
    found = re.compile(pattern)

    def make(sentence: str, draw: random.Random) -> str | None:
        matches = list(found.finditer(sentence))
        if not matches:
            return None
        match = draw.choice(matches)
        return f"{sentence[: match.end()]} {draw.choice(additions)}{sentence[match.end() :]}"

    return make


def cut(pattern: str) -> Make:
    """Without what the pattern finds."""
    found = re.compile(pattern)

    def make(sentence: str, draw: random.Random) -> str | None:
        matches = list(found.finditer(sentence))
        if not matches:
            return None
        match = draw.choice(matches)
        rest = (sentence[: match.start()] + sentence[match.end() :]).strip()
        return rest[:1].upper() + rest[1:] if sentence[:1].isupper() else rest

    return make


AUX = r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do)\b(?! not|n['’]t)"
COUNTS = "two three four five six seven eight nine ten eleven twelve".split()
FIGURE = re.compile(
    r"(?<![\w.,$£€:/-])(?:\d{1,3}(?:,\d{3})+|\d{1,3}|[3-9]\d{3})(?![\w,:/.-]*\d)(?!st|nd|rd|th|s\b|[ap]m)"
)
MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
MONTHS += r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
NEAR_DATE = re.compile(rf"{MONTHS}\.? ?$")
CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o'clock)")


def number(sentence: str, draw: random.Random) -> str | None:
    """Another figure, not a near one, where no date or time is told."""
    places = [
        match
        for match in FIGURE.finditer(sentence)
        if not NEAR_DATE.search(sentence[: match.start()])
        and not CLOCK.match(sentence, match.end())
        and not re.match(rf" {MONTHS}", sentence[match.end() :])
    ]
    if not places:
        return None
    match = draw.choice(places)
    value = int(match.group().replace(",", ""))
    other = max(2, round(value * draw.choice((0.4, 0.6, 1.6, 2.3)))) + draw.randint(1, 3)
    shown = f"{other:,}"
    return sentence[: match.start()] + shown + sentence[match.end() :]


def counted(sentence: str, draw: random.Random) -> str | None:
    """Another number word."""
    places = list(re.finditer(rf"\b(?:{'|'.join(COUNTS)})\b", sentence))
    if not places:
        return None
    match = draw.choice(places)
    other = draw.choice([one for one in COUNTS if one != match.group()])
    return sentence[: match.start()] + other + sentence[match.end() :]


NAME = r"[A-Z][a-z]{3,}"
# Both stand alone as subject and object: two names around one verb of the past.
ACT = re.compile(
    rf"\b((?:{NAME} ){{0,1}}{NAME}) (told|accused|praised|attacked|defeated|endorsed|criticized"
    rf"|beat|met|joined|supported|thanked|asked|backed|called|blamed|mocked|warned|leads?|slammed)"
    rf" ((?:{NAME} ){{0,1}}{NAME})\b(?!['’]| [A-Z])"
)
FULL_NAME = re.compile(rf"(?<=[a-z] ){NAME} {NAME}\b(?! [A-Z])")
# Nobody's names: whoever they take the place of is someone else.
OTHERS = ("Odo Varnish", "Ilse Brandrith", "Tamsin Quell", "Corwin Hask")


def roles(sentence: str, draw: random.Random) -> str | None:  # noqa: ARG001
    """Who did it and to whom, changed about."""
    match = ACT.search(sentence)
    if match is None:
        return None
    one, verb, other = match.groups()
    return f"{sentence[: match.start()]}{other} {verb} {one}{sentence[match.end() :]}"


def negated_off(sentence: str, draw: random.Random) -> str | None:
    """A negation taken out."""
    places = list(
        re.finditer(r"(?<=\w)n['’]t\b(?<!can['’]t)(?<!won['’]t)| not\b(?! only)", sentence)
    )
    if not places:
        return None
    match = draw.choice(places)
    return sentence[: match.start()] + sentence[match.end() :]


def attributed(sentence: str, draw: random.Random) -> str | None:
    """A statement given to somebody, where the sentence has no such words."""
    if re.search(r"\b(?:said|says|told|according|claim\w*|report\w*)\b", sentence):
        return None
    who = draw.choice(("according to officials", "officials said", "a spokesman said"))
    return f"{sentence.rstrip('.')}, {who}." if sentence.endswith(".") else None


def misspelt(sentence: str, draw: random.Random) -> str | None:
    """A letter of a surname doubled or changed for a near one."""
    match = FULL_NAME.search(sentence)
    if match is None or len(match.group().split()[1]) < 6:
        return None
    first, last = match.group().split()
    place = draw.randint(2, len(last) - 2)
    letter = draw.choice((last[place] * 2, "ie" if last[place] in "aeou" else last[place - 1]))
    return (
        f"{sentence[: match.start()]}{first} {last[:place]}{letter}{last[place + 1 :]}"
        + (sentence[match.end() :])
    )


def renamed(sentence: str, draw: random.Random) -> str | None:
    """Another person's name."""
    match = FULL_NAME.search(sentence)
    if match is None:
        return None
    return sentence[: match.start()] + draw.choice(OTHERS) + sentence[match.end() :]
