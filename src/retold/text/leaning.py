"""How a text leans on a thing it names, and a quick no where it neither does nor says whose it is.

To tell sentences apart costs more than all else that is asked of a text for its primaries. So the
quick no asks of the letters around a noun what `retold.text.holders` asks of its sentence, wherever
that ends: it is never said where the sentence has a holder.
"""

import re

from retold.text.document_nouns import Family
from retold.text.holders import BY_ADJACENCY, CLAUSE, OWNED, REACH, SAID_IN, Wordings
from retold.text.outlets import CAPITAL, NAME, body_perhaps

BEFORE = 60  # characters before a noun that say how the text leans on it, by eye
HEADLINE = 140  # characters at most
# Verbs and their names lie wholly inside so many characters before a thing or behind it.
AROUND = 2 * REACH
# The name before a place, and more where a sentence begins inside it.
NAME_AT_END = re.compile(rf"(?P<name>{NAME})[ \u00a0]*$")
NAMED_CLAUSE = re.compile(rf"{CLAUSE.pattern}(?=[{CAPITAL}])")


def leans(text: str, noun: "re.Match[str]", head: str, wordings: Wordings) -> bool:
    """Whether the text leans on the thing here: it shows, or something is known according to it.

    `head` is what stands before it in its sentence.
    """
    if wordings.shows.match(text, noun.end(), noun.end() + BEFORE):
        return True
    return bool(wordings.according.search(head) or wordings.fresh.search(head))


def in_headline(text: str, noun: "re.Match[str]", wordings: Wordings) -> bool:
    """Whether the thing is what a headline is about: it stands before a colon or at the end."""
    begin = text.rfind("\n", max(0, noun.start() - HEADLINE), noun.start()) + 1
    end = text.find("\n", noun.end(), noun.end() + HEADLINE)
    if end < 0 or end - begin > HEADLINE or text[end - 1] in '!?”"':
        return False
    shows = wordings.shows.match(text, noun.end(), end)
    return text[noun.end()] == ":" or (shows is not None and shows.end() >= end - 2)


def may_lead(text: str, noun: "re.Match[str]", wordings: Wordings) -> bool:
    """Whether a text may lean on the thing that `noun` names or say whose it is.

    Never false where a sentence around the noun leans on it or has a holder for it.
    """
    head = text[max(0, noun.start() - BEFORE) : noun.start()]
    return (
        leans(text, noun, head, wordings)
        or in_headline(text, noun, wordings)
        or may_be_held(text, noun, wordings)
    )


def may_be_held(text: str, noun: "re.Match[str]", wordings: Wordings) -> bool:
    """Whether a text may say whose the thing is: never false where a sentence has its holder."""
    head = text[max(0, noun.start() - REACH) : noun.start()]
    return (
        SAID_IN.search(head) is not None
        or _may_be_owned(head, noun, wordings)
        or _may_be_published(text, noun, wordings)
    )


def _may_be_owned(head: str, noun: "re.Match[str]", wordings: Wordings) -> bool:
    """Whether a name may own what stands behind `head`: "X's report", "an X study"."""
    owned, family = OWNED.search(head), wordings.kind(noun)[0]
    if owned is None or not (owned.group("possessive") or family in BY_ADJACENCY):
        return False
    *_, last = ["", *head[: owned.start()].rsplit(maxsplit=1)]
    if last == last.lower():
        return False
    name = NAME_AT_END.search(head, 0, owned.start())
    return name is not None and (family is Family.POLL or body_perhaps(name.group("name")))


def _may_be_published(text: str, noun: "re.Match[str]", wordings: Wordings) -> bool:
    """Whether a name may stand behind the noun or beside a verb that makes a thing known."""
    begin, end = noun.span()
    return (
        wordings.direct.match(text, end, end + REACH) is not None
        or wordings.done.search(text, end, end + REACH) is not None
        or wordings.published.search(text, max(0, begin - AROUND), begin) is not None
        or (
            NAMED_CLAUSE.match(text, end) is not None
            and wordings.active.search(text, end, end + AROUND) is not None
        )
    )
