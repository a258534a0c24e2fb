"""Records with named fields (mappings, lines of JSON): the document in one of them."""

from collections.abc import Mapping
from typing import Any

from retold.model.document import DateBasis, Dated, Document
from retold.model.run import Rejected
from retold.readers.html import document_of_html
from retold.readers.surrogates import readable
from retold.readers.text import About, document_of_text, too_long
from retold.text.stamps import stamp

# Field names of a date, in the order in which they are believed.
DATES = ("date", "published", "date_published", "datetime")


def from_mapping(
    mapping: Mapping[str, Any], key: str | None = None, path: str = ""
) -> Document | Rejected:
    """The document of a mapping: id, text or html, and if known url, outlet, title, date, language.

    `key` stands in where the mapping has no id; `path` is named in what is returned.
    """
    given = mapping.get("id", key)
    if given is None or str(given) == "":
        return Rejected(path, None, "no id: give the mapping an 'id'")
    key, text, html = str(given), mapping.get("text"), mapping.get("html")
    about = _about(mapping, path or None)
    chosen = text if isinstance(text, str) and text.strip() else html
    reason = _unfit(chosen, mapping)
    if reason is None and chosen is not html:
        reason = too_long(str(chosen))
    if reason is not None:
        return Rejected(path or key, None, reason)
    if chosen is not html:
        return document_of_text(key, readable(str(chosen)), about)
    return sound(document_of_html(key, readable(str(html)), about.url, about), path or key)


def sound(page: Document, where: str) -> Document | Rejected:
    """A page's document, or why it is none: no visible text, or more than a telling has."""
    reason = too_long(page.text) if page.text else "no visible text in the page"
    return page if reason is None else Rejected(where, None, reason)


def _unfit(chosen: object, mapping: Mapping[str, Any]) -> str | None:
    """Why what a mapping holds makes no document; None where it may."""
    if not isinstance(chosen, str):
        return f"no text (found: {', '.join(map(str, list(mapping)[:20]))})"
    if not chosen.strip():
        return "empty: no characters in its text"
    return None


def _about(mapping: Mapping[str, Any], path: str | None) -> About:
    def field(name: str) -> str | None:
        value = mapping.get(name)
        return readable(value.strip()) or None if isinstance(value, str) else None

    stated = next((str(mapping[name]) for name in DATES if mapping.get(name)), "")[:100]
    at = stamp(stated) if stated else None
    return About(
        title=field("title"),
        byline=field("byline"),
        outlet=field("outlet"),
        url=field("url"),
        language=field("language"),
        path=path,
        sha256=field("sha256"),
        dates=(Dated(at, DateBasis.METADATA),) if at else (),
    )
