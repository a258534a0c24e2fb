"""What the words of two dependent texts say on which is the earlier: spelling and choice of words.

Capitals, punctuation and white space are not looked at: they are house style.
"""

import math
from collections import Counter
from collections.abc import Mapping
from itertools import compress

from retold.pairs.halves import Half

# More words than this in letters of two alphabets say no more.
MOST_MIXED = 20  # words
# From this share of slips a text was not written badly and corrected but spoilt on its way
# (char_noise of detectrl_derivations has 5 in 100 words, the worst wire copy in distractors 1).
SPOILT_FROM = 0.02  # slips a word
# Words that machines and schools put between clauses, more often than reporters do; by eye.
CONNECTIVES = frozenset(
    "however moreover furthermore additionally consequently nevertheless nonetheless thus hence "
    "therefore notably ultimately meanwhile despite although whereas amid upon regarding "
    "including particularly specifically significantly subsequently".split()
)


def mixed_scripts(half: Half, other: Half) -> float:
    """Words in letters of two alphabets, log: nobody writes them, a disguise puts them in."""
    del other
    return math.log1p(min(MOST_MIXED, half.reading.mixed))


def slips(half: Half, other: Half) -> float:
    """Words in no table that the other side spells in a known way, log."""
    del other
    return math.log1p(_slips(half))


def spoilt(half: Half, other: Half) -> float:
    """1 where two words in a hundred are slips: more than anyone corrects."""
    del other
    return float(_slips(half) >= SPOILT_FROM * max(1, half.words))


def strangers(half: Half, other: Half) -> float:
    """Words of this side alone that no table has, a share of its words alone."""
    del other
    return half.strangers / (half.lone + 5)


def doubled(half: Half, other: Half) -> float:
    """Words that stand twice in a row, log."""
    del other
    return math.log1p(half.reading.doubled)


def rarity_replaced(half: Half, other: Half) -> float:
    """Mean rarity of the words that the other side has others for, nats; 3 where none."""
    del other
    return drawn(half.replaced_weight, half.replaced)


def length_replaced(half: Half, other: Half) -> float:
    """Mean length of the words that the other side has others for, letters; 3 where none."""
    del other
    return drawn(half.replaced_letters, half.replaced)


def small_words(half: Half, other: Half) -> float:
    """Share of small words among the words of this side alone."""
    del other
    return (half.small + 2) / (half.lone + 4)


def connectives(half: Half, other: Half) -> float:
    """Words such as "moreover", log."""
    del other
    return math.log1p(sum(map(CONNECTIVES.__contains__, half.reading.keys)))


def rare_alone(half: Half, other: Half) -> float:
    """Rare words that only this side has, a share of its rare words."""
    del other
    return (half.rare_alone + 1) / (half.rare + 4)


def wording(left: Half, right: Half, slopes: Mapping[str, float]) -> float:
    """Sum of the slopes of the words that one side has of its own more often than the other.

    Those of the right side count against. Reporters write "said", "but", "got"; who rewords them
    writes "stated", "however", "received".
    """
    here, there = _own(left, slopes), _own(right, slopes)
    more_here = math.fsum(slopes[word] for word in here if here[word] > there.get(word, 0))
    return more_here - math.fsum(slopes[word] for word in there if there[word] > here.get(word, 0))


def _own(half: Half, among: Mapping[str, float]) -> Counter[str]:
    """Words of a table that a rewording put in, each with how often; whole sentences tell of a
    topic.
    """
    put_in = compress(half.reading.keys, half.reworded.tolist())
    return Counter(filter(among.__contains__, put_in))


def variety(half: Half, other: Half) -> float:
    """Words over the root of all words: Guiraud's measure of a rich vocabulary, log."""
    del other
    return math.log(max(1, half.stems) / math.sqrt(max(1, half.words)))


def sentence_length(half: Half, other: Half) -> float:
    """Words a sentence, log."""
    del other
    return math.log(max(1, half.words) / max(1, half.sentences))


def drawn(total: float, count: int) -> float:
    """Mean of what sums up to `total` (nats, letters), drawn to 3 as by three more of them."""
    return (total + 9.0) / (count + 3)


def _slips(half: Half) -> int:
    """How many spellings of this side no table has and the other side has right."""
    if not half.misspelt.any():
        return 0
    return len(set(compress(half.reading.keys, half.misspelt.tolist())))
