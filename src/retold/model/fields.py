"""What the fields of the JSON are made of: ids, offsets, counts, shares, and their descriptions."""

from typing import Annotated, TypedDict

from msgspec import Meta


def says(words: str) -> Meta:
    """The description of a field in the JSON Schema."""
    return Meta(description=words)


DocumentId = Annotated[str, says("id of a document of this result")]
NodeId = Annotated[str, says("id of a node of this stemma")]
Begin = Annotated[int, Meta(ge=0, description="first code point, counted in documents[].text")]
End = Annotated[int, Meta(ge=0, description="one past the last code point")]
Count = Annotated[int, Meta(ge=0)]
Share = Annotated[float, Meta(ge=0, le=1)]
SpanPair = Annotated[
    list[int], Meta(min_length=2, max_length=2, description="[begin, end) in code points")
]
RunOfWords = Annotated[
    list[int],
    Meta(
        min_length=2,
        max_length=2,
        description="[begin, end) in `wording`: words that one telling has, or that are disputed",
    ),
]


class PlaceDict(TypedDict):
    """A span of one document."""

    document: DocumentId
    begin: Begin
    end: End
