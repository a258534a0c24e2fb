"""Labels of plain text as the readers give them: rules, and the trees that ship."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import BlockKind, Document
from retold.readers.line_weights import text_forest
from retold.text.blocks import label
from tests.text.pages import BODY, KOERPER, foreign_pages


def bodies(text: str) -> list[str]:
    found = label(text, text_forest())
    return [block.span.of(text) for block in found if block.kind is BlockKind.BODY]


@given(st.text())
def test_blocks_of_any_text_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    blocks = label(text, text_forest())

    Document("any", text, blocks)
    held = "".join(block.span.of(text) for block in blocks)
    assert "".join(held.split()) == "".join(text.split())


@given(foreign_pages(), st.sampled_from(["\n", "\n\n"]), st.sampled_from([BODY, KOERPER]))
def test_a_foreign_page_around_a_body_leaves_it_the_body(
    page: tuple[tuple[str, ...], tuple[str, ...]], gap: str, body: tuple[str, ...]
) -> None:
    text = gap.join([*page[0], *body, *page[1]])

    assert bodies(text) == list(body)


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
def test_a_text_of_one_piece_or_kind_is_all_body(text: str) -> None:
    assert "\n".join(bodies(text)) == text


def test_teasers_in_the_third_person_are_furniture() -> None:
    teasers = [
        "More from the county",
        "Flat loaf wins",
        "A baker from the upper town has won the prize for the flattest loaf, the jury said.",
        "Swans hold up the tram",
        "Three swans held up the tram at the old bridge for an hour, passengers told the line.",
        "School choir to sing",
        "The choir of the upper school is to sing on the lighthouse, its teacher announced.",
    ]

    assert bodies("\n".join([*BODY, *teasers])) == list(BODY)
