"""What the main event of a story is known from: a document, a recording, data.

Precision goes first: a story has none, one, seldom two. The main event rests on a thing where a
telling leans on it from its first paragraphs on and the other tellings speak of it too; a remark in
a statement, a poll in passing or what somebody told a reporter is no primary.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.model.document import BlockKind, Document, Span
from retold.model.story import Primary
from retold.stories.attested import is_itself
from retold.text.document_nouns import VAGUE, Family
from retold.text.outlets import body_like, same_outlet
from retold.text.primary_mentions import (
    PrimaryMention,
    leading_at_all,
    leading_perhaps,
    nouns_at_most,
    primary_mentions,
)

# How far one telling must lean on the thing, 0..1: the noisy-or of its mentions. By eye: read on
# the 32 events of basil and 924 reports of polnear (19 named one, some 16 of them rightly).
CENTRAL = 0.6
# The same where nobody is named who made or holds it.
CENTRAL_UNHELD = 0.6
# A second primary is rare: it has to stand as firm.
SECOND = 0.8
# The main event is what most tell of: so many of the story's origins speak of the thing.
SPOKEN_OF = 0.5  # share of origins
SPEAKS_FROM = 0.3  # on the same scale as CENTRAL, by eye
# A thing that lies in the pile itself needs less said of it.
IN_THE_PILE = 0.3  # on the same scale as CENTRAL


@dataclass(frozen=True, slots=True)
class _Thing:
    """A family of things in a story, with who holds it: a primary, if it is central enough."""

    family: Family
    holder: str | None
    centrality: float
    mentions: Mapping[str, Sequence[PrimaryMention]]


_Entry = tuple[str, float, str]  # holder as written, weight of the mention, id of the telling


def primaries(
    documents: Sequence[Document], dependents: Mapping[str, Collection[str]] | None = None
) -> tuple[Primary, ...]:
    """The primaries of one story, firmest first; empty where its main event is known from none.

    `dependents`: by any key, the ids of documents of one origin; a telling derived from one that
    rests on a primary rests on it too. Documents in no set are origins of their own.
    """
    ordered = sorted(documents, key=lambda one: one.id)
    if not any(_may_rest(one) for one in ordered):
        return ()
    origins = _origins(ordered, dependents or {})
    mentions = {one.id: _mentions(one) for one in ordered}
    things = sorted(
        _things(ordered, mentions, origins),
        key=lambda one: (-one.centrality, one.holder or "~", one.family),
    )
    chosen: list[_Thing] = []
    for thing in things:
        if chosen and (
            thing.centrality < SECOND or thing.holder is None or chosen[0].holder is None
        ):
            continue
        if any(_same(thing, other) for other in chosen) or len(chosen) == MOST:
            continue
        chosen.append(thing)
    found = (_primary(one, ordered, origins) for one in chosen)
    return tuple(one for one in found if one.label not in VAGUE)


MOST = 2  # primaries of a story
# "The report", in passing, is not yet what a telling rests on.
LEANT_ON = 0.1  # weight of a mention


def _origins(
    documents: Sequence[Document], dependents: Mapping[str, Collection[str]]
) -> list[frozenset[str]]:
    """The ids of the documents, parted by origin: sets that share a document are one."""
    known = {one.id for one in documents}
    found: list[set[str]] = [{one.id} for one in documents]
    for _, members in sorted(dependents.items()):
        inside = set(members) & known
        joined = set().union(inside, *(one for one in found if one & inside))
        found = [one for one in found if not one & inside]
        if joined:
            found.append(joined)
    return sorted((frozenset(one) for one in found), key=min)


def _may_rest(document: Document) -> bool:
    """Whether a thing may be taken up (see `_taken_up`), what is cheapest to say asked first.

    The first paragraphs lean on one, and things of its family are named often enough.
    """
    text, language, spans = document.text, document.language, _spans(document)
    return (
        leading_perhaps(text, spans, language)
        and nouns_at_most(text, PLACES, language) == PLACES
        and leading_at_all(text, spans, language)
        and _comes_back(_mentions(document))
    )


def _comes_back(mentions: Sequence[PrimaryMention]) -> bool:
    """Whether things of a family are named often enough that the first paragraphs lean on."""
    often = Counter(one.family for one in mentions)
    return any(one.leading and often[one.family] >= PLACES for one in mentions)


def _mentions(document: Document) -> tuple[PrimaryMention, ...]:
    return primary_mentions(document.text, _spans(document), document.language)


def _spans(document: Document) -> list[Span]:
    """The title and the body, in order of place."""
    return sorted([*document.spans_of(BlockKind.TITLE), *document.body])


def _things(
    documents: Sequence[Document],
    mentions: Mapping[str, Sequence[PrimaryMention]],
    origins: Sequence[frozenset[str]],
) -> Iterable[_Thing]:
    """The things firm enough to be a primary, at most one of a family: its firmest holder's."""
    for family in Family:
        told = {key: [one for one in of if one.family is family] for key, of in mentions.items()}
        told = {key: of for key, of in told.items() if of}
        for holder in _holders(told) if told else ():
            leaning = {key: _noisy_or(_about(of, holder)) for key, of in told.items()}
            thing = _Thing(family, holder, max(leaning.values()), told)
            firm = thing.centrality >= _least(thing, documents) and _taken_up(thing)
            if firm and _spoken_of(leaning, origins):
                yield thing
                break


def _taken_up(thing: _Thing) -> bool:
    """Whether a telling has the thing among its first paragraphs and comes back to it.

    What is named once, or far below, is named in passing.
    """
    return any(
        len(own) >= PLACES and any(one.leading for one in own)
        for own in (_about(of, thing.holder) for of in thing.mentions.values())
    )


PLACES = 2  # in one telling


def _least(thing: _Thing, documents: Sequence[Document]) -> float:
    if thing.holder is None:
        return CENTRAL_UNHELD
    return IN_THE_PILE if _attested(thing, documents) else CENTRAL


def _about(mentions: Sequence[PrimaryMention], holder: str | None) -> list[PrimaryMention]:
    """The mentions that are of `holder`'s thing, or do not say whose it is."""
    names = {one.holder for one in mentions if one.holder is not None}
    theirs = {name for name in names if holder is not None and _one_holder(name, holder)}
    return [one for one in mentions if one.holder is None or one.holder in theirs]


def _noisy_or(mentions: Iterable[PrimaryMention]) -> float:
    return round(1 - math.prod(1 - one.weight for one in mentions), 6)


def _spoken_of(leaning: Mapping[str, float], origins: Sequence[frozenset[str]]) -> bool:
    """Whether enough of the origins lean on the thing."""
    firmest = [max(leaning.get(key, 0) for key in origin) for origin in origins]
    return sum(one >= SPEAKS_FROM for one in firmest) >= SPOKEN_OF * len(origins)


def _holders(told: Mapping[str, Sequence[PrimaryMention]]) -> Sequence[str | None]:
    """Who is said to hold the thing, each in the likeliest form, firmest first; None for nobody."""
    by_name: dict[str, list[_Entry]] = defaultdict(list)
    for key, mentions in sorted(told.items()):
        for one in mentions:
            if one.holder is not None:
                by_name[one.holder].append((one.holder, one.weight, key))
    named = sorted(by_name.items(), key=lambda pair: (-_support(pair[1]), pair[0]))
    groups: list[list[_Entry]] = []
    for name, entries in named[:MOST_NAMES]:
        group = next((one for one in groups if _one_holder(one[0][0], name)), None)
        if group is None:
            groups.append(group := [])
        group.extend(entries)
    groups.sort(key=lambda group: (-_support(group), group[0][0]))
    return [_form(group) for group in groups] or [None]


# A story has one holder of its primary, and some in passing; past these names it is no story.
MOST_NAMES = 40


def _one_holder(left: str, right: str) -> bool:
    """Whether two names in one story are one holder: "the Commission" is the one named in full."""
    short, full = sorted((left, right), key=lambda name: (len(name), name))
    return same_outlet(left, right) or _tail(short, full)


def _tail(short: str, full: str) -> bool:
    """Whether one word is the last of a longer name."""
    return " " not in short and full.endswith(f" {short}")


def _support(group: Sequence[_Entry]) -> float:
    """How many tellings name the holder, each by its firmest place."""
    best: dict[str, float] = defaultdict(float)
    for _, weight, key in group:
        best[key] = max(best[key], weight)
    return round(sum(best.values()), 6)


def _form(group: Sequence[_Entry]) -> str:
    """The form that most tellings use, an office's or house's first; of equals the shortest."""
    forms = Counter(name for name, _ in {(name, key) for name, _, key in group})
    short = {one for one in forms if any(_tail(one, other) for other in forms)}
    return min(
        forms, key=lambda name: (name in short, not body_like(name), -forms[name], len(name), name)
    )


def _same(thing: _Thing, other: _Thing) -> bool:
    """Whether two things are one primary: one holder, or one kind of thing."""
    if thing.family is other.family:
        return True
    return bool(thing.holder and other.holder and same_outlet(thing.holder, other.holder))


def _primary(
    thing: _Thing, documents: Sequence[Document], origins: Sequence[frozenset[str]]
) -> Primary:
    attested = _attested(thing, documents)
    resting = {
        key
        for key, of in thing.mentions.items()
        if any(one.weight >= LEANT_ON for one in _about(of, thing.holder))
    }
    members = {key for origin in origins if origin & resting for key in origin}
    label = _label(thing, {one.id: one.text for one in documents})
    return Primary(label, attested, tuple(sorted(members - {attested})))


def _label(thing: _Thing, texts: Mapping[str, str]) -> str:
    """The holder, or the thing by its commonest name; a person's paper by both."""
    phrases = Counter(
        _phrase(texts[key], one) for key, of in thing.mentions.items() for one in of if one.leading
    )
    noun = min(
        phrases, key=lambda one: (-len(one.split()), -phrases[one], one), default=thing.family
    )
    if thing.holder is None:
        return noun
    named = body_like(thing.holder) or thing.family is Family.POLL
    return thing.holder if named else f"{noun} of {thing.holder}"


def _phrase(text: str, mention: PrimaryMention) -> str:
    """The thing with the word before it, where that says what kind it is: "audit report"."""
    found = QUALIFIER.search(text[max(0, mention.span.begin - 30) : mention.span.begin])
    kind = found.group(1) if found and found.group(1) not in UNTELLING else ""
    return f"{kind} {mention.thing}".strip()


QUALIFIER = re.compile(r"(?:^|\s)([a-z][a-z-]{2,20}) $")
UNTELLING = frozenset(
    "der die das den dem des eine einer eines ein le la les un une du el los las il lo gli uno una"
    " the this that these its his her their our new recent latest another other such any some "
    "same own and or"
    " for from with into about after before while when show shows how than".split()
)


def _attested(thing: _Thing, documents: Sequence[Document]) -> str | None:
    """The id of the document that is the thing itself; None where it does not lie in the pile."""
    for document in documents:
        if thing.holder is not None and is_itself(document, thing.family, thing.holder):
            return document.id
    return None
