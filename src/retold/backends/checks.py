"""What every engine has to hold, ours and those of other packages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

import numpy as np

from retold.backends.serial import Serial
from retold.ports import Engine, Holders, Joined
from retold.stories.postings import whole

# More than an engine sends at once, on whatever it runs.
MANY = 33_000
NAMES = [f"document {number}" for number in range(500)]


def check_engine(engine: Engine) -> None:
    """Puts an engine through what the port promises, beside the plainest one there is.

    Raises:
        AssertionError: it does not hold what the port says; the message says which part.
    """
    for check in (_maps, _raises, _holds, _pairs, _components):
        check(engine)


def _maps(engine: Engine) -> None:
    for count in (0, 1, 33, MANY):
        if list(engine.map(_square, iter(range(count)))) != [n * n for n in range(count)]:
            raise AssertionError(f"map: {count} items, and not their results in their order")
    mixed = ["", "ä\ud800", b"\0", None, 1.5, ("a", 2)]
    if list(engine.map(_same, mixed)) != mixed:
        raise AssertionError("map: items do not come back as they went")


def _raises(engine: Engine) -> None:
    done: list[int] = []
    try:
        done.extend(engine.map(_refused_at_40, range(100)))
    except LookupError as fault:
        if fault.args != ("forty",):
            raise AssertionError(f"map: another error than the work raised: {fault!r}") from fault
    else:
        raise AssertionError("map: the work raised an error and nobody heard of it")
    if done != list(range(len(done))) or len(done) > 40:
        raise AssertionError(f"map: results before an error out of order: {done}")


def _holds(engine: Engine) -> None:
    held = engine.hold((name, {"length": len(name)}) for name in NAMES)
    if list(held) != NAMES or len(held) != len(NAMES):
        raise AssertionError("hold: other names, or in another order")
    again = engine.hold([("document 1", {"length": -1})])
    work = _Length(held), _Length(again)
    if list(engine.map(work[0], NAMES)) != [len(name) for name in NAMES]:
        raise AssertionError("hold: the work finds something else under a name")
    if list(engine.map(work[1], ["document 1"])) != [-1]:
        raise AssertionError("hold: what is held second is mixed up with what was held first")
    if dict(engine.hold([])):
        raise AssertionError("hold: nothing given, and something held")


def _pairs(engine: Engine) -> None:
    for keys in _piles():
        ranks = np.random.default_rng(len(keys)).permutation(len(keys))
        for least, holding in ((1, Holders(9, 2)), (3, Holders(4, 1)), (2, Holders(1000, 1))):
            asked = keys, ranks, least, holding
            wrong = _differ(whole(engine.pairs(*asked)), whole(Serial().pairs(*asked)))
            if wrong is not None:
                raise AssertionError(f"pairs: `{wrong}` of {len(keys)} documents, {least} shared")


def _piles() -> Iterator[list[np.ndarray]]:
    """Keys by place: none at all, documents without any, and some held by one, few and many."""
    yield []
    yield [np.zeros(0, np.uint64)] * 3
    draw = np.random.default_rng(0)
    for documents, known in ((40, 30), (120, 2000)):
        every = draw.integers(0, 1 << 64, known, np.uint64)
        # The square makes some keys much held.
        yield [
            np.unique(every[(draw.random(25) ** 2 * known).astype(int)]) for _ in range(documents)
        ]


def _differ(found: Joined, wanted: Joined) -> str | None:
    for field in fields(Joined):
        if not np.array_equal(getattr(found, field.name), getattr(wanted, field.name)):
            return field.name
    return None


def _components(engine: Engine) -> None:
    edges = [("b", "a"), ("d", "c"), ("c", "e"), ("a", "b"), ("f", "f")]
    for given in (edges, edges[::-1]):
        if engine.components(given) != [("a", "b"), ("c", "d", "e"), ("f",)]:
            raise AssertionError("components: not the connected parts in order")
    if engine.components([]):
        raise AssertionError("components: no edge, and a part")


def _square(number: int) -> int:
    return number * number


def _same(item: object) -> object:
    return item


def _refused_at_40(number: int) -> int:
    if number == 40:
        raise LookupError("forty")
    return number


@dataclass(frozen=True)
class _Length:
    held: Mapping[str, Mapping[str, int]]

    def __call__(self, name: str) -> int:
        return self.held[name]["length"]
