"""The ledger of the shipped example, against the key that was written beside it."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from retold.bench import Settings
from retold.face import example_documents, read_documents
from retold.model.change import QuoteRecord, QuoteStatus, QuoteUse
from retold.model.run import Result


@cache
def key() -> dict[str, Any]:
    text = (files("retold") / "data" / "example" / "key.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def example() -> Result:
    return read_documents(example_documents(), settings=Settings())


def uses_of_example() -> Mapping[tuple[str, int, int], tuple[QuoteRecord, QuoteUse]]:
    return {
        (use.place.document, use.place.span.begin, use.place.span.end): (record, use)
        for story in example().stories
        for record in story.quotes
        for use in record.uses
    }


@pytest.mark.parametrize(
    "altered", key()["quotes_altered"], ids=lambda one: f"{one['document']}-{one['begin']}"
)
def test_a_quotation_of_the_key_is_altered_and_stands_with_its_wording(
    altered: dict[str, Any],
) -> None:
    place = altered["document"], altered["begin"], altered["end"]
    record, use = uses_of_example()[place]
    texts = {one.id: one.text for one in example().documents}
    wordings = {
        " ".join(one.place.span.of(texts[one.place.document]).split()).strip(",.").replace("’", "'")
        for one in record.uses
    }

    assert use.status is QuoteStatus.ALTERED
    assert altered["before"].strip(",.") in wordings


def test_nothing_else_of_the_example_is_altered() -> None:
    keyed = {(one["document"], one["begin"], one["end"]) for one in key()["quotes_altered"]}
    found = {
        place for place, (_, use) in uses_of_example().items() if use.status is QuoteStatus.ALTERED
    }

    assert found == keyed


@pytest.mark.parametrize("alone", key()["unattested_quotes"])
def test_a_quotation_of_one_telling_in_the_key_is_unattested(alone: dict[str, Any]) -> None:
    _, use = uses_of_example()[alone["document"], alone["begin"], alone["end"]]

    assert (use.status, use.note) == (QuoteStatus.UNATTESTED, "in no other telling we hold")
