"""Who a sentence is about, as far as its first words tell: a pronoun, a name, "the judge"."""

import re

from retold.model.document import Span
from retold.text.functions import FUNCTION_WORDS
from retold.text.token_rows import Row
from retold.text.tongue import Tongue

# A French verb and its pronoun, changed about.
TURNED = re.compile(r"(?P<verb>[^\W\d_]+)(?:-t)?-(?P<who>[^\W\d_]+)")
CAPITALS = frozenset("CA")
LEAST_CLAUSE = 3  # tokens with the stop: "Pause." is about nobody
LONGEST_LEAD = 25  # tokens before the comma; by eye
LONGEST_OFFICE = 4  # tokens: "the deputy harbour master"


def named_from(row: Row, at: int, last: int, words: Tongue) -> tuple[int, int] | None:
    """The tokens of a pronoun, a name or "the judge" that begins at a token; None for none."""
    if at >= last:
        return None
    if row.words[at] in words.pronouns:
        return at, at + 1
    begin = at
    if row.words[at] in words.determiners:
        at += 1
    named = at
    at = _past_name(row, at, last)
    office = _office(row, at, last, words)
    if office is not None:
        end = _past_name(row, office + 1, last)
        if named > begin or words.bare or (at == named and end > office + 1):
            return begin, end
    # "The American-born children": such a capital is no name.
    adjective = at == named + 1 and begin < named and "-" in row.words[named]
    return (begin, at) if at > named and not adjective else None


def named_token(row: Row, at: int) -> bool:
    """Whether a token may be part of a name: a capital, and no small word opening a sentence."""
    return row.shapes[at] in CAPITALS and row.words[at] not in FUNCTION_WORDS


def inverted(row: Row, at: int, last: int, words: Tongue) -> tuple[Span, Span] | None:
    """The verb and the pronoun in "assure-t-il", "a-t-elle dit"; None where no such words stand."""
    turned = TURNED.fullmatch(row.words[at]) if at < last else None
    if turned is None or turned["who"] not in words.pronouns:
        return None
    begin, end = row.begins[at], row.ends[at]
    who = Span(end - len(turned["who"]), end)
    if turned["verb"] in words.verbs:
        return Span(begin, begin + len(turned["verb"])), who
    told = turned["verb"] in words.between and at + 1 < last and row.words[at + 1] in words.verbs
    return (row.span(at + 1, at + 2), who) if told else None


def _past_name(row: Row, at: int, last: int) -> int:
    """The first token from one on that is no part of a name."""
    while at < last and named_token(row, at):
        at += 1
    return at


def _office(row: Row, at: int, last: int, words: Tongue) -> int | None:
    """The token that ends "the US president", "the harbour master"; None where none is near."""
    for place in range(at, min(at + LONGEST_OFFICE, last)):
        if row.shapes[place] != "a":
            return None
        # "l'adjointe": the article is one token with it.
        if row.words[place].rpartition("'")[2] in words.offices:
            return place
    return None


def subject(row: Row, first: int, last: int, words: Tongue) -> tuple[int, int] | None:
    """The tokens of the sentence `[first, last)` that name its subject; None where none do."""
    if last - first < LEAST_CLAUSE:
        return None
    at = _after_lead(row, first, last, words)
    while at < last and (row.words[at] in words.fillers or row.words[at] == ","):
        at += 1
    return named_from(row, at, last, words)


def _after_lead(row: Row, first: int, last: int, words: Tongue) -> int:
    """Where the sentence's own clause begins, past "After the vote, ", "Hours later, "."""
    timed = first + 1 < last and row.words[first + 1] in {"later", "earlier", "ago"}
    if row.words[first] not in words.leads and not timed:
        return first
    for place in range(first, min(last, first + LONGEST_LEAD)):
        if row.words[place] == ",":
            return place + 1
    return first
