"""Runs of capitalised words that may be names, sentence by sentence, and what capitals cannot tell.

A capital that begins a sentence says nothing by itself: such a word counts where the text writes it
with a capital elsewhere and never without one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retold.model.document import Span
from retold.text.fold import fold
from retold.text.functions import FUNCTION_WORDS
from retold.text.months import MONTHS, WEEKDAYS
from retold.text.offices import OFFICES
from retold.text.outlets import OF_BODIES, OPENING
from retold.text.places import demonyms, places

# A word, an initial with its stop ("J."), an abbreviation ("U.S."), or one sign. A hyphen parts.
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=[ \u00a0]?\w)|[^\W_]+(?:['’][^\W\d_]+)*|\S")
POSSESSIVE = re.compile(r"['’]s?$")
# Small words inside a name: those of people's names, and those that lead on from a house's first.
PARTICLES = frozenset("de da di del della du der den van von bin ibn al el la le dos st".split())
LEADING_ON = frozenset("of for on".split())
# What a house, an office or a place is called before "of": "Ministry of", "Bay of", "Secretary of".
BEFORE_OF = frozenset(
    """
    academy archbishop archdiocese army association bank bay bishop board bureau cape centre center
    chamber chief church city college commander commission committee council county court department
    diocese director district duchess duke earl faculty federation foreign gulf head house
    institute institution isle king league library mayor minister ministry mount museum office order
    parliament port president prince princess queen republic school secretary speaker society state
    states strait supreme throne tower town trade union university village governor archdeacon
    """.split()
)
# Words that open sentences and are no names, beside the small words: quantities, links, adverbs.
OPENERS = frozenset(
    """
    about above according across additionally afterwards again ago ahead almost alone along already
    altogether always amid amongst analysts another anyone anything apart apparently appearing
    around aside at authorities because been being below beneath besides best better beyond big
    boys breaking but came can children citizens clearly close come concerns could critics dear
    did do does don't doctors done dozens each early eight either eleven else enough even events
    eventually ever every everybody everyone everything exactly except experts family few fifteen
    fifty finally first five following former four friends from fully further get getting girls
    give given go good got government great had half has have having he here hers him himself his
    hours how hundreds i if in indeed inside instead into investigators it its itself just keep
    last lately later lawmakers least less let let's likewise little local long look made make
    making many maybe me meantime men might millions mine more moreover most much must my myself
    near nearly neither never nevertheless next nine no nobody none nor not nothing now nowhere of
    off officers officials often oh ok okay old on once one ones only onto opponents or other
    others otherwise ought our ours out outside over overall own parents part people per perhaps
    please police polls previously prior prosecutors protesters rather re really recent recently
    regarding relatives reporters reports residents right round same say see seven several shall
    she should similarly since six so some somebody someone something sometimes soon sources still
    students such supporters sure take ten than thanks that the their them themselves then there
    there's thereby therefore these they they're they've this those though thousands three through
    throughout thus till to together too top towards troops twelve twenty twice two under unless
    unlike until up upon us use usually very via videos voters want was way we we're we've well were
    what what's whatever when whenever where whereas wherever whether which whichever while who
    whoever whole whom whose why will with within without witnesses women won't workers would yes
    yesterday yet you you're young your yours today tomorrow tonight meanwhile monday i'm i've i'll
    i'd he's she's it's that's don doesn't didn't can't isn't wasn't aren't
    """.split()
)
# "Speaking", "Asked", "Apparently": forms of speech, before names too.
INFLECTED = re.compile(r"\w{2,}(?:ing|ly|ed)$")
CALENDAR = frozenset(MONTHS) | frozenset(word for word in WEEKDAYS if len(word) > 2)
# Months that are also names of people: in a run with another name they are theirs.
AMBIGUOUS = frozenset("may april june august march jan mark set wed sat sun mon fri avril".split())
# Above this share of capitals among its words a sentence is a headline, and capitals tell nothing;
# one that ends in a full stop is rarely one. By eye.
MOST_CAPITALS, MOST_CAPITALS_ENDED = 0.7, 0.85
ENDS = frozenset('.!?”"’')
# Written with a stop inside a name.
STOPPED = frozenset(
    "dr mr mrs ms st sen rep gov gen col capt lt sgt prof rev jr sr hon adm".split()
)
HYPHENS = frozenset({"-", "\u2010", "\u2011", "–"})
JOINING = HYPHENS | {" ", "\u00a0", "&", " & "}
WIDEST_GAP = 14  # characters between two words of one name: " van der ", " for the "
SHORT_HEADLINE = 4  # words from which capitals are counted
# After these a word begins a sentence of its own.
OPEN_AFTER = frozenset('"“„«‘:')
# Letters that are no name: grades, parties ("R-Utah"), the article.
LONE = frozenset("A D I R I.".split())
LONGEST_RUN = 10  # words; longer ones are lists or headlines


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run: its place without a possessive, and whether it closes the run."""

    span: Span
    word: str
    closes: bool

    @property
    def lower(self) -> str:
        """The word in small letters, its stop taken off."""
        return self.word.lower().rstrip(".")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together, at least one; `initial`: the first opens a sentence.

    `sentence` is the whole sentence around it.
    """

    tokens: tuple[Token, ...]
    initial: bool
    sentence: Span

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return Span(self.tokens[0].span.begin, self.tokens[-1].span.end)


def runs(text: str, sentences: Iterable[Span]) -> tuple[Run, ...]:
    """The runs of the sentences, in order, with the words taken off that only open a sentence."""
    raw = [run for sentence in sentences for run in _raw(text, sentence)]
    inner: Counter[str] = Counter()
    small = _small_words(text, {run.sentence for run in raw})
    for run in raw:
        for token in run.tokens[1 if run.initial else 0 :]:
            inner[token.word] += 1
    opened = [kept for run in raw if (kept := _opened(run, inner, small)) is not None]
    alone = frozenset(run.tokens[-1].word for run in opened if len(run.tokens) == 1)
    return tuple(part for run in opened for part in _parted(text, run, alone))


def _parted(text: str, run: Run, alone: frozenset[str]) -> Iterator[Run]:
    """The two names of a run such as "the Lund-Berg talks" or "give Kyiv Tomahawks", else the run.

    Both stand alone elsewhere in the text; a hyphen, or a place before, tells that they are two.
    """
    if len(run.tokens) == 2:
        one, two = run.tokens
        hyphen = text[one.span.end : two.span.begin] in HYPHENS
        apart = {two.word, two.word.removesuffix("s")} & alone
        if apart and (one.word in alone and (hyphen or one.lower in places())):
            yield Run((one,), run.initial, run.sentence)
            yield Run((two,), initial=False, sentence=run.sentence)
            return
    yield run


def _small_words(text: str, sentences: set[Span]) -> frozenset[str]:
    """Every word that some sentence writes without a capital."""
    found = (token for span in sentences for token in TOKEN.findall(text, span.begin, span.end))
    return frozenset(word for word in found if word[0].islower())


def _raw(text: str, sentence: Span) -> Iterator[Run]:
    """The runs of one sentence as capitals give them; none in a headline."""
    found = list(TOKEN.finditer(text, sentence.begin, sentence.end))
    ended = text[sentence.end - 1 : sentence.end] in ENDS
    if _headline(found, MOST_CAPITALS_ENDED if ended else MOST_CAPITALS):
        return
    run: list[Token] = []
    initial, opening = False, True
    for place, one in enumerate(found):
        word = one.group()
        if _capital(word):
            between = _joined(text, found, place, run)
            if between is None:
                if run:
                    yield Run(tuple(run), initial, sentence)
                run, initial, between = [], opening, []
            run += [*between, _token(one)]
        if word[0].isalnum() or word in OPEN_AFTER:
            opening = word in OPEN_AFTER
    if run:
        yield Run(tuple(run), initial, sentence)


def _headline(found: list["re.Match[str]"], most: float) -> bool:
    """Whether capitals tell nothing in a sentence of these tokens: none, or nearly all."""
    worded = [one.group() for one in found if one.group()[0].isalpha()]
    big = sum(1 for word in worded if word[0].isupper())
    return not big or (len(worded) >= SHORT_HEADLINE and big > most * len(worded))


def _capital(word: str) -> bool:
    return word[0].isupper() and word not in LONE and not word.startswith(("I'", "I’"))


def _token(found: "re.Match[str]") -> Token:
    word = POSSESSIVE.sub("", found.group())
    return Token(Span(found.start(), found.start() + len(word)), word, word != found.group())


def _joined(
    text: str, found: list["re.Match[str]"], place: int, run: list[Token]
) -> list[Token] | None:
    """The small words between a run and the capital at `place`; None where the run ends before."""
    if not run or run[-1].closes or len(run) >= LONGEST_RUN:
        return None
    gap = text[run[-1].span.end : found[place].start()]
    if len(gap) > WIDEST_GAP or "\n" in gap:
        return None
    between = [one for one in found[max(0, place - 3) : place] if one.start() >= run[-1].span.end]
    small = [one.group() for one in between]
    if _signs_join(run[-1], gap, found[place].group()):
        return []
    named = [one.group().lower() for one in found[place : place + 2]]
    if small and (
        _words_join(run, small) or (small == ["and"] and not OF_BODIES.isdisjoint(named))
    ):
        return [Token(Span(*one.span()), one.group(), closes=False) for one in between]
    return None


def _signs_join(last: Token, gap: str, word: str) -> bool:
    """Whether a space, a hyphen or another sign holds two words of one name together."""
    if gap == ". ":
        return last.lower in STOPPED
    return gap in JOINING or _guild(last, gap, word)


def _words_join(run: list[Token], small: list[str]) -> bool:
    """Whether small words go on with a name: "van der", or "of the" after what leads to it."""
    lead = run[-1].lower in BEFORE_OF or any(one.word.islower() for one in run)
    leading = small[0] in LEADING_ON and small[1:] in ([], ["the"])
    return all(word in PARTICLES for word in small) or (leading and lead)


def _guild(last: Token, gap: str, word: str) -> bool:
    """Whether a possessive and the word after it name a body: "Deckhands' Union"."""
    return last.word.endswith("s") and gap in {"' ", "’ "} and word.lower() in OF_BODIES


def _opened(run: Run, inner: Counter[str], small: frozenset[str]) -> Run | None:
    """The run without words that are capital by their place, or of the calendar; None if empty."""
    tokens = list(run.tokens)
    initial = run.initial
    while tokens and (
        (initial and _opens(tokens, inner, small)) or _never(tokens[0], alone=len(tokens) == 1)
    ):
        tokens.pop(0)
        while tokens and tokens[0].word.islower():
            tokens.pop(0)
        initial = False
    while tokens and (_never(tokens[-1], alone=len(tokens) == 1) or tokens[-1].word.islower()):
        tokens.pop()
    inside = any(_calendar(token) for token in tokens)
    return Run(tuple(tokens), initial, run.sentence) if tokens and not inside else None


def _opens(tokens: list[Token], inner: Counter[str], small: frozenset[str]) -> bool:
    """Whether the first word has its capital from the sentence that it opens."""
    word, lower = tokens[0].word, tokens[0].lower
    if lower in OPENERS or lower in OPENING or lower in FUNCTION_WORDS:
        return True
    if inner[word] or (word.isupper() and len(word) > 1):
        return False
    if fold(word) in small or lower in small:
        return lower not in OFFICES or len(tokens) == 1
    if lower in places() or lower in demonyms():
        return False
    return INFLECTED.match(lower) is not None if len(tokens) > 1 else not tokens[0].closes


def _never(token: Token, *, alone: bool) -> bool:
    """Whether a word is at no edge of a name: the calendar's, or small and written large."""
    if token.lower in AMBIGUOUS:
        return alone
    return token.lower in CALENDAR or token.lower in OPENING


def _calendar(token: Token) -> bool:
    return token.lower in CALENDAR and token.lower not in AMBIGUOUS
