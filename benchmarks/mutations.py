"""Changes of meaning made on purpose, one in a sentence, each with the codes that name it.

Seeded by the sentence. The words are a reporter's and an editor's, not the cue lists of retold: a
mutation is made by a pattern on plain English, and skipped where the pattern finds nothing.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.corpora import seeded

# A sentence to a changed one, or None where there is nothing to change.
Make = Callable[[str, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A way to change a sentence. A finding with one of `codes` at the place is right."""

    name: str
    codes: frozenset[str]
    make: Make


def _swapped(pattern: str, choices: dict[str, tuple[str, ...]]) -> Make:
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


def _words(**choices: str) -> Make:
    table = {word.replace("_", " "): tuple(to.split("|")) for word, to in choices.items()}
    return _swapped(rf"\b(?:{'|'.join(table)})\b(?!['’])", table)


def _put(pattern: str, *additions: str) -> Make:
    """Words put in behind what the pattern finds."""
    found = re.compile(pattern)

    def make(sentence: str, draw: random.Random) -> str | None:
        matches = list(found.finditer(sentence))
        if not matches:
            return None
        match = draw.choice(matches)
        return f"{sentence[: match.end()]} {draw.choice(additions)}{sentence[match.end() :]}"

    return make


def _cut(pattern: str) -> Make:
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
    rf" ((?:{NAME} ){{0,1}}{NAME})\b"
)
MADE_ACTS = ("accused", "praised", "attacked", "endorsed", "blamed", "thanked")


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


def _codes(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


MUTATIONS: tuple[Mutation, ...] = (
    Mutation("negation in", _codes("M503"), _put(AUX, "not")),
    Mutation("negation out", _codes("M503"), negated_off),
    Mutation("figure", _codes("N201 N205 N207"), number),
    Mutation("number word", _codes("N201 N207"), counted),
    Mutation(
        "points",
        _codes("N204"),
        _swapped(
            r"(?<=\d)%| percent\b| per cent\b",
            {
                "%": (" percentage points",),
                " percent": (" percentage points",),
                " per cent": (" percentage points",),
            },
        ),
    ),
    Mutation(
        "unit",
        _codes("N203"),
        _swapped(
            r"(?<=\d )(?:miles|days|weeks|months|years|hours|minutes)\b(?! old)",
            {
                "miles": ("feet",),
                "days": ("weeks", "months"),
                "weeks": ("months", "days"),
                "months": ("years", "weeks"),
                "years": ("months", "weeks"),
                "hours": ("days",),
                "minutes": ("hours",),
            },
        ),
    ),
    Mutation("scale", _codes("N201 N205"), _words(million="billion", billion="million")),
    Mutation(
        "currency",
        _codes("N205"),
        _swapped(r"[$£€](?=\d)", {"$": ("£", "€"), "£": ("$",), "€": ("$",)}),
    ),
    Mutation(
        "bound",
        _codes("N206"),
        _swapped(
            r"\b(?:more than|at least|up to|less than|fewer than)(?= [$£]?\d)",
            {
                "more than": ("less than", "up to"),
                "at least": ("at most",),
                "up to": ("at least",),
                "less than": ("more than",),
                "fewer than": ("more than",),
            },
        ),
    ),
    Mutation(
        "hedge out",
        _codes("M501"),
        _cut(
            r"\b(?:reportedly|allegedly|apparently|possibly|probably|perhaps|likely|potentially) "
        ),
    ),
    Mutation(
        "hedge out, verb",
        _codes("M501"),
        _words(
            may_be="is",
            might_be="is",
            could_be="is",
            may_have="has",
            might_have="has",
            appears_to_be="is",
            appeared_to_be="was",
            seems_to_be="is",
            seemed_to_be="was",
        ),
    ),
    Mutation(
        "hedge in",
        _codes("M502"),
        _put(
            r"\b(?:was|were|is|are|has|had)\b(?= [a-z]+ed\b)", "reportedly", "allegedly", "probably"
        ),
    ),
    Mutation(
        "hedge in, verb",
        _codes("M502"),
        _words(
            **{
                "is": "may be",
                "are": "might be",
                "was": "may have been",
                "were": "appeared to be",
                "has been": "may have been",
            }
        ),
    ),
    Mutation(
        "hedge other",
        _codes("M504 M505 M501 M502"),
        _words(
            probably="possibly",
            possibly="probably",
            likely="possibly",
            may="probably will",
            might="will probably",
        ),
    ),
    Mutation(
        "modality", _codes("M506"), _words(will="must|should", must="will|may", should="must|will")
    ),
    Mutation(
        "stance",
        _codes("M507"),
        _words(
            said="claimed|admitted|denied",
            says="claims|admits",
            confirmed="denied|alleged",
            denied="admitted|confirmed",
            argued="admitted|conceded",
            claimed="confirmed|revealed",
        ),
    ),
    Mutation(
        "credit lost",
        _codes("A602"),
        _cut(
            r"(?:, according to [^,.;]{3,60}(?=[.])|^According to [^,.;]{3,60}, |, (?:he|she|they) said(?=\.))"
        ),
    ),
    Mutation("credit added", _codes("A604"), attributed),
    Mutation(
        "cause",
        _codes("C704"),
        _swapped(
            r"\b(?:after|when|while)(?= (?:he|she|they|it|(?:the|a|his|her|their|its) [a-z]+) [a-z]+(?:ed|s)\b)",
            {"after": ("because",), "when": ("because",), "while": ("because",)},
        ),
    ),
    Mutation(
        "order",
        _codes("R802"),
        _swapped(
            r"\b(?:after|before)(?= (?:the|a|an|his|her|their|its|he|she|they|it|[A-Z]|[a-z]+ing)\b)",
            {"after": ("before",), "before": ("after",)},
        ),
    ),
    Mutation(
        "opposite",
        _codes("M508 N206"),
        _words(
            increased="decreased",
            increase="decrease",
            rose="fell",
            fell="rose",
            won="lost",
            lost="won",
            support="oppose",
            supported="opposed",
            higher="lower",
            lower="higher",
            rising="falling",
            best="worst",
            accepted="rejected",
            rejected="accepted",
            strong="weak",
            more="less",
            most="least",
            early="late",
            first="last",
            men="women",
            women="men",
            against="for",
        ),
    ),
    Mutation("roles", _codes("R801"), roles),
    Mutation(
        "tense",
        _codes("M509 M506"),
        _words(
            **{
                "is": "was",
                "are": "were",
                "was": "is",
                "were": "are",
                "has": "had",
                "had": "has",
                "says": "said",
                "said": "says",
                "will": "would",
            }
        ),
    ),
)
# Said in other words and meaning the same: nothing above wording may be found there.
SYNONYMS: tuple[Mutation, ...] = (
    Mutation(
        "synonym",
        frozenset(),
        _words(
            said="stated",
            about="roughly",
            began="started",
            people="persons",
            begin="start",
            big="large",
            help="assist",
            children="kids",
            bought="purchased",
            also="in addition",
            now="currently",
            many="numerous",
            whether="if",
            however="though",
            told="informed",
            during="in the course of",
            tried="attempted",
            ended="finished",
            get="obtain",
            home="house",
            small="little",
            because="since",
            but="yet",
            show="display",
            nearly="almost",
            over="more than",
            shows="displays",
            appeared="seemed",
            appears="seems",
            despite="in spite of",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Mutated:
    """A sentence of an article, what was made of it, and by which mutation."""

    mutation: Mutation
    before: str
    after: str


def mutated(sentence: str, mutation: Mutation, *seed: object) -> Mutated | None:
    """The sentence changed once; None where the mutation does not apply."""
    after = mutation.make(sentence, seeded("mutation", mutation.name, sentence, *seed))
    return None if after is None or after == sentence else Mutated(mutation, sentence, after)


REFORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("curly marks", lambda text: re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’")),
    ("straight marks", lambda text: re.sub(r"[“”]", '"', text).replace("’", "'")),
    ("dashes", lambda text: text.replace(" — ", " - ").replace("—", " – ").replace(" -- ", " — ")),
    ("spaces", lambda text: re.sub(r"(?<=\.) (?=[A-Z])", "  ", text).replace(" a ", "\u00a0a ")),
    ("paragraphs", lambda text: re.sub(r"\n+", "\n\n", text)),
    ("thousands", lambda text: re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)),
    ("per cent", lambda text: re.sub(r"(?<=\d) percent\b", "%", text)),
    ("titles", lambda text: re.sub(r"\b(Mr|Mrs|Ms|Dr)\.", "\\1", text)),
    (
        "British",
        lambda text: re.sub(r"(\w{3,})ize(d|s)?\b", "\\1ise\\2", text).replace("color", "colour"),
    ),
    ("figures", lambda text: re.sub(r"\btwo\b(?!-)", "2", re.sub(r"\bseven\b(?!-)", "7", text))),
    ("million", lambda text: re.sub(r"([$£]\d[\d.]*) million\b", "\\1m", text)),
    ("ellipsis", lambda text: text.replace("...", "…").replace(". . .", "…")),
)


def reformatted(text: str) -> Iterator[tuple[str, str]]:
    """The text in other typography, one way at a time, by name; ways that change nothing left out."""
    for name, make in REFORMS:
        made = make(text)
        if made != text:
            yield name, made
