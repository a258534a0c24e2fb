from dataclasses import replace

from retold.changes.tellings import Tellings
from retold.changes.timeline import timeline
from retold.changes.written import own_date, speaking
from retold.model.document import DateBasis, Dated
from tests.changes.tellings import document, tellings_of

METADATA, CLOCK = DateBasis.METADATA, DateBasis.PAGE_CLOCK
TEXT = "The ship was stopped at the quay on Wednesday morning by the harbour master."


def dated(
    texts: dict[str, str],
    dates: dict[str, tuple[str, DateBasis]],
    origins: tuple[tuple[str, ...], ...] = (),
) -> Tellings:
    """Tellings of those texts, some with a date."""
    held = {
        name: replace(document(name, text), dates=(Dated(*dates[name]),) if name in dates else ())
        for name, text in texts.items()
    }
    return tellings_of(held, origins=origins)


def moments(told: Tellings) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    return [
        (one.begin, one.end, one.precision, [(u.place.document, u.phrase) for u in one.uses])
        for one in timeline(told)
    ]


def test_uses_of_one_day_stand_together_whatever_they_call_it() -> None:
    told = dated(
        {"one": "It sank on 11 June.", "two": "It sank on Wednesday."},
        {"one": ("2031-06-12", METADATA), "two": ("2031-06-13", METADATA)},
        (("one",), ("two",)),
    )

    assert moments(told) == [
        ("2031-06-11", "2031-06-11", "day", [("one", "11 June"), ("two", "Wednesday")])
    ]


def test_a_copy_dated_later_speaks_from_the_date_of_its_text() -> None:
    told = dated(
        {"copy": TEXT, "text": TEXT},
        {"text": ("2031-06-12", METADATA), "copy": ("2031-07-20", METADATA)},
    )

    assert [one[0] for one in moments(told)] == ["2031-06-11"]


def test_the_clock_of_a_page_is_never_a_date_of_writing() -> None:
    told = dated({"one": TEXT, "two": TEXT}, {"one": ("2032-01-01", CLOCK)})

    assert own_date(told.documents["one"]) is None
    assert moments(told) == []


def test_an_undated_telling_borrows_the_days_of_the_event() -> None:
    told = dated(
        {"one": TEXT, "two": TEXT}, {"two": ("2031-06-12", METADATA)}, (("one",), ("two",))
    )

    assert speaking(told).texts["one"].reason == "the date of two, another telling of the event"


def test_without_any_date_only_what_names_its_year_is_on_the_timeline() -> None:
    told = dated({"one": "It opened in 1998 and closed on 3 May."}, {})

    assert moments(told) == [("1998-01-01", "1998-12-31", "year", [("one", "1998")])]


def test_two_days_later_counts_from_the_day_told_before() -> None:
    told = dated(
        {"one": "It sank on 11 June. Two days later, or two days later still, it was raised."},
        {"one": ("2031-06-20", METADATA)},
    )

    assert [one[0] for one in moments(told)][:2] == ["2031-06-11", "2031-06-13"]


def test_a_clock_stands_on_the_day_told_beside_it() -> None:
    told = dated({"one": "It sailed at 7.40am on Wednesday."}, {"one": ("2031-06-12", METADATA)})

    assert ("2031-06-11T07:40", "2031-06-11T07:40", "minute") in [one[:3] for one in moments(told)]
