from retold.pairs.ground import shared_quotation
from tests.pairs.readings import collated, grounded

QUOTED = 'Vannick called it "a routine matter of no account" and left.'


def masked(left: str, right: str) -> tuple[list[str], list[str]]:
    collation = collated(left, right)
    masks = shared_quotation(collation)
    sides = (collation.left.reading.keys, collation.right.reading.keys)
    first, second = (
        [key for key, on in zip(keys, mask, strict=True) if on]
        for keys, mask in zip(sides, masks, strict=True)
    )
    return first, second


def test_words_quoted_on_both_sides_are_taken_out_of_both() -> None:
    other = 'It was "a routine matter of no account", she wrote.'

    words = "a routine matter of no account".split()
    assert masked(QUOTED, other) == (words, words)


def test_words_quoted_on_one_side_only_stay() -> None:
    assert masked(QUOTED, "It was a routine matter of no account, she wrote.") == ([], [])


def test_one_quoted_word_in_common_stays() -> None:
    assert masked('He called it "routine".', 'She found it "routine" too.') == ([], [])


def test_a_part_of_a_quotation_takes_out_the_part_that_both_have() -> None:
    first, second = masked(QUOTED, 'She spoke of "a routine matter".')

    assert first == second == ["a", "routine", "matter"]


def test_the_ground_of_prose_lacks_what_the_whole_ground_has() -> None:
    both = grounded(QUOTED, 'It was "a routine matter of no account", she wrote.')

    assert len(both.whole.poorer.ids) - len(both.prose.poorer.ids) == 6
    assert len(both.whole.fuller.ids) - len(both.prose.fuller.ids) == 6


def test_the_poorer_text_is_the_one_with_less_to_say_on_either_side() -> None:
    short, long = "The mill burned.", "The mill burned down after a bearing ran hot."

    assert not grounded(short, long).whole.swapped
    assert grounded(long, short).whole.swapped


def test_a_run_of_five_words_counts_and_one_of_four_does_not() -> None:
    five = grounded("pumps ran dry before dawn today", "nobody saw pumps ran dry before dawn")
    four = grounded("pumps ran dry before noon", "nobody saw pumps ran dry before dawn")

    assert int(five.whole.in_runs[0].sum()) == 5
    assert int(four.whole.in_runs[0].sum()) == 0


def test_a_run_over_a_shared_quotation_that_was_taken_out_does_not_count() -> None:
    one = 'He saw the pumps "run quite dry" before dawn today.'
    other = 'She saw the pumps "run quite dry" before dawn, too.'

    both = grounded(one, other)
    assert int(both.whole.in_runs[0].sum()) == 8
    assert int(both.prose.in_runs[0].sum()) == 0
