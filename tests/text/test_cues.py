import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.appeals import APPEALS
from retold.text.cues import by_letter
from retold.text.labels import MORE

TABLES = [[cue for language in table.values() for cue in language] for table in (APPEALS, MORE)]
ODD = ["a|b(?:c|d)", r"\(x|[|(]y", "(?:on|off) air", "(?:the )?end", "x*", "q(?:r|s)?|q"]
words = st.sampled_from(
    "a ab abc b bc bd x xx q qr on air off the end [y (x |y read more jetzt lesen sign up".split()
)


@pytest.mark.parametrize("patterns", [*TABLES, ODD])
@given(data=st.data())
def test_patterns_by_their_first_letters_find_what_each_finds(
    patterns: list[str], data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(patterns))
    own = st.from_regex(re.compile(one, re.ASCII), fullmatch=True)
    text = data.draw(own | st.lists(words).map(" ".join) | st.text(max_size=20))

    found = re.fullmatch(by_letter(patterns), text)

    assert (found is None) == all(re.fullmatch(each, text) is None for each in patterns)
