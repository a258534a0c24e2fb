from hypothesis import given
from hypothesis import strategies as st

from retold.backends.commonness import commonness
from retold.stories.keys import Keys
from retold.stories.meet import Pair, document_keys, meetings
from tests.stories.sketches import BAKERY, FERRY, FERRY_TOO, document

Keyed = tuple[str, Keys]


def keyed(name: str, text: str) -> Keyed:
    return name, document_keys(document(name, text), commonness())


def pairs(pile: list[Keyed]) -> list[Pair]:
    return sorted(pair for met in meetings(pile) for pair in met.pairs)


PILE = [keyed("a", FERRY), keyed("b", FERRY_TOO), keyed("c", BAKERY), keyed("d", FERRY)]


def test_reports_on_one_event_meet_and_strangers_do_not() -> None:
    assert pairs(PILE) == [("a", "b"), ("a", "d"), ("b", "d")]


def test_who_shares_wording_is_not_met_again_for_terms() -> None:
    worded, termed = meetings(PILE)

    assert ("a", "d") in worded.pairs
    assert not set(worded.pairs) & set(termed.pairs)


@given(st.permutations(PILE))
def test_the_order_of_documents_changes_no_meeting(pile: list[Keyed]) -> None:
    assert list(meetings(pile)) == list(meetings(PILE))


@given(st.lists(st.sampled_from(PILE), unique_by=lambda one: one[0]))
def test_who_meets_depends_on_the_two_alone(pile: list[Keyed]) -> None:
    kept = {name for name, _ in pile}

    assert pairs(pile) == [pair for pair in pairs(PILE) if kept.issuperset(pair)]


def test_an_excerpt_meets_what_it_was_cut_from() -> None:
    excerpt = keyed("e", FERRY.split(". ")[0])

    assert ("a", "e") in pairs([PILE[0], PILE[2], excerpt])


def test_an_empty_pile_and_an_empty_text_meet_nobody() -> None:
    assert pairs([]) == []
    assert pairs([keyed("a", ""), keyed("b", FERRY)]) == []


def test_copies_of_one_wire_all_meet_a_few_of_them_and_it_is_said() -> None:
    names = [f"copy-{number:03}" for number in range(300)]
    met, _ = meetings([(name, PILE[0][1]) for name in names])

    partners = {name: sum(name in pair for pair in met.pairs) for name in names}
    assert min(partners.values()) >= 4
    assert len(met.pairs) <= 300 * 4
    assert met.sampled > 0
