"""Which sentences of two tellings face each other, and the quotations in them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from retold.changes.quotes.uses import Quoted, Use
from retold.changes.tellings import Tellings
from retold.model.document import Span
from retold.model.relation import Dependence, Relation

# Sentences of the left telling and those of the right that say the same.
Passages = tuple[Sequence[Span], Sequence[Span]]


def passages(tellings: Tellings, relation: Relation) -> Iterator[Passages]:
    """The linked sentences of two tellings, then those that stand between the same links."""
    yield from _linked(relation)
    yield from _between(tellings, relation)


def _linked(relation: Relation) -> Iterator[Passages]:
    for link in relation.links:
        yield link.left, link.right


def _between(tellings: Tellings, relation: Relation) -> Iterator[Passages]:
    """Sentences of two dependent texts that stand alone between the same linked neighbours.

    A sentence whose words were all changed has no link; its neighbours still tell where it stood.
    """
    readings = tellings.readings
    if relation.dependence is not Dependence.DEPENDENT:
        return
    if relation.left not in readings or relation.right not in readings:
        return
    left, right = (readings[name].sentences for name in (relation.left, relation.right))
    facing: dict[int, int] = {}
    taken: set[int] = set()
    at_left = {span: place for place, span in enumerate(left)}
    at_right = {span: place for place, span in enumerate(right)}
    for link in relation.links:
        mine = [at_left[span] for span in link.left if span in at_left]
        theirs = [at_right[span] for span in link.right if span in at_right]
        taken.update(theirs)
        facing |= dict.fromkeys(mine, theirs[-1]) if theirs else {}
    for place in range(1, len(left)):
        alone = place not in facing and place - 1 in facing
        next_there = facing.get(place - 1, -2) + 1
        if not alone or next_there in taken or not 0 < next_there < len(right):
            continue
        if facing.get(place + 1, next_there + 1) == next_there + 1 or place + 1 == len(left):
            yield (left[place],), (right[next_there],)


def inside(quoted: Quoted, document: str, spans: Sequence[Span]) -> list[Use]:
    """The uses of a telling that stand in one of some sentences, in order."""
    numbers = quoted.by_document.get(document, ())
    begins = [span.begin for span in spans]
    if not numbers or not begins:
        return []
    first = bisect_left(
        numbers, min(begins), key=lambda number: quoted.uses[number].quotation.span.end
    )
    found: list[Use] = []
    for number in numbers[first:]:
        use = quoted.uses[number]
        if use.quotation.span.begin >= max(span.end for span in spans):
            break
        if any(span.meets(use.quotation.span) for span in spans):
            found.append(use)
    return found
