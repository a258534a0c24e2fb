"""A page's title: the headline over its text, without the name of the site."""

import re
from collections import defaultdict
from collections.abc import Iterator

from retold.readers.metadata.linked_data import Node, texts
from retold.readers.metadata.markup import Element, Markup

# Meta elements that state a title, and what the word of each counts. Linked data are written for
# the article and checked by search engines, so they count double; what is said for social media and
# for the window counts half. Weights from 0.1 to 3.5 tried on two sets: `docs/metadata.md`.
LINKED, SHARED, HEADING, ASIDE = 2.0, 1.0, 1.0, 0.5
ASIDES = (
    "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title", "headline",
    "title",
)  # fmt: skip
# What stands between a title and the site's name in the title element.
JOINT = re.compile(r"\s+[|·•»›«:‹/\\~]+\s+|\s+[-–—]+\s+|\s*[|ㅣ｜•]\s*|\s+::\s+|--")
LETTERS = re.compile(r"[^\W_]+")
LEAST = 2  # letters and figures of a title
MOST_HEADINGS = 30  # headings looked at; the title is among the first
MOST_PIECES = 8  # parts of a stated title


def title(page: Markup, article: Node, outlet: str | None) -> str | None:
    """The headline of the page's article; None where it states none.

    Whatever states a title votes for its wording. A heading on the page that is a stated title
    without the site's name, or a part of it up to a joint, stands for that title.
    """
    site = _key(outlet or "")
    headings = [line for line in _headings(page) if _key(line) not in site]
    votes: dict[str, float] = defaultdict(float)
    wordings: dict[str, str] = {}
    for line, weight in _stated(page, article):
        chosen = _heading_in(line, headings) or _without_site(line, site)
        wordings.setdefault(_key(chosen), chosen)
        votes[_key(chosen)] += weight
    for line in _own_headings(page, site):
        wordings.setdefault(_key(line), line)
        votes[_key(line)] += HEADING
    # The first stated wins among equals.
    best = max(wordings, key=lambda key: votes[key], default=None)
    return wordings[best] if best else None


def _stated(page: Markup, article: Node) -> Iterator[tuple[str, float]]:
    """The titles that the head of the page states, and what each counts."""
    lines = [
        *((line, LINKED) for line in texts(article.get("headline"))[:1]),
        *((line, SHARED) for line in page.every("og:title")[:1]),
        *((line, ASIDE) for line in page.every(*ASIDES)[:1]),
        (page.title, ASIDE),
    ]
    for line, weight in lines:
        told = _line(line)
        if len(_key(told)) >= LEAST:
            yield told, weight


def _headings(page: Markup) -> list[str]:
    """The page's first headings, as lines."""
    lines = (_line(one.text) for one in page.elements if _is_heading(one))
    return [line for line in lines if len(_key(line)) >= LEAST][:MOST_HEADINGS]


def _own_headings(page: Markup, site: str) -> Iterator[str]:
    """The first h1 that is the article's."""
    for one in page.elements:
        key = _key(one.text)
        if one.tag == "h1" and not one.elsewhere and len(key) >= LEAST and key not in site:
            yield _line(one.text)
            return


def _is_heading(element: Element) -> bool:
    return element.tag in {"h1", "h2", "h3"} or "headline" in element.names.split()


def _heading_in(stated: str, headings: list[str]) -> str | None:
    """The longest heading that is a stated title, or all of it before or behind a joint."""
    pieces = JOINT.split(stated)[:MOST_PIECES]
    keys = {_key(stated)}
    for cut in range(1, len(pieces)):
        keys |= {_key(" ".join(pieces[:cut])), _key(" ".join(pieces[cut:]))}
    fitting = [line for line in headings if _key(line) in keys]
    return max(fitting, key=lambda line: len(_key(line)), default=None)


def _without_site(stated: str, site: str) -> str:
    """A stated title without the site's name at its end or begin."""
    joints = list(JOINT.finditer(stated))[:MOST_PIECES]
    if not joints or not site:
        return stated
    last, first = stated[joints[-1].end() :], stated[: joints[0].start()]
    if _names(last, site):
        return _without_site(stated[: joints[-1].start()], site)
    return stated[joints[0].end() :] if _names(first, site) else stated


def _names(piece: str, site: str) -> bool:
    """Whether a piece of a title is the site's name, give or take a domain or a slogan."""
    key = _key(piece)
    return len(key) >= LEAST and (key in site or site in key)


def _line(text: str) -> str:
    return " ".join(text.split())


def _key(text: str) -> str:
    return "".join(LETTERS.findall(text.casefold()))
