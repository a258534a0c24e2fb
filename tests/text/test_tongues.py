"""Speakers in languages beyond English: beside the marks, behind a dash, by a preposition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.role_weights import role_weights
from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.quotes import Quotation, quotations
from retold.text.speech import attributed
from retold.text.tongues import TONGUES


def told(text: str, language: str) -> list[Quotation]:
    """The quotations of a text that is all body."""
    return list(attributed(text, [Span(0, len(text))], language, role_weights()))


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "»Das Wehr hält, und es bleibt dicht«, so Ivo Berg am Abend.", "Ivo Berg"),
        ("de", "Laut Ivo Berg ist das Wehr „viel zu niedrig“ gebaut.", "Ivo Berg"),
        ("nl", "‘De sluis is veilig’, zei burgemeester Ivo Berg dinsdag.", "Ivo Berg"),
        ("nl", "„Niemand wist dit”, aldus de woordvoerder van de stad.", "de woordvoerder"),
        ("nl", "Volgens Berg is de sluis ‘veel te laag’ gebouwd.", "Berg"),
        ("sv", "”Slussen är säker i år”, sade borgmästaren Ivo Berg i går.", "Ivo Berg"),
        ("sv", "– Slussen är säker, säger Ada Lund, som leder hamnen.", "Ada Lund"),
        ("da", "»Vi har ventet i ni år«, sagde borgmester Ivo Berg.", "Ivo Berg"),
        ("fr", "« L’écluse tient bon », a déclaré la maire Ada Lund mardi.", "Ada Lund"),
        ("fr", "« Il n’y a aucun danger », assure-t-elle.", "elle"),
        ("fr", "« Il n’y a aucun danger », a-t-elle ajouté.", "elle"),
        ("fr", "Selon Ivo Berg, l’écluse est « trop basse » pour eux.", "Ivo Berg"),
        ("es", "«Tardamos nueve años», dijo la alcaldesa Ada Lund ayer.", "Ada Lund"),
        ("es", "Según Berg, la esclusa es “demasiado baja” para todos.", "Berg"),
        ("es", "—No hay peligro —dijo Ada Lund.", "Ada Lund"),
        ("it", "«Ci abbiamo messo nove anni», ha detto il sindaco Ivo Berg.", "Ivo Berg"),
        ("pt", "“Levámos nove anos”, disse a ministra Ada Lund no porto.", "Ada Lund"),
        ("pl", "„Budowaliśmy to dziewięć lat” – powiedział burmistrz Ivo Berg.", "Ivo Berg"),
        ("pl", "– Nie wiem – dodała Ada Lund, która prowadzi zarząd.", "Ada Lund"),
    ],
)
def test_a_quotation_has_the_speaker_beside_it(language: str, text: str, speaker: str) -> None:
    (quotation,) = told(text, language)

    assert quotation.speaker == speaker
    assert quotation.reason


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "– Nie wiem – powiedział Berg. – Zapytajcie ją.", ["Nie wiem", "Zapytajcie ją."]),
        ("es", "—No —dijo Lund—. Nunca más.", ["No", "Nunca más."]),
        ("sv", "– Ja, det stämmer, säger Lund.", ["Ja, det stämmer"]),
        ("pl", "– chleb\n– masło\n– dwa jajka", []),
        ("sv", "– Bröd, smör och ägg – allt för tio kronor", []),
        ("en", "– Bread, says Lund.", []),
    ],
)
def test_a_dash_opens_speech_only_where_a_verb_of_saying_follows(
    language: str, text: str, expected: list[str]
) -> None:
    found = quotations(text, [Span(0, len(text))], language)

    assert [one.span.of(text) for one in found] == expected
    assert {one.style for one in found} <= {QuoteStyle.DIRECT}


@given(st.sampled_from(sorted(TONGUES)), st.text("–—-, .\n“”«»abLsädijo", max_size=80))
def test_every_quotation_lies_in_the_text_whatever_the_dashes(language: str, text: str) -> None:
    found = told(text, language)

    assert all(0 <= one.marks.begin <= one.begin < one.end <= one.marks.end for one in found)
    assert all(one.marks.end <= len(text) for one in found)


@pytest.mark.parametrize("language", sorted(TONGUES))
def test_the_words_of_every_language_are_in_lower_case(language: str) -> None:
    tongue = TONGUES[language]
    words = {*tongue.verbs, *tongue.pronouns, *tongue.offices, *tongue.according}

    assert words == {word.lower() for word in words}
