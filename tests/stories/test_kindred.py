import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.kindred import BY_CHANCE, Kindred

TEXTS = st.dictionaries(
    st.sampled_from("abcde"), st.frozensets(st.integers(0, 30), min_size=1), min_size=1
)


@given(TEXTS, st.data())
def test_beyond_chance_is_what_two_share_and_a_third_lacks_less_what_chance_gives(
    texts: dict[str, frozenset[int]], data: st.DataObject
) -> None:
    kindred = Kindred({name: np.array(sorted(one), np.uint64) for name, one in texts.items()})
    witness, one, other = (data.draw(st.sampled_from(sorted(texts))) for _ in range(3))

    lacked = len((texts[one] & texts[other]) - texts[witness])
    fresh = len(texts[one] - texts[witness]) * len(texts[other] - texts[witness])
    least = min(len(texts[one]), len(texts[other]))
    found = kindred.beyond_chance(witness)[kindred.place[one], kindred.place[other]]
    assert np.isclose(found, lacked - BY_CHANCE * fresh / least, atol=1e-5)
