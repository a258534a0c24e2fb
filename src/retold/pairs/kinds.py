"""What was done to a text on its way: kinds of relation, by how words and sentences return.

The definitions are those of the result's format (docs/json.md). A kind says nothing on who was
first.
"""

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from retold.model.relation import Alignment, RelationKind
from retold.pairs.ground import Grounds, share_of
from retold.pairs.measures import words_in_order_apart_poorer
from retold.pairs.reading import Reading
from retold.text.outlets import same_outlet


@dataclass(frozen=True, slots=True)
class KindSettings:
    """Bounds between the kinds, all shares of 0..1 unless said otherwise.

    Attributes:
        copied: share of words of either side found in order in the other from which the sentences
            are the same; one word in a hundred is left to slips of a key. By eye on char_noise
            (.93) and on pages whose body was cut badly.
        excerpted: share of the poorer text's words in long runs of the other from which it stands
            in the other.
        excerpt_of: how many times the poorer text's words the fuller has at least; "as much again",
            less a tenth for words that the cut left dangling.
        revised: share of the poorer text's words in long runs of the other from which most of its
            sentences were kept; nine in ten of char_noise stand above .87.
        revised_of_fuller: the same share of the fuller text: what leaves half of it out is no
            revision. Nineteen in twenty of dipper_paraphrase stand below, which condenses and keeps
            the rest nearly word for word; trims of a third stand above.
        paraphrased: share of the poorer text's words outside long shared runs that return in order,
            from which a retelling goes sentence by sentence: 98 in 100 of back_translation and
            llm_paraphrase stand above, half of llm_rewrite below (python -m benchmarks kinds).
        sentence_by_sentence: closeness of the sentences from which it does too, however much the
            wording changed; by eye, nearly every sentence in its place.
        shared_words: words that two independent texts have in common in quotation marks or long
            runs from which one paper or speaker is behind both; by eye, a short quotation.
    """

    copied: float = 0.99
    excerpted: float = 0.92
    excerpt_of: float = 1.8
    revised: float = 0.75
    revised_of_fuller: float = 0.55
    paraphrased: float = 0.36
    sentence_by_sentence: float = 0.7
    shared_words: int = 8


def kind_of_dependent(
    alignment: Alignment, both: Grounds, pair: tuple[Reading, Reading], settings: KindSettings
) -> RelationKind:
    """Copy, excerpt, revision, paraphrase or rewrite."""
    whole = both.whole
    poorer, fuller = len(whole.poorer.ids), len(whole.fuller.ids)
    if whole.counts.kept / max(poorer, fuller) >= settings.copied:
        return RelationKind.COPY
    taken, left = map(share_of, whole.in_runs)
    if taken >= settings.excerpted and fuller >= settings.excerpt_of * poorer:
        return RelationKind.EXCERPT
    if taken >= settings.revised and left >= settings.revised_of_fuller:
        return RelationKind.REVISION
    if words_in_order_apart_poorer(whole) >= settings.paraphrased:
        return RelationKind.PARAPHRASE
    if closeness(alignment, pair) >= settings.sentence_by_sentence:
        return RelationKind.PARAPHRASE
    return RelationKind.REWRITE


def kind_of_independent(
    both: Grounds, pair: tuple[Reading, Reading], settings: KindSettings
) -> RelationKind:
    """Shared-source where one document or speaker stands behind both, independent otherwise."""
    if shared_words(both) >= settings.shared_words or shared_primary(*pair):
        return RelationKind.SHARED_SOURCE
    return RelationKind.INDEPENDENT


def shared_primary(left: Reading, right: Reading) -> str | None:
    """Who holds what both texts report from, the first by letters; None where nobody does."""
    # What a text rests on takes as long to find as all else of a pair: asked of few, one at a time.
    common = {
        min(one, other)
        for one in left.rests_on
        for other in right.rests_on
        if same_outlet(one, other)
    }
    return min(common, default=None)


def shared_words(both: Grounds) -> int:
    """Words of the poorer text in quotation marks or long runs that the fuller has too."""
    quoted = len(both.whole.poorer.ids) - len(both.prose.poorer.ids)
    return quoted + int(both.prose.in_runs[0].sum())


def closeness(alignment: Alignment, pair: tuple[Reading, Reading]) -> float:
    """How far a retelling goes sentence by sentence, 0..1; 0 where no sentence is linked.

    Mean of the share of the shorter text's sentences that are linked in the order of both (longest
    common subsequence of the two orders) and of the likeness of all links.
    """
    if not alignment.links:
        return 0.0
    left, right = pair
    order = sorted(alignment.links, key=lambda link: (link.left[0].begin, link.right[0].begin))
    rows = [link.right[0].begin for link in alignment.links]
    columns = [link.right[0].begin for link in order]
    in_order = LCSseq.similarity(rows, columns)
    shorter = min(len(left.sentences), len(right.sentences))
    likeness = float(np.mean([link.likeness for link in alignment.links]))
    return (min(1.0, in_order / shorter) + likeness) / 2
