"""`retold rebuild`: which story is meant, and what is printed of its lost texts."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest

from retold.cli.rebuild import chosen
from retold.model.document import Place, Span
from retold.model.run import Rejected
from retold.model.story import Node, NodeKind, Rebuilt, RebuiltSentence, Stemma, Story
from tests.cli.conftest import Ended
from tests.cli.fakes import Faked, document, story

Shell = Callable[..., Ended]


def with_lost(*names: str, title: str = "A ferry runs aground") -> Story:
    """A story of some tellings and one lost text of two sentences."""
    both = tuple(Place(name, Span(0, 19)) for name in names)
    sentences = (
        RebuiltSentence("A ferry ran aground.", both, 0.97),
        RebuiltSentence("Nobody was hurt.", both[:1], 0.5, (Span(0, 15),)),
    )
    return replace(
        story(*names),
        title=title,
        stemma=Stemma((Node("n1", NodeKind.LOST, "Harbour Agency"),), ()),
        rebuilt=(Rebuilt("n1", sentences),),
    )


@pytest.fixture
def pile(faked: Faked, tmp_path: Path) -> Faked:
    """A folder to read, and a story with a lost text in it."""
    (tmp_path / "pile").mkdir()
    faked.pile = [document(name, path=f"pile/{name}.txt") for name in "abc"]
    faked.stories = (with_lost("a", "b", "c"),)
    return faked


def test_each_sentence_stands_with_its_tellings_and_how_sure_it_is(
    pile: Faked, shell: Shell
) -> None:
    ended = shell("rebuild", "pile")

    assert ended.code == 0
    assert ended.out == (
        "A ferry runs aground\n"
        "\n"
        "Harbour Agency (lost)\n"
        "3 tellings attest it; 2 sentences rebuilt\n"
        "‹ ›: words that one telling has, or that tellings dispute\n"
        "\n"
        "  1  A ferry ran aground.\n"
        "     almost certain (97 %): all 3 tellings\n"
        "\n"
        "  2  ‹Nobody was hurt›.\n"
        "     about even (50 %): a\n"
    )


def test_json_holds_the_lost_texts_with_their_labels(pile: Faked, shell: Shell) -> None:
    written = json.loads(shell("rebuild", "pile", "--json").out)

    assert written["story"] == "a-b-c"
    assert [one["label"] for one in written["rebuilt"]] == ["Harbour Agency"]
    assert written["rebuilt"][0]["sentences"][1] == {
        "wording": "Nobody was hurt.",
        "sureness": 0.5,
        "doubtful": [[0, 15]],
        "uses": [{"document": "a", "begin": 0, "end": 19}],
    }


def test_a_story_without_a_lost_text_says_so(pile: Faked, shell: Shell) -> None:
    pile.stories = (story("a", "b"),)

    ended = shell("rebuild", "pile")

    assert (ended.code, "No text of this story is lost" in ended.out) == (0, True)


def test_a_story_alone_is_no_path(pile: Faked, shell: Shell) -> None:
    ended = shell("rebuild", "ferry")

    assert ended.code == 2
    assert "'ferry' is no path; name what to read after the story" in ended.err


def test_a_story_may_be_named_before_the_path(pile: Faked, shell: Shell) -> None:
    pile.stories = (with_lost("a", "b"), with_lost("c", "d", title="A bridge is closed"))

    assert "A bridge is closed" in shell("rebuild", "bridge closed", "pile").out
    assert shell("rebuild", "pile").code == 2


def test_rejected_inputs_are_listed_and_change_the_exit_code(pile: Faked, shell: Shell) -> None:
    pile.pile.append(Rejected("pile/x.txt", None, "empty"))

    ended = shell("rebuild", "pile")

    assert ended.code == 4
    assert "rejected pile/x.txt: empty" in ended.err


STORIES = (
    with_lost("ab", "cd"),
    with_lost("abc", "d", title="A ferry is pulled from service"),
    story("x", "y"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("ab-cd", "ab-cd"), ("abc", "abc-d"), ("AB-", "ab-cd"), ("Ferry pulled", "abc-d")],
)
def test_a_story_is_meant_by_its_id_its_beginning_or_words_of_its_title(
    asked: str, found: str
) -> None:
    assert chosen(STORIES, asked).id == found


@pytest.mark.parametrize("asked", ["ab", "ferry", "harbour", " ", None])
def test_none_or_several_meant_is_a_usage_error_that_lists_them(asked: str | None) -> None:
    with pytest.raises(click.UsageError, match="ab-cd"):
        chosen(STORIES, asked)


def test_without_a_name_the_only_story_with_a_lost_text_is_meant() -> None:
    assert chosen(STORIES[1:], None).id == "abc-d"
