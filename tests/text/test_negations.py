"""Words that deny."""

import pytest

from retold.text.negations import negates


@pytest.mark.parametrize("word", "not never no isnt isn't cannot nicht pas nunca nessuno".split())
def test_a_denial_denies(word: str) -> None:
    assert negates(word)


@pytest.mark.parametrize("word", "note know want cent hasten nonsense".split())
def test_other_words_do_not(word: str) -> None:
    assert not negates(word)
