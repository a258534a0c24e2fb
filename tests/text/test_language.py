import pytest

from retold.text.language import language
from tests.text.pages import BODY, KOERPER


@pytest.mark.parametrize(
    ("text", "code"), [("\n".join(BODY), "en"), ("\n".join(KOERPER), "de"), (BODY[0].upper(), "en")]
)
def test_the_language_of_a_text_is_told(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "Pier", "12 34 56 78 90 12 34 56 78 90", "\n\n"])
def test_a_few_letters_have_no_language(text: str) -> None:
    assert language(text) is None
