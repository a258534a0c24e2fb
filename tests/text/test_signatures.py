import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text.signatures import Signature, signature


@pytest.mark.parametrize(
    ("stated", "writers"),
    [
        ("By Ada Lund and Tor Vik, Staff", ("Ada Lund", "Tor Vik")),
        ("Von Ada Lund", ("Ada Lund",)),
        ("Von: Ada Lund und Tor Vik", ("Ada Lund", "Tor Vik")),
        ("Par Ada Lund (avec Tor Vik et Nils Abeck)", ("Ada Lund", "Tor Vik", "Nils Abeck")),
        ("Ada Lund, political editor", ("Ada Lund",)),
        ("Chief Reporter Ada Lund", ("Ada Lund",)),
        ("Ada Lund in Lowmere", ("Ada Lund",)),
        ("By Ada Lund | 3 March 2031, 10:04 CET", ("Ada Lund",)),
        ("Interview: Ada Lund", ("Ada Lund",)),
        ("View all posts by Ada Lund", ("Ada Lund",)),
        ("Ada von Lund", ("Ada von Lund",)),
        ("ADA LUND", ("ADA LUND",)),
        ("Ada Y. Lund", ("Ada Y. Lund",)),
        ("아다룬 기자", ("아다룬",)),
        ("Ada Lund (https://tide.example/ada)", ("Ada Lund",)),
        ("By\nAda Lund", ("Ada Lund",)),
    ],
)
def test_a_byline_is_read_as_its_names(stated: str, writers: tuple[str, ...]) -> None:
    assert signature([stated]) == Signature(writers)


@pytest.mark.parametrize(
    "stated",
    [
        "admin",
        "By",
        "",
        "https://tide.example/ada",
        "@ada",
        "ada@tide.example",
        "Staff Writer",
        "7",
    ],
)
def test_what_names_nobody_leaves_no_name(stated: str) -> None:
    assert signature([stated]) == Signature()


@pytest.mark.parametrize(
    "agency", ["dpa", "AFP", "dpa-infocom", "Brine Press Agency", "Agence France-Presse"]
)
def test_an_agency_that_signs_is_no_writer(agency: str) -> None:
    assert signature(["Ada Lund", agency]) == Signature(("Ada Lund",), (agency,))


def test_a_name_that_begins_like_an_agencys_is_a_persons() -> None:
    assert signature(["Sid Lund"]).writers == ("Sid Lund",)


def test_the_pages_own_house_signs_only_where_nobody_else_does() -> None:
    own = ("Lowmere Tide", "tide.example")

    assert signature(["Ada Lund, Lowmere Tide"], own).byline == "Ada Lund"
    assert signature(["Lowmere Tide"], own) == Signature(houses=("Lowmere Tide",))
    assert signature(["Lowmere Tide"], own).byline == "Lowmere Tide"


def test_writers_and_agencies_stand_in_one_byline() -> None:
    assert signature(["dpa", "Ada Lund"]).byline == "Ada Lund, dpa"


@given(st.lists(st.text()))
def test_no_byline_breaks_the_reading(stated: list[str]) -> None:
    found = signature(stated)

    assert all(name.strip() == name != "" for name in found.writers + found.agencies + found.houses)


def test_a_megabyte_of_names_gives_a_few() -> None:
    assert len(signature(["Ada Lund, " * 100_000]).writers) == 1


def test_a_town_behind_a_house_is_no_writer() -> None:
    assert signature(["tide.com, Lowmere, Norway"]).byline == "tide.com"
    assert signature(["Ada Lund, Lowmere Tide"], ["Lowmere Tide"]).writers == ("Ada Lund",)


def test_a_day_glued_to_a_name_is_cut_off() -> None:
    assert signature(["by Ada LundMarch 3, 2031"]).writers == ("Ada Lund",)
