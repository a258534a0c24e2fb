"""What was done to a text on its way: kinds of relation, by how words and sentences return.

The definitions are those of the result's format (docs/json.md). A kind says nothing on who was
first.
"""

from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from retold.model.relation import RelationKind
from retold.pairs.ground import Grounds
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
        shared_words: words that two independent texts have in common in quotation marks or long
            runs from which one paper or speaker is behind both; by eye, a short quotation.
    """

    copied: float = 0.99
    excerpted: float = 0.92
    excerpt_of: float = 1.8
    revised: float = 0.75
    revised_of_fuller: float = 0.55
    paraphrased: float = 0.36
    shared_words: int = 8


def kind_of_dependent(both: Grounds, settings: KindSettings) -> RelationKind:
    """Copy, excerpt, revision, paraphrase or rewrite."""
    whole = both.whole
    poorer, fuller = len(whole.poorer.ids), len(whole.fuller.ids)
    kept = LCSseq.similarity(whole.poorer.ids.tolist(), whole.fuller.ids.tolist())
    if min(kept / poorer, kept / fuller) >= settings.copied:
        return RelationKind.COPY
    taken, left = (float(side.mean()) for side in whole.in_runs)
    if taken >= settings.excerpted and fuller >= settings.excerpt_of * poorer:
        return RelationKind.EXCERPT
    if taken >= settings.revised and left >= settings.revised_of_fuller:
        return RelationKind.REVISION
    if words_in_order_apart_poorer(whole) >= settings.paraphrased:
        return RelationKind.PARAPHRASE
    return RelationKind.REWRITE


def kind_of_independent(
    both: Grounds, pair: tuple[Reading, Reading], settings: KindSettings
) -> RelationKind:
    """Shared-source where one document or speaker stands behind both, independent otherwise."""
    if shared_primary(*pair) or shared_words(both) >= settings.shared_words:
        return RelationKind.SHARED_SOURCE
    return RelationKind.INDEPENDENT


def shared_primary(left: Reading, right: Reading) -> str | None:
    """Who holds what both texts report from, the first by letters; None where nobody does."""
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
