"""TEI P5, a critical apparatus by parallel segmentation: a file an origin of several tellings.

The text is that of the telling nearest the root; at each place where the others read otherwise an
`app` has its reading as `lem` and theirs as `rdg`, with `wit` naming who reads so. An empty `rdg`
is an omission, an empty `lem` an addition. (TEI Guidelines, chapter 13, Critical Apparatus.)
"""

from collections.abc import Mapping
from urllib.parse import quote
from xml.etree import ElementTree as ET

from retold.exports.collation import Collation, Location, collations
from retold.exports.files import Exported, xml_text
from retold.model.document_output import DocumentDict
from retold.model.output import ResultDict

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
METHOD = (
    "Sentences as retold linked them. A sentence that stands elsewhere in a telling is given at "
    "the place of the base it corresponds to; the order of that telling is not recorded. Captions, "
    "headings and furniture are left out."
)


def export(result: ResultDict) -> Exported:
    """`STORY-N.xml` for the N-th such origin of a story."""
    held = {one["id"]: one for one in result["documents"]}
    files = {}
    for story in result["stories"]:
        for number, one in enumerate(collations(story, held), 1):
            files[f"{quote(story['id'], '')}-{number}.xml"] = _written(story["title"], one, held)
    if files:
        return Exported(files)
    return Exported({}, ("no origin has several tellings, so there is nothing to collate",))


def _written(title: str, collation: Collation, held: Mapping[str, DocumentDict]) -> bytes:
    sigla = {name: f"w{number}" for number, name in enumerate(collation.documents, 1)}
    root = ET.Element("TEI", xmlns=TEI)
    header = ET.SubElement(root, "teiHeader")
    _file_description(header, title, [held[name] for name in collation.documents], sigla)
    encoding = ET.SubElement(header, "encodingDesc")
    ET.SubElement(encoding, "variantEncoding", method="parallel-segmentation", location="internal")
    _said(ET.SubElement(encoding, "projectDesc"), "p", METHOD)
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for location in collation.locations:
        _location(ET.SubElement(body, "p"), location, collation.documents[0], sigla)
    # `unicode` gives no declaration of its own, and a string has no encoding to be wrong about.
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'.encode()


def _file_description(
    header: ET.Element, title: str, documents: list[DocumentDict], sigla: Mapping[str, str]
) -> None:
    described = ET.SubElement(header, "fileDesc")
    _said(ET.SubElement(described, "titleStmt"), "title", title)
    _said(ET.SubElement(described, "publicationStmt"), "p", "Made by retold; not published.")
    witnesses = ET.SubElement(ET.SubElement(described, "sourceDesc"), "listWit")
    for one in documents:
        witness = ET.SubElement(witnesses, "witness", {XML_ID: sigla[one["id"]]})
        _said(witness, "idno", one["id"])
        known = {"outlet": one["outlet"], "title": one["title"], "url": one["url"]}
        for name, words in known.items():
            if words:
                _said(witness, "bibl", words, type=name)


def _location(parent: ET.Element, location: Location, base: str, sigla: Mapping[str, str]) -> None:
    """The words where all agree, else an `app`."""
    readings: dict[str, list[str]] = {}
    for name, words in location.readings.items():
        readings.setdefault(_laid_out(words), []).append(sigla[name])
    lemma = _laid_out(location.base)
    if set(readings) <= {lemma}:
        parent.text = lemma
        return
    entry = ET.SubElement(parent, "app")
    agreeing = [sigla[base], *readings.pop(lemma, [])] if lemma else []
    attributes = {"wit": _pointers(agreeing)} if agreeing else {}
    _said(entry, "lem", lemma, **attributes)
    for words, witnesses in readings.items():
        _said(entry, "rdg", words, wit=_pointers(witnesses))


def _pointers(sigla: list[str]) -> str:
    return " ".join(f"#{one}" for one in sigla)


def _said(parent: ET.Element, tag: str, words: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = xml_text(words)


def _laid_out(words: str) -> str:
    """Words with each run of white space as one blank: line ends are the page's, not the text's."""
    return xml_text(" ".join(words.split()))
