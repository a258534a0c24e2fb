"""Whose a document is that a sentence names: who made, published or obtained it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retold.model.document import Span
from retold.text import document_nouns
from retold.text.document_nouns import Family
from retold.text.outlets import CAPITAL, NAME, body_like, name_after, name_before, outlet_like
from retold.text.spotting import spotting

REACH = 120  # characters between a thing and the words that say whose it is, by eye
OBJECT_REACH = 50  # characters between a verb and its object, by eye
# Between a thing and the words that say who published it stands no other statement.
STOPS = re.compile(
    r"[;:“”\"]|\b(?:say|says|said|told|show|shows|showed|found|reveals|revealed|when|because"
    r"|after|before"
    r"|while|who|and then|but|according|where|as it|in response|(?:had|has|have)(?! been))\b"
)
# "X's internal report", "an X study", "X's own draft".
OWNED = re.compile(
    r"(?P<possessive>['’]s?[ \u00a0](?:[a-z][\w-]{1,20}[ \u00a0]){0,2})$"
    r"|[ \u00a0](?:(?:internal|new|annual|draft|preliminary|interim|recent|investigative"
    r"|confidential)"
    r"[ \u00a0])?$"
)
# "X emails" are often only about X; an "X study" is by X.
BY_ADJACENCY = frozenset(
    {Family.RECORDING, Family.STUDY, Family.DATA, Family.RULING, Family.RELEASE, Family.POLL}
)
# "X said in a press release".
SAID_IN = re.compile(
    r"[ \u00a0](?:said|says|announced|confirmed|wrote|warned|reported)(?: [\w’'-]+){0,6}? (?:in"
    r"|through|via)"
    r" (?:an? |its |their )?(?:[a-z-]+ ){0,2}$"
)
# "A transcript of the meeting that X ...".
CLAUSE = re.compile(r"(?: of [^,;.]{1,70}?)?(?:,? (?:that|which))? (?:the )?")
# An outlet's report is a telling, not a document.
TELLINGS = frozenset(
    "report reports analysis review post posts tweet tweets video videos footage survey letter "
    "bericht"
    " rapport informe rapporto statement statements".split()
)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The patterns of one language, compiled.

    Attributes:
        spot: where `noun` begins in a text in lower case, found several times as fast.
        published: `active` right behind a capitalised word.
        anyone: the word after which a name of any kind is the doer.
        capitals: whether the language writes its nouns with capitals.
    """

    nouns: tuple[tuple[Family, float], ...]
    noun: re.Pattern[str]
    spot: re.Pattern[str]
    done: re.Pattern[str]
    direct: re.Pattern[str]
    active: re.Pattern[str]
    published: re.Pattern[str]
    shows: re.Pattern[str]
    according: re.Pattern[str]
    fresh: re.Pattern[str]
    anyone: str
    capitals: bool

    def nouns_in(self, text: str, lowered: str | None, span: Span) -> Iterator["re.Match[str]"]:
        """What `noun` finds in a span; `lowered` is the text in lower case if that has its length.

        It may be None, and only costs time then.
        """
        if lowered is None:
            yield from self.noun.finditer(text, span.begin, span.end)
            return
        begin = span.begin
        while spotted := self.spot.search(lowered, begin, span.end):
            found = self.noun.match(text, spotted.start(), span.end)
            begin = found.end() if found else spotted.end()
            if found:
                yield found

    def kind(self, noun: "re.Match[str]") -> tuple[Family, float]:
        """The family and the strength of a noun that `noun` matched."""
        return self.nouns[(noun.lastindex or 1) - 1]


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence under reading: its place, the wordings of its language, its verbs."""

    text: str
    span: Span
    wordings: Wordings
    active: tuple["re.Match[str]", ...]


def clause(text: str, span: Span, wordings: Wordings) -> Clause:
    """The sentence `span`, ready to be asked whose its things are."""
    return Clause(text, span, wordings, tuple(wordings.active.finditer(text, span.begin, span.end)))


def holder(sentence: Clause, noun: "re.Match[str]") -> str | None:
    """Who holds the thing that `noun` names, as written; None where the sentence does not say."""
    place = Span(noun.start(), noun.end())
    span = (
        _after(sentence, noun)
        or _relative(sentence, place)
        or _owner(sentence, noun)
        or _publisher(sentence, place)
        or _sayer(sentence, place)
    )
    return span.of(sentence.text) if span else None


def telling(name: str | None, noun: str) -> bool:
    """Whether the thing is an outlet's own report: a telling, not a document."""
    return name is not None and outlet_like(name) and noun.lower() in TELLINGS


def _after(sentence: Clause, noun: "re.Match[str]") -> Span | None:
    """Behind the thing: "a report by X", "a transcript of the call released by X"."""
    text, end = sentence.text, sentence.span.end
    limit = min(end, noun.end() + REACH)
    direct = sentence.wordings.direct.match(text, noun.end(), limit)
    maker = _body(text, name_after(text, direct.end(), end)) if direct else None
    if maker is not None:
        return maker
    for verb in sentence.wordings.done.finditer(text, noun.end(), limit):
        if STOPS.search(text[noun.end() : verb.end()]) or _nearer(sentence, noun, verb.start()):
            return None
        name = name_after(text, verb.end(), end)
        # "Filed in X" and "obtained from X" may go on with a town or a person.
        if name and not verb.group().endswith(sentence.wordings.anyone):
            name = _body(text, name)
        if name is not None:
            return name
    return None


def _nearer(sentence: Clause, noun: "re.Match[str]", end: int) -> bool:
    """Whether a thing of another family stands nearer to what follows: it is said of that one."""
    wordings = sentence.wordings
    return any(
        wordings.kind(other)[0] is not wordings.kind(noun)[0]
        for other in wordings.noun.finditer(sentence.text, noun.end(), end)
    )


def _relative(sentence: Clause, place: Span) -> Span | None:
    """In a clause behind the thing: "a transcript that X put online"."""
    for verb in sentence.active:
        if place.end <= verb.start() <= place.end + REACH:
            name = _subject(sentence, place.end, verb.start())
            if name is not None and CLAUSE.fullmatch(sentence.text[place.end : name.begin]):
                return name
    return None


def _owner(sentence: Clause, noun: "re.Match[str]") -> Span | None:
    """Before the thing: "X's internal report", "an X study"."""
    text, begin = sentence.text, max(sentence.span.begin, noun.start() - REACH)
    found = OWNED.search(text[begin : noun.start()])
    if found is None:
        return None
    if not found.group("possessive") and sentence.wordings.kind(noun)[0] not in BY_ADJACENCY:
        return None
    name = name_before(text, begin, begin + found.start())
    # Pollsters have names of every kind, but hardly one of a single word.
    polled = sentence.wordings.kind(noun)[0] is Family.POLL
    return name if polled and name and " " in name.of(text) else _body(text, name)


def _publisher(sentence: Clause, place: Span) -> Span | None:
    """Before the verb: "X published a transcript"."""
    text = sentence.text
    for verb in sentence.active:
        if not verb.end() <= place.begin <= verb.end() + OBJECT_REACH:
            continue
        between = text[verb.end() : place.begin]
        if not STOPS.search(between) and not re.search(r"\b(?:by|in|on|to)\b|,", between):
            return _subject(sentence, sentence.span.begin, verb.start())
    return None


def _subject(sentence: Clause, begin: int, end: int) -> Span | None:
    """The name before the verb at `end`, unless it only says where its subject sits."""
    name = name_before(sentence.text, begin, end)
    if name is None or BESIDE.search(sentence.text[max(begin, name.begin - 10) : name.begin]):
        return None
    return name


# "A judge in X", "a spokesman for X": the subject is not X.
BESIDE = re.compile(r"\b(?:in|at|of|for|from|near|with|to|and|on|against) (?:the )?$")


def _sayer(sentence: Clause, place: Span) -> Span | None:
    """Who speaks through the thing: "X said in a press release"."""
    begin = max(sentence.span.begin, place.begin - REACH)
    found = SAID_IN.search(sentence.text[begin : place.begin])
    if found is None:
        return None
    return _body(sentence.text, name_before(sentence.text, begin, begin + found.start()))


def _body(text: str, span: Span | None) -> Span | None:
    """`span` where it names an office or house: a person's paper is mostly that person's word."""
    return span if span is not None and body_like(span.of(text)) else None


@lru_cache(maxsize=8)
def wordings_of(language: str | None) -> Wordings:
    """The wordings of a language; those of English where it has none here."""
    if language not in document_nouns.NOUNS:
        language = "en"
    nouns = document_nouns.NOUNS[language]
    by, case = document_nouns.BY[language], re.IGNORECASE
    active = (
        r"(?: (?:has|have|had|also|first|later|since)){0,2} "
        rf"(?:{document_nouns.ACTIVE[language]})\b(?! by\b)"
    )
    named = rf"(?= ?(?:the |an? |der |dem |den |la |le |el |il |l['’])?{NAME})"
    return Wordings(
        nouns=tuple((one.family, one.strength) for one in nouns),
        noun=re.compile(r"\b(?:" + "|".join(f"({one.pattern})" for one in nouns) + r")\b", case),
        spot=spotting(one.pattern for one in nouns),
        done=re.compile(
            rf"\b(?:{document_nouns.KNOWN_BY[language]})\b(?:,? [a-z][\w’'-]*){{0,6}}? "
            rf"(?:{by}){named}"
        ),
        direct=re.compile(
            r"(?: wurden?)?(?: (?:on|into|about|of) (?:[\w’'-]+ ){1,8}?)?"
            rf" ?,? ?(?:{by})(?= ){named}"
        ),
        active=re.compile(active),
        published=re.compile(rf"[{CAPITAL}][\w&/’'.-]*[ \u00a0]*{active}"),
        shows=re.compile(document_nouns.SHOWS[language], case),
        according=re.compile(
            rf"\b{document_nouns.ACCORDING[language]} (?:[\w’'-]+ ){{0,4}}$", case
        ),
        fresh=re.compile(rf"\b{document_nouns.FRESH[language]} (?:[\w’'-]+ ){{0,2}}$", case),
        anyone=document_nouns.ANYONE[language],
        capitals=language == "de",
    )
