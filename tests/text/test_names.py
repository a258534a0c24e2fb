from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Span
from retold.text.names import Name, NameKind, names
from retold.text.sentences import sentences


def found(text: str) -> tuple[Name, ...]:
    """The names in a text that is all body."""
    return names(text, sentences(text, [Span(0, len(text))], "en"))


def kinds(text: str) -> set[tuple[str, str]]:
    """Form and kind of each."""
    return {(name.form, name.kind.value) for name in found(text)}


def roles(text: str) -> dict[str, str | None]:
    """The role of each person by form."""
    return {name.form: name.role.of(text) if name.role else None for name in found(text)}


def test_people_houses_and_places_are_told_apart() -> None:
    text = (
        "The chief engineer, Ada Lund, told the Oldmere Harbour Authority that ships from Norway "
        "must wait near Tarn Quay. Mr Brandt agreed with Lund."
    )

    assert kinds(text) == {
        ("Ada Lund", "person"),
        ("Oldmere Harbour Authority", "organisation"),
        ("Norway", "place"),
        ("Tarn Quay", "place"),
        ("Brandt", "person"),
        ("Lund", "person"),
    }


def test_a_capital_that_only_opens_a_sentence_is_no_name() -> None:
    assert found("Passengers waited for hours. Nobody came. Apparently the ship had gone.") == ()


def test_a_name_that_opens_a_sentence_counts_where_it_stands_elsewhere_too() -> None:
    assert [name.form for name in found("They met Lund. Lund said nothing.")] == ["Lund", "Lund"]


def test_months_weekdays_and_peoples_are_no_names() -> None:
    assert found("It came on Wednesday, in late October, on a Danish ship.") == ()


def test_a_headline_is_read_for_no_names() -> None:
    assert found("Harbour Board Told To Wait For Better Weather") == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("They asked Prime Minister Edda Holm.", "Edda Holm", "Prime Minister"),
        ("They asked the former chief engineer Ada Lund.", "Ada Lund", "former chief engineer"),
        ("They asked Ada Lund, the island's doctor, twice.", "Ada Lund", "the island's doctor"),
        ("They asked Secretary of State Edda Holm.", "Edda Holm", "Secretary of State"),
        ("They asked Mr King.", "King", "Mr"),
    ],
)
def test_a_title_is_no_part_of_the_name_it_stands_beside(text: str, name: str, role: str) -> None:
    assert roles(text) == {name: role}


def test_a_ship_with_a_title_in_its_name_is_not_a_person() -> None:
    assert kinds("They boarded the Lady Corrin at dawn.") == {("Lady Corrin", "other")}


def test_a_possessive_ends_a_name() -> None:
    assert [name.form for name in found("It was Lund’s Norway plan.")] == ["Lund", "Norway"]


def test_two_names_joined_by_a_hyphen_are_two_where_each_stands_alone() -> None:
    text = "She saw Lund and then Holm before the Lund-Holm talks."

    assert [name.form for name in found(text)] == ["Lund", "Holm", "Lund", "Holm"]


@given(st.text(max_size=300))
def test_names_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [name.span for name in found(text)]

    assert all(one.end <= two.begin for one, two in pairwise(spans))
    assert all(span.end <= len(text) and len(span) for span in spans)


@given(st.text(alphabet="ABab ’'-.of&", max_size=400))
def test_no_run_of_capitals_breaks_the_reader(text: str) -> None:
    assert all(name.kind in NameKind for name in found(text))
