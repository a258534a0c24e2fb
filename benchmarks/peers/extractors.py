"""Other extractors of article text: a page in, the text they take for the article out.

Their packages are in `extractors.txt`; trafilatura comes with retold.
"""

from collections.abc import Callable


def trafilatura_alone(html: str) -> str:
    """What trafilatura extracts with its own settings, comments left out."""
    from trafilatura import extract

    return extract(html, include_comments=False) or ""


def readability(html: str) -> str:
    """The text of readability-lxml's summary, a line a text node."""
    from lxml.html import fromstring
    from readability import Document

    try:
        summary = fromstring(Document(html).summary())
    except Exception:  # noqa: BLE001 - it raises many kinds on empty pages; an empty text is its answer
        return ""
    return "\n".join(text.strip() for text in summary.itertext() if text.strip())


def resiliparse(html: str) -> str:
    """Resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True))


EXTRACTORS: dict[str, tuple[str, Callable[[str], str]]] = {
    "trafilatura alone": ("trafilatura", trafilatura_alone),
    "readability-lxml": ("readability", readability),
    "resiliparse": ("resiliparse", resiliparse),
}


def installed() -> dict[str, Callable[[str], str]]:
    """The extractors whose package is here."""
    from importlib.util import find_spec

    return {
        name: extractor
        for name, (package, extractor) in EXTRACTORS.items()
        if find_spec(package) is not None
    }
