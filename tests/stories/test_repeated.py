from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import BlockKind, Document
from retold.stories.repeated import relabelled, site_of
from retold.text.blocks import label

PITCH = "Ada Lund has told the story of the Lowmere harbour for eleven years and keeps three goats."
SUBJECTS = ("pier", "tram", "bakery", "lighthouse", "school", "ferry")
WIRE = tuple(f"The {what} of Lowmere was closed on Monday, the council said." for what in SUBJECTS)


def body_of(subject: str) -> tuple[str, ...]:
    return (
        f"The council of Lowmere met on Tuesday to speak of the {subject} and of nothing else.",
        f"Nobody had asked the {subject} keeper, who heard of it from a neighbour in the evening.",
        f"A vote on the {subject} is to follow in March, and the keeper means to be there.",
    )


def document(key: str, lines: tuple[str, ...], outlet: str | None = "Lowmere Tide") -> Document:
    text = "\n".join(lines)
    return Document(key, text, label(text), outlet=outlet)


def bodies(one: Document) -> list[str]:
    return [span.of(one.text) for span in one.body]


def site(outlet: str = "Lowmere Tide", name: str = "tide") -> list[Document]:
    return [
        document(f"{name}-{subject}", (*body_of(subject), PITCH), outlet) for subject in SUBJECTS
    ]


def test_a_line_that_stands_under_different_texts_of_an_outlet_is_furniture() -> None:
    found = relabelled(site())

    assert [bodies(one) for one in found] == [list(body_of(subject)) for subject in SUBJECTS]
    assert all(PITCH in one.text for one in found)


def test_copies_of_one_text_in_one_outlet_keep_their_body() -> None:
    copies = [document(f"copy-{number}", (*WIRE, PITCH)) for number in range(6)]

    assert relabelled(copies) == tuple(copies)


def test_copies_among_other_texts_lose_only_what_the_others_share() -> None:
    copies = [document(f"copy-{number}", (*WIRE, PITCH)) for number in range(4)]

    found = relabelled([*site(), *copies])

    assert [bodies(one) for one in found[-4:]] == [list(WIRE)] * 4


def test_two_texts_may_share_a_paragraph() -> None:
    pair = site()[:2]

    assert relabelled(pair) == tuple(pair)


@given(st.permutations(range(8)))
def test_the_order_of_documents_changes_no_label(order: list[int]) -> None:
    every = [*site(), *(document(f"copy-{number}", (*WIRE, PITCH)) for number in range(2))]
    plainly = {one.id: one for one in relabelled(every)}

    assert {one.id: one for one in relabelled([every[place] for place in order])} == plainly


def test_documents_of_another_outlet_change_nothing() -> None:
    own = site()[:2]

    found = relabelled([*own, *site("Gullhaven Post", "post")])

    assert found[:2] == tuple(own)


def test_a_text_without_outlet_and_address_stays_as_it_is() -> None:
    given_documents = [document(one.id, tuple(one.text.split("\n")), None) for one in site()]

    assert relabelled(given_documents) == tuple(given_documents)


def test_a_document_of_nothing_but_repeated_lines_keeps_its_body() -> None:
    found = relabelled([*site(), document("pitch", (PITCH,))])

    assert bodies(found[-1]) == [PITCH]


def test_the_host_of_an_address_goes_before_the_outlet() -> None:
    one = Document("x", "", (), outlet="Tide", url="https://www.Tide.example:80/2031/pier")

    assert site_of(one) == "tide.example"


def test_a_relabelled_block_keeps_its_span() -> None:
    (before, *_), (after, *_) = site(), relabelled(site())

    assert [block.span for block in after.blocks] == [block.span for block in before.blocks]
    assert after.blocks[-1].kind is BlockKind.FURNITURE
