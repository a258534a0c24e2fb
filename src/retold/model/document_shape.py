"""One document as its part of the JSON, in the order of its fields."""

from retold.model.document import Document, Span
from retold.model.document_output import DocumentDict, WhereDict


def document_dict(document: Document) -> DocumentDict:
    """One document as dicts, lists, strings and numbers only."""
    return {
        "id": document.id,
        "path": document.path,
        "url": document.url,
        "sha256": document.sha256,
        "language": document.language,
        "level": document.level,
        "title": document.title,
        "byline": document.byline,
        "outlet": document.outlet,
        "owner": document.owner,
        "dates": [
            {
                "at": one.at,
                "moment": one.moment,
                "basis": one.basis,
                **_where_told(one.span),
                "kind": one.kind,
            }
            for one in document.dates
        ],
        "attributions": [
            {"kind": one.kind, "name": one.name, "url": one.url} for one in document.attributions
        ],
        "marks": [
            {"kind": one.kind, "text": one.text, "count": one.count, **_where_told(one.span)}
            for one in document.marks
        ],
        "text": document.text,
        "blocks": [
            {"begin": one.span.begin, "end": one.span.end, "kind": one.kind}
            for one in document.blocks
        ],
    }


def _where_told(span: Span | None) -> WhereDict:
    return {"begin": span.begin if span else None, "end": span.end if span else None}
