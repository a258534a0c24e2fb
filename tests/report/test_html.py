"""The page: well formed, closed to the network, safe, and with its links joined up."""

import base64
import dataclasses
import hashlib
import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from retold.model.document import BlockKind
from retold.model.run import Result
from retold.report import anchors
from retold.report.html import page
from tests.report import bridge_texts, hostile, invented

LOADING = ("src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(scope="module")
def drawn() -> str:
    return page(invented.result())


@pytest.fixture(scope="module")
def tree(drawn: str) -> Any:
    return html.document_fromstring(drawn)


def many() -> Result:
    """Two stories of several tellings and thirty texts alone."""
    result = invented.result()
    last = result.documents[-1]
    alone = [dataclasses.replace(last, id=f"alone-{n:02}") for n in range(30)]
    twin = dataclasses.replace(result.stories[0], id="another")
    return dataclasses.replace(
        result,
        documents=(*result.documents, *alone),
        stories=(result.stories[0], twin, *map(invented.alone, alone)),
    )


def test_the_verdict_and_the_three_numbers_stand_on_top(tree: Any) -> None:
    [verdict] = tree.xpath("//p[@class='verdict']/text()")
    numbers = ["".join(one.itertext()) for one in tree.xpath("//dl[@class='numbers']//dd")]

    assert (
        verdict
        == "5 tellings go back to at least 2, at most 3 origins and rest on 1 primary source."
    )
    assert numbers == ["5", "2–3", "1"]


def test_nothing_is_loaded(tree: Any) -> None:
    attributes = {name for element in tree.iter() for name in element.attrib}
    linked = {link for link in tree.xpath("//@href") if not link.startswith("#")}

    assert not tree.xpath("//link|//iframe|//img|//object|//embed|//form|//base")
    assert not attributes & set(LOADING)
    assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert linked == {"https://example.org/b?a=1&b"}


def test_the_policy_allows_this_style_sheet_and_this_script_alone(tree: Any) -> None:
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    [style], [script] = tree.xpath("//style/text()"), tree.xpath("//script[not(@type)]/text()")

    assert policy == (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_the_script_is_small_and_asks_for_nothing(tree: Any) -> None:
    [script] = tree.xpath("//script[not(@type)]/text()")

    assert len(script.encode()) <= 30 * 1024
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|import|eval|Function)\b", script)


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def scripts(tree: Any) -> list[str]:
    """Texts of the elements that hold a script or numbers for it."""
    return [str(one) for one in tree.xpath("//script/text()")]


@pytest.mark.parametrize("result", [invented.result(), many()], ids=["one story", "many"])
def test_every_link_leads_to_one_place(result: Result) -> None:
    tree = html.document_fromstring(page(result))
    places = tree.xpath("//@id")
    wanted = {link[1:] for link in tree.xpath("//@href") if link.startswith("#")}

    doubled = {one for one in places if places.count(one) > 1}
    # The second story tells of the same documents here, which no real result does.
    assert not {one for one in doubled if not one.startswith(("doc-", "s-", "pair-"))}
    assert wanted <= set(places)


@pytest.mark.parametrize("result", [invented.result(), many()], ids=["one story", "many"])
def test_headings_leave_out_no_level(result: Result) -> None:
    tree = html.document_fromstring(page(result))
    levels = [int(one.tag[1]) for one in tree.iter(*HEADINGS)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - above <= 1 for above, deeper in pairwise(levels))


def test_texts_carry_their_language(tree: Any) -> None:
    assert "de" in tree.xpath("//div[@class='text']/@lang")


def test_furniture_is_shown_and_labelled(tree: Any) -> None:
    furniture = tree.xpath("//div[@class='b furniture']")

    assert any("Ferry fares to rise again" in one.text_content() for one in furniture)
    assert all(one.find("span").text == "furniture" for one in furniture)


def test_every_character_of_a_body_is_shown(tree: Any) -> None:
    shown = tree.get_element_by_id("doc-bridge-05").xpath(".//div[@class='b body']")

    assert [one.text_content().strip() for one in shown] == [bridge_texts.OWN]


def test_every_input_stands_with_its_digest(drawn: str) -> None:
    assert all(one.sha256 is not None and one.sha256 in drawn for one in invented.documents())


def test_refusals_stand_with_their_reasons(tree: Any) -> None:
    listed = [one.text_content() for one in tree.xpath("//section[@id='rejected']//li")]

    assert listed == [
        "pile/empty.txt: empty: no character in it",
        "pile/more.jsonl, record 3: no 'text' field (found: body, id)",
    ]


def test_the_page_is_small(drawn: str) -> None:
    assert len(drawn.encode()) < 100_000


def test_the_same_result_gives_the_same_page(drawn: str) -> None:
    assert page(invented.result()) == drawn


def test_an_empty_result_is_a_page() -> None:
    empty = dataclasses.replace(invented.result(), documents=(), stories=(), rejected=())

    assert "0 documents, 0 stories" in page(empty)


def test_a_text_too_long_for_the_page_is_cut_and_counted() -> None:
    long = invented.made("long", (BlockKind.BODY, "word " * 100_000))
    result = dataclasses.replace(
        invented.result(), documents=(long,), stories=(invented.alone(long),), rejected=()
    )

    drawn = page(result)

    assert "300,002 further characters are not shown here." in drawn
    assert len(drawn) < 300_000


def test_an_address_that_is_no_web_address_is_not_a_link() -> None:
    one = dataclasses.replace(invented.documents()[0], url="javascript:alert(1)")
    result = dataclasses.replace(
        invented.result(), documents=(one,), stories=(invented.alone(one),)
    )

    tree = html.document_fromstring(page(result))

    assert not [link for link in tree.xpath("//@href") if not link.startswith("#")]


@settings(max_examples=60)
@given(st.lists(hostile.texts(), min_size=2, max_size=4))
def test_no_text_becomes_markup(words: list[str]) -> None:
    drawn = page(hostile.result_of(words))

    tree = html.document_fromstring(drawn)
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert not hostile.ACTING.search(drawn.replace("\t", ""))
    assert not tree.xpath("//img")
    *given, script = scripts(tree)
    assert re.fullmatch(r'(?:[\[\]{}:,\d-]|"\w+"|true|false)*', "".join(given))
    assert script == scripts(html.document_fromstring(page(invented.result())))[-1]
    assert not [name for name in attributes if name.startswith("on")]
    assert all(re.match(r"#|https?://", link) for link in tree.xpath("//@href"))
    assert drawn.encode("utf-8")


@given(st.text(st.characters(), max_size=300), st.text(st.characters(), max_size=300))
def test_two_ids_have_two_places(left: str, right: str) -> None:
    slugs = anchors.slug(left), anchors.slug(right)

    assert (slugs[0] == slugs[1]) == (left == right)
    assert all(re.fullmatch(r"[\w.~-]{0,93}", slug, re.ASCII) for slug in slugs)
