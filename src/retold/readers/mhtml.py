"""MHTML: a page as browsers save it in one file, with its address and the day of saving."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from retold.model.document import DateBasis, Dated, Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.page import document_of_page
from retold.readers.source import Source, content_of

PAGES = frozenset({"text/html", "application/xhtml+xml"})
MOST_PARTS = 20_000  # looked through for the page, which is among the first; by eye


def read(source: Source, _: ReadOptions) -> Iterator[Document | Rejected]:
    """The document of the first page in the file; its frames and pictures are left out."""
    content = content_of(source)
    if isinstance(content, Rejected):
        yield content
        return
    try:
        whole = email.message_from_bytes(content, policy=email.policy.compat32)
        page = next((part for part in _parts(whole) if part.get_content_type() in PAGES), None)
        body = page.get_payload(decode=True) if page is not None else None
    except (ValueError, LookupError, RecursionError) as error:
        yield Rejected(source.name, None, f"a broken MHTML file: {str(error)[:100].lower()}")
        return
    if page is None or not isinstance(body, bytes) or not body.strip():
        yield Rejected(source.name, None, "no page in it: an MHTML file without a whole HTML part")
        return
    url = str(whole.get("Snapshot-Content-Location") or page.get("Content-Location") or "").strip()
    about = replace(
        source.about,
        path=source.name,
        url=source.about.url or (url if url.startswith(("http://", "https://")) else None),
        dates=(*source.about.dates, *_saved(whole)),
    )
    yield document_of_page(source.id, body, about, str(page.get("Content-Type") or ""))


def _parts(whole: Message) -> Iterator[Message]:
    """All parts in order, without recursion."""
    waiting, seen = [whole], 0
    while waiting and seen < MOST_PARTS:
        part, seen = waiting.pop(), seen + 1
        yield part
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting.extend(one for one in reversed(inner) if isinstance(one, Message))


def _saved(whole: Message) -> Iterator[Dated]:
    """The day on which the page was saved: a date of the crawl, not of the article."""
    try:
        moment: datetime = parsedate_to_datetime(str(whole.get("Date") or ""))
    except (ValueError, TypeError):
        return
    yield Dated(moment.date().isoformat(), DateBasis.CRAWL)
