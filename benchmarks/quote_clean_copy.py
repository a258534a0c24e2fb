"""What a desk does to a quotation, or to a whole article, without touching what was said."""

import random
import re
from collections.abc import Callable, Mapping

from benchmarks.quote_mutation import SURNAMES, Mutation, replaced, spans_of

SAID_TWICE = re.compile(r"\b(the|a|to|we|I|that|and|it|is)\b(?!['’])")
VERBATIM = frozenset({"verbatim"})
DRAWN = (
    ("do not", "don't"),
    ("did not", "didn't"),
    ("is not", "isn't"),
    ("cannot", "can't"),
    ("it is", "it's"),
    ("that is", "that's"),
    ("you are", "you're"),
    ("they are", "they're"),
    ("I am", "I'm"),
    ("they will", "they'll"),
    ("we have", "we've"),
)
SPELLINGS = tuple(
    (re.compile(rf"\b{one}\b"), re.compile(rf"\b{other}\b"), one, other)
    for one, other in (
        row.split()
        for row in """
        organize organise
        organized organised
        organization organisation
        realize realise
        realized realised
        recognize recognise
        recognized recognised
        color colour
        favor favour
        favorite favourite
        labor labour
        honor honour
        behavior behaviour
        defense defence
        center centre
        program programme
        toward towards
        neighbor neighbour
        neighborhood neighbourhood
        criticize criticise
        criticized criticised
        apologize apologise
        traveled travelled
        traveling travelling
        canceled cancelled
        analyze analyse
        offense offence
        gray grey
        license licence
        skeptical sceptical
        judgment judgement
        """.strip().splitlines()
    )
)


def _bracketed(words: str, draw: random.Random) -> str | None:
    places = list(re.finditer(r"\b(?:he|she|they|him|them)\b", words))
    if not places:
        return None
    place = draw.choice(places)
    return f"{words[: place.start()]}[{draw.choice(SURNAMES)}]{words[place.end() :]}"


def _explained(words: str, draw: random.Random) -> str | None:
    found = spans_of(words)
    if len(found) < 4:
        return None
    place = draw.choice(found[1:-1]).end()
    return f"{words[:place]} [{draw.choice(SURNAMES)}]{words[place:]}"


def _hesitant(words: str, draw: random.Random) -> str | None:
    places = list(re.finditer(r"(?<=\w) (?=\w)", words))
    if not places:
        return None
    place = draw.choice(places).start()
    return f"{words[:place]}, {draw.choice(('um', 'uh', 'er'))},{words[place:]}"


def _repeated(words: str, draw: random.Random) -> str | None:
    return replaced(SAID_TWICE, lambda word, _: f"{word} {word}")(words, draw)


def _drawn(words: str, draw: random.Random) -> str | None:
    """One pair of words drawn together, or the other way round."""
    places = [
        (found.start(), found.end(), other)
        for one, other in DRAWN
        for spoken, other in ((one, other), (other, one))
        for found in re.finditer(rf"\b{spoken}\b", words.replace("’", "'"))
    ]
    if not places:
        return None
    begin, end, other = draw.choice(places)
    return words[:begin] + other + words[end:]


def _spelt(words: str, _draw: random.Random) -> str | None:
    made = words
    for american, british, one, other in SPELLINGS:
        made = american.sub(other, made) if american.search(made) else british.sub(one, made)
    return made


def _cased(words: str, _draw: random.Random) -> str | None:
    first = words[:1]
    return (first.lower() if first.isupper() else first.upper()) + words[1:]


def _ended(words: str, draw: random.Random) -> str | None:
    end = draw.choice((",", ".", "", "…")) if words[-1:] in ",." else draw.choice((".", ","))
    return words.rstrip(",.") + (end if words[-1:] not in "?!" else "")


SAME: tuple[Mutation, ...] = (
    Mutation("brackets for a pronoun", VERBATIM, _bracketed),
    Mutation("brackets added", VERBATIM, _explained),
    Mutation("hesitation", VERBATIM, _hesitant),
    Mutation("a word said twice", VERBATIM, _repeated),
    Mutation("contraction", VERBATIM, _drawn),
    Mutation("spelling", VERBATIM, _spelt),
    Mutation("first letter", VERBATIM, _cased),
    Mutation("final punctuation", VERBATIM, _ended),
)
# Done to a whole article: nothing that was said is touched.
REFORMS: Mapping[str, Callable[[str], str]] = {
    "curly marks": lambda text: re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’"),
    "straight marks": lambda text: re.sub(r"[“”]", '"', text).replace("’", "'"),
    "guillemets": lambda text: re.sub(r"“([^“”\"\n]*)”", "«\\1»", text),
    "dashes": lambda text: text.replace(" — ", " – ").replace("—", " - ").replace(" -- ", " — "),
    "spaces": lambda text: re.sub(r"(?<=[.,]) ", "  ", text).replace(" a ", "\u00a0a "),
    "blank lines": lambda text: re.sub(r"\n+", "\n\n", text),
    "ellipses": lambda text: text.replace("...", "…"),
    "lines of 72": lambda text: "\n\n".join(_wrapped(line) for line in text.split("\n")),
}


def _wrapped(line: str, margin: int = 72) -> str:
    """A paragraph broken at a typewriter's margin."""
    lines, now = [], ""
    for word in line.split():
        if now and len(now) + 1 + len(word) > margin:
            lines.append(now)
            now = word
        else:
            now = f"{now} {word}".strip()
    return "\n".join([*lines, now] if now else lines)
