"""Changes of meaning made on purpose, one in a sentence, each with the codes that name it.

Seeded by the sentence. The words are a reporter's and an editor's, not the cue lists of retold: a
mutation is made by a pattern on plain English, and skipped where the pattern finds nothing.
"""

from dataclasses import dataclass

from benchmarks.corpora import seeded
from benchmarks.mutation_makers import (
    AUX,
    Make,
    attributed,
    counted,
    cut,
    misspelt,
    negated_off,
    number,
    put,
    renamed,
    roles,
    swapped,
    words,
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A way to change a sentence. A finding with one of `codes` at the place is right."""

    name: str
    codes: frozenset[str]
    make: Make


def _codes(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


MUTATIONS: tuple[Mutation, ...] = (
    Mutation("negation in", _codes("M503"), put(AUX, "not")),
    Mutation("negation out", _codes("M503"), negated_off),
    Mutation(
        "quantity", _codes("N208"), words(some="all", many="some", most="some", often="always")
    ),
    Mutation("person", _codes("R803"), words(his="her", he="she", our="my", we="I")),
    Mutation(
        "judgement",
        _codes("C707"),
        words(report="damning report", decision="shocking decision", plan="absurd plan"),
    ),
    Mutation("figure", _codes("N201 N205 N207"), number),
    Mutation("number word", _codes("N201 N207"), counted),
    Mutation(
        "points",
        _codes("N204"),
        swapped(
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
        swapped(
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
    Mutation("scale", _codes("N201 N205"), words(million="billion", billion="million")),
    Mutation(
        "currency",
        _codes("N205"),
        swapped(r"[$£€](?=\d)", {"$": ("£", "€"), "£": ("$",), "€": ("$",)}),
    ),
    Mutation(
        "bound",
        _codes("N206"),
        swapped(
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
        cut(r"\b(?:reportedly|allegedly|apparently|possibly|probably|perhaps|likely|potentially) "),
    ),
    Mutation(
        "hedge out, verb",
        _codes("M501"),
        words(
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
        put(
            r"\b(?:was|were|is|are|has|had)\b(?= [a-z]+ed\b)", "reportedly", "allegedly", "probably"
        ),
    ),
    Mutation(
        "hedge in, verb",
        _codes("M502"),
        words(
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
        words(
            probably="possibly",
            possibly="probably",
            likely="possibly",
            may="probably will",
            might="will probably",
        ),
    ),
    Mutation(
        "modality", _codes("M506"), words(will="must|should", must="will|may", should="must|will")
    ),
    Mutation(
        "stance",
        _codes("M507"),
        words(
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
        cut(
            r"(?:, according to [^,.;]{3,60}(?=[.])|^According to [^,.;]{3,60}, "
            r"|, (?:he|she|they) said(?=\.))"
        ),
    ),
    Mutation("credit added", _codes("A604"), attributed),
    Mutation(
        "cause",
        _codes("C704"),
        swapped(
            r"\b(?:after|when|while)"
            r"(?= (?:he|she|they|it|(?:the|a|his|her|their|its) [a-z]+) [a-z]+(?:ed|s)\b)",
            {"after": ("because",), "when": ("because",), "while": ("because",)},
        ),
    ),
    Mutation(
        "order",
        _codes("R802"),
        swapped(
            r"\b(?:after|before)"
            r"(?= (?:the|a|an|his|her|their|its|he|she|they|it|[A-Z]|[a-z]+ing)\b)",
            {"after": ("before",), "before": ("after",)},
        ),
    ),
    Mutation(
        "opposite",
        _codes("M508 N206"),
        words(
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
    Mutation("name misspelt", _codes("E301 E304"), misspelt),
    Mutation("name other", _codes("E302"), renamed),
    Mutation("roles", _codes("R801"), roles),
    Mutation(
        "tense",
        _codes("M509 M506"),
        words(
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
        words(
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
