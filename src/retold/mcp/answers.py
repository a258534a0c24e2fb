"""What the tools answer, as plain values: every count with its limits, every text fenced."""

from collections.abc import Callable, Sequence
from typing import Any

from retold.changes.quotes.lookup import Found, looked_up
from retold.face import compare
from retold.mcp.fences import fenced, fenced_or_none
from retold.mcp.tellings import CannotMeasure, Telling, result_of
from retold.model.change import Drift, Severity
from retold.model.document import Span
from retold.model.relation import RelationKind
from retold.model.run import Result
from retold.model.story import Story
from retold.text.functions import FUNCTION_WORDS
from retold.text.words import words

NOTE = "This is about independence, not truth: it says who wrote without whom, not who is right."
MOST_CHANGES, MOST_PLACES, MOST_STORIES = 40, 40, 10  # of one answer; what is left out is counted
GRAVITY = list(Severity)

Answer = dict[str, Any]


def answered(make: Callable[[], Answer]) -> Answer:
    """An answer with its note; the reason where there is none."""
    try:
        return {"cannot_measure": None, "note": NOTE, **make()}
    except CannotMeasure as fault:
        return {"cannot_measure": str(fault), "note": NOTE}


def origins_of(result: Result) -> Answer:
    """Tellings, origins and primaries of each story of a result."""
    return {
        "stories": [_counts(one) for one in result.stories],
        "rejected": [{"id": one.path, "reason": one.reason} for one in result.rejected],
    }


def relation_of(left: str, right: str) -> Answer:
    """How two texts stand to each other."""
    relation = compare(left, right)
    if relation.kind is RelationKind.UNKNOWN:
        reasons = "; ".join(one.text for one in relation.reasons) or "too little to say"
        raise CannotMeasure(reasons)
    return {
        "kind": relation.kind.value,
        "dependence": relation.dependence.value,
        "confidence": round(relation.confidence, 2),
        "parent": relation.parent,
        "reasons": [{"code": one.code, "text": fenced(one.text)} for one in relation.reasons],
        "linked_sentences": len(relation.links),
    }


def places_of(quote: str, speaker: str | None, result: Result) -> Answer:
    """Where a quotation stands, and in which words."""
    if not any(letter.isalnum() for letter in quote):
        raise CannotMeasure("the quotation has no word to look up")
    texts = {one.id: one.text for one in result.documents}
    found = looked_up(quote, result.documents, result.stories, speaker)
    return {
        "texts": len(texts),
        "found": [_place(one, texts) for one in found[:MOST_PLACES]],
        "left_out": max(len(found) - MOST_PLACES, 0),
        "meaning": "in none of these texts; that is no proof that nobody said it"
        if not found
        else "the nearest wording comes first",
    }


def changes_of(first: Telling, second: Telling) -> Answer:
    """What changed between two tellings of one event, gravest first."""
    result = result_of([first, second])
    if len(result.documents) < 2:
        raise CannotMeasure("; ".join(one.reason for one in result.rejected))
    [story, *others] = result.stories
    if others:
        raise CannotMeasure("the two do not tell of one event, so nothing changed between them")
    [relation] = story.relations or (None,)
    ranked = sorted(story.drifts, key=lambda one: -GRAVITY.index(one.severity))
    return {
        "kind": relation.kind.value if relation else "unknown",
        "parent": relation.parent if relation else None,
        "changes": [_change(one) for one in ranked[:MOST_CHANGES]],
        "left_out": max(len(ranked) - MOST_CHANGES, 0),
    }


def stories_of(asked: str, result: Result | None) -> Answer:
    """Stories of the pile that share rare words with what is asked, most shared first."""
    if result is None:
        raise CannotMeasure("no pile is held; start the server as: retold mcp FOLDER")
    wanted = _keys(asked) - FUNCTION_WORDS
    if not wanted:
        raise CannotMeasure("no word to look for besides the commonest")
    ranked = sorted(
        ((_shared(wanted, one, result), one) for one in result.stories),
        key=lambda one: (-one[0], one[1].documents),
    )
    hits = [(share, one) for share, one in ranked if share > 0]
    return {
        "searched": len(result.stories),
        "stories": [
            {"share": round(share, 2), **_counts(one)} for share, one in hits[:MOST_STORIES]
        ],
        "left_out": max(len(hits) - MOST_STORIES, 0),
    }


def _shared(wanted: set[str], story: Story, result: Result) -> float:
    """The share of the words asked for that one telling of a story has, 0..1."""
    held = {one.id: one for one in result.documents}
    return max(len(wanted & _keys(held[name].text)) / len(wanted) for name in story.documents)


def _keys(text: str) -> set[str]:
    return {one.key for one in words(text, Span(0, len(text)))}


def _counts(story: Story) -> Answer:
    return {
        "id": story.id,
        "title": fenced(story.title),
        "tellings": len(story.documents),
        "origins": len(story.origins),
        "origins_at_most": story.origins_at_most,
        "groups": [
            {
                "origin": fenced(one.label),
                "documents": list(one.documents),
                "weight": round(1 / len(one.documents), 4),
            }
            for one in story.origins
        ],
        "primaries": [fenced(one.label) for one in story.primaries],
    }


def _place(one: Found, texts: dict[str, str]) -> Answer:
    use = one.use
    return {
        "match": one.match.value,
        "document": one.place.document,
        "words": fenced(one.place.span.of(texts[one.place.document])),
        "speaker": fenced_or_none(use.speaker if use else None),
        "status": use.status.value if use and use.status else None,
    }


def _change(one: Drift) -> Answer:
    sides: Sequence[tuple[str, Any]] = (("from", one.parent), ("to", one.child))
    return {
        "code": one.code,
        "severity": one.severity.value,
        **{name: side.document if side else None for name, side in sides},
        "before": fenced_or_none(one.before),
        "after": fenced_or_none(one.after),
        "note": fenced(one.note),
    }
