"""What retold sees in two sentences of two articles, as numbers: wording shared, names, numbers,
certainty, stance, attribution.

The lexical measures are those that judge two documents; the rest are counts of what the checks of
drift find. Nothing is learned from the words themselves.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from benchmarks.measured import plain
from retold.backends.frequencies import frequencies
from retold.model.document import Span
from retold.pairs.collate import collate
from retold.pairs.ground import grounds
from retold.pairs.measures import measure
from retold.pairs.reading import Reading, prepare
from retold.text.hedges import boosts, hedges, softeners
from retold.text.modals import modals
from retold.text.names import names
from retold.text.naming import naming
from retold.text.negations import negations
from retold.text.numbers import numbers
from retold.text.opposites import opposite
from retold.text.reporting import NOUNS, VERBS, Stance
from retold.text.spelling import Spelling
from retold.text.times import expressions

WORD = re.compile(r"[\w'’-]+")
# By eye, general words of dispute, blame and approval.
CONTRAST = re.compile(
    r"\b(?:but|however|although|though|while|despite|yet|nevertheless|instead|whereas|unlike|still"
    r"|even|critics?|opponents?|contrary|disput\w*|debunk\w*|false\w*|wrong|mislead\w*|incorrect\w*"
    r"|baseless|unfounded|no evidence)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:critici[sz]\w*|oppos\w*|against|fail\w*|refus\w*|reject\w*|den(?:y|ies|ied)|block\w*"
    r"|concern\w*|fear\w*|risk\w*|problem\w*|threat\w*|condemn\w*|blam\w*|attack\w*|disagree\w*"
    r"|worr\w*|ang(?:ry|er\w*)|slam\w*|blast\w*|accus\w*|unlikely|doubt\w*|s[ck]eptic\w*"
    r"|difficult\w*|challeng\w*|loss\w*|lose|lost|drop\w*|declin\w*|worse\w*|bad|weak\w*"
    r"|controvers\w*)\b",
    re.IGNORECASE,
)
APPROVING = re.compile(
    r"\b(?:support\w*|agree\w*|prais\w*|welcom\w*|back(?:s|ed|ing)|success\w*|win|wins|won|gain\w*"
    r"|improv\w*|help\w*|benefit\w*|good|great|strong\w*|best|hope\w*|approv\w*|confirm\w*"
    r"|applaud\w*|protect\w*|secure\w*|boost\w*|rise|rose|rising|increase\w*|promis\w*)\b",
    re.IGNORECASE,
)
OURS = re.compile(r"\b(?:I|we|our|my|us)\b")
YOURS = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
REFERRING = frozenset("he she it they this that these those".split())
LINKING = frozenset("but and however so yet still".split())
TELLING = 2.0  # nats, from which a shared word says something
COUNTED = ("negations", "hedges", "against", "approving", "boosts", "contrast", "quotes", "numbers")
RARITY = frequencies(frozenset({"en"}))


@lru_cache(maxsize=10_000)
def _read(text: str) -> Reading:
    return prepare(plain("text", text), RARITY)


@lru_cache(maxsize=10_000)
def _alone(text: str) -> tuple[tuple[str, float], ...]:
    """What one sentence shows by itself."""
    span = Span(0, len(text))
    words = [word.lower() for word in WORD.findall(text)] or [""]
    found: dict[str, float] = {
        "length": float(len(words)),
        "negations": len(list(negations(text, span))),
        "firm": sum(one.firm for one in negations(text, span)),
        "hedges": len(list(hedges(text, span))),
        "boosts": len(list(boosts(text, span))),
        "softeners": len(list(softeners(text, span))),
        "modals": len(list(modals(text, span))),
        "numbers": len(list(numbers(text, span))),
        "quotes": sum(text.count(mark) for mark in '"“”') / 2,
        "opens_quote": float(text.strip()[:1] in {'"', "“"}),
        "contrast": len(CONTRAST.findall(text)),
        "against": len(AGAINST.findall(text)),
        "approving": len(APPROVING.findall(text)),
        "ours": len(OURS.findall(text)),
        "yours": len(YOURS.findall(text)),
        "questions": text.count("?"),
        "times": len(expressions(text, [span])),
        "names": len(names(text, [span])),
        "refers": sum(word in REFERRING for word in words[:3]),
        "links": float(words[0] in LINKING),
    }
    stances = Counter(VERBS.get(word) or NOUNS.get(word) for word in words)
    found |= {f"stance_{stance.value}": stances[stance] for stance in Stance}
    return tuple(found.items())


def features(left: str, right: str) -> dict[str, float]:
    """Every feature of a pair by name."""
    mine, theirs = dict(_alone(left)), dict(_alone(right))
    found = {f"left_{name}": value for name, value in mine.items()}
    found |= {f"right_{name}": value for name, value in theirs.items()}
    for name in COUNTED:
        found[f"more_{name}"] = mine[name] - theirs[name]
        found[f"both_{name}"] = mine[name] * theirs[name]
    found |= measure(grounds(collate(_read(left), _read(right))))
    found |= _shared(_read(left), _read(right))
    found |= _facts(left, right)
    for name in ("against", "hedges", "contrast"):
        found[f"shared_{name}"] = mine[name] * found["contained_right"]
    turned = float(mine["negations"] % 2 != theirs["negations"] % 2)
    leaning = [one["approving"] - one["against"] for one in (mine, theirs)]
    return found | {
        "turned": turned,
        "shared_turned": turned * found["contained_right"],
        "leaning": leaning[0] * leaning[1],
    }


def _shared(left: Reading, right: Reading) -> dict[str, float]:
    """What the two have in common, by the weight of words."""
    one, two = (dict(zip(side.stems, side.weight, strict=True)) for side in (left, right))
    both = [float(one[word]) for word in one if word in two]
    keys = [
        {key for key in side.keys if key.isalpha()} - set(other.keys)
        for side, other in ((left, right), (right, left))
    ]
    return {
        "contained_left": sum(both) / max(sum(one.values()), 1e-9),
        "contained_right": sum(both) / max(sum(two.values()), 1e-9),
        "shared_weight": sum(both),
        "shared_telling": sum(weight > TELLING for weight in both),
        "shared_rarest": max(both, default=0.0),
        "opposites": sum(opposite(mine, theirs) for mine in keys[0] for theirs in keys[1]),
    }


def _facts(left: str, right: str) -> dict[str, float]:
    """Names and numbers that agree and that part."""
    one, two = (names(text, [Span(0, len(text))]) for text in (left, right))
    known = sum(any(naming(p, q) is not Spelling.OTHER for q in two) for p in one)
    mine, theirs = (list(numbers(text, Span(0, len(text)))) for text in (left, right))
    equal = sum(any(p.low == q.low for q in theirs) for p in mine)
    return {
        "names_shared": known,
        "names_share": known / max(1, min(len(one), len(two))),
        "names_left": len(one) - known,
        "numbers_equal": equal,
        "numbers_part": float(bool(mine and theirs) and not equal),
        "numbers_of_unit": sum(
            any(p.unit and p.unit == q.unit and p.low != q.low for q in theirs) for p in mine
        ),
    }


def table(pairs: Sequence[tuple[str, str]], articles: Sequence[str]) -> npt.NDArray[np.float64]:
    """Features of each pair and their means over its two articles, logarithms, float64 (n, 2 k)."""
    rows = [features(left, right) for left, right in pairs]
    order = sorted(rows[0]) if rows else []
    own = np.array([[row[name] for name in order] for row in rows], np.float64)
    own = np.sign(own) * np.log1p(np.abs(own))
    _, place = np.unique(np.array(articles), return_inverse=True)
    count = np.bincount(place)[:, None]
    sums = np.zeros((len(count), own.shape[1]))
    np.add.at(sums, place, own)
    return np.hstack([own, (sums / count)[place]])
