"""XML from strangers: no entity is expanded, no DTD is loaded, nothing is fetched."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from retold.model.run import Rejected
from retold.readers.source import Source, content_of

# News agencies send items of some hundred kilobytes, and parcels of a few hundred items.
MOST_BYTES = 20_000_000
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
# Characters by name, as the DTD of NITF and HTML have them; XML itself knows five.
NAMED = re.compile(rb"&([A-Za-z]{2,31}\d{0,2});")
OWN = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})


def tree_of(source: Source) -> tuple[Any, bytes] | Rejected:
    """The root element of a source and its bytes, or why it is not read."""
    from lxml import etree

    content = content_of(source, MOST_BYTES)
    if isinstance(content, Rejected):
        return content
    if ENTITY.search(content):
        return Rejected(source.name, None, "XML that declares entities; they are never expanded")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(NAMED.sub(_numbered, content), parser), content
    except (etree.XMLSyntaxError, ValueError) as error:
        return Rejected(source.name, None, f"not XML: {str(error)[:200].lower()}")


def local(element: Any) -> str:
    """The name of an element without its namespace, lower case; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def under(element: Any, *names: str) -> Iterator[Any]:
    """The elements of these names inside another, at any depth, in order."""
    return (one for one in element.iter() if local(one) in names)


def text_of(element: Any) -> str:
    """The characters in an element, in one line."""
    return " ".join("".join(element.itertext()).split())


def first_text(element: Any, *names: str) -> str | None:
    """The text of the first element of the first name that has any; None where none has."""
    texts = (text_of(one) for name in names for one in under(element, name))
    return next((text for text in texts if text), None)


def first_value(element: Any, name: str, *attributes: str) -> str | None:
    """The first attribute that an element of this name has; None where none has."""
    values = (one.get(attribute) for one in under(element, name) for attribute in attributes)
    return next((str(value).strip() for value in values if value and value.strip()), None)


def _numbered(found: "re.Match[bytes]") -> bytes:
    """A named character by its number; a name nobody knows as U+FFFD."""
    if found.group(1) in OWN:
        return found.group(0)
    letters = html5.get(f"{found.group(1).decode('ascii')};", "\ufffd")
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")
