"""The JSON of schema 1: its fields and their order, its sorting, its types."""

import dataclasses
import json
from typing import Any

import msgspec
import pytest

from retold.model.change import (
    Claim,
    ClaimUse,
    Drift,
    Moment,
    MomentUse,
    NameForm,
    NameRecord,
    QuoteRecord,
    QuoteStatus,
    QuoteStyle,
    QuoteUse,
    Severity,
)
from retold.model.document import Place, Span
from retold.model.output import ResultDict
from retold.model.run import Result
from retold.model.shape import json_schema, result_dict
from tests.report import invented

# The fields of schema 1 in their order; a dict in a list stands for each of its members. A field
# may be added, so what is not named here is passed over.
PLACE = ["document", "begin", "end"]
CONTRACT: dict[str, Any] = {
    "schema": None,
    "run": ["version", "settings", "embedder", "documents", "network"],
    "documents": {
        **dict.fromkeys(["id", "path", "url", "sha256", "language", "title", "byline", "outlet"]),
        "dates": ["at", "basis", "begin", "end"],
        "text": None,
        "blocks": ["begin", "end", "kind"],
    },
    "stories": {
        **dict.fromkeys(["id", "title", "documents", "tellings"]),
        "origins": ["label", "documents"],
        "origins_at_most": None,
        "primaries": ["label", "attested", "documents"],
        "pairs_judged": None,
        "pairs_possible": None,
        "relations": {
            **dict.fromkeys(["left", "right", "kind", "dependence", "parent", "confidence"]),
            "reasons": ["code", "text"],
            "links": ["left", "right", "kind", "likeness"],
        },
        "stemma": {
            "nodes": ["id", "kind", "label", "document"],
            "descents": ["parent", "child", "kind", "confidence", "secondary"],
        },
        "quotes": {
            **dict.fromkeys(["id", "speaker", "wording"]),
            "uses": [
                *PLACE,
                *("speaker", "speaker_begin", "speaker_end", "via", "style", "status", "note"),
            ],
        },
        "claims": {
            **dict.fromkeys(["id", "wording", "origins", "primaries"]),
            "uses": [*PLACE, "attributed_to"],
        },
        "drifts": {
            **dict.fromkeys(["code", "severity"]),
            "from": PLACE,
            "to": PLACE,
            **dict.fromkeys(["before", "after", "note"]),
        },
        "timeline": {
            **dict.fromkeys(["from", "to", "precision"]),
            "uses": [*PLACE, "phrase"],
        },
        "names": {**dict.fromkeys(["name", "kind"]), "forms": ["form", "document", "count"]},
    },
    "rejected": ["path", "record", "reason"],
}


def full() -> Result:
    """The invented result with something in every array of its story."""
    result = invented.result()
    here = Place("bridge-01", Span(40, 60))
    there = Place("bridge-02", Span(10, 20))
    use = QuoteUse(
        here, QuoteStyle.DIRECT, "Ilse Varnham", Span(3, 9), ("a letter",), QuoteStatus.ALTERED, "x"
    )
    story = dataclasses.replace(
        result.stories[0],
        quotes=(QuoteRecord("q1", "Ilse Varnham", "close the bridge", (use,)),),
        claims=(Claim("c1", "the bridge was closed", 2, ("tape",), (ClaimUse(here, "mayor"),)),),
        drifts=(
            Drift("C701", Severity.WORDING, None, there, None, "new", "added"),
            Drift("Q101", Severity.MEANING, here, there, "a", "b", "changed inside the marks"),
        ),
        timeline=(Moment("2031-06-03", "2031-06-03", "day", (MomentUse(here, "3 June"),)),),
        names=(NameRecord("Ilse Varnham", "person", (NameForm("Warnham", "bridge-03", 1),)),),
    )
    return dataclasses.replace(result, stories=(result.stories[1], story))


def lacks(value: Any, contract: Any, where: str = "$") -> list[str]:
    """Where `value` lacks a field of the contract or has two in another order."""
    if isinstance(value, list) and contract is not None:
        return [one for item in value for one in lacks(item, contract, f"{where}[]")]
    if contract is None or value is None:
        return []
    if [key for key in value if key in contract] != list(contract):
        return [f"{where}: {list(value)}"]
    inner = contract if isinstance(contract, dict) else {}
    return [one for key in inner for one in lacks(value[key], inner[key], f"{where}.{key}")]


def test_every_field_of_the_contract_stands_in_its_order() -> None:
    assert lacks(full().to_dict(), CONTRACT) == []


def test_the_result_is_what_its_types_say() -> None:
    written = json.loads(json.dumps(full().to_dict()))

    assert msgspec.convert(written, ResultDict)


def test_the_result_holds_nothing_but_what_json_knows() -> None:
    result = result_dict(full())

    assert json.loads(json.dumps(result)) == result


def test_choices_are_plain_strings() -> None:
    kind = full().to_dict()["documents"][0]["blocks"][0]["kind"]

    assert type(kind) is str


def test_order_of_documents_stories_and_relations_changes_nothing() -> None:
    result = full()
    turned = dataclasses.replace(
        result,
        documents=result.documents[::-1],
        rejected=result.rejected[::-1],
        stories=tuple(
            dataclasses.replace(
                one,
                relations=one.relations[::-1],
                drifts=one.drifts[::-1],
                documents=one.documents[::-1],
            )
            for one in result.stories[::-1]
        ),
    )

    assert result_dict(turned) == result_dict(result)


def test_documents_stories_and_relations_are_sorted() -> None:
    result = full().to_dict()
    pairs = [(one["left"], one["right"]) for one in result["stories"][0]["relations"]]

    assert [one["id"] for one in result["documents"]] == sorted(
        one["id"] for one in result["documents"]
    )
    assert [one["documents"][0] for one in result["stories"]] == ["bridge-01", "faehre-01"]
    assert pairs == sorted(pairs)


def test_numbers_have_four_decimals() -> None:
    result = full()
    [first, *rest] = result.stories[1].relations
    odd = dataclasses.replace(first, confidence=2 / 3, derived=1e-9, same_event=-0.0)
    story = dataclasses.replace(result.stories[1], relations=(odd, *rest))

    shaped = dataclasses.replace(result, stories=(story,)).to_dict()["stories"][0]["relations"][0]

    assert [shaped["confidence"], shaped["derived"], str(shaped["same_event"])] == [
        0.6667,
        0.0,
        "0.0",
    ]


def test_a_side_that_is_not_there_is_null() -> None:
    added = next(one for one in full().to_dict()["stories"][0]["drifts"] if one["code"] == "C701")

    assert added["from"] is None
    assert added["to"] == {"document": "bridge-02", "begin": 10, "end": 20}


def test_the_schema_describes_every_type_and_field() -> None:
    definitions = json_schema()["$defs"]
    undescribed = [
        f"{name}.{field}"
        for name, definition in definitions.items()
        for field, facts in definition.get("properties", {}).items()
        if not described(facts, definitions)
    ]

    assert undescribed == []
    assert all(one.get("description") for one in definitions.values())


def described(facts: dict[str, Any], definitions: dict[str, Any]) -> bool:
    """Whether a field, its items or the type it refers to carry a description."""
    referred = facts.get("$ref", facts.get("items", {}).get("$ref", ""))
    return bool(
        facts.get("description")
        or facts.get("items", {}).get("description")
        or definitions.get(referred.rpartition("/")[2], {}).get("description")
    )


@pytest.mark.parametrize("field", ["from", "to"])
def test_the_schema_names_fields_that_are_words_of_the_language(field: str) -> None:
    assert field in json_schema()["$defs"]["DriftDict"]["properties"]
