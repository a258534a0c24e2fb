"""What may tell the earlier of two dependent texts: one table of measures and what each shows.

Each measure of one side against the other is a plain function; the measure of the pair is the
difference of both ways, above 0 where the left has more, so that it changes sign with the sides.
A text that was cut, one that was updated and one that was reworded leave other traces: each measure
counts plainly and once by each share of what was done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from retold.pairs import direction_passages as passages
from retold.pairs import direction_words as words
from retold.pairs.edits import Pair, kept, least_untouched, most_untouched, rewording
from retold.pairs.halves import Half


@dataclass(frozen=True, slots=True)
class Trace:
    """A measure of one side against the other.

    Attributes:
        code: of the reason it belongs to.
        more: what a side has of which it has more, after "has".
    """

    of: Callable[[Half, Half], float]
    code: str
    more: str


TRACES: Mapping[str, Trace] = MappingProxyType(
    {
        trace.of.__name__: trace
        for trace in (
            Trace(words.mixed_scripts, "slips", "more words in letters of two alphabets"),
            Trace(
                words.slips,
                "slips",
                "more unknown spellings of words that the other spells in a known way",
            ),
            Trace(words.spoilt, "slips", "more unknown spellings than anyone corrects"),
            Trace(words.strangers, "slips", "more words that no table has and the other lacks"),
            Trace(words.doubled, "slips", "more words that stand twice in a row"),
            Trace(words.rarity_replaced, "word-choice", "the rarer words where the two differ"),
            Trace(words.length_replaced, "word-choice", "the longer words where the two differ"),
            Trace(
                words.small_words,
                "word-choice",
                "more small words among those that the other lacks",
            ),
            Trace(words.connectives, "word-choice", 'more words such as "moreover"'),
            Trace(words.rare_alone, "word-choice", "more rare words that the other lacks"),
            Trace(words.variety, "word-choice", "the richer vocabulary"),
            Trace(words.sentence_length, "word-choice", "the longer sentences"),
            Trace(
                passages.replaced_longer,
                "word-choice",
                "more words in places where both have words of their own",
            ),
            Trace(passages.length, "additions", "more words"),
            Trace(passages.later_year, "additions", "the later year"),
            Trace(
                passages.later_year_alone, "additions", "the later year in words that it has alone"
            ),
            Trace(passages.quoted_words, "additions", "more words in quotation marks"),
            Trace(passages.figures_alone, "additions", "more figures that the other lacks"),
            Trace(
                passages.touches_in,
                "additions",
                "more places with a few words where the other has nothing",
            ),
            Trace(
                passages.passages_in,
                "additions",
                "more passages where the other has nothing",
            ),
            Trace(passages.added_words, "additions", "more words where the other has nothing"),
            Trace(
                passages.added_rarity,
                "additions",
                "the rarer words in places where the other has nothing",
            ),
            Trace(
                passages.added_figures,
                "additions",
                "more figures in places where the other has nothing",
            ),
            Trace(passages.goes_on, "additions", "a passage after the end of the other"),
            Trace(
                passages.told_again,
                "cohesion",
                "more repetition in the sentences that the other lacks",
            ),
            Trace(
                passages.leaned_on,
                "cohesion",
                "more sentences that the other lacks and that bring in a name or term of both",
            ),
        )
    }
)

# The one measure that needs a table: of words, each with its slope.
WORDING = "wording"
# Code and words of every measure, as in `Trace`.
TOLD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {name: (trace.code, trace.more) for name, trace in TRACES.items()}
    | {WORDING: ("word-choice", 'more words of a reporter\'s own, such as "said"')}
)

# What was done, 0..1 whichever side is the left.
DONE: tuple[Callable[[Pair], float], ...] = (kept, rewording, least_untouched, most_untouched)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The slope of one measure, nats a unit: plain, and by each share of what was done."""

    plain: float
    kept: float
    rewording: float
    least_untouched: float
    most_untouched: float

    def under(self, done: tuple[float, ...]) -> float:
        """The slope in a pair of which `done` says what was done, in the order of `DONE`."""
        kept, rewording, least, most = done
        by_what = self.kept * kept + self.rewording * rewording
        return self.plain + (by_what + self.least_untouched * least + self.most_untouched * most)


def traces(pair: Pair, slopes: Mapping[str, float]) -> dict[str, float]:
    """Every measure by name; all change sign with the sides. `slopes` of words, for `WORDING`."""
    left, right = pair.left, pair.right
    found = {name: trace.of(left, right) - trace.of(right, left) for name, trace in TRACES.items()}
    found[WORDING] = words.wording(left, right, slopes)
    return found


def done(pair: Pair) -> tuple[float, ...]:
    """What was done, each 0..1, in the order of `DONE`."""
    return tuple(of(pair) for of in DONE)
