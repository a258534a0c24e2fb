"""W3C Web Annotations (Recommendation of 2017): every change and every use of a quotation.

Each points at its words twice: by position, in code points of the text as retold read it, and by
the words with what stands round them, so that an annotation still finds its place on the page.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from retold.exports.files import Exported, json_bytes, urn
from retold.model.document_output import DocumentDict
from retold.model.fields import PlaceDict
from retold.model.output import ResultDict, StoryDict

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ROUND = 32  # characters before and after: what Hypothesis takes


def export(result: ResultDict) -> Exported:
    """`annotations.jsonld`, one page of annotations."""
    held = {one["id"]: one for one in result["documents"]}
    items = [
        one
        for story in result["stories"]
        for one in (*_changes(story, held), *_quotations(story, held))
    ]
    page = {
        "@context": CONTEXT,
        "id": "urn:retold:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return Exported({"annotations.jsonld": json_bytes(page)})


def _changes(story: StoryDict, held: Mapping[str, DocumentDict]) -> Iterator[dict[str, Any]]:
    """What changed: where it stands, the words it came from, and where those stand."""
    for number, drift in enumerate(story["drifts"], 1):
        # What was dropped stands in the parent alone.
        places = [place for place in (drift["to"], drift["from"]) if place is not None]
        if places:
            yield {
                "id": urn("story", story["id"], "drift", str(number)),
                "type": "Annotation",
                "motivation": "assessing",
                "body": [
                    {"type": "TextualBody", "purpose": "classifying", "value": drift["code"]},
                    _comment(_told(drift)),
                ],
                "target": [_target(place, held) for place in places],
            }


def _quotations(story: StoryDict, held: Mapping[str, DocumentDict]) -> Iterator[dict[str, Any]]:
    """Uses of a quotation, with whose words they are and how they stand to the fullest wording."""
    for quote in story["quotes"]:
        for number, use in enumerate(quote["uses"], 1):
            speaker = use["speaker"] or quote["speaker"] or "nobody named"
            status = f"{use['status']}; " if use["status"] else ""
            yield {
                "id": urn("story", story["id"], quote["id"], str(number)),
                "type": "Annotation",
                "motivation": "identifying",
                "body": [_comment(f"{status}said by {speaker}; fullest: {quote['wording']}")],
                "target": [_target(use, held)],
            }


def _told(drift: Any) -> str:
    sides = [f"{name}: {drift[name]}" for name in ("before", "after") if drift[name]]
    return "; ".join([f"{drift['severity']}: {drift['note']}", *sides])


def _comment(words: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": "commenting",
        "format": "text/plain",
        "value": words,
    }


def _target(place: PlaceDict, held: Mapping[str, DocumentDict]) -> dict[str, Any]:
    document = held[place["document"]]
    text, begin, end = document["text"], place["begin"], place["end"]
    return {
        "source": document["url"] or urn("document", document["id"]),
        "selector": [
            {"type": "TextPositionSelector", "start": begin, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[begin:end],
                "prefix": text[max(0, begin - ROUND) : begin],
                "suffix": text[end : end + ROUND],
            },
        ],
    }
