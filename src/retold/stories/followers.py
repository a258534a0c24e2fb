"""Of very many wordings of one text, those that the others follow where stories are gathered.

A text that very many share is laid beside a few of its tellings only (`retold.stories.postings`),
so most pairs of its wordings never met, and a mean over all pairs would say nothing. What those few
are to a story, the wordings that hang on them are.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from retold.stories.linkage import Pair
from retold.stories.meet import OF_MARK
from retold.stories.postings import turn

# Documents that go back to one telling with a wording, its own among them, past which it stands for
# them: up to so many holders of a phrase all meet.
MANY = OF_MARK.most
# Wordings of one head that another is tied to, from which it follows that head unmet. By eye, on
# invented crowds (python -m benchmarks copies).
BEHIND_BOTH = 2


def followed(
    ties: Collection[Pair], likeness: Mapping[Pair, float], sizes: Mapping[str, int]
) -> dict[str, str]:
    """For each wording that follows another, that one, which itself follows none.

    `sizes` are the documents of each wording. Of `ties` those count that have one with very many.
    Of these the ones tied to most, then by a hash, stand for the rest they are tied to, and any
    other wording goes where those go that it is tied to, most by likeness, 0..1.
    """
    beside: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for pair in sorted(ties):
        one, other = pair
        beside[one][other] = beside[other][one] = likeness.get(pair, 0.0)
    held = {one: sizes[one] + sum(sizes[other] for other in met) for one, met in beside.items()}
    many = [one for one, count in held.items() if count > MANY]
    hubs = sorted(many, key=lambda one: (-len(beside[one]), turn(one)))
    heads: dict[str, str] = {}
    for hub in hubs:
        met = [(heads[one], one, like) for one, like in beside[hub].items() if one in heads]
        standing = {one: like for head, one, like in met if head == one}
        # Those of one head that it never met itself speak for that head; one may be mistaken.
        votes = Counter(head for head, _, _ in met)
        through = _summed((head, like) for head, _, like in met if votes[head] >= BEHIND_BOTH)
        heads[hub] = _most(standing or through or {hub: 1.0})
    spokes = {
        one: [(heads[hub], like) for hub, like in met.items() if hub in heads]
        for one, met in beside.items()
        if one not in heads
    }
    heads |= {one: _most(_summed(votes)) for one, votes in spokes.items() if votes}
    return {one: head for one, head in heads.items() if one != head}


def _summed(votes: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    for head, like in votes:
        found[head] += like
    return found


def _most(likes: Mapping[str, float]) -> str:
    """The likest, of equally like ones the first by hash."""
    return min(likes, key=lambda one: (-round(likes[one], 9), turn(one)))
