"""A page's dates by its markup and its address, published and modified apart."""

import re
from collections.abc import Iterable, Iterator

from retold.model.document import DateBasis, Dated, DateKind, Span
from retold.readers.metadata.linked_data import Node, texts
from retold.readers.metadata.markup import Element, Markup
from retold.readers.metadata.titles import JOINT
from retold.text.dates import date_line, on
from retold.text.days import DayOrder, calendar_day
from retold.text.months import MONTHS
from retold.text.stamps import stamp

PUBLISHED = tuple(
    """
    article:published_time article:published og:published_time og:article:published_time
    datepublished rnews:datepublished parsely-pub-date sailthru.date pubdate publishdate
    publish-date published_time published-date publication_date publication-date dc.issued
    dc.date.issued dc.created dc.date.created date dc.date citation_publication_date citation_date
    cxenseparse:recs:publishtime cxenseparse:publishtime originalpublicationdate
    article_date_original datecreated date.created created release_date displaydate ptime
    article:post_date doc_date
    """.split()
)
MODIFIED = tuple(
    """
    article:modified_time article:modified article:updated_time og:updated_time datemodified
    dc.modified dc.date.modified date.modified last-modified lastmod modified_time updated_time
    revision_date
    """.split()
)
MONTH = "|".join(name for name in MONTHS if name.isascii() and len(name) >= 3)
IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d\d)[/_-](\d\d?)[/_-](\d\d?)(?=[/_.-]|\D|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[/_.-]|$)"),
    re.compile(r"/((?:19|20)\d\d)/?(\d\d)/?(\d\d)(?=[/_.-]|$)"),
    re.compile(rf"/((?:19|20)\d\d)/({MONTH})/(\d\d?)(?=[/_.-]|$)", re.IGNORECASE),
)
REVERSED = re.compile(r"/(\d\d)-(\d\d)-((?:19|20)\d\d)(?=[/_.]|$)")
AS_PUBLISHED = re.compile(
    r"publish|posted|pubdate|created|issued|entry-date|datum|erstellt", re.IGNORECASE
)
AS_MODIFIED = re.compile(r"modif|updat|aktual|geaendert|lastmod", re.IGNORECASE)
DATED = re.compile(r"date|time|publi|posted|datum|stamp|meta|author|byline|info", re.IGNORECASE)
LONGEST = 100  # characters of an element that tells a date
NEAR = 40  # collected elements between the headline and its date, by eye


def datings(page: Markup, article: Node, url: str | None, order: DayOrder | None) -> list[Dated]:
    """Every date of publication that the markup and the address give, then those of changes.

    The first is the most trusted: linked data, meta elements, marked elements near the headline,
    the address. Of one basis a day stands once, as exactly as any gives it.
    """
    stated = [
        *_stamps(texts(article.get("datePublished")), order),
        *_stamps(page.every(*PUBLISHED), order),
        *_in_title(page.title, order),
    ]
    changed = [
        *_stamps(texts(article.get("dateModified")), order),
        *_stamps(page.every(*MODIFIED), order),
    ]
    marked = list(_marked(page, order)) if not stated else []
    stated.extend(at for at, kind in marked if kind is DateKind.PUBLISHED)
    changed.extend(at for at, kind in marked if kind is DateKind.MODIFIED)
    days = [on(at, DateBasis.METADATA) for at in once(stated)]
    days.extend(on(at, DateBasis.URL) for at in once(_in_address(url, order)))
    days.extend(on(at, DateBasis.METADATA, kind=DateKind.MODIFIED) for at in once(changed))
    return days


def _stamps(values: Iterable[str], order: DayOrder | None) -> Iterator[str]:
    for value in values:
        at = stamp(value, order)
        if at is not None:
            yield at


def once(moments: Iterable[str]) -> list[str]:
    """Moments in order, each day once and by its most exact moment."""
    found: dict[str, str] = {}
    for at in moments:
        if len(at) > len(found.get(at[:10], "")):
            found[at[:10]] = at
    return list(found.values())


def _in_title(title: str, order: DayOrder | None) -> Iterator[str]:
    """The date that is a whole part of the title element: "Pier closed | 3.3.2031"."""
    for part in JOINT.split(title)[:8]:
        if date_line(part, Span(0, len(part))):
            yield from _stamps([part], order)


def _in_address(url: str | None, order: DayOrder | None) -> Iterator[str]:
    """The whole date in an address, in one of the ways of writing it there."""
    path = re.sub(r"^\w+://[^/]*", "", (url or "")[:2000]).split("?")[0]
    for way in IN_ADDRESS:
        for year, month, day in way.findall(path):
            number = MONTHS.get(month.lower(), 0) or (int(month) if month.isdigit() else 0)
            at = calendar_day(int(year), number, int(day))
            if at is not None:
                yield at
                return
    for first, second, year in REVERSED.findall(path):
        yield from _stamps([f"{first}/{second}/{year}"], order)


def _marked(page: Markup, order: DayOrder | None) -> Iterator[tuple[str, DateKind]]:
    """The date that an element near the headline tells, and the change beside it."""
    head = next((one.place for one in page.elements if one.tag == "h1"), None)
    told = [one for one in page.elements if not one.elsewhere and _tells(one)]
    for sure in (True, False):
        for element in told:
            near = head is None or abs(element.place - head) <= NEAR
            if _is_sure(element) is not sure or not (near or sure):
                continue
            at = stamp(element.stamp, order) or stamp(element.text.replace("\n", " "), order)
            if at is None:
                continue
            changed = AS_MODIFIED.search(element.names) and not AS_PUBLISHED.search(element.names)
            yield at, DateKind.MODIFIED if changed else DateKind.PUBLISHED
            if not changed:
                return


def _tells(element: Element) -> bool:
    """Whether an element may tell a date: it is a time or marked so, and holds little else."""
    marked = element.tag == "time" or DATED.search(element.names) is not None
    return marked and len(element.text) <= LONGEST


def _is_sure(element: Element) -> bool:
    """Whether an element says of itself that it tells the date of publication."""
    names = element.names.lower().split()
    return "datepublished" in names or (
        element.tag == "time" and AS_PUBLISHED.search(element.names) is not None
    )
