"""Who a sentence is about, as far as its first words tell: a pronoun, a name, "the judge"."""

from retold.text.functions import FUNCTION_WORDS
from retold.text.offices import OFFICES
from retold.text.token_rows import Row
from retold.text.tongues import Tongue

CAPITALS = frozenset("CA")
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
    while at < last and named_token(row, at):
        at += 1
    # "The US president", "the harbour master": up to the office, which few names lie behind.
    office = next(
        (end for end in range(at, min(at + LONGEST_OFFICE, last)) if row.words[end] in OFFICES),
        None,
    )
    if (
        named > begin
        and office is not None
        and all(row.shapes[place] == "a" for place in range(at, office))
    ):
        return begin, office + 1
    # "The American-born children": such a capital is no name.
    adjective = at == named + 1 and begin < named and "-" in row.words[named]
    return (begin, at) if at > named and not adjective else None


def named_token(row: Row, at: int) -> bool:
    """Whether a token may be part of a name: a capital, and no small word opening a sentence."""
    return row.shapes[at] in CAPITALS and row.words[at] not in FUNCTION_WORDS


def subject(row: Row, first: int, last: int, words: Tongue) -> tuple[int, int] | None:
    """The tokens of the sentence `[first, last)` that name its subject; None where none do."""
    at = _after_lead(row, first, last, words)
    while at < last and (row.words[at] in words.fillers or row.words[at] == ","):
        at += 1
    return named_from(row, at, last, words)


def _after_lead(row: Row, first: int, last: int, words: Tongue) -> int:
    """Where the sentence's own clause begins, past "After the vote, "."""
    if row.words[first] not in words.leads:
        return first
    for place in range(first, min(last, first + LONGEST_LEAD)):
        if row.words[place] == ",":
            return place + 1
    return first
