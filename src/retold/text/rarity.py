"""How rare a word is in its language at large: the weight it carries in a comparison.

Rare by a fixed table, never by the pile: so another document in the pile changes nothing.
The weight is the inverse document frequency of Sparck Jones (1972), for documents of a fixed
length, worked out from corpus frequencies.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

# Words of an ordinary news text; what turns a word's frequency into its share of documents.
NEWS_WORDS = 300
# Rarer words than this share of all words are all as rare: tables are uncertain there.
RAREST = 1e-6
# A word that every text has still says a little about a sentence of such words only.
LEAST_WEIGHT = 0.05  # nats


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """Corpus frequencies by language and folded word, 0..1; each is like itself alone."""

    tables: Mapping[str, Mapping[str, float]]

    def weight(self, key: str, language: str | None) -> float:
        """Inverse document frequency of a folded word in nats, about 0.05..8.1.

        A language without a table uses word length instead: longer words are rarer (Zipf 1935).
        """
        table = self.tables.get(language or "")
        if table is None:
            return min(8.0, max(LEAST_WEIGHT, 1.2 * (len(key) - 2)))
        if key.isdigit():
            # Frequency tables merge digits: a figure is worth about a word of its length.
            return min(6.0, 1.5 + len(key))
        frequency = max(RAREST, table.get(key, 0.0))
        present = -math.expm1(-frequency * NEWS_WORDS)
        return max(LEAST_WEIGHT, -math.log(present))

    def known(self, key: str, language: str | None) -> bool:
        """Whether the language's table has the word; true of figures and where no table is."""
        table = self.tables.get(language or "")
        return table is None or key[:1].isdigit() or key in table
