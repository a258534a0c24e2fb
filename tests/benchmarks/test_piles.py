"""What goes wrong in a pile, on invented partings."""

from benchmarks.pile import Pile
from benchmarks.piles import faults

PILE = Pile.of(
    "000",
    "event",
    {
        "report-a": ("…", "a"),
        "trim-a": ("…", "a"),
        "report-b": ("…", "b"),
        "made-llm_polish": ("…", "star"),
    },
)
NAMES = set(PILE.texts)


def test_the_true_parting_has_no_fault() -> None:
    assert list(faults(PILE, PILE.parting, NAMES)) == []


def test_two_origins_in_one_part_are_joined() -> None:
    found = {frozenset({"report-a", "trim-a", "report-b"}), frozenset({"made-llm_polish"})}

    assert list(faults(PILE, found, NAMES)) == ["joined report+trim"]


def test_an_origin_in_two_parts_is_parted() -> None:
    found = {frozenset({name}) for name in NAMES}

    assert list(faults(PILE, found, NAMES)) == ["parted report"]
