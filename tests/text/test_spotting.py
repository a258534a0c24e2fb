"""The quick pattern beside a slow one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.document_nouns import NOUNS
from retold.text.holders import wordings_of
from retold.text.spotting import spotting

PIECES = st.sampled_from(
    "The the court papers Papers policy audio recordings E-mail email Studies data scientist"
    " data. RECORDS Urteil Dokumente données études atti d'accusa book new, of a – ’ 12 legal"
    " filings Kinder".split(" ")
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(sorted(NOUNS)))
def test_nouns_are_spotted_where_they_begin_and_nowhere_else(
    pieces: list[str], language: str
) -> None:
    text = " ".join(pieces)
    wordings = wordings_of(language)

    spotted = [at for at in range(len(text)) if wordings.spot.match(text.lower(), at)]

    assert spotted == [at for at in range(len(text)) if wordings.noun.match(text, at)]


@given(st.lists(PIECES, max_size=12), st.sampled_from(sorted(NOUNS)), st.data())
def test_nouns_are_the_same_whether_a_text_in_lower_case_helps_or_not(
    pieces: list[str], language: str, data: st.DataObject
) -> None:
    text = " ".join(pieces)
    begin = data.draw(st.integers(0, len(text)))
    span = Span(begin, data.draw(st.integers(begin, len(text))))
    wordings = wordings_of(language)

    quick = [noun.span() for noun in wordings.nouns_in(text, text.lower(), span)]

    assert quick == [noun.span() for noun in wordings.nouns_in(text, None, span)]


@pytest.mark.parametrize(
    ("pattern", "text", "begins"),
    [
        (r"(?:audio |video )?recordings?", "a video recording", [2, 8]),
        (r"(?<!policy )papers", "policy papers, papers", [15]),
        (r"(?:court|legal) (?:papers|filings?)", "legal filing", [0]),
        (r"e-?mails?|letters?", "an email", [3]),
        (r"stud(?:y|ies)", "studies", [0]),
        (r"(?:new )*books?|a+udits?", "new new books, aaudit", [0, 4, 8, 15]),
    ],
)
def test_what_an_alternative_begins_with_is_asked_for_letter_by_letter(
    pattern: str, text: str, begins: list[int]
) -> None:
    found = spotting([pattern])

    assert [at for at in range(len(text)) if found.match(text, at)] == begins


def test_a_text_without_any_is_passed_over() -> None:
    assert spotting([r"stud(?:y|ies)", r"(?:press )?releases?"]).search("the student") is None


def test_no_noun_is_told_by_a_class_that_lower_case_would_turn_round() -> None:
    every = "".join(noun.pattern for nouns in NOUNS.values() for noun in nouns)

    assert re.search(r"\\[WDSB]", every) is None
