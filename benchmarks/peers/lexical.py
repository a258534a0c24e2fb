"""Simple means and common tools: a score for each of many pairs, 0..1, higher for derived.

5-gram resemblance as datasketch's MinHash estimates it and containment exactly (Broder 1997),
cosine of tf-idf (scikit-learn).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from datasketch import MinHash
from sklearn.feature_extraction.text import TfidfVectorizer

Floats = npt.NDArray[np.float64]
Pairs = Sequence[tuple[str, str]]

SHINGLE = 5  # words
PERMUTATIONS = 128
WORD = re.compile(r"\w+")


def minhash_resemblance(pairs: Pairs) -> Floats:
    """Resemblance of 5-grams as MinHash with 128 permutations estimates it."""
    made = {text: _minhash(text) for text in _texts(pairs)}
    return np.array([made[left].jaccard(made[right]) for left, right in pairs])


def containment(pairs: Pairs) -> Floats:
    """Share of the smaller text's 5-grams found in the other; 0 where it has none."""
    made = {text: shingles(text) for text in _texts(pairs)}
    return np.array([_contained(made[left], made[right]) for left, right in pairs])


def tfidf_cosine(pairs: Pairs) -> Floats:
    """Cosine of tf-idf vectors, rarities counted over the texts of all pairs."""
    texts = _texts(pairs)
    place = {text: row for row, text in enumerate(texts)}
    table = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    left = table[[place[one] for one, _ in pairs]]
    right = table[[place[other] for _, other in pairs]]
    return np.asarray(left.multiply(right).sum(axis=1), np.float64).ravel()


PEERS: Mapping[str, Callable[[Pairs], Floats]] = MappingProxyType(
    {
        "5-gram MinHash (datasketch)": minhash_resemblance,
        "5-gram containment": containment,
        "tf-idf cosine (scikit-learn)": tfidf_cosine,
    }
)


def shingles(text: str) -> frozenset[str]:
    """The runs of five folded words of a text, each once."""
    words = WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def _texts(pairs: Pairs) -> list[str]:
    return sorted({text for pair in pairs for text in pair})


def _minhash(text: str) -> MinHash:
    made = MinHash(num_perm=PERMUTATIONS, seed=1)
    made.update_batch([run.encode() for run in sorted(shingles(text))])
    return made


def _contained(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
