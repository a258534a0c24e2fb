import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model.document import MarkKind
from retold.readers.concealed import concealed
from retold.readers.html import document_of_html
from retold.readers.tree import tree_of

SHOWN = "<p>" + "The harbour office closed the pier on Monday. " * 5 + "</p>"


def hidden(inner: str, head: str = "") -> list[str]:
    tree = tree_of(f"<html><head>{head}</head><body>{SHOWN}{inner}</body></html>")
    return [mark.text for mark in concealed(tree).marks]


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : none !important",
        "visibility: hidden",
        "opacity:0",
        "opacity: 0.0; color: red",
        "font-size:0",
        "font-size: 0px",
        "position:absolute;left:-9999px",
        "text-indent:-9999px",
        "clip: rect(0,0,0,0)",
        "clip-path: inset(50%)",
    ],
)
def test_text_hidden_by_its_style_is_told_and_not_read(style: str) -> None:
    inner = f'<p style="{style}">copied from the Brine</p>'

    assert hidden(inner) == ["copied from the Brine"]
    assert "Brine" not in document_of_html("x", SHOWN + inner).text


@pytest.mark.parametrize(
    "style",
    [
        "opacity:0.5",
        "opacity:.05",
        "font-size:0.8em",
        "display:block",
        "left:-10px",
        "margin-left:-20px",
        "opacity: ;",
    ],
)
def test_what_can_be_seen_is_not_hidden(style: str) -> None:
    assert hidden(f'<p style="{style}">copied from the Brine</p>') == []


def test_the_hidden_attribute_hides() -> None:
    assert hidden("<p hidden>copied from the Brine</p>") == ["copied from the Brine"]


@pytest.mark.parametrize("rule", [".x{display:none}", "p.x { opacity: 0 }", "#y, .z{display:none}"])
def test_a_plain_rule_of_the_page_hides(rule: str) -> None:
    inner = '<p class="a x" id="y">copied from the Brine</p>'

    assert hidden(inner, f"<style>{rule}</style>") == ["copied from the Brine"]


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{.x{display:none}}",
        "@keyframes f{.x{opacity:0}}",
        ".menu .x{display:none}",
        ".x:hover{display:none}",
        ".x{display:none}.x{display:block}",
        "/* .x{display:none} */",
        ".x{display:none",
    ],
)
def test_a_rule_for_some_other_case_does_not(rule: str) -> None:
    assert hidden('<p class="x">copied from the Brine</p>', f"<style>{rule}</style>") == []


def test_a_page_that_a_script_fades_in_is_read() -> None:
    document = document_of_html("x", f'<div style="opacity:0">{SHOWN}</div>')

    assert "harbour office" in document.text
    assert document.marks == ()


def test_a_hidden_text_in_a_hidden_text_is_told_once() -> None:
    assert hidden("<div hidden>copied <p hidden>from the Brine</p></div>") == [
        "copied from the Brine"
    ]


def test_faint_elements_that_hide_much_of_a_page_together_are_all_faded_in() -> None:
    faded = "".join(f'<p style="opacity:0">the {word} pier is shut</p>' for word in "abcdefghijklm")
    shown = "<p>" + "the harbour council voted on the pier today " * 20 + "</p>"

    assert hidden(shown + faded) == []
    assert hidden(shown + faded[: len(faded) // 13]) == ["the a pier is shut"]


def test_a_documents_marks_hold_all_that_is_unseen() -> None:
    page = SHOWN + "<p hidden>copied from the Brine</p><p>har\u200bbour h\u0430rbour</p>"

    assert [mark.kind for mark in document_of_html("x", page).marks] == [
        MarkKind.HIDDEN,
        MarkKind.ZERO_WIDTH,
        MarkKind.LOOK_ALIKE,
    ]


@pytest.mark.parametrize(
    "inner",
    [
        "<div hidden>" * 3_000 + "deep words",
        '<div style="opacity:0">' * 3_000 + "deep words",
        "<p hidden>many words</p>" * 5_000,
        "<style>" + ".x{display:none}" * 50_000 + "</style>",
        "<style>" + "{" * 100_000 + "</style>",
        "<style>.x{opacity:0" + " " * 400_000 + "x}</style>",
        "<style>.x{clip:rect(0" + " " * 400_000 + "x}</style>",
        f'<p style="{"opacity:0" * 10_000}">words</p>',
    ],
)
def test_hostile_styles_are_read_in_bounded_time(inner: str) -> None:
    assert len(hidden(inner)) <= 51


@given(st.text(alphabet=st.sampled_from(list("{}.#xp:;,/*@ displaynoe0"))))
def test_no_style_sheet_breaks_the_reading(sheet: str) -> None:
    hidden('<p class="x">copied from the Brine</p>', f"<style>{sheet}</style>")
