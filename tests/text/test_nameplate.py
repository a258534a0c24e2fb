import pytest

from retold.model.document import Block, BlockKind, Span
from retold.text.language import language
from retold.text.mastheads import nameplate

BODY = "The mill burned down on Tuesday."


def plate(line: str, kind: BlockKind = BlockKind.FURNITURE) -> str | None:
    text = f"{line}\n{BODY}"
    end = len(line)
    blocks = (
        Block(Span(0, end), kind),
        Block(Span(end + 1, len(text)), BlockKind.BODY),
    )
    return nameplate(text, blocks)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Kestrel Post", "Kestrel Post"),
        ("THE KESTREL POST", "The Kestrel Post"),
        ("The Lowmere Gazette", "The Lowmere Gazette"),
        ("Latest stories", None),
        ("Listen to this page", None),
        ("Kestrel Post reports on floods.", None),
        ("", None),
    ],
)
def test_a_page_that_opens_with_an_outlets_name_is_of_that_outlet(
    line: str, outlet: str | None
) -> None:
    assert plate(line) == outlet


def test_a_title_that_names_an_outlet_is_no_nameplate() -> None:
    assert plate("Kestrel Post", BlockKind.TITLE) is None


def test_names_at_the_begin_of_a_text_do_not_hide_its_language() -> None:
    text = (
        "Wolfgang Brückenhofer, Hannelore Schützenbrink and Friedrich Königswinter of Grünwald "
        "were told by the council that the mill would be closed, and that the families who rent "
        "the rooms above the bakery should look for another place before the spring."
    )

    assert language(text) == "en"
