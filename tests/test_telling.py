"""Stories told whole and briefly."""

from collections.abc import Sequence

from retold.bench import Settings, TellSettings
from retold.model.document import Document
from retold.pipeline import retell
from retold.readers.text import document_of_text
from retold.telling import brief
from tests.invented.prose import paraphrase, retyped, story

BRIEFLY = Settings(tell=TellSettings(alone_up_to=0, whole_up_to=0))


def pile() -> list[Document]:
    news = story(61)
    texts = {
        "a": news.body,
        "b": retyped(news.body),
        "c": paraphrase(news).body,
        "d": story(62).body,
        "e": "PARIS (Harbour Agency) - “It was a routine matter,” said Ada Lund on 3 May 2031.",
    }
    return [document_of_text(name, text) for name, text in texts.items()]


def test_a_brief_story_is_the_whole_one_without_what_its_tellings_say() -> None:
    whole = retell(pile(), Settings())

    assert any(one.quotes or one.names for one in whole)
    assert retell(pile(), BRIEFLY) == [brief(one) for one in whole]


def test_texts_alone_are_told_briefly_before_stories_are() -> None:
    whole = retell(pile(), Settings())
    some = retell(pile(), Settings(tell=TellSettings(alone_up_to=0)))

    assert some == [brief(one) if len(one.documents) == 1 else one for one in whole]


def test_what_is_not_told_is_said() -> None:
    def said(settings: Settings, documents: Sequence[Document]) -> list[str]:
        heard: list[str] = []
        retell(documents, settings, say=heard.append)
        return heard

    assert said(Settings(), pile()) == []
    assert [line.split("(setting ")[1] for line in said(BRIEFLY, pile())] == [
        "tell.whole_up_to)",
        "tell.alone_up_to)",
    ]
