"""What a text says it reports from: documents, recordings and data, and who made or holds them.

Words inside quotation marks are a speaker's and are not read. Weights are by eye.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from retold.model.document import Span
from retold.text.document_nouns import ANOTHER, OLDER, Family
from retold.text.holders import Clause, clause, holder, telling, wordings_of
from retold.text.leaning import BEFORE, in_headline, leans, may_be_held, may_lead
from retold.text.quotes import quotations
from retold.text.sentences import sentence_by_sentence

# Title and first paragraphs; what an article is about stands there.
LEAD = 700  # characters of the spans, by eye
LEAD_FACTOR, THIRD_FACTOR, REST_FACTOR = 1.0, 0.85, 0.5  # on the strength of the noun, by eye
# A thing that the text leans on without saying whose it is.
UNHELD = 0.65  # factor on the strength, by eye
# "The transcript", once more.
BARE = 0.15  # factor on the strength, by eye
AGAIN = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?:leaked|full|whole|entire|same|final|draft|new) )?$"
)
# "Study: ...", "..., study finds" in a headline: the thing is the news.
SUBJECT = 1.5  # factor on the strength, by eye
# A further thing of the kind, or one named in passing.
PASSING = 0.3  # factor on the strength, by eye
PLURALS = frozenset({"reports", "polls", "surveys", "analyses", "reviews"})
# A thing both held and leaned on in one place counts for more, but not for two.
BOTH = 0.5  # factor, by eye
# Headlines capitalise more than this of their longer words: no name can be told there.
TITLE_CASE = 0.7  # share of the words of more than three letters, by eye
# A sentence past this is no sentence; it is read in pieces.
LONGEST = 1200  # characters
MOST_NOUNS = 12  # in a sentence, by eye: one with more is a list, of which nothing is reported
# Long s, the sign of degrees Kelvin, I with a dot and i without: see `_lowered`.
ODD_CASE = re.compile("[\u017f\u212a\u0130\u0131]")


@dataclass(frozen=True, slots=True)
class PrimaryMention:
    """A place where a text names a document, recording or data, and reports from it.

    Attributes:
        holder: who made, published or holds it, as written; None where the place does not say.
        thing: the noun as written, in lower case.
        family: the kind of thing, the same for a recording and its transcript.
        span: the noun.
        weight: how central this place makes it to the text, 0..1, by eye.
        passing: whether it is another of its kind, or an older one.
        leading: whether the title or the first paragraphs lean on it or say whose it is.
    """

    holder: str | None
    thing: str
    family: Family
    span: Span
    weight: float
    passing: bool = False
    leading: bool = False


def primary_mentions(
    text: str, body_spans: Sequence[Span], language: str | None
) -> tuple[PrimaryMention, ...]:
    """What the text inside `body_spans` says it reports from, in order; empty where nothing.

    A title may go first among the spans: early places weigh more. English is the rule for unknown
    languages.
    """
    found = list(_told(text, body_spans, language))
    return tuple(_unquoted(found, text, body_spans, language)) if found else ()


def holders(text: str, body_spans: Sequence[Span], language: str | None) -> tuple[str, ...]:
    """Who made or holds what the text reports from, each once, sorted; passing mentions left out.

    Quick where nobody may hold a thing that it names: sentences are told apart for the others.
    """
    wordings, lowered = wordings_of(language), _lowered(text)
    nouns = (noun for span in body_spans for noun in wordings.nouns_in(text, lowered, span))
    if not any(may_be_held(text, noun, wordings) for noun in nouns):
        return ()
    mentions = primary_mentions(text, body_spans, language)
    return tuple(sorted({one.holder for one in mentions if one.holder and not one.passing}))


def leading_at_all(text: str, body_spans: Sequence[Span], language: str | None) -> bool:
    """Whether a mention is leading, were nothing said in quotation marks.

    Quick where the first paragraphs lean on nothing: no others are read.
    """
    return any(one.leading for one in _told(text, body_spans, language, LEAD))


def leading_perhaps(text: str, body_spans: Sequence[Span], language: str | None) -> bool:
    """The same, said before sentences are told apart: never false where it is true."""
    wordings, lowered = wordings_of(language), _lowered(text)
    before = 0
    for span in body_spans:
        if before >= LEAD:
            break
        # A sentence that begins among the first characters may end past them.
        end = min(span.end, span.begin + LEAD - before + LONGEST)
        nouns = wordings.nouns_in(text, lowered, Span(span.begin, end))
        if any(may_lead(text, noun, wordings) for noun in nouns):
            return True
        before += len(span)
    return False


def _told(
    text: str, body_spans: Sequence[Span], language: str | None, within: float = math.inf
) -> Iterator[PrimaryMention]:
    """The mentions in quotation marks and out of them, read as they are asked for.

    No further than the sentences that begin `within` so many characters of the spans.
    """
    wordings, lowered = wordings_of(language), _lowered(text)
    *before, total = accumulate(map(len, body_spans), initial=0)

    def spotted(span: Span) -> bool:
        return lowered is None or bool(wordings.spot.search(lowered, span.begin, span.end))

    for begin, span in zip(before, body_spans, strict=True):
        if not spotted(span):
            continue
        for sentence in _pieces(sentence_by_sentence(text, (span,), language)):
            place = begin + sentence.begin - span.begin
            if place >= within:
                return
            if spotted(sentence):
                factor = _place_factor(place, total)
                yield from _of_sentence(clause(text, sentence, wordings), lowered, factor)


def nouns_at_most(text: str, most: int, language: str | None) -> int:
    """How often words for documents, recordings and data stand in a text, counted up to `most`.

    Never fewer than it has mentions; where letters are odd, `most`.
    """
    lowered = _lowered(text)
    if lowered is None:
        return most
    return sum(1 for _ in islice(wordings_of(language).spot.finditer(lowered), most))


def _lowered(text: str) -> str | None:
    """The text in lower case, letter for letter; None where a letter would change its length.

    Or where one is another's equal to a pattern that asks for no case, yet not its lower case.
    """
    return None if not text.isascii() and ODD_CASE.search(text) else text.lower()


def _unquoted(
    found: Iterable[PrimaryMention], text: str, body_spans: Sequence[Span], language: str | None
) -> Iterator[PrimaryMention]:
    """The mentions that stand in no quotation."""
    quoted = [quotation.span for quotation in quotations(text, body_spans, language)]
    at = 0
    for mention in found:
        while at < len(quoted) and quoted[at].end <= mention.span.begin:
            at += 1
        if at == len(quoted) or not quoted[at].meets(mention.span):
            yield mention


def _pieces(found: Iterable[Span]) -> Iterator[Span]:
    """The sentences, those of unheard length in pieces."""
    for sentence in found:
        for begin in range(sentence.begin, sentence.end, LONGEST):
            yield Span(begin, min(begin + LONGEST, sentence.end))


def _place_factor(place: int, total: int) -> float:
    if place < LEAD:
        return LEAD_FACTOR
    return THIRD_FACTOR if 3 * place < total else REST_FACTOR


def _of_sentence(sentence: Clause, lowered: str | None, factor: float) -> Iterator[PrimaryMention]:
    text, span, wordings = sentence.text, sentence.span, sentence.wordings
    headed: bool | None = None
    for noun in islice(wordings.nouns_in(text, lowered, span), MOST_NOUNS):
        if headed is None:
            headed = _headed(text, span)
        if not headed and _in_name(sentence, noun):
            continue
        name = None if headed else holder(sentence, noun)
        if telling(name, noun.group()):
            continue
        mention = _weighed(sentence, noun, name, factor)
        if mention is not None:
            yield mention


def _weighed(
    sentence: Clause, noun: "re.Match[str]", name: str | None, factor: float
) -> PrimaryMention | None:
    """The mention with its weight; None where the text neither holds, leans on nor takes it up."""
    text, wordings = sentence.text, sentence.wordings
    family, strength = wordings.kind(noun)
    head = text[max(sentence.span.begin, noun.start() - BEFORE) : noun.start()]
    headline = in_headline(text, noun, wordings)
    leaning = headline or leans(text, noun, head, wordings)
    older = OLDER.search(head) is not None
    name = None if older else name
    if not (name or leaning or AGAIN.search(head)):
        return None
    passing = older or ANOTHER.search(head) is not None or noun.group().lower() in PLURALS
    share = 1 if name else UNHELD if leaning else BARE
    share *= (PASSING if passing else 1) * (SUBJECT if headline else 1)
    weight = min(strength * share * factor, 1)
    if name and leaning:
        weight = 1 - (1 - weight) * (1 - strength * UNHELD * factor * BOTH)
    span = Span(noun.start(), noun.end())
    leading = factor == LEAD_FACTOR and bool(name or leaning) and not passing
    thing = noun.group().lower()
    return PrimaryMention(name, thing, family, span, round(weight, 4), passing, leading)


def _headed(text: str, sentence: Span) -> bool:
    """Whether nearly every word is capitalised, as in headlines: there no name can be told."""
    long = [word for word in sentence.of(text).split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > TITLE_CASE * len(long)


def _in_name(sentence: Clause, noun: "re.Match[str]") -> bool:
    """Whether a capitalised noun inside a running sentence belongs to a name."""
    if sentence.wordings.capitals or not noun.group()[0].isupper():
        return False
    head = sentence.text[max(sentence.span.begin, noun.start() - BEFORE) : noun.start()]
    return any(letter.isalnum() for letter in head)
