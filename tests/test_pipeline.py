"""The chain: what each stage is told, and what comes out in which order."""

from dataclasses import replace

import pytest

from retold.backends.serial import Serial
from retold.bench import Settings, TellSettings
from retold.model.document import Document
from retold.pairs.relate import RelateSettings
from retold.pipeline import retell
from retold.readers.text import document_of_text
from tests.invented.prose import paraphrase, retyped, story


def pile() -> list[Document]:
    news = story(61)
    texts = {
        "c": news.body,
        "a": paraphrase(news).body,
        "d": story(62).body,
        "b": retyped(news.body),
    }
    return [document_of_text(name, text) for name, text in texts.items()]


def test_stories_come_in_the_order_of_their_first_documents() -> None:
    assert [one.documents for one in retell(pile(), Settings())] == [("a", "b", "c"), ("d",)]


def test_every_pair_of_a_story_is_judged_and_counted() -> None:
    told, alone = retell(pile(), Settings())

    assert (told.pairs_judged, told.pairs_possible) == (3, 3)
    assert [(one.left, one.right) for one in told.relations] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert (alone.pairs_judged, alone.pairs_possible) == (0, 0)


def test_progress_is_told_for_each_stage_to_its_end() -> None:
    ticks: list[tuple[str, int, int]] = []
    retell(pile(), Settings(), tick=lambda *tick: ticks.append(tick))

    last = {stage: (done, total) for stage, done, total in ticks}
    assert list(last) == ["comparing", "telling"]
    assert all(done == total for done, total in last.values())
    assert last["telling"] == (2, 2)


@pytest.mark.parametrize(("copies", "told"), [(20, 0), (45, 1)])
def test_that_not_all_pairs_met_is_said_where_it_matters(copies: int, told: int) -> None:
    said, text = list[str](), story(61).body
    brief = Settings(tell=TellSettings(alone_up_to=0, whole_up_to=0))
    retell([document_of_text(f"{at:02}", text) for at in range(copies)], brief, say=said.append)

    assert sum("met a few" in line for line in said) == told


def test_no_documents_tell_no_story() -> None:
    assert retell([], Settings()) == []


def test_the_engine_changes_nothing() -> None:
    class Backwards(Serial):
        """Makes the last item first, and gives the first one first."""

        def map(self, function, items):  # type: ignore[no-untyped-def]
            made = [function(item) for item in reversed(list(items))]
            return iter(made[::-1])

    assert retell(pile(), Settings(), engine=Backwards()) == retell(pile(), Settings())


def test_settings_have_one_digest_for_one_set_of_values() -> None:
    changed = replace(Settings(), relate=RelateSettings(dependent_from=0.7))

    assert Settings().digest == Settings().digest
    assert changed.digest != Settings().digest


def test_settings_reach_the_stage_they_are_for() -> None:
    strict = replace(Settings(), relate=RelateSettings(dependent_from=1.1, independent_to=-0.1))
    with_strict = [one for told in retell(pile(), strict) for one in told.relations]

    assert {one.kind.value for one in with_strict} <= {"unknown"}


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_document_without_a_word_is_a_story_of_one(text: str) -> None:
    stories = retell([*pile(), Document("e", text, ())], Settings())

    assert ("e",) in [one.documents for one in stories]
