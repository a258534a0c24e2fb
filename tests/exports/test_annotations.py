"""Web Annotations and ClaimReview: held against JSON Schemas written from their specifications, and
read as JSON-LD by rdflib."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SDO

from retold.exports import annotations, claim_review
from retold.model.output import ResultDict
from tests.exports.results import ALL, made, read

results = pytest.mark.parametrize("result", list(ALL.values()), ids=list(ALL))
Made = Callable[[], ResultDict]
OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")

# W3C, Web Annotation Data Model (2017): sections 3.1, 4.2.4, 4.2.5.
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target", "body", "motivation"],
    "properties": {
        "id": {"type": "string", "format": "uri", "pattern": "^urn:retold:[!-~]+$"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["assessing", "identifying"]},
        "body": {
            "type": "array",
            "items": {"required": ["type", "value"], "properties": {"value": {"type": "string"}}},
        },
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["source", "selector"],
                "properties": {
                    "selector": {
                        "prefixItems": [
                            {
                                "properties": {
                                    "type": {"const": "TextPositionSelector"},
                                    "start": {"type": "integer", "minimum": 0},
                                    "end": {"type": "integer", "minimum": 0},
                                }
                            },
                            {
                                "required": ["exact", "prefix", "suffix"],
                                "properties": {"type": {"const": "TextQuoteSelector"}},
                            },
                        ]
                    }
                },
            },
        },
    },
}
# schema.org/ClaimReview: what is there; a rating is for a person.
REVIEW = {
    "type": "object",
    "required": ["@type", "claimReviewed", "itemReviewed"],
    "properties": {
        "@type": {"const": "ClaimReview"},
        "itemReviewed": {
            "required": ["@type", "appearance"],
            "properties": {
                "@type": {"const": "Claim"},
                "appearance": {"items": {"properties": {"@type": {"const": "CreativeWork"}}}},
            },
        },
    },
    "not": {"anyOf": [{"required": [name]} for name in claim_review.LEFT_TO_A_PERSON]},
}


@results
def test_every_annotation_is_of_the_model_of_the_w3c(result: Made) -> None:
    page = json.loads(annotations.export(result()).files["annotations.jsonld"])

    validator = Draft202012Validator(ANNOTATION)
    assert [error.message for one in page["items"] for error in validator.iter_errors(one)] == []
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len({one["id"] for one in page["items"]}) == len(page["items"])


def test_both_selectors_find_the_same_words() -> None:
    page = json.loads(annotations.export(read()).files["annotations.jsonld"])
    texts = {one["url"]: one["text"] for one in read()["documents"]}

    targets = [target for one in page["items"] for target in one["target"]]
    assert targets
    for target in targets:
        place, quote = target["selector"]
        text = texts[target["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


@results
def test_a_claim_review_leaves_the_verdict_to_a_person(result: Made) -> None:
    exported = claim_review.export(result())

    written = json.loads(exported.files["claimreview.json"])
    validator = Draft202012Validator(REVIEW)
    errors = [error.message for one in written["@graph"] for error in validator.iter_errors(one)]
    assert errors == []
    assert len(written["@graph"]) == sum(len(one["claims"]) for one in result()["stories"])
    assert "a person" in exported.notes[0]


def graph_of(page: dict[str, Any], context: dict[str, Any]) -> Graph:
    """A page of JSON-LD as rdflib reads it; `context` stands for the one that lies on the web."""
    return Graph().parse(data=json.dumps({**page, "@context": context}), format="json-ld")


def test_rdflib_reads_every_annotation_with_its_places() -> None:
    page = json.loads(annotations.export(made()).files["annotations.jsonld"])
    context = {"@vocab": str(OA), "id": "@id", "type": "@type", "items": {"@id": str(AS.items)}}

    found = graph_of(page, context)
    assert set(map(str, found.subjects(RDF.type, OA.Annotation))) == {
        one["id"] for one in page["items"]
    }
    places = list(found.subjects(RDF.type, OA.TextPositionSelector))
    assert len(places) == sum(len(one["target"]) for one in page["items"])


def test_rdflib_reads_every_claim_with_where_it_appears() -> None:
    written = json.loads(claim_review.export(read()).files["claimreview.json"])

    found = graph_of(written, {"@vocab": str(SDO)})
    assert len(set(found.subjects(RDF.type, SDO.ClaimReview))) == len(written["@graph"])
    appearances = [one["itemReviewed"]["appearance"] for one in written["@graph"]]
    assert len(list(found.triples((None, SDO.appearance, None)))) == sum(map(len, appearances))
