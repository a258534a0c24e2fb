"""The quick pattern beside a slow one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.document_nouns import NOUNS
from retold.text.holders import wordings_of
from retold.text.spotting import spotting

PIECES = st.sampled_from(
    "The the court papers Papers policy audio recordings E-mail email Studies data scientist"
    " data. RECORDS Urteil Dokumente données études atti d'accusa book new, of a – ’ 12 legal"
    " filings Kinder".split(" ")
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(sorted(NOUNS)))
def test_where_a_noun_stands_it_is_spotted(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    wordings = wordings_of(language)

    if wordings.noun.search(text):
        assert wordings.spot.search(text.lower())


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?:audio |video )?recordings?", "a video recording"),
        (r"(?<!policy )papers", "policy papers"),
        (r"(?:court|legal) (?:papers|filings?)", "legal filing"),
        (r"e-?mails?|letters?", "an email"),
        (r"stud(?:y|ies)", "studies"),
    ],
)
def test_what_leads_an_alternative_and_may_be_absent_is_not_asked_for(
    pattern: str, text: str
) -> None:
    assert spotting([pattern]).search(text)


def test_a_text_without_any_is_passed_over() -> None:
    assert spotting([r"stud(?:y|ies)", r"(?:press )?releases?"]).search("the student") is None


def test_no_noun_is_told_by_a_class_that_lower_case_would_turn_round() -> None:
    every = "".join(noun.pattern for nouns in NOUNS.values() for noun in nouns)

    assert re.search(r"\\[WDSB]", every) is None
