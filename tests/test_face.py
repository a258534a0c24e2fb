"""The Python face: read, compare, extract, quotes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import retold
from retold.model.document import BlockKind
from retold.model.errors import NothingReadable
from retold.model.relation import Dependence, RelationKind
from retold.model.run import Result
from retold.report.json import encode
from tests.invented.prose import paraphrase, retyped, story

FIRST, SECOND = story(51).body, paraphrase(story(51)).body
# Pieces that pages and broken files are made of.
HOSTILE = st.lists(
    st.sampled_from(
        [
            "\n",
            " ",
            "\x00",
            "\ufeff",
            "\u200b",
            '"',
            "“",
            "”",
            "a",
            "The mill burned. ",
            "12 ",
            "…",
            "2 hours ago\n",
            "By Ada Lund\n",
            "© 2033 Kestrel Post\n",
            "ß",
            "東京",
            "\ud800",
            "e\u0301",
        ]
    ),
    max_size=40,
).map("".join)


def test_a_mapping_is_read_with_what_is_known_of_it() -> None:
    known = {"url": "https://example.org/a", "outlet": "Kestrel Post", "title": "Mill burns"}
    result = retold.read([{"id": "a", "text": FIRST, "date": "2031-05-02", **known}])

    (document,) = result.documents
    assert (document.url, document.outlet, document.title) == tuple(known.values())
    assert document.dates[0].at == "2031-05-02"


def test_paths_and_a_folder_give_the_same(tmp_path: Path) -> None:
    for name, text in (("one", FIRST), ("two", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    folder = retold.read(str(tmp_path))
    listed = retold.read([str(tmp_path / "two.txt"), str(tmp_path / "one.txt")])
    assert [one.documents for one in folder.stories] == [("one", "two")]
    assert [one.relations for one in folder.stories] == [one.relations for one in listed.stories]


@pytest.mark.parametrize("nothing", [[], [{"id": "a", "text": ""}], [{"id": "a"}]])
def test_a_pile_without_a_text_is_nothing_readable(nothing: list[dict[str, str]]) -> None:
    with pytest.raises(NothingReadable, match="no text could be read"):
        retold.read(nothing)


def test_a_record_that_cannot_be_read_is_told_and_the_rest_goes_on() -> None:
    result = retold.read([{"id": "a", "text": FIRST}, {"id": "b", "text": " "}, {"text": SECOND}])

    assert [one.id for one in result.documents] == ["a"]
    assert len(result.rejected) == 2


def test_two_records_of_one_id_are_not_lost_in_silence() -> None:
    result = retold.read([{"id": "a", "text": FIRST}, {"id": "a", "text": SECOND}])

    told = [name for one in result.stories for name in one.documents]
    assert len(told) == len(result.documents)
    assert len(result.documents) + len(result.rejected) == 2


def test_two_texts_are_compared_by_their_sides() -> None:
    relation = retold.compare(FIRST, SECOND)

    assert (relation.left, relation.right) == ("left", "right")
    assert (relation.kind, relation.dependence) == (RelationKind.PARAPHRASE, Dependence.DEPENDENT)
    assert relation.links


def test_two_languages_in_a_pair_are_unknown() -> None:
    german = (
        "Die Mühle in Ostrey brannte in der Nacht auf Dienstag ab, weil ein Lager heiß lief. "
        "Neun Familien, die über der Bäckerei wohnen, wurden über die Hintertreppe geführt."
    )
    relation = retold.compare(FIRST, german)

    assert relation.dependence is Dependence.UNKNOWN
    assert [one.code for one in relation.reasons] == ["two-languages"]


def test_a_language_without_a_table_is_compared_all_the_same() -> None:
    finnish = (
        "Mylly paloi maan tasalle tiistain vastaisena yönä, kun laakeri kuumeni liikaa. "
        "Yhdeksän perhettä vietiin ulos takaportaita pitkin ennen kuin katto romahti. "
        "Kolmen pitäjän palokunnat pumppasivat myllylammen tyhjäksi aamuun mennessä. "
        "Omistaja oli kahdesti pyytänyt uutta palopostia kylän reunalle."
    )

    assert retold.compare(finnish, finnish).kind is RelationKind.COPY


def test_a_page_is_taken_apart() -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in FIRST.split("\n\n"))
    page = retold.extract(
        f"<html><title>Mill burns</title><nav>Home News</nav><article>{paragraphs}</article>"
        "<footer>© 2033 Kestrel Post</footer></html>",
        "https://example.org/mill",
    )

    body = " ".join(span.of(page.text) for span in page.body)
    assert body.split() == FIRST.split()
    assert "Kestrel Post" in page.text
    assert page.url == "https://example.org/mill"


def test_quotations_of_a_text_are_found_in_order() -> None:
    text = 'He called it "a routine matter". "We asked twice," she said.'

    assert [one.span.of(text) for one in retold.quotes(text)] == [
        "a routine matter",
        "We asked twice,",
    ]
    assert retold.quotes("") == ()


def read_all(texts: list[str]) -> Result | None:
    try:
        return retold.read([{"id": str(place), "text": text} for place, text in enumerate(texts)])
    except NothingReadable:
        return None


@settings(max_examples=25)
@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_no_text_breaks_the_chain_and_nothing_is_lost(texts: list[str]) -> None:
    result = read_all(texts)

    if result is not None:
        told = sorted(name for one in result.stories for name in one.documents)
        assert told == sorted(one.id for one in result.documents)
        assert len(result.documents) + len(result.rejected) == len(texts)
        assert encode(result)


@settings(max_examples=15)
@given(HOSTILE)
def test_hostile_text_beside_a_good_one_is_never_dependent(text: str) -> None:
    relation = retold.compare(FIRST, text)

    assert relation.dependence is not Dependence.DEPENDENT


@pytest.mark.parametrize("text", ["a" * 200_000, "a " * 50_000, '"' * 100_000, "\n" * 100_000])
def test_long_runs_of_one_thing_end_in_time(text: str) -> None:
    assert retold.compare(text, text).dependence in set(Dependence)


def test_a_text_of_furniture_alone_is_a_story_of_its_own() -> None:
    furniture = (
        "Latest Stories\nTen soups\n2 hours ago\nChess club\n3 hours ago\n© 2033 Kestrel Post\n"
    )
    result = retold.read([{"id": "a", "text": furniture}, {"id": "b", "text": FIRST}])

    assert [one.documents for one in result.stories] == [("a",), ("b",)]


def test_a_copy_in_another_typography_is_one_origin() -> None:
    (one,) = retold.read([{"id": "a", "text": FIRST}, {"id": "b", "text": retyped(FIRST)}]).stories

    assert [origin.documents for origin in one.origins] == [("a", "b")]
    assert {block.kind for block in retold.extract("<p>x</p>").blocks} <= set(BlockKind)
