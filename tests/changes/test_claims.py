from hypothesis import given
from hypothesis import strategies as st

from retold.changes.claims import claims
from retold.model.story import DescentKind
from tests.changes.tellings import tellings

SHIP = "The ferry Lady Corrin was emptied of passengers at the northern quay before dawn."
SHORT = "The ferry Lady Corrin was emptied of passengers at the quay before dawn."
COST = "Repairs to the cracked bow ramp would cost the harbour two million crowns."
ALONE = "A neighbour had seen the engineer leave the island with two suitcases."


def test_a_claim_is_named_by_its_fullest_wording_and_lists_who_makes_it() -> None:
    first, second = claims(tellings({"one": f"{SHORT} {COST}", "two": f"{SHIP} {COST}"}))

    assert (first.wording, second.wording) == (SHIP, COST)
    assert [use.place.document for use in first.uses] == ["one", "two"]


def test_origins_are_counted_not_tellings() -> None:
    told = tellings({"a": SHIP, "b": SHIP, "c": SHIP}, origins=(("a", "b"), ("c",)))

    assert [claim.origins for claim in claims(told)] == [2]


def test_what_one_telling_alone_says_stands_on_one_origin() -> None:
    told = tellings({"a": f"{SHIP} {ALONE}", "b": SHIP}, origins=(("a",), ("b",)))

    assert {claim.wording: claim.origins for claim in claims(told)} == {SHIP: 2, ALONE: 1}


def test_the_wording_is_not_a_paraphrase_where_the_text_itself_is_held() -> None:
    told = tellings(
        {"text": SHORT, "reworded": SHIP}, {"reworded": ("text", DescentKind.PARAPHRASE)}
    )

    assert [claim.wording for claim in claims(told)] == [SHORT]


def test_a_statement_is_its_speakers() -> None:
    said = "“Nobody on this quay will sail on that ramp again,” Ada Lund said."
    told = tellings({"a": said, "b": said}, speakers={"a": "Ada Lund", "b": "Ada Lund"})

    (claim,) = claims(told)

    assert {use.attributed_to for use in claim.uses} == {"Ada Lund"}


def test_according_to_credits_a_house() -> None:
    said = "The ramp had cracked in eleven places, according to the Oldmere Port Trust."
    (claim,) = claims(tellings({"a": said, "b": said}))

    assert {use.attributed_to for use in claim.uses} == {"Oldmere Port Trust"}


def test_a_sentence_with_two_statements_makes_two_claims() -> None:
    both = (
        "The ferry was taken out of service by the harbour master on Monday, but the island's "
        "smaller boat was allowed to carry the mail."
    )
    apart = (
        "The ferry was taken out of service by the harbour master on Monday. "
        "The island's smaller boat was allowed to carry the mail."
    )

    found = claims(tellings({"a": both, "b": apart}))

    assert [len(claim.uses) for claim in found] == [2, 2]


def test_a_single_telling_makes_no_claims() -> None:
    assert claims(tellings({"a": SHIP})) == ()


@given(st.lists(st.sampled_from([SHIP, SHORT, COST, ALONE]), min_size=1, max_size=4, unique=True))
def test_every_use_lies_in_its_telling_and_no_class_has_a_telling_twice(parts: list[str]) -> None:
    told = tellings({"a": " ".join(parts), "b": " ".join([SHIP, COST])})

    for claim in claims(told):
        documents = [use.place.document for use in claim.uses]
        assert len(documents) == len(set(documents))
        assert all(
            use.place.span.end <= len(told.documents[use.place.document].text) for use in claim.uses
        )
