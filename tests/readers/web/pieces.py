"""Invented pages and feeds for a server, and the reading of them."""

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.options import ReadOptions
from retold.readers.pile import read_pile
from retold.readers.web.pages import Pages

STORM = (
    "The harbour board shut the north pier of Ellmouth on Monday after a storm tore away a third "
    "of its planks.",
    "Ferries will leave from the south pier for at least three weeks, the board's chair Ada Lund "
    "told reporters.",
    "Divers are to look at the piles on Thursday, and a crane barge was sent for from Varnholt.",
    "Nobody was hurt, although two fishing boats broke loose in the night and were found at dawn.",
)


def page(title: str = "Pier shut after storm", *paragraphs: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in paragraphs or STORM)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"


def rss(*items: str, title: str = "Ellmouth Tide") -> str:
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    channel = f"<title>{title}</title><link>https://tide.example/</link>{''.join(items)}"
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{channel}</channel></rss>'


def sitemap(*addresses: str, root: str = "urlset", entry: str = "url") -> str:
    entries = "".join(f"<{entry}><loc>{one}</loc></{entry}>" for one in addresses)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="{space}">{entries}</{root}>'


def read(
    *paths: object, pages: Pages | None = None
) -> tuple[list[Document], list[Rejected], list[str]]:
    """Documents, rejected and what was said."""
    said: list[str] = []
    found = list(read_pile([str(path) for path in paths], ReadOptions(pages=pages), said.append))
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, Rejected)], said
