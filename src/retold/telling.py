"""A group of documents becomes a story: who descends from whom, and what they say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from retold.backends.entailment import entailment
from retold.bench import Bench, Prepared, compare, compares
from retold.changes.account import account
from retold.changes.speakers import speakers
from retold.changes.tellings import Tellings
from retold.model.document import Document
from retold.model.relation import Relation
from retold.model.story import Group, Origin, Stemma, Story
from retold.pairs.direction import earliest
from retold.pairs.reading import Reading
from retold.stories.attached import attached, placed, with_attached
from retold.stories.crowd import Crowd, thinned
from retold.stories.family import Kin, called
from retold.stories.forms import Pairs, by_pair
from retold.stories.gather import weakest_link
from retold.stories.listed import listed
from retold.stories.origins import parted
from retold.stories.primaries import primaries
from retold.stories.rebuild import Held, rebuild
from retold.stories.settle import settled, story_id, story_title
from retold.stories.stated_makers import credited_makers
from retold.stories.stemma import descend
from retold.stories.traits import Traits, traits
from retold.text.quotes import Quotation
from retold.text.speech import attributed

# Every pair of a story is judged and listed up to this many tellings (docs/json.md).
ALL_PAIRS_UP_TO = 40
# What the tree of one or two tellings is made from: nobody asks what they share.
NO_TRAITS = np.zeros(0, np.uint64)


def tell(group: Group, held: Mapping[str, Prepared], tools: Bench, *, whole: bool = True) -> Story:
    """The story of a group; of very many tellings some are told, and the rest attached to them.

    Where not `whole` it is told as `brief` leaves it.
    """
    dates = {name: earliest(held[name].document.dates) for name in group.documents}
    crowd = thinned(group, dates, ALL_PAIRS_UP_TO)
    told = _told(crowd.group, held, tools, whole=whole)
    return _crowded(told, group, crowd, held, tools) if crowd.stands else told


def tell_alone(document: Document, tools: Bench, *, whole: bool = True) -> Story:
    """The story of a document that shares its event with no other; it is read only if `whole`."""
    name = document.id
    if whole:
        return tell(Group((name,), ()), {name: Prepared(document)}, tools)
    return _framed({name: document}, lambda _: NO_TRAITS, {}, tools)


def brief(story: Story) -> Story:
    """The story without what its tellings say: who goes back to whom, and nothing more."""
    return replace(story, quotes=(), claims=(), drifts=(), timeline=(), names=(), rebuilt=())


def _crowded(
    told: Story, group: Group, crowd: Crowd, held: Mapping[str, Prepared], tools: Bench
) -> Story:
    """A story told of a part of its group, with the tellings that were left out."""
    known = by_pair(group.relations) | by_pair(told.relations)

    def judged(pair: tuple[str, str]) -> Relation:
        return known.get(pair) or compare(pair, held, tools)

    places = placed(crowd, lambda name: traits(held[name].reading), known, judged)
    known |= by_pair(place.relation for place in places)
    stemma = attached(told.stemma, places, lambda name: called(held[name].document))
    origins, resting = with_attached(told.origins, told.primaries, places)
    size = len(group.documents)
    return replace(
        told,
        id=story_id(group.documents),
        documents=group.documents,
        origins=origins,
        primaries=resting,
        pairs_judged=len(known),
        pairs_possible=size * (size - 1) // 2,
        relations=settled(_shown(known, stemma, origins, held, tools), stemma),
        stemma=stemma,
        weakest_link=weakest_link(group.documents, known.values()),
    )


def _told(group: Group, held: Mapping[str, Prepared], tools: Bench, *, whole: bool) -> Story:
    """One group of documents: who descends from whom, and what they say."""
    documents = {name: held[name].document for name in group.documents}
    relations = _all_pairs(group, held, tools)
    pairs = by_pair(relations)
    framed = _framed(documents, lambda name: traits(held[name].reading), pairs, tools)
    shown = _shown(pairs, framed.stemma, framed.origins, held, tools)
    story = replace(
        framed,
        relations=settled(shown, framed.stemma),
        weakest_link=weakest_link(group.documents, relations),
    )
    if not whole:
        return story
    readings = {name: held[name].reading for name in documents}
    return _accounted(story, documents, readings, pairs, tools)


def _framed(
    documents: Mapping[str, Document],
    traits_of: Callable[[str], Traits],
    pairs: Pairs,
    tools: Bench,
) -> Story:
    """Who goes back to whom among documents, of which some pairs were judged.

    What their texts share is asked of those alone that have one origin with two others: the tree
    of two hangs on nothing that they share.
    """
    parting = parted(documents, pairs, tools.settings.relate)
    resting = primaries(list(documents.values()), {part[0]: part for part in parting.parts})
    makers = {name: credited_makers(one) for name, one in documents.items()}
    shared = {
        name: traits_of(name) if len(part) > 2 else NO_TRAITS
        for part in parting.parts
        if len(part) > 1
        for name in part
    }
    stemma, origins = descend(parting.parts, Kin(documents, shared, makers, pairs), resting)
    size = len(documents)
    return Story(
        id=story_id(documents),
        title=story_title(documents, stemma),
        documents=tuple(sorted(documents)),
        origins=origins,
        origins_at_most=parting.at_most,
        primaries=resting,
        pairs_judged=len(pairs),
        pairs_possible=size * (size - 1) // 2,
        relations=(),
        stemma=stemma,
    )


def _accounted(
    story: Story,
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    pairs: Pairs,
    tools: Bench,
) -> Story:
    """The story with what its tellings say."""
    quoted = _attributed(documents, readings, tools)
    tellings = Tellings(
        documents, readings, quoted, pairs, story.stemma, story.origins, story.primaries
    )
    weighing = tools.settings.changes
    said = account(tellings, weighing, entailment(weighing.entailment))
    return replace(
        story,
        quotes=said.quotes,
        claims=said.claims,
        drifts=said.drifts,
        timeline=said.timeline,
        names=said.names,
        rebuilt=rebuild(story.stemma, Held(documents, readings), tools.settings.align),
    )


def _attributed(
    documents: Mapping[str, Document], readings: Mapping[str, Reading], tools: Bench
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each telling, every speaker under one name in all of them."""
    sentences = {name: reading.sentences for name, reading in readings.items()}
    found = {
        name: attributed(one.text, one.body, one.language, tools.roles)
        for name, one in documents.items()
    }
    return speakers(documents, sentences, found)


def _all_pairs(group: Group, held: Mapping[str, Prepared], tools: Bench) -> list[Relation]:
    """The relations of the pairs that met, and in a story short enough of all others."""
    known = by_pair(group.relations)
    short = len(group.documents) <= ALL_PAIRS_UP_TO
    met = ((one.left, one.right) for one in group.near)
    every = combinations(sorted(group.documents), 2) if short else met
    known |= by_pair(compares([pair for pair in every if pair not in known], held, tools))
    return [known[pair] for pair in sorted(known)]


def _shown(
    pairs: Pairs,
    stemma: Stemma,
    origins: Sequence[Origin],
    held: Mapping[str, Prepared],
    tools: Bench,
) -> list[Relation]:
    """The relations that a result lists: all of a short story, of a long one what places it."""
    if sum(len(origin.documents) for origin in origins) <= ALL_PAIRS_UP_TO:
        return [pairs[pair] for pair in sorted(pairs)]
    every = listed(stemma, origins)
    compared = by_pair(compares([pair for pair in every if pair not in pairs], held, tools))
    return [pairs.get(pair) or compared[pair] for pair in every]
