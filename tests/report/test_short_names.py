"""Names for narrow columns."""

from hypothesis import given
from hypothesis import strategies as st

from retold.report.short_names import LONGEST, short_names


def test_a_short_id_is_its_own_name() -> None:
    assert short_names(["harbour-01"]) == {"harbour-01": "harbour-01"}


def test_a_long_id_is_cut_where_it_is_told_apart() -> None:
    names = short_names(["000_aa07e1876a5a7edc", "001_217844ffb3c8758b"])

    assert list(names.values()) == ["000…", "001…"]


def test_ids_that_begin_alike_are_cut_later_or_not_at_all() -> None:
    names = short_names(
        ["gazette-morning-edition", "gazette-evening-edition", "gazetteer-of-many-towns"]
    )

    assert names["gazette-morning-edition"] == "gazette-morning…"
    assert names["gazetteer-of-many-towns"] == "gazetteer…"


def test_ids_without_a_separator_stay_whole() -> None:
    assert short_names(["w" * 40]) == {"w" * 40: "w" * 40}


@given(st.lists(st.text(max_size=40)))
def test_no_two_ids_share_a_name(names: list[str]) -> None:
    found = short_names(names)
    cut = {name for name, short in found.items() if len(name) > LONGEST and short != name}

    assert set(found) == set(names)
    for name in cut:
        assert [one for one in found if one.startswith(found[name][:-1])] == [name]
