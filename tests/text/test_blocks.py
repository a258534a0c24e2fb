"""Labels of plain text: by the rules alone, and as the readers give them, with the trees."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import Block, BlockKind, Document
from retold.readers.line_weights import text_forest
from retold.text.blocks import label
from tests.text.pages import BODY, KOERPER, foreign_pages

Labels = Callable[[str], tuple[Block, ...]]


def with_trees(text: str) -> tuple[Block, ...]:
    return label(text, text_forest())


both_ways = pytest.mark.parametrize("labels", [label, with_trees])


def bodies(text: str, labels: Labels = label) -> list[str]:
    return [block.span.of(text) for block in labels(text) if block.kind is BlockKind.BODY]


def kind_of(line: str, text: str) -> BlockKind:
    return next(block.kind for block in label(text) if line in block.span.of(text))


@both_ways
@given(text=st.text())
def test_blocks_of_any_text_are_in_order_and_leave_out_only_white_space(
    labels: Labels, text: str
) -> None:
    blocks = labels(text)

    Document("any", text, blocks)
    held = "".join(block.span.of(text) for block in blocks)
    assert "".join(held.split()) == "".join(text.split())


@given(
    st.lists(
        st.sampled_from(["- ", "1 hour", "News", "Read more", "By Ada", "A b.", "\n", "©", "“Go”"])
    )
)
def test_blocks_of_pages_made_of_furniture_do_not_overlap(pieces: list[str]) -> None:
    text = "\n".join(pieces)

    Document("any", text, label(text))


@both_ways
@given(
    page=foreign_pages(),
    gap=st.sampled_from(["\n", "\n\n"]),
    body=st.sampled_from([BODY, KOERPER]),
)
def test_a_foreign_page_around_a_body_leaves_it_the_body(
    labels: Labels, page: tuple[tuple[str, ...], tuple[str, ...]], gap: str, body: tuple[str, ...]
) -> None:
    text = gap.join([*page[0], *body, *page[1]])

    assert bodies(text, labels) == list(body)


@both_ways
@pytest.mark.parametrize(
    "text",
    [
        " ".join(BODY),
        BODY[0],
        "\n".join(BODY).lower(),
        "\n".join(KOERPER),
        "Rain on the pier\nthe gulls are late\nand nobody sings",
        "Rain falls.",
        "\n".join(f"- {line}" for line in BODY),
    ],
)
def test_a_text_of_one_piece_or_kind_is_all_body(labels: Labels, text: str) -> None:
    assert "\n".join(bodies(text, labels)) == text


def test_teasers_in_the_third_person_are_furniture_to_the_trees() -> None:
    teasers = [
        "More from the county",
        "Flat loaf wins",
        "A baker from the upper town has won the prize for the flattest loaf, the jury said.",
        "Swans hold up the tram",
        "Three swans held up the tram at the old bridge for an hour, passengers told the line.",
        "School choir to sing",
        "The choir of the upper school is to sing on the lighthouse, its teacher announced.",
    ]

    assert bodies("\n".join([*BODY, *teasers]), with_trees) == list(BODY)


def test_lines_broken_at_a_margin_are_one_paragraph_each() -> None:
    text = (
        "PIER AT LOWMERE CLOSED\n"
        "The harbour council of Lowmere voted on Tuesday to close the\n"
        "eastern pier until the spring, after a storm took eleven of its\n"
        "forty piles and left the landing stage hanging in the water.\n"
        "    Two of the three ferry lines will stop at the old fish market\n"
        "instead, the council said, and repairs are to begin in March when\n"
        "the water is low.\n"
    )

    found = bodies(text)

    assert len(found) == 2
    assert found[0].endswith("hanging in the water.")
    assert kind_of("PIER AT", text) is BlockKind.TITLE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The eastern pier on Monday (Photo: Jo Vane)", BlockKind.CAPTION),
        ("Foto: Jo Vane/dpa", BlockKind.CAPTION),
        ("Divers below the pier ( AP )", BlockKind.CAPTION),
        ("What the divers found", BlockKind.HEADING),
        ("Read more: Swans hold up the tram", BlockKind.FURNITURE),
        ("Lesen Sie auch: Möwen stehlen Brötchen", BlockKind.FURNITURE),
        ("Sign up to our newsletter and get our reporting in your inbox.", BlockKind.FURNITURE),
        ("Advertisement", BlockKind.FURNITURE),
    ],
)
def test_a_line_inside_the_text_is_what_its_words_say(line: str, kind: BlockKind) -> None:
    text = "\n\n".join([*BODY[:3], line, *BODY[3:]])

    assert kind_of(line, text) is kind
    assert bodies(text) == list(BODY)


def test_what_a_pull_quote_is_from_is_a_caption() -> None:
    quote = "“The pier will not stand another winter like this one.”"
    text = "\n".join([*BODY[:3], quote, "Letter of the harbour master", *BODY[3:]])

    assert kind_of("Letter of", text) is BlockKind.CAPTION
    assert quote in bodies(text)


def test_a_paragraph_that_stands_twice_is_body_once() -> None:
    text = "\n".join([*BODY, "Topics", *BODY])

    assert bodies(text) == list(BODY)


def test_a_headline_list_with_hours_is_furniture_without_any_label() -> None:
    text = "\n".join([*BODY, "-", "Swans hold up tram", "2 hours -", "Flat loaf wins", "3 hours -"])

    assert bodies(text) == list(BODY)


def test_a_report_on_subscriptions_is_no_appeal() -> None:
    line = (
        "The ferry line said that those who subscribe to its newsletter would pay less per month."
    )

    assert line in bodies("\n".join([*BODY, line]))


def test_title_and_byline_are_told_from_the_masthead() -> None:
    text = "\n\n".join(["Lowmere Tide", "Eastern pier closed until spring", "Nils Abeck", *BODY])

    assert kind_of("Eastern", text) is BlockKind.TITLE
    assert kind_of("Nils", text) is BlockKind.BYLINE
    assert kind_of("Lowmere Tide", text) is BlockKind.FURNITURE


def test_readers_comments_after_the_text_are_furniture() -> None:
    comments = [
        "Jo: This is the worst thing that the council has ever done to us.",
        "Ann: I do not agree.",
    ]
    text = "\n\n".join(
        ["Pier shut", *BODY, "What did you think of this?", "Comments (2)", *comments]
    )

    assert bodies(text) == list(BODY)


def test_a_short_call_to_the_reader_is_furniture() -> None:
    call = "Jetzt den Newsletter abonnieren und keine Nachricht aus Lohmeer verpassen!"

    assert kind_of(call, "\n".join([*KOERPER, call])) is BlockKind.FURNITURE
