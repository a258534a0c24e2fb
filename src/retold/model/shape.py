"""A result as the document of docs/json.md: every field in its order, sorted and rounded.

Some strings of a part are members of a `StrEnum`; of the whole result they are plain.
"""

from collections.abc import Iterable
from typing import Any, Literal, cast

import msgspec

from retold.model import output
from retold.model.change import Claim, Drift, Moment, NameRecord, QuoteRecord, QuoteUse
from retold.model.document import Place, Span
from retold.model.document_shape import document_dict
from retold.model.fields import PlaceDict
from retold.model.relation import Link, Relation
from retold.model.run import Rejected, Result
from retold.model.story import Rebuilt, Stemma, Story, WeakestLink

SCHEMA: Literal[1] = 1
DIGITS = 4  # decimals, as docs/json.md says

_FirstPlace = tuple[str, int, int]


def result_dict(result: Result) -> output.ResultDict:
    """The whole result as dicts, lists, strings and numbers only."""
    head = head_dict(result)
    shaped: output.ResultDict = {
        "schema": head["schema"],
        "run": head["run"],
        "documents": head["documents"],
        "stories": [story_dict(story) for story in in_order(result.stories)],
        "rejected": head["rejected"],
    }
    # What any JSON, YAML or pickle writer takes.
    return cast(output.ResultDict, msgspec.to_builtins(shaped))


def head_dict(result: Result) -> output.HeadDict:
    """The result without its stories."""
    run = result.run
    return {
        "schema": SCHEMA,
        "run": {
            "version": run.version,
            "settings": run.settings,
            "embedder": run.embedder,
            "documents": run.documents,
            "network": run.network,
        },
        "documents": [
            document_dict(one) for one in sorted(result.documents, key=lambda one: one.id)
        ],
        "rejected": [_rejected(one) for one in sorted(result.rejected, key=_where)],
    }


def story_dict(story: Story) -> output.StoryDict:
    """One story as dicts, lists, strings and numbers only."""
    return {
        "id": story.id,
        "title": story.title,
        "documents": sorted(story.documents),
        "tellings": len(story.documents),
        "origins": [
            {"label": one.label, "documents": sorted(one.documents)} for one in story.origins
        ],
        "origins_at_most": story.origins_at_most,
        "primaries": [
            {"label": one.label, "attested": one.attested, "documents": sorted(one.documents)}
            for one in story.primaries
        ],
        "pairs_judged": story.pairs_judged,
        "pairs_possible": story.pairs_possible,
        "relations": [
            relation_dict(one)
            for one in sorted(story.relations, key=lambda one: (one.left, one.right))
        ],
        "stemma": _stemma(story.stemma),
        "quotes": sorted(map(_quote, story.quotes), key=_first_use),
        "claims": sorted(map(_claim, story.claims), key=_first_use),
        "drifts": [drift_dict(one) for one in sorted(story.drifts, key=_drift_place)],
        "timeline": sorted(map(_moment, story.timeline), key=_first_use),
        "names": [_name(one) for one in story.names],
        "rebuilt": [_rebuilt(one) for one in story.rebuilt],
        "weakest_link": _weakest(story.weakest_link),
    }


def in_order(stories: Iterable[Story]) -> list[Story]:
    """The stories by first document id."""
    return sorted(stories, key=lambda one: (min(one.documents, default=""), one.id))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `result_dict`, with the docstrings and field notes of `output` in it."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"retold result, schema {SCHEMA}",
    }
    return schema | msgspec.json.schema(output.ResultDict)


def relation_dict(relation: Relation) -> output.RelationDict:
    """One relation; `compare --json` prints it alone."""
    return {
        "left": relation.left,
        "right": relation.right,
        "kind": relation.kind,
        "dependence": relation.dependence,
        "parent": relation.parent,
        "confidence": _rounded(relation.confidence),
        "derived": _rounded(relation.derived),
        "same_event": _rounded(relation.same_event),
        "lean": _rounded(relation.lean),
        "reasons": [{"code": one.code, "text": one.text} for one in relation.reasons],
        "links": [_link(one) for one in relation.links],
    }


def _rounded(number: float) -> float:
    # Adding zero turns the -0.0 of a rounded tiny negative into 0.0: one value, one spelling.
    return round(float(number), DIGITS) + 0.0


def _pair(span: Span) -> list[int]:
    return [span.begin, span.end]


def _link(link: Link) -> output.LinkDict:
    return {
        "left": [_pair(span) for span in link.left],
        "right": [_pair(span) for span in link.right],
        "kind": link.kind,
        "likeness": _rounded(link.likeness),
    }


def _stemma(stemma: Stemma) -> output.StemmaDict:
    return {
        "nodes": [
            {"id": one.id, "kind": one.kind, "label": one.label, "document": one.document}
            for one in stemma.nodes
        ],
        "descents": [
            {
                "parent": one.parent,
                "child": one.child,
                "kind": one.kind,
                "confidence": _rounded(one.confidence),
                "secondary": one.secondary,
            }
            for one in stemma.descents
        ],
    }


def _place(place: Place) -> PlaceDict:
    return {"document": place.document, "begin": place.span.begin, "end": place.span.end}


def _quote_use(use: QuoteUse) -> output.QuoteUseDict:
    return {
        **_place(use.place),
        "speaker": use.speaker,
        "speaker_begin": use.speaker_span.begin if use.speaker_span else None,
        "speaker_end": use.speaker_span.end if use.speaker_span else None,
        "via": list(use.via),
        "style": use.style,
        "status": use.status,
        "note": use.note,
    }


def _quote(quote: QuoteRecord) -> output.QuoteDict:
    return {
        "id": quote.id,
        "speaker": quote.speaker,
        "wording": quote.wording,
        "uses": [_quote_use(one) for one in sorted(quote.uses, key=lambda one: one.place)],
    }


def _claim(claim: Claim) -> output.ClaimDict:
    return {
        "id": claim.id,
        "wording": claim.wording,
        "origins": claim.origins,
        "primaries": list(claim.primaries),
        "uses": [
            {**_place(one.place), "attributed_to": one.attributed_to}
            for one in sorted(claim.uses, key=lambda one: one.place)
        ],
    }


def drift_dict(drift: Drift) -> output.DriftDict:
    """A change as it stands in a story's `drifts`."""
    return {
        "code": drift.code,
        "severity": drift.severity,
        "from": _place(drift.parent) if drift.parent else None,
        "to": _place(drift.child) if drift.child else None,
        "before": drift.before,
        "after": drift.after,
        "note": drift.note,
    }


def _moment(moment: Moment) -> output.MomentDict:
    return {
        "from": moment.begin,
        "to": moment.end,
        "precision": moment.precision,
        "uses": [
            {**_place(one.place), "phrase": one.phrase, "reason": one.reason}
            for one in sorted(moment.uses, key=lambda one: one.place)
        ],
    }


def _name(name: NameRecord) -> output.NameDict:
    return {
        "name": name.name,
        "kind": name.kind,
        "forms": [
            {"form": one.form, "document": one.document, "count": one.count} for one in name.forms
        ],
    }


def _rebuilt(rebuilt: Rebuilt) -> output.RebuiltDict:
    return {
        "node": rebuilt.node,
        "sentences": [
            {
                "wording": one.wording,
                "sureness": _rounded(one.sureness),
                "doubtful": [_pair(span) for span in one.doubtful],
                "uses": [_place(place) for place in sorted(one.places)],
            }
            for one in rebuilt.sentences
        ],
    }


def _weakest(link: WeakestLink | None) -> output.WeakestLinkDict | None:
    if link is None:
        return None
    return {"left": link.left, "right": link.right, "same_event": _rounded(link.same_event)}


def _rejected(rejected: Rejected) -> output.RejectedDict:
    return {"path": rejected.path, "record": rejected.record, "reason": rejected.reason}


def _where(rejected: Rejected) -> tuple[str, int, str]:
    return rejected.path, rejected.record or 0, rejected.reason


def _first_use(shaped: Any) -> tuple[_FirstPlace, str]:
    """Where a quote, claim or moment first stands; those standing nowhere come first."""
    places = [(use["document"], use["begin"], use["end"]) for use in shaped["uses"]]
    return min(places, default=("", 0, 0)), shaped.get("id", shaped.get("from", ""))


def _drift_place(drift: Drift) -> tuple[_FirstPlace, str]:
    """Where a drift starts: in the parent, or in the child for a thing that was added."""
    place = drift.parent or drift.child
    where = (place.document, place.span.begin, place.span.end) if place else ("", 0, 0)
    return where, drift.code
