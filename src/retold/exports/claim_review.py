"""schema.org ClaimReview, to be filled in: what was claimed and where it stands. No verdict.

`reviewRating`, `author`, `datePublished` and `url` are for whoever checks the claim; retold counts
who tells it independently, which is no rating of its truth.
"""

from collections.abc import Mapping
from typing import Any

from retold.exports.files import Exported, json_bytes, urn
from retold.model.document_output import DocumentDict
from retold.model.output import ClaimDict, ResultDict, StoryDict

LEFT_TO_A_PERSON = ("reviewRating", "author", "datePublished", "url")
NOTE = (
    "claimreview.json holds no verdicts: a person adds "
    f"{', '.join(LEFT_TO_A_PERSON)} to each claim that was checked, and drops the others"
)


def export(result: ResultDict) -> Exported:
    """`claimreview.json`: a skeleton for each claim, most origins first in each story."""
    held = {one["id"]: one for one in result["documents"]}
    graph = [
        _skeleton(story, claim, held)
        for story in result["stories"]
        for claim in sorted(story["claims"], key=lambda one: -one["origins"])
    ]
    written = {"@context": "https://schema.org", "@graph": graph}
    return Exported({"claimreview.json": json_bytes(written)}, (NOTE,))


def _skeleton(
    story: StoryDict, claim: ClaimDict, held: Mapping[str, DocumentDict]
) -> dict[str, Any]:
    tellings = sorted({use["document"] for use in claim["uses"]})
    credited = sorted({use["attributed_to"] for use in claim["uses"] if use["attributed_to"]})
    reviewed: dict[str, Any] = {
        "@type": "Claim",
        "name": claim["wording"],
        "appearance": [_work(held[name]) for name in tellings],
    }
    if len(credited) == 1:
        reviewed["author"] = {"@type": "Thing", "name": credited[0]}
    return {
        "@type": "ClaimReview",
        "@id": urn("story", story["id"], claim["id"]),
        "claimReviewed": claim["wording"],
        "itemReviewed": reviewed,
        # What a checker wants to know first, in words: no number a search engine could rank by.
        "reviewAspect": (
            f"In {len(tellings)} of {story['tellings']} tellings held, of {claim['origins']} "
            "made independently. Independence is not truth."
        ),
    }


def _work(document: DocumentDict) -> dict[str, Any]:
    work: dict[str, Any] = {
        "@type": "CreativeWork",
        "identifier": document["id"],
        "name": document["title"] or document["id"],
    }
    if document["url"]:
        work["url"] = document["url"]
    if document["outlet"]:
        work["publisher"] = {"@type": "Organization", "name": document["outlet"]}
    if document["dates"]:
        work["datePublished"] = document["dates"][0]["at"]
    return work
