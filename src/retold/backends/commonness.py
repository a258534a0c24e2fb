"""How common words are in several languages at once, by hash, from wordfreq's lists (Speer 2022).

A candidate is sought before anybody asks for its language: a word counts as in the language that
uses it most.
"""

from functools import lru_cache

import numpy as np

from retold.backends.frequencies import LANGUAGES
from retold.stories.keys import Commonness
from retold.stories.letters import spelt
from retold.text.rarity import Rarity
from retold.text.shorthand import SHORTHAND


@lru_cache(maxsize=1)
def commonness() -> Commonness:
    """The fixed table: words of the languages that retold knows, and the shorthand of markets."""
    # A third of a second, only where candidates are sought.
    import wordfreq

    weights: dict[str, int] = {}
    for language in LANGUAGES:
        # The small lists end at one word in a million, where all words count as equally rare.
        table = wordfreq.get_frequency_dict(language, "small")
        rarity = Rarity({language: table})
        for word in table:
            if word.isalpha():
                weight = round(100 * rarity.weight(word, language))
                weights[word] = min(weight, weights.get(word, weight))
    weights |= dict.fromkeys(SHORTHAND, 0)
    hashes = spelt(" ".join(weights)).hashes
    known, first = np.unique(hashes, return_index=True)
    unknown = round(100 * Rarity({"en": {}}).weight("", "en"))
    return Commonness(known, np.array(list(weights.values()), np.int64)[first], unknown)
