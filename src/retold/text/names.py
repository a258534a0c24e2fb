"""The names in a text, what each is the name of, and the title or role that stands beside it.

By capitals, lists and the words around; no model. A kind is voted on by all mentions of a name in
the text, since one "Mr" or one "in" tells what ten bare mentions do not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from retold.model.document import Span
from retold.text.fold import fold
from retold.text.given_names import GIVEN_NAMES
from retold.text.name_runs import Run, Token, runs
from retold.text.offices import ADDRESS, AFTER, LITTLE, OFFICES, TELLING
from retold.text.outlets import KNOWN, OF_BODIES, OF_OUTLETS
from retold.text.places import BEFORE, FIRSTS, HEADS, demonyms, places
from retold.text.reporting import VERBS

OF_FIRMS = frozenset(
    """
    inc ltd plc corp co llc gmbh ag sa airlines airways motors industries holdings partners brothers
    capital systems technologies pharmaceuticals laboratories labs records studios pictures
    entertainment media team club fc united league army navy force forces corps brigade regiment
    guard movement alliance coalition federation front brotherhood church coastguard medicaid
    congress senate parliament kremlin pentagon nato cabinet treasury taliban hamas hezbollah
    democrats republicans tories labour bundestag knesset duma
    """.split()
)
# Words of an office that begin the name of a house, not of a person.
FIRM_AFTER = re.compile(
    r"general (?:motors|electric|mills|assembly)|king(?:'s|’s)|queen mary", re.IGNORECASE
)
# One or two words between a preposition of place and the name it governs: "in the northern".
LOCATED = re.compile(
    rf"\b(?:{'|'.join(sorted(BEFORE))})[ \u00a0](?:(?:the|nearby)[ \u00a0])?$", re.IGNORECASE
)
FOLLOWS = re.compile(r"[ \u00a0]([a-z]+)|,[ \u00a0](\d{1,2}),|(,[ \u00a0])who\b")
LOWER_BEFORE = re.compile(r"(?<![\w’'-])([a-z][\w’'-]*)[ \u00a0]$")
# "its finance director, Ada Lund, said".
OFFICE_BEFORE = re.compile(r"(?<![\w’'-])([a-z][\w’'-]*),?[ \u00a0]$")
NO_QUALIFIER = re.compile(
    r"\w+(?:ing|ly)$|with|including|like|also|both|will|would|can|could|not|who|met|meet"
)
TITLES = ADDRESS | (OFFICES - GIVEN_NAMES)
# With an article before, these begin the name of a ship, a pub or a book.
OF_SHIPS = frozenset(
    "lady lord king queen prince princess duke duchess captain general sir".split()
)
REACH = 90  # characters looked back or ahead for a role; longer ones hold other statements
LONGEST_ROLE = 5  # words before a name
# What a mention says of the kind of its name, in votes: a title says it all, "in X" little.
SURE, LIKELY, HINT = 8, 3, 1


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands once: `span` without title and possessive, `role` the title or None.

    `form` is its words on one line.
    """

    span: Span
    form: str
    kind: NameKind
    role: Span | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words, initials and particles too, in order."""
        return _folded(self.form)

    @property
    def last(self) -> str:
        """The folded word it ends with: of a person the surname."""
        return self.words[-1] if self.words else ""


@lru_cache(maxsize=65_536)
def _folded(form: str) -> tuple[str, ...]:
    """The folded words of a name, none empty."""
    return tuple(filter(None, (fold(word) for word in re.split(r"[\s.\-‑]+", form))))


def names(text: str, sentences: Iterable[Span]) -> tuple[Name, ...]:
    """The names in the sentences, in order; peoples ("Danish") and the calendar are none."""
    found = [_named(text, run) for run in runs(text, sentences)]
    mentions = [mention for mention in found if mention is not None]
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for name, kind, weight in mentions:
        votes[" ".join(name.words)][kind] += weight
    settled = {key: _winner(counted) for key, counted in votes.items()}
    people = {
        word
        for key, kind in settled.items()
        if kind is NameKind.PERSON
        for word in key.split()[-1:]
    }
    return tuple(replace(name, kind=_kind(name, settled, people)) for name, _, _ in mentions)


def _winner(counted: Counter[NameKind]) -> NameKind:
    """The kind with most votes; the earlier of the enumeration where two have as many."""
    told = [kind for kind in counted if kind is not NameKind.OTHER]
    order = list(NameKind)
    return min(told, key=lambda one: (-counted[one], order.index(one)), default=NameKind.OTHER)


def _kind(name: Name, settled: dict[str, NameKind], people: set[str]) -> NameKind:
    """The kind of a name in its text: a person's if its last word is the surname of one there."""
    own = settled[" ".join(name.words)]
    unsure = own in {NameKind.OTHER, NameKind.PLACE} and name.form.lower() not in places()
    return NameKind.PERSON if unsure and name.last in people else own


def _named(text: str, run: Run) -> tuple[Name, NameKind, int] | None:
    """The name that a run holds, with what speaks for its kind and how much; None for none."""
    split = 0 if _christened(text, run) else _split(run.tokens)
    title, own = run.tokens[:split], _trimmed(run.tokens[split:])
    if not own or all(token.lower in demonyms() for token in own):
        return None
    span = Span(own[0].span.begin, own[-1].span.end)
    form = " ".join(span.of(text).split())
    office = any(token.lower in ADDRESS | OFFICES for token in title)
    begin = title[0].span.begin if office else own[0].span.begin
    role = _role_before(text, Span(begin, span.begin), run.sentence) or _role_after(text, span, run)
    kind, votes = _voted(text, own, run.sentence)
    if role is not None and votes < SURE:
        kind, votes = NameKind.PERSON, SURE
    return Name(span, form, kind, role if kind is NameKind.PERSON else None), kind, votes


def _christened(text: str, run: Run) -> bool:
    """Whether a title is the first word of a ship's name: "the Lady Ada"."""
    before = text[max(run.sentence.begin, run.span.begin - 4) : run.span.begin].lower()
    return run.tokens[0].lower in OF_SHIPS and before.endswith(("the ", "the\u00a0"))


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without peoples in front and small words at the edges."""
    begin = 0
    while begin < len(tokens) and (
        tokens[begin].word.islower()
        or (
            tokens[begin].lower in demonyms() and begin + 1 < len(tokens) and _house(tokens) is None
        )
    ):
        begin += 1
    return tokens[begin:]


def _split(tokens: Sequence[Token]) -> int:
    """How many tokens are the title before the name; all of them where no name follows."""
    words = " ".join(token.lower for token in tokens)
    if _house(tokens) is not None or FIRM_AFTER.match(words):
        return 0
    split = 0
    for place, token in enumerate(tokens):
        surname = place + 1 == len(tokens) and place and _before_surname(tokens[place - 1])
        if token.lower in TITLES and not surname:
            split = place + 1
    if 0 < split < len(tokens) and tokens[split].word.islower():
        return _past_office(tokens, split)
    return split


def _before_surname(token: Token) -> bool:
    """Whether the word after can only be a surname: "Mr King", "Stephen King"."""
    return token.lower in {"mr", "mrs", "ms", "miss", "dr"} or token.lower in GIVEN_NAMES


def _past_office(tokens: Sequence[Token], place: int) -> int:
    """Where the name begins after "Secretary of State", "Mayor of London", "Director of ..."."""
    while place < len(tokens) and tokens[place].word.islower():
        place += 1
    given = [at for at in range(place + 1, len(tokens)) if tokens[at].lower in GIVEN_NAMES]
    if given:
        return given[0]
    widest = max(
        (
            size
            for size in range(1, len(tokens) - place + 1)
            if " ".join(token.lower for token in tokens[place : place + size]) in places()
        ),
        default=1,
    )
    return min(len(tokens), place + widest)


def _house(tokens: Sequence[Token]) -> NameKind | None:
    """Whether the words of a run end, or begin before "of", as those of a house or a place do."""
    heads = [tokens[-1].lower]
    joint = next((at for at, token in enumerate(tokens) if token.word.islower()), 0)
    if joint and tokens[joint].word in {"of", "for"}:
        heads.append(tokens[joint - 1].lower)
    if len(tokens) == 1:
        return NameKind.ORGANISATION if heads[0] in OF_FIRMS | KNOWN else None
    if any(head in OF_BODIES | OF_OUTLETS | OF_FIRMS for head in heads):
        return NameKind.ORGANISATION
    if any(head in HEADS for head in heads):
        return NameKind.PLACE
    return None


def _voted(text: str, own: Sequence[Token], sentence: Span) -> tuple[NameKind, int]:
    """What one mention says of the kind of its name, and how much."""
    lower = " ".join(token.lower for token in own)
    written = " ".join(token.word.lower() for token in own)
    if lower in places() or written in places():
        return NameKind.PLACE, SURE
    house = _house(own)
    if house is not None:
        return house, SURE
    if len(own) > 1 and own[0].lower in FIRSTS:
        return NameKind.PLACE, LIKELY
    if len(own) > 1 and own[0].lower in GIVEN_NAMES:
        return NameKind.PERSON, SURE - 1
    if len(own) == 1 and own[0].word.isupper() and len(own[0].word) > 1:
        return NameKind.ORGANISATION, LIKELY
    return _around(text, Span(own[0].span.begin, own[-1].span.end), sentence)


def _around(text: str, span: Span, sentence: Span) -> tuple[NameKind, int]:
    """What the words before and after a name say of its kind, where its own say nothing."""
    follows = FOLLOWS.match(text, span.end, sentence.end)
    if follows and (follows.group(2) or follows.group(3)):
        return NameKind.PERSON, LIKELY
    verb = (follows.group(1) or "") if follows else ""
    if verb == "who" or (verb in VERBS and not verb.endswith("ing")):
        return NameKind.PERSON, LIKELY if verb == "who" else HINT
    if LOCATED.search(text[max(sentence.begin, span.begin - REACH) : span.begin]):
        return NameKind.PLACE, HINT
    return NameKind.OTHER, 0


def _role_before(text: str, title: Span, sentence: Span) -> Span | None:
    """The title before a name with the small words of it ("special envoy"); None without one."""
    begin = title.begin
    if len(title) == 0:
        head = OFFICE_BEFORE.search(text[max(sentence.begin, begin - REACH) : begin])
        if head is None or fold(head.group(1)) not in OFFICES:
            return None
        begin -= len(head.group())
        title = Span(begin, begin + len(head.group(1)))
        return _widened(text, title, sentence, written_large=False)
    return _widened(text, title, sentence, written_large=True)


def _widened(text: str, title: Span, sentence: Span, *, written_large: bool) -> Span:
    """A title with the small words before it that are part of it."""
    begin = title.begin
    for _ in range(LONGEST_ROLE):
        found = LOWER_BEFORE.search(text[max(sentence.begin, begin - REACH) : begin])
        if found is None or not _qualifies(found.group(1), written_large=written_large):
            break
        begin -= len(found.group())
    piece = text[begin : title.end].rstrip()
    return Span(begin, begin + len(piece))


def _qualifies(word: str, *, written_large: bool) -> bool:
    """Whether a small word can be part of the title after it; "meet" in "will meet President" not.

    Before an office written large only those count that change whose it is ("former").
    """
    if word in TELLING:
        return True
    if written_large or word in LITTLE | BEFORE or word in VERBS or len(word) < 3:
        return False
    return NO_QUALIFIER.fullmatch(word) is None


def _role_after(text: str, span: Span, run: Run) -> Span | None:
    """What a person is said to be after the name: ", the harbour's chief engineer,"."""
    end = min(run.sentence.end, span.end + REACH)
    found = AFTER.match(text, span.end, end)
    if found is None or not any(_office_words(found.group("role"))):
        return None
    return Span(*found.span("role"))


def _office_words(role: str) -> Iterator[str]:
    """The offices among the words of a role."""
    first = re.split(r"[ \u00a0](?:of|for|at|in|since|who|which|whose|to|from)[ \u00a0]", role)[0]
    last = [fold(word) for word in first.split()][-1:]
    return (word for word in last if word in OFFICES)
