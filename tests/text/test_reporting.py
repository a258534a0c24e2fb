import pytest

from retold.text.reporting import VERBS, Stance, stance_of


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", Stance.NEUTRAL),
        ("is quoted as saying", Stance.NEUTRAL),
        ("according to", Stance.NEUTRAL),
        ("refused to say", Stance.DENY),
        ("would not say", Stance.DENY),
        ("did not deny", Stance.NEUTRAL),
        ("has repeatedly claimed", Stance.CLAIM),
        ("cried", Stance.NEUTRAL),
        ("walked", None),
    ],
)
def test_a_cue_takes_the_stance_of_its_first_telling_word(cue: str, stance: Stance | None) -> None:
    assert stance_of(cue) is stance


@pytest.mark.parametrize("form", ["say", "says", "saying", "said", "denies", "denied", "urging"])
def test_every_form_of_a_verb_is_known(form: str) -> None:
    assert form in VERBS
