"""Rows about stories: one function a table, in the order of `tables.TABLES`."""

from collections.abc import Iterator

from retold.exports.columns import Row, Value
from retold.model.fields import PlaceDict
from retold.model.output import RelationDict, ResultDict, StoryDict


def stories(result: ResultDict) -> Iterator[Row]:
    """A row a story, with its counts."""
    for one in result["stories"]:
        yield (
            *(one["id"], one["title"], one["tellings"], len(one["origins"])),
            *(one["origins_at_most"], len(one["primaries"])),
            *(one["pairs_judged"], one["pairs_possible"]),
        )


def origins(result: ResultDict) -> Iterator[Row]:
    """A row an origin; ids count from 1 in each story."""
    for story in result["stories"]:
        for number, one in enumerate(story["origins"], 1):
            yield _named(story, f"o{number}"), story["id"], one["label"], len(one["documents"])


def tellings(result: ResultDict) -> Iterator[Row]:
    """A row a document of a story; the weights of an origin's tellings add up to one."""
    for story in result["stories"]:
        for number, one in enumerate(story["origins"], 1):
            for document in one["documents"]:
                weight = 1 / len(one["documents"])
                yield document, story["id"], _named(story, f"o{number}"), weight


def primaries(result: ResultDict) -> Iterator[Row]:
    """A row a primary; ids count from 1 in each story."""
    for story in result["stories"]:
        for number, one in enumerate(story["primaries"], 1):
            yield _named(story, f"p{number}"), story["id"], one["label"], one["attested"]


def rests(result: ResultDict) -> Iterator[Row]:
    """A row a telling that rests on a primary."""
    for story in result["stories"]:
        for number, one in enumerate(story["primaries"], 1):
            for document in one["documents"]:
                yield _named(story, f"p{number}"), document


def relations(result: ResultDict) -> Iterator[Row]:
    """A row a judged pair."""
    for key, story, one in _relations(result):
        yield (
            *(key, story["id"], one["left"], one["right"], one["kind"], one["dependence"]),
            *(one["parent"], one["confidence"], one["derived"], one["same_event"], one["lean"]),
        )


def reasons(result: ResultDict) -> Iterator[Row]:
    """A row a reason, the weightiest of a pair first."""
    for key, _, one in _relations(result):
        for reason in one["reasons"]:
            yield key, reason["code"], reason["text"]


def links(result: ResultDict) -> Iterator[Row]:
    """A row a linked span; those of one link share its number, counted from 1 in a pair."""
    for key, _, one in _relations(result):
        for number, link in enumerate(one["links"], 1):
            for side, spans in (("left", link["left"]), ("right", link["right"])):
                for begin, end in spans:
                    yield key, number, side, begin, end, link["kind"], link["likeness"]


def nodes(result: ResultDict) -> Iterator[Row]:
    """A row a node of a tree."""
    for story in result["stories"]:
        for one in story["stemma"]["nodes"]:
            yield _named(story, one["id"]), story["id"], one["kind"], one["label"], one["document"]


def descents(result: ResultDict) -> Iterator[Row]:
    """A row an edge of a tree."""
    for story in result["stories"]:
        for one in story["stemma"]["descents"]:
            ends = _named(story, one["parent"]), _named(story, one["child"])
            yield *ends, one["kind"], one["confidence"], one["secondary"]


def quotes(result: ResultDict) -> Iterator[Row]:
    """A row an utterance."""
    for story in result["stories"]:
        for one in story["quotes"]:
            yield _named(story, one["id"]), story["id"], one["speaker"], one["wording"]


def quote_uses(result: ResultDict) -> Iterator[Row]:
    """A row a use of an utterance in one telling, with the words that stand there."""
    texts = {one["id"]: one["text"] for one in result["documents"]}
    for story in result["stories"]:
        for one in story["quotes"]:
            for use in one["uses"]:
                words = texts[use["document"]][use["begin"] : use["end"]]
                yield (
                    *(_named(story, one["id"]), *_place(use), words, use["speaker"]),
                    *(use["speaker_begin"], use["speaker_end"], "; ".join(use["via"])),
                    *(use["style"], use["status"], use["note"]),
                )


def claims(result: ResultDict) -> Iterator[Row]:
    """A row a claim."""
    for story in result["stories"]:
        for one in story["claims"]:
            resting = "; ".join(one["primaries"])
            key = _named(story, one["id"])
            yield key, story["id"], one["wording"], one["origins"], resting


def claim_uses(result: ResultDict) -> Iterator[Row]:
    """A row a place that makes a claim."""
    for story in result["stories"]:
        for one in story["claims"]:
            for use in one["uses"]:
                yield _named(story, one["id"]), *_place(use), use["attributed_to"]


def drifts(result: ResultDict) -> Iterator[Row]:
    """A row a change; the places of a side are empty where a thing was dropped or added."""
    for story in result["stories"]:
        for one in story["drifts"]:
            yield (
                *(story["id"], one["code"], one["severity"]),
                *(*_place(one["from"]), *_place(one["to"])),
                *(one["before"], one["after"], one["note"]),
            )


def times(result: ResultDict) -> Iterator[Row]:
    """A row a phrase that tells a time."""
    for story in result["stories"]:
        for one in story["timeline"]:
            for use in one["uses"]:
                yield (
                    *(story["id"], one["from"], one["to"], one["precision"]),
                    *(*_place(use), use["phrase"], use["reason"]),
                )


def names(result: ResultDict) -> Iterator[Row]:
    """A row a form of a name in one telling."""
    for story in result["stories"]:
        for one in story["names"]:
            for form in one["forms"]:
                yield (
                    *(story["id"], one["name"], one["kind"]),
                    *(form["form"], form["document"], form["count"]),
                )


def rebuilt(result: ResultDict) -> Iterator[Row]:
    """A row a sentence of a lost text."""
    for story in result["stories"]:
        for one in story["rebuilt"]:
            for number, sentence in enumerate(one["sentences"], 1):
                told = len({use["document"] for use in sentence["uses"]})
                key = _named(story, one["node"])
                yield key, number, sentence["wording"], sentence["sureness"], told


def _relations(result: ResultDict) -> Iterator[tuple[str, StoryDict, RelationDict]]:
    for story in result["stories"]:
        for number, one in enumerate(story["relations"], 1):
            yield _named(story, f"r{number}"), story, one


def _named(story: StoryDict, name: str) -> str:
    return f"{story['id']}/{name}"


def _place(place: PlaceDict | None) -> tuple[Value, Value, Value]:
    return (place["document"], place["begin"], place["end"]) if place else (None, None, None)
