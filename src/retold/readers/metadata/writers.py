"""Who signs a page's article: by linked data, meta elements, and elements marked as a byline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.readers.metadata.linked_data import Node, texts
from retold.readers.metadata.markup import Element, Markup
from retold.text.days import pattern
from retold.text.signatures import BY, Signature, signature

STATED = tuple(
    """
    dc.creator dc.creator.name author article:author article:author:name byl byline authors autor
    sailthru.author parsely-author citation_author og:article:author og:author creator
    cxenseparse:author bt:author dable:author web_author
    """.split()
)
# Labels beside "twitter:data1" that say that the writer stands there.
LABELS = re.compile(
    r"written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|skrevet av"
    r"|författare|author|autor|door|yazan",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"(?<![A-Za-z])(?:author|byline|by-line|writer|autor|reporter|journalist|signature|redakteur)"
    r"|(?<=[a-z])(?:Author|Byline|ByLine|Writer|Autor|Reporter|Journalist|Signature|Redakteur)"
)
# What is about the writer, or somebody else's, beside the byline itself.
NOT_NAMES = re.compile(
    r"bio|image|photo|picture|avatar|social|description|comment|box|role|title|date|time|email|follow"
    r"|count|info-text|thumb|icon|headshot|label|more|related",
    re.IGNORECASE,
)
LONGEST = 160  # characters of a byline element; a longer one holds a portrait of the writer
MOST_WORDS = 16  # words of an element marked as the writer
BRIEF = 4  # words of a byline that has neither a lead-in nor the shape of names
NAME = re.compile(r"(?:[^\W\d_][\w.’'-]*[ \u00a0]){1,4}[^\W\d_][\w.’'-]*$")
NEAR = 30  # collected elements between the headline and a byline, by eye


@dataclass(frozen=True, slots=True)
class Below:
    """A line that a reader sees below the headline, and whether it begins in bold."""

    text: str
    bold: bool


def writers(page: Markup, article: Node, own: Sequence[str], below: Sequence[Below]) -> Signature:
    """Who signs; empty where nobody does. `below` are the page's first lines below its title.

    The first to name a person wins: linked data, meta elements, marked elements near the headline,
    lines that begin like a byline. Where none does, the first to name an agency, then a house.
    """
    found = [signature(list(_distinct(one)), own) for one in _bylines(page, article, below)]
    for wanted in ("writers", "agencies", "houses"):
        for one in found:
            if getattr(one, wanted):
                return one
    return Signature()


def _distinct(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those left out that stand whole in one before."""
    kept: list[str] = []
    for line in lines:
        if not any(line in before for before in kept):
            kept.append(line)
            yield line


def _bylines(page: Markup, article: Node, below: Sequence[Below]) -> Iterator[Sequence[str]]:
    """What the page has for bylines, the most trusted first."""
    yield texts(article.get("author")) or texts(article.get("creator"))
    for name in STATED:
        yield page.meta.get(name, ())
    for number in range(1, 4):
        if LABELS.search(page.first(f"twitter:label{number}") or ""):
            yield page.every(f"twitter:data{number}")
    yield from _marked(page)
    short = [one for one in below if len(one.text) <= LONGEST]
    yield [one.text for one in short if BY.match(one.text)]
    yield [one.text for one in short if one.bold and _is_names(one.text)]
    beside = [pattern().sub("", one.text) for one in short if pattern().search(one.text)]
    yield [rest for rest in (one.strip(" ,|·•–—-") for one in beside) if rest and _is_names(rest)]


def _marked(page: Markup) -> Iterator[Sequence[str]]:
    """Elements marked as a byline: by itemprop, rel, then by class near the headline."""
    usable = [one for one in page.elements if one.text and len(one.text) <= LONGEST]
    head = next((one.place for one in page.elements if one.tag == "h1"), None)
    own = [one for one in usable if not one.elsewhere]
    yield _run([one for one in own if _is_author(one)])
    near = [one for one in own if _is_byline(one) and (head is None or one.place >= head - NEAR)]
    begun = [one for one in near if BY.match(one.text)]
    yield [begun[0].text] if begun else ()
    yield _run([one for one in near if all(map(_is_names, one.text.split("\n")))])
    yield _run([one for one in near if len(one.text.split()) <= BRIEF])
    yield _run([one for one in usable if _is_author(one)])


def _run(elements: Sequence[Element]) -> list[str]:
    """The texts of the first element and of those right behind it of the same kind."""
    kept: list[Element] = []
    for one in elements:
        if kept and (one.place > kept[-1].place + 4 or one.names != kept[0].names):
            break
        kept.append(one)
    return [_named_first(one.text) for one in kept]


def _named_first(text: str) -> str:
    """A byline's first line where it is names alone and all that follows is about the writer."""
    first, *rest = text.split("\n")
    about = rest and not any(
        _is_names(line) or line[0] in ",/&(" or BY.match(line) for line in rest
    )
    return first if about and _is_names(first) and not BY.match(first) else text


def _is_byline(element: Element) -> bool:
    return MARKED.search(element.names) is not None and not NOT_NAMES.search(element.names)


def _is_author(element: Element) -> bool:
    """Whether an element's itemprop, rel or class is the one word that says it is the writer."""
    return "author" in element.names.split() and len(element.text.split()) <= MOST_WORDS


def _is_names(line: str) -> bool:
    """Whether a line reads as names of persons alone: two to five capitalised words each."""
    pieces = re.split(r"\s*[/,&]\s*|\s+(?:and|und|et|y|e)\s+", line.strip())
    return all(NAME.match(one) and _capitals(one) for one in pieces)


def _capitals(name: str) -> bool:
    words = name.split()
    return sum(not word[0].islower() for word in words) >= max(2, len(words) - 2)
