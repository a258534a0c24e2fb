"""A lost text comes back from its tellings, word by word, with who attests what and how surely."""

import random
from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from retold.backends.frequencies import frequencies
from retold.bench import Settings
from retold.face import example_documents, read_documents
from retold.model.document import Block, BlockKind, Document, Span
from retold.model.story import (
    Descent,
    DescentKind,
    Node,
    NodeKind,
    Rebuilt,
    RebuiltSentence,
    Stemma,
)
from retold.pairs.align import AlignSettings
from retold.pairs.reading import prepare
from retold.stories.rebuild import Held, rebuild
from retold.text.sentences import sentences

LINES = (
    "The tide mill at Corran Head stopped turning on Monday after its sluice gate gave way.",
    "Engineers found a crack as long as a man's arm in the oak beam above the wheel.",
    "“We heard it go in the night,” said Petra Holm, who keeps the mill with her brother.",
    "Flour for eleven bakeries along the coast will now come by lorry from Westerby.",
    "The county museum, which owns the building, has asked for bids by the end of August.",
    "Repairs in 1987 took fourteen weeks and cost more than the roof of the town hall.",
)
TEXT = " ".join(LINES)
COPY = DescentKind.COPY


def lost(texts: Mapping[str, str], kinds: Mapping[str, DescentKind] | None = None) -> Rebuilt:
    """The text that stands right above every telling, all copies if not said otherwise."""
    kinds = kinds or {}
    edges = [("lost", name, kinds.get(name, COPY)) for name in texts]
    return grown(texts, edges, ["lost"])[0]


def grown(
    texts: Mapping[str, str], edges: Iterable[tuple[str, str, DescentKind]], missing: list[str]
) -> tuple[Rebuilt, ...]:
    """The lost texts of a tree; nodes of tellings have their ids."""
    rarity = frequencies(frozenset({"en"}))
    documents = {
        name: Document(name, text, (Block(Span(0, len(text)), BlockKind.BODY),), "en")
        for name, text in texts.items()
    }
    readings = {name: prepare(one, rarity) for name, one in documents.items()}
    nodes = [Node(name, NodeKind.LOST, name) for name in missing]
    nodes += [Node(name, NodeKind.ATTESTED, name, name) for name in texts]
    descents = tuple(Descent(above, below, kind, 1.0) for above, below, kind in edges)
    stemma = Stemma(tuple(nodes), descents)
    return rebuild(stemma, Held(documents, readings), AlignSettings())


def wordings(rebuilt: Rebuilt) -> list[str]:
    return [one.wording for one in rebuilt.sentences]


def tellings(sentence: RebuiltSentence) -> set[str]:
    return {place.document for place in sentence.places}


def test_a_word_that_one_copy_changed_is_outvoted() -> None:
    rebuilt = lost(
        {
            "a": TEXT.replace("oak beam", "pine beam"),
            "b": TEXT.replace("Westerby", "Easterby"),
            "c": TEXT.replace("fourteen weeks", "forty weeks"),
        }
    )

    assert wordings(rebuilt) == list(LINES)


def test_words_that_two_copies_share_are_put_in_where_a_third_lacks_them() -> None:
    rebuilt = lost({"a": TEXT.replace(" along the coast", ""), "b": TEXT, "c": TEXT})

    assert wordings(rebuilt) == list(LINES)


def test_a_sentence_that_the_fullest_copy_lacks_is_put_in_at_its_place() -> None:
    noisy = TEXT.replace("stopped", "halted").replace("bids", "offers").replace("county", "city")
    rebuilt = lost({"a": " ".join([*LINES[:3], *LINES[4:]]), "b": noisy, "c": TEXT})

    assert [wording[:12] for wording in wordings(rebuilt)] == [line[:12] for line in LINES]


def test_a_sentence_that_one_copy_added_between_others_is_left_out() -> None:
    added = "Nobody could say on Tuesday whether the swans would return to the pond."
    longer = " ".join([*LINES[:2], added, *LINES[2:]])

    assert wordings(lost({"a": longer, "b": TEXT, "c": TEXT})) == list(LINES)


def test_what_one_copy_alone_says_is_no_surer_than_a_coin() -> None:
    rebuilt = lost({"only": TEXT})

    assert wordings(rebuilt) == list(LINES)
    assert {one.sureness for one in rebuilt.sentences} == {0.5}


def test_more_copies_that_agree_make_a_sentence_surer() -> None:
    surest = [
        min(one.sureness for one in lost(dict.fromkeys(names, TEXT)).sentences)
        for names in ("a", "ab", "abc")
    ]

    assert surest == sorted(set(surest))
    assert 0.5 <= surest[0] < surest[-1] < 1


def test_marks_are_printed_as_most_tellings_print_them() -> None:
    straight = TEXT.replace("“", '"').replace("”", '"')

    rebuilt = lost({"a": straight, "b": TEXT, "c": TEXT})

    assert wordings(rebuilt)[2] == LINES[2]


def test_an_earlier_revision_keeps_the_words_of_its_own_copy() -> None:
    later = TEXT.replace("eleven bakeries", "nine bakeries")
    edges = [("early", "own", COPY), ("early", "late", DescentKind.REVISION)]
    edges += [("late", name, COPY) for name in ("x", "y", "z")]
    first, second = grown(
        {"own": TEXT, "x": later, "y": later, "z": later}, edges, ["early", "late"]
    )

    assert wordings(first) == list(LINES)
    assert [span.of(wordings(first)[3]) for span in first.sentences[3].doubtful] == ["eleven"]
    assert wordings(second)[3] == LINES[3].replace("eleven", "nine")
    assert not second.sentences[3].doubtful


def test_the_other_revision_decides_between_two_copies() -> None:
    edges = [("early", "own", COPY), ("early", "late", DescentKind.REVISION)]
    edges += [("late", "x", COPY), ("late", "y", COPY)]
    texts = {"own": TEXT, "x": TEXT.replace("oak", "elm"), "y": TEXT}
    early, late = grown(texts, edges, ["early", "late"])

    assert wordings(early) == wordings(late) == list(LINES)


def test_a_copy_of_a_telling_attests_nothing_of_its_own() -> None:
    edges = [("lost", "a", COPY), ("lost", "b", COPY), ("a", "behind", COPY)]
    (rebuilt,) = grown({"a": TEXT, "b": TEXT, "behind": TEXT}, edges, ["lost"])

    assert {name for one in rebuilt.sentences for name in tellings(one)} == {"a", "b"}


def test_a_lost_text_with_no_telling_right_below_it_is_not_rebuilt() -> None:
    edges = [("top", "lost", DescentKind.REVISION), ("lost", "a", COPY), ("lost", "b", COPY)]

    found = grown({"a": TEXT, "b": TEXT}, edges, ["top", "lost"])

    assert [one.node for one in found] == ["lost"]


def test_tellings_without_a_word_rebuild_nothing() -> None:
    assert lost({"a": "", "b": "— ?! —"}).sentences == ()


def test_scripts_without_spaces_keep_their_wording() -> None:
    text = "港の水車は月曜日に止まった。技師たちは梁に亀裂を見つけた。"

    assert "".join(wordings(lost({"a": text, "b": text}))) == text


@st.composite
def noisy_copies(draw: st.DrawFn) -> dict[str, str]:
    """Three copies, each with words of its own changed, no word changed in two of them."""
    chance = random.Random(draw(st.integers(0, 10_000)))
    copies = {name: TEXT.split(" ") for name in "abc"}
    for place, word in enumerate(TEXT.split(" ")):
        if word.isalpha() and chance.random() < 0.2:
            copies[chance.choice("abc")][place] = word + chr(ord("a") + place // 9) * 2
    return {name: " ".join(words) for name, words in copies.items()}


@given(noisy_copies())
def test_three_copies_that_never_err_together_give_the_text_back(copies: dict[str, str]) -> None:
    assert " ".join(wordings(lost(copies))) == TEXT


@given(noisy_copies(), st.permutations(["a", "b", "c"]))
def test_the_order_of_the_tellings_changes_nothing(
    copies: dict[str, str], order: list[str]
) -> None:
    assert lost({name: copies[name] for name in order}) == lost(copies)


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=5), min_size=1, max_size=4))
def test_every_place_is_a_sentence_of_its_text(pile: list[list[str]]) -> None:
    texts = {f"t{number}": " ".join(lines) for number, lines in enumerate(pile)}
    told = {name: sentences(text, [Span(0, len(text))]) for name, text in texts.items()}

    rebuilt = lost(texts, {"t0": DescentKind.REWRITE})

    for one in rebuilt.sentences:
        assert one.places
        assert 0 <= one.sureness <= 1
        assert all(place.span in told[place.document] for place in one.places)
        assert all(span.end <= len(one.wording) for span in one.doubtful)


def test_the_two_revisions_of_the_example_are_told_apart() -> None:
    result = read_documents(example_documents(), settings=Settings())
    (story,) = (one for one in result.stories if one.rebuilt)
    labels = {node.id: node.label.rpartition(", ")[2] for node in story.stemma.nodes}
    texts = {labels[one.node]: " ".join(wordings(one)) for one in story.rebuilt}

    assert set(texts) == {"earlier revision", "later revision"}
    assert "about 300,000 passengers" in texts["earlier revision"]
    assert "about 310,000 passengers" in texts["later revision"]
    assert "vessle’s bow ramp" in texts["earlier revision"]
    assert "vessel" in texts["later revision"]
