import json
from pathlib import Path

import pytest

from retold.text import language as telling
from retold.text.language import ENGLISH_READ, GLANCED, language
from tests.text.pages import BODY, KOERPER


@pytest.mark.parametrize(
    ("text", "code"), [("\n".join(BODY), "en"), ("\n".join(KOERPER), "de"), (BODY[0].upper(), "en")]
)
def test_the_language_of_a_text_is_told(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "Pier", "12 34 56 78 90 12 34 56 78 90", "\n\n"])
def test_a_few_letters_have_no_language(text: str) -> None:
    assert language(text) is None


@pytest.mark.parametrize("halves", [(BODY, KOERPER), (KOERPER, BODY)])
def test_half_a_text_in_english_is_not_taken_for_english_unread(
    halves: tuple[tuple[str, ...], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def told(piece: str) -> tuple[str, float]:
        asked.append(piece)
        return "xx", 1.0

    monkeypatch.setattr(telling, "_told", told)

    language("".join(" ".join(half).ljust(ENGLISH_READ)[: ENGLISH_READ // 2] for half in halves))

    assert asked


def test_what_is_taken_for_english_unread_is_english_to_the_model(
    shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (shared_data / "fundus_news" / "extraction_other.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    long = [text for text in texts if len(text) >= GLANCED]
    quick = [language(text) for text in long]

    monkeypatch.setattr(telling, "LEAST_ENGLISH", 2.0)

    assert quick == [language(text) for text in long]
