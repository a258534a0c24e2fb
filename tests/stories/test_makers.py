from retold.model.document import Document, Span
from retold.stories.makers import Maker, maker
from retold.text.credits import Credit, CreditKind


def named(name: str, weight: float) -> Credit:
    return Credit(name, Span(0, 1), CreditKind.SELF_REFERENCE, weight, in_body=True)


def telling(key: str, outlet: str | None = None) -> Document:
    return Document(key, "text", (), outlet=outlet)


def made(given: dict[str, list[Credit]], **outlets: str) -> Maker | None:
    return maker([telling(key, outlets.get(key)) for key in given], given)


def test_several_tellings_outweigh_the_false_credit_of_one() -> None:
    found = made(
        {
            "a": [named("Marrow Agency", 0.7)],
            "b": [named("Marrow Agency", 0.6)],
            "c": [named("Kestrel Post", 0.9), named("Marrow Agency", 0.6)],
        }
    )

    assert found == Maker("Marrow Agency", ("a", "b", "c"), None)


def test_the_telling_of_the_maker_itself_is_its_own() -> None:
    given = {"a": [named("Marrow Agency", 0.7)], "b": [named("Marrow Agency", 0.6)]}

    found = made(given, b="Marrow Agency")
    assert found is not None
    assert found.own == "b"


def test_one_telling_names_a_maker_only_where_it_is_sure() -> None:
    assert made({"a": [named("Marrow Agency", 0.7)], "b": []}) is None
    assert made({"a": [named("Marrow Agency", 0.9)], "b": []}) == Maker(
        "Marrow Agency", ("a",), None
    )


def test_faint_words_name_nobody_even_where_many_agree() -> None:
    assert made({key: [named("Marrow Agency", 0.2)] for key in "abc"}) is None


def test_a_maker_goes_by_the_fullest_form_of_its_name() -> None:
    found = made({"a": [named("Marrow", 0.7)], "b": [named("Marrow News", 0.7)]})

    assert found is not None
    assert found.name == "Marrow News"


def test_nobody_is_named_where_nobody_is_credited() -> None:
    assert made({"a": [], "b": []}) is None


def test_the_order_of_tellings_changes_nothing() -> None:
    given = {"a": [named("Marrow Agency", 0.7)], "b": [named("Kestrel Post", 0.7)], "c": []}
    more = {**given, "c": [named("Kestrel Post", 0.6)]}

    assert made(dict(reversed(more.items()))) == made(more)
