"""The answer key of the shipped example agrees with its texts and with itself."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest

from retold.model.document import BlockKind, DateBasis
from retold.model.relation import Dependence, RelationKind
from retold.model.story import DescentKind

FOLDER = files("retold") / "data" / "example"
DEPENDENCE = {
    RelationKind.COPY: Dependence.DEPENDENT,
    RelationKind.REVISION: Dependence.DEPENDENT,
    RelationKind.EXCERPT: Dependence.DEPENDENT,
    RelationKind.PARAPHRASE: Dependence.DEPENDENT,
    RelationKind.REWRITE: Dependence.DEPENDENT,
    RelationKind.SHARED_SOURCE: Dependence.INDEPENDENT,
    RelationKind.INDEPENDENT: Dependence.INDEPENDENT,
}
QUOTATION_MARKS = '"“”'


@cache
def key() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "key.json").read_text(encoding="utf-8"))
    return loaded


@cache
def text_of(document: str) -> str:
    file: str = key()["files"][document]
    return (FOLDER / file).read_bytes().decode("utf-8")


def is_inside_word(text: str, offset: int) -> bool:
    around = text[max(offset - 1, 0) : offset + 1]
    return 0 < offset < len(text) and around.isalnum()


def stories() -> Iterator[dict[str, Any]]:
    """Each story with the origins, primaries and tree the key gives it."""
    head = {name: key()[name] for name in ("origins", "primaries", "stemma")}
    yield {"documents": key()["stories"][0], **head}
    yield from key()["other_stories"]


BODIES = sorted(key()["bodies"])
PLAIN_FILES = sorted(name for name, path in key()["files"].items() if path.endswith(".txt"))
STORIES = list(stories())
QUOTES = key()["quotes_altered"] + key()["unattested_quotes"]


def test_the_key_names_the_tellings_that_are_shipped_and_no_other() -> None:
    shipped = {path.name for path in FOLDER.iterdir()} - {"README.md", "key.json"}

    assert shipped == set(key()["files"].values())


def test_every_file_stem_is_its_document_id() -> None:
    assert all(path.rpartition(".")[0] == name for name, path in key()["files"].items())


def test_every_plain_telling_has_a_body_and_every_other_has_page_edges() -> None:
    assert BODIES == PLAIN_FILES
    assert set(key()["files"]) - set(PLAIN_FILES) == set(key()["pages"])


@pytest.mark.parametrize("document", sorted(key()["files"]))
def test_a_text_is_composed_unicode_with_plain_line_breaks(document: str) -> None:
    text = text_of(document)

    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\N{ZERO WIDTH NO-BREAK SPACE}" not in text


@pytest.mark.parametrize("document", BODIES)
def test_body_spans_lie_in_the_text_in_order(document: str) -> None:
    offsets = [offset for span in key()["bodies"][document] for offset in span]

    assert offsets == sorted(set(offsets))
    assert offsets[0] >= 0
    assert offsets[-1] <= len(text_of(document))


@pytest.mark.parametrize("document", BODIES)
def test_body_spans_begin_and_end_at_word_limits_without_white_space(document: str) -> None:
    text = text_of(document)

    for begin, end in key()["bodies"][document]:
        assert text[begin:end] == text[begin:end].strip()
        assert not is_inside_word(text, begin)
        assert not is_inside_word(text, end)


@pytest.mark.parametrize("document", BODIES)
def test_body_spans_are_whole_lines_that_end_a_sentence(document: str) -> None:
    text = text_of(document)

    for begin, end in key()["bodies"][document]:
        assert begin == 0 or text[begin - 1] == "\n"
        assert text[end] == "\n"
        assert text[end - 1] in ".?!" + QUOTATION_MARKS


@pytest.mark.parametrize("document", BODIES)
def test_blocks_leave_out_only_white_space(document: str) -> None:
    text = text_of(document)
    blocks = key()["blocks"][document]
    limits = [0, *(offset for begin, end, _ in blocks for offset in (begin, end)), len(text)]

    assert limits == sorted(limits)
    assert not "".join(
        text[end:begin] for end, begin in zip(limits[::2], limits[1::2], strict=True)
    ).strip()
    assert {kind for _, _, kind in blocks} <= set(BlockKind)
    assert [block[:2] for block in blocks if block[2] == "body"] == key()["bodies"][document]


def test_every_document_is_in_exactly_one_story() -> None:
    told = Counter(document for story in key()["stories"] for document in story)

    assert told == Counter(key()["files"].keys())


def test_every_story_but_the_first_has_its_own_origins() -> None:
    assert [story["documents"] for story in STORIES] == key()["stories"]


def test_the_main_story_is_told_at_least_ten_times() -> None:
    assert len(key()["stories"][0]) >= 10


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["documents"][0])
def test_origins_part_the_documents_of_their_story(story: dict[str, Any]) -> None:
    placed = Counter(document for origin in story["origins"] for document in origin["documents"])

    assert placed == Counter(story["documents"])


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["documents"][0])
def test_primaries_carry_documents_of_their_story(story: dict[str, Any]) -> None:
    for primary in story["primaries"]:
        assert primary["documents"]
        assert set(primary["documents"]) <= set(story["documents"])


def test_all_pairs_of_a_story_are_judged_once_and_no_pair_across_stories() -> None:
    judged = Counter((relation["left"], relation["right"]) for relation in key()["relations"])
    pairs = Counter(pair for story in key()["stories"] for pair in combinations(sorted(story), 2))

    assert judged == pairs


def test_every_relation_has_its_left_id_before_its_right() -> None:
    assert all(relation["left"] < relation["right"] for relation in key()["relations"])


def test_every_kind_has_the_dependence_it_stands_for() -> None:
    for relation in key()["relations"]:
        for kind in [relation["kind"], *relation.get("or", [])]:
            assert DEPENDENCE[RelationKind(kind)] == relation["dependence"]


def test_every_kind_of_relation_within_a_story_is_in_the_key() -> None:
    assert {relation["kind"] for relation in key()["relations"]} == set(DEPENDENCE)


def test_a_parent_is_one_of_the_two_and_only_of_a_dependent_pair() -> None:
    for relation in key()["relations"]:
        if relation["parent"] is not None:
            assert relation["parent"] in (relation["left"], relation["right"])
            assert relation["dependence"] == "dependent"


def test_two_tellings_are_dependent_exactly_when_they_share_an_origin() -> None:
    origin_of = {
        document: (number, origin["label"])
        for number, story in enumerate(STORIES)
        for origin in story["origins"]
        for document in origin["documents"]
    }

    for relation in key()["relations"]:
        is_shared = origin_of[relation["left"]] == origin_of[relation["right"]]
        assert (relation["dependence"] == "dependent") == is_shared


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["documents"][0])
def test_the_tree_gives_each_node_one_parent_and_no_circle(story: dict[str, Any]) -> None:
    parents = {child: parent for parent, child, _ in story["stemma"]}

    assert len(parents) == len(story["stemma"])
    for node in parents:
        seen = {node}
        above: str | None = parents[node]
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = parents.get(above)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["documents"][0])
def test_the_tree_is_made_of_tellings_lost_ones_and_primaries(story: dict[str, Any]) -> None:
    labels = {f"{primary['label']} (primary)" for primary in story["primaries"]}

    for parent, child, kind in story["stemma"]:
        assert kind in set(DescentKind)
        assert (kind == "cites") == (parent in labels)
        for node in (parent, child):
            assert node in story["documents"] or node in labels or node.endswith("(lost)")


def test_a_parent_in_a_relation_is_above_its_child_in_the_tree() -> None:
    edges = {(parent, child) for story in STORIES for parent, child, _ in story["stemma"]}

    for relation in key()["relations"]:
        if relation["parent"] is not None:
            (child,) = {relation["left"], relation["right"]} - {relation["parent"]}
            assert (relation["parent"], child) in edges


def test_an_earlier_form_comes_before_a_later_one_of_the_same_origin() -> None:
    related = {(relation["left"], relation["right"]): relation for relation in key()["relations"]}

    for earlier, later in key()["earlier_forms"]:
        relation = related[min(earlier, later), max(earlier, later)]
        assert relation["kind"] == "revision"
        assert relation["parent"] in (None, earlier)


def test_the_page_with_a_clock_shows_the_latest_date_of_its_story_and_the_earliest_form() -> None:
    main = key()["stories"][0]
    dates = {name: at for name, (at, _) in key()["dates"].items() if name in main}
    clocks = [name for name, (_, basis) in key()["dates"].items() if basis == "page-clock"]

    assert clocks == [max(dates, key=lambda name: dates[name])]
    assert clocks[0] in {earlier for earlier, _ in key()["earlier_forms"]}
    assert {basis for _, basis in key()["dates"].values()} <= set(DateBasis)


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: f"{quote['document']}-{quote['begin']}")
def test_a_quote_of_the_key_lies_between_quotation_marks(quote: dict[str, Any]) -> None:
    text = text_of(quote["document"])
    begin, end = quote["begin"], quote["end"]

    assert text[begin:end] == quote.get("after", quote.get("text"))
    assert text[begin - 1] in QUOTATION_MARKS
    assert text[end] in QUOTATION_MARKS


def test_the_wording_before_a_change_stands_in_a_faithful_copy() -> None:
    copy = text_of("brackwater-times")

    assert all(f'"{quote["before"]}"' in copy for quote in key()["quotes_altered"])


def test_an_unattested_quote_is_in_one_telling_only() -> None:
    for quote in key()["unattested_quotes"]:
        holders = [document for document in key()["files"] if quote["text"] in text_of(document)]
        assert holders == [quote["document"]]


def test_a_shared_error_is_in_its_line_of_descent_and_nowhere_else() -> None:
    for error in key()["shared_errors"]:
        holders = [document for document in key()["files"] if error["words"] in text_of(document)]
        assert holders == error["documents"]


def test_a_false_credit_stands_beside_the_name_of_the_true_one() -> None:
    for credit in key()["false_credits"]:
        assert credit["claimed"] in text_of(credit["document"])
        assert credit["due"] in text_of(credit["document"])


@pytest.mark.parametrize("document", sorted(key()["pages"]))
def test_the_words_that_limit_a_page_stand_in_it_once(document: str) -> None:
    page = key()["pages"][document]

    assert text_of(document).count(page["begins"]) == 1
    assert text_of(document).count(page["ends"]) == 1
    assert all(words in text_of(document) for words in page["not_body"])
