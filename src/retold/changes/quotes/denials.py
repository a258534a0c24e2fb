"""What a cut does to a denial: a "not" that goes takes its sense with it, marked or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from retold.changes.quotes.wording import Wording
from retold.text.negations import negates

# A "not" this close before a cut still denies what follows it.
REACH = 1  # words


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a use that stand for other words of the whole, as places between words.

    One side may be empty: words left out in silence, or words that are not in the whole.
    """

    begin: int
    end: int
    whole_begin: int
    whole_end: int


def denies(side: Wording, change: Change, inserted: tuple[str, ...]) -> bool:
    """Whether the words left out turn what is left round, or the brackets do.

    A "not" may go together with all it denies: then punctuation stands on either side of the two.
    """
    gone = range(change.whole_begin, change.whole_end)
    denied = [place for place in gone if negates(side.keys[place])]
    if any(map(negates, inserted)) != bool(denied) and inserted:
        return True
    if not inserted:
        return any(not _whole_clause(side, gone, place) for place in denied)
    figures = {key for key in inserted if key[0].isdigit()}
    left_out = {side.keys[place] for place in gone if side.keys[place][0].isdigit()}
    return bool(figures and left_out and figures != left_out)


def _whole_clause(side: Wording, gone: range, denial: int) -> bool:
    starts = any(place in side.stops for place in range(gone.start, denial + 1))
    ends = any(place in side.stops for place in range(denial + 1, gone.stop + 1))
    return starts and ends


def cut_denials(use: Wording, whole: Wording, first: int, last: int) -> Iterator[Change]:
    """A "not" just outside what was kept, with nothing between that would part the two."""
    if first > 0 and not (0 in use.insertions and any(map(negates, use.insertions[0]))):
        for place in range(first - 1, max(-1, first - 1 - REACH), -1):
            if place + 1 in whole.stops:
                break
            if negates(whole.keys[place]):
                yield Change(0, 0, place, first)
                break
    if last < len(whole) and last not in whole.stops and negates(whole.keys[last]):
        yield Change(len(use), len(use), last, last + 1)
