"""PROV-JSON (W3C member submission, 2013): what was derived from what, and how.

A revision is a `prov:Revision`, an excerpt a `prov:Quotation`, a primary a `prov:PrimarySource`:
the three sub-kinds of derivation that PROV knows (wasRevisionOf, wasQuotedFrom, hadPrimarySource).
Every other descent is a plain `wasDerivedFrom`.
"""

from typing import Any
from urllib.parse import quote

from retold.exports.files import Exported, encodable, json_bytes
from retold.model.output import ResultDict, StoryDict
from retold.model.story import DescentKind

NAMESPACE = "urn:retold:"
SUB_KINDS = {
    DescentKind.REVISION: "prov:Revision",
    DescentKind.EXCERPT: "prov:Quotation",
    DescentKind.CITES: "prov:PrimarySource",
}


def export(result: ResultDict) -> Exported:
    """`retold.prov.json`, one PROV document for all stories."""
    run = result["run"]
    shaped: dict[str, Any] = {
        "prefix": {"retold": NAMESPACE},
        "entity": {},
        "agent": {
            "retold:program": {
                "prov:type": _kind("prov:SoftwareAgent"),
                "retold:version": run["version"],
                "retold:settings": run["settings"],
            }
        },
        "wasDerivedFrom": {},
        "hadMember": {},
    }
    held = {one["id"]: one for one in result["documents"]}
    for story in result["stories"]:
        for node in story["stemma"]["nodes"]:
            document = held.get(node["document"] or "")
            shaped["entity"][_entity(story, node["id"])] = _described(node, document)
        for number, one in enumerate(story["stemma"]["descents"], 1):
            shaped["wasDerivedFrom"][f"_:{story['id']}-d{number}"] = _derivation(story, one)
        _collect(story, shaped)
    return Exported({"retold.prov.json": json_bytes(shaped)})


def _described(node: Any, document: Any) -> dict[str, Any]:
    """An entity: the text of a node, or a text nobody holds."""
    described = {"prov:label": node["label"], "retold:node": str(node["kind"])}
    if document is not None:
        described["retold:document"] = document["id"]
        for name in ("title", "outlet", "url", "sha256"):
            if document[name]:
                described[f"retold:{name}"] = document[name]
    return described


def _derivation(story: StoryDict, descent: Any) -> dict[str, Any]:
    shaped: dict[str, Any] = {
        "prov:generatedEntity": _entity(story, descent["child"]),
        "prov:usedEntity": _entity(story, descent["parent"]),
        "retold:kind": str(descent["kind"]),
        "retold:confidence": {"$": str(descent["confidence"]), "type": "xsd:double"},
    }
    if descent["secondary"]:
        shaped["retold:secondary"] = {"$": "true", "type": "xsd:boolean"}
    kind = SUB_KINDS.get(DescentKind(descent["kind"]))
    return shaped | {"prov:type": _kind(kind)} if kind else shaped


def _collect(story: StoryDict, shaped: dict[str, Any]) -> None:
    """The story as a collection of its nodes, made by the program."""
    name = f"retold:story/{_safe(story['id'])}"
    shaped["entity"][name] = {
        "prov:type": _kind("prov:Collection"),
        "prov:label": story["title"],
        "retold:origins": {"$": str(len(story["origins"])), "type": "xsd:int"},
        "retold:origins_at_most": {"$": str(story["origins_at_most"]), "type": "xsd:int"},
    }
    for number, node in enumerate(story["stemma"]["nodes"], 1):
        shaped["hadMember"][f"_:{story['id']}-m{number}"] = {
            "prov:collection": name,
            "prov:entity": _entity(story, node["id"]),
        }


def _entity(story: StoryDict, node: str) -> str:
    return f"retold:node/{_safe(story['id'])}/{_safe(node)}"


def _safe(part: str) -> str:
    return quote(encodable(part), "")


def _kind(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
