from retold.model.relation import RelationKind
from retold.pairs.align import AlignSettings, align
from retold.pairs.collate import collate
from retold.pairs.ground import grounds
from retold.pairs.kinds import (
    KindSettings,
    closeness,
    kind_of_dependent,
    shared_primary,
    shared_words,
)
from tests.pairs.readings import MILL, MILL_REWORDED, grounded, reading

FIRST, *_, LAST = MILL.split(". ")


def kind(left: str, right: str, settings: KindSettings | None = None) -> RelationKind:
    pair = reading("left", left), reading("right", right)
    collation = collate(*pair)
    alignment = align(collation, AlignSettings())
    return kind_of_dependent(alignment, grounds(collation), pair, settings or KindSettings())


def close(left: str, right: str) -> float:
    pair = reading("left", left), reading("right", right)
    return closeness(align(collate(*pair), AlignSettings()), pair)


def test_a_slip_in_a_hundred_words_leaves_a_copy() -> None:
    text = " ".join([MILL, MILL_REWORDED])

    assert kind(text, text.replace("millpond dry", "milpond dry", 1)) is RelationKind.COPY


def test_a_changed_sentence_makes_a_revision() -> None:
    assert kind(MILL, MILL.replace(LAST, "Nobody was hurt.")) is RelationKind.REVISION


def test_an_excerpt_has_half_of_the_text_at_most() -> None:
    half = ". ".join(MILL.split(". ")[:2]) + "."

    assert kind(MILL, half) is RelationKind.EXCERPT
    assert kind(MILL, MILL.rpartition(". ")[0]) is RelationKind.REVISION


def test_a_paraphrase_goes_sentence_by_sentence() -> None:
    assert kind(MILL, MILL_REWORDED) is RelationKind.PARAPHRASE


def test_bounds_between_the_kinds_are_settings() -> None:
    assert (
        kind(MILL, MILL_REWORDED, KindSettings(paraphrased=1.0, sentence_by_sentence=1.0))
        is RelationKind.REWRITE
    )


def test_a_text_is_as_close_as_can_be_to_itself() -> None:
    assert close(MILL, MILL) == 1.0


def test_texts_without_a_link_are_not_close() -> None:
    assert close(MILL, "Crab prices doubled overnight.") == 0.0


def test_shared_words_count_quotations_and_long_runs() -> None:
    quoted = '"we asked twice for it"'

    assert shared_words(grounded(f"She said {quoted}.", f"{quoted}, they wrote.")) == 5
    assert shared_words(grounded("pumps ran dry before dawn", "all pumps ran dry before dawn")) == 5
    assert shared_words(grounded("pumps ran dry", "all pumps ran dry")) == 0


def test_two_forms_of_one_holder_are_one_primary() -> None:
    cited = "The mill was unsafe, according to a report published by {}. The report is public."
    left = reading("left", cited.format("the Ostrey Fire Institute"))
    right = reading("right", cited.format("Ostrey Fire Institute"))

    assert shared_primary(left, right) == "Ostrey Fire Institute"
    assert shared_primary(left, reading("other", MILL)) is None
