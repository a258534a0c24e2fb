"""The Q codes: what is told, how grave it is, and where."""

from retold.changes.drift.quotes import quote_drifts
from retold.changes.ledger import ledger
from retold.changes.quotes.status import judge
from retold.changes.tellings import Tellings
from retold.model.change import Drift, Severity
from retold.model.story import DescentKind
from tests.changes.tellings import tellings

COPY, PARAPHRASE, REVISION = DescentKind.COPY, DescentKind.PARAPHRASE, DescentKind.REVISION
LEAD = "The mill at Orrow Bridge burned down on Tuesday night, and nobody was hurt in the fire. "
GIVEN = "We have not found the 28 barrels that the owners told us about"
COPIES = {"a": ("lost", COPY), "b": ("lost", COPY), "c": ("lost", PARAPHRASE)}


def story(words: str) -> Tellings:
    """Two copies of a text, and a rewording with `words` in place of what was said."""
    said = {"a": GIVEN, "b": GIVEN, "c": words}
    texts = {name: f'{LEAD}"{one}," said Petra Vannick.' for name, one in said.items()}
    return tellings(texts, COPIES)


def told(tellings_of_story: Tellings) -> list[Drift]:
    judged = judge(tellings_of_story)
    return list(quote_drifts(ledger(judged), judged))


def test_nothing_is_told_of_faithful_tellings() -> None:
    assert told(story(GIVEN)) == []


def test_other_words_are_told_with_both_places_and_no_more_than_wording() -> None:
    (found,) = told(story(GIVEN.replace("found", "discovered")))

    assert (found.code, found.severity) == ("Q101", Severity.WORDING)
    assert (found.parent and found.parent.document, found.child and found.child.document) == (
        "a",
        "c",
    )
    assert '"found" became "discovered"' in found.note


def test_a_denial_lost_is_a_change_of_meaning() -> None:
    (found,) = told(story(GIVEN.replace("not ", "")))

    assert (found.code, found.severity) == ("Q101", Severity.MEANING)
    assert "it changes a denial" in found.note


def test_a_slip_of_the_pen_is_a_typo() -> None:
    (found,) = told(story(GIVEN.replace("barrels", "barrles")))

    assert (found.code, found.severity) == ("Q101", Severity.TYPO)


def test_a_cut_is_told_from_the_fuller_telling() -> None:
    (found,) = told(story("We have not found the 28 barrels"))

    assert (found.code, found.severity) == ("Q102", Severity.WORDING)
    assert found.before == f"{GIVEN},"


def test_a_quotation_that_only_a_descendant_has_is_told() -> None:
    texts = {
        name: f'{LEAD}"{GIVEN}," said Petra Vannick. "{more}"' if more else f'{LEAD}"{GIVEN}."'
        for name, more in {"a": "", "b": "", "c": "Make sure nobody asks about the yard."}.items()
    }
    (found,) = told(tellings(texts, COPIES))

    assert (found.code, found.severity, found.parent) == ("Q104", Severity.MEANING, None)
    assert found.note == "in no other telling we hold"


def test_a_quotation_that_an_independent_telling_alone_has_is_no_finding() -> None:
    texts = {
        "a": f'{LEAD}"{GIVEN}," said Petra Vannick.',
        "b": f'{LEAD}"The owners were asleep at the time of it," said Ada Lund.',
    }

    assert told(tellings(texts, origins=(("a",), ("b",)))) == []


def test_independent_tellings_with_another_sense_contradict_each_other() -> None:
    texts = {
        "a": f'{LEAD}"{GIVEN}," said Petra Vannick.',
        "b": f'{LEAD}"{GIVEN.replace("28", "82")}," said Petra Vannick.',
    }
    (found,) = told(tellings(texts, origins=(("a",), ("b",))))

    assert (found.code, found.severity) == ("Q101", Severity.CONTRADICTION)


def test_right_words_from_another_speaker_are_their_own_finding() -> None:
    texts = dict.fromkeys("abc", f'{LEAD}"{GIVEN}."')
    speakers = {"a": "Petra Vannick", "b": "Vannick", "c": "Ada Lund"}
    (found,) = told(tellings(texts, COPIES, speakers=speakers))

    assert (found.code, found.severity) == ("Q103", Severity.MEANING)
    assert found.note == "said by Petra Vannick in a, by Ada Lund here"


def test_one_speaker_in_two_spellings_is_no_finding() -> None:
    texts = dict.fromkeys("abc", f'{LEAD}"{GIVEN}."')
    speakers = {"a": "Petra Vannick", "b": "Petra Vannick", "c": "Petra Vanick"}

    assert told(tellings(texts, COPIES, speakers=speakers)) == []


def test_an_alteration_is_told_once_where_it_came_in() -> None:
    words = GIVEN.replace("found", "discovered")
    texts = dict.fromkeys("ab", f'{LEAD}"{GIVEN}," said Petra Vannick.')
    texts |= dict.fromkeys("cd", f'{LEAD}"{words}," said Petra Vannick.')
    tree = {**COPIES, "d": ("c", COPY)}

    (found,) = told(tellings(texts, tree))
    assert [found.child.document if found.child else None] == ["c"]


def test_a_speaker_whom_the_other_telling_names_beside_the_words_is_no_finding() -> None:
    texts = dict.fromkeys("abc", f'{LEAD}"{GIVEN}," Ada Lund heard Petra Vannick say.')
    speakers = {"a": "Petra Vannick", "b": "Petra Vannick", "c": "Ada Lund"}

    assert told(tellings(texts, COPIES, speakers=speakers)) == []
