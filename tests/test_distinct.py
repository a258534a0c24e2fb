"""Which texts of a pile are kept, at what weight, and why."""

import pytest

import retold
from retold.distinct import Choices
from retold.model.errors import NothingReadable
from tests.invented.prose import longer, paraphrase, retyped, story

FIRST, OTHER = story(51), story(77)
PILE = [
    {"id": "ardle", "text": FIRST.body},
    {"id": "brent", "text": retyped(FIRST.body)},
    {"id": "calder", "text": paraphrase(FIRST).body},
    {"id": "dorn", "text": longer(FIRST, 7, 4).body},
    {"id": "esk", "text": OTHER.body},
]


@pytest.fixture(scope="module")
def chosen() -> dict[str, Choices]:
    """The pile once read, under each way of keeping."""
    result = retold.read(PILE)
    return {
        keep: retold.dedupe(result, keep=keep) for keep in ("one-per-origin", "one-per-copy", "all")
    }


def test_one_text_an_origin_is_kept_and_the_rest_is_told_why(chosen: dict[str, Choices]) -> None:
    choices = chosen["one-per-origin"]

    assert [one.size for one in choices] == [4, 1]
    assert {one.weight for one in choices.kept} == {1.0}
    [kept] = [one for one in choices if one.size == 4]
    assert {one.instead for one in choices.dropped} == {kept.id}
    assert all(kept.id in one.why for one in choices.dropped)


def test_only_copies_are_left_out_of_one_per_copy(chosen: dict[str, Choices]) -> None:
    dropped = chosen["one-per-copy"].dropped

    assert {frozenset((one.id, one.instead)) for one in dropped} == {frozenset(("ardle", "brent"))}


@pytest.mark.parametrize("keep", ["one-per-origin", "one-per-copy", "all"])
def test_the_weights_of_an_origin_add_up_to_one(chosen: dict[str, Choices], keep: str) -> None:
    choices = chosen[keep]

    weights: dict[tuple[str, str], float] = {}
    for one in choices.choices:
        key = one.story, one.origin
        weights[key] = weights.get(key, 0.0) + one.weight
    assert list(weights.values()) == pytest.approx([1.0] * len(weights))
    assert sorted(one.id for one in choices.choices) == [one["id"] for one in PILE]


def test_with_all_kept_a_weight_is_one_over_the_size_of_the_origin(
    chosen: dict[str, Choices],
) -> None:
    assert chosen["all"].weights == {
        **dict.fromkeys(("ardle", "brent", "calder", "dorn"), 0.25),
        "esk": 1.0,
    }


def test_the_order_of_the_pile_changes_no_choice(chosen: dict[str, Choices]) -> None:
    assert retold.dedupe(reversed(PILE)) == chosen["one-per-origin"]


def test_an_unknown_way_of_keeping_is_refused_before_anything_is_read() -> None:
    with pytest.raises(ValueError, match="some"):
        retold.dedupe([], keep="some")


def test_a_pile_without_texts_is_said_to_have_none() -> None:
    with pytest.raises(NothingReadable):
        retold.dedupe([{"id": "a", "text": "  "}])
