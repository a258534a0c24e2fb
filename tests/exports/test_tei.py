"""The apparatus: read back by lxml, and held against a grammar written from the TEI Guidelines."""

import re
from collections.abc import Callable
from typing import Any, cast

import pytest
from lxml import etree

from retold.exports import tei
from retold.model.output import ResultDict
from tests.exports.results import ALL, read

NS = {"t": tei.TEI}
results = pytest.mark.parametrize("result", list(ALL.values()), ids=list(ALL))
Made = Callable[[], ResultDict]


# What is used of TEI P5 (Guidelines: chapters 2, The TEI Header, and 13, Critical Apparatus): the
# order and number of its elements. The grammar of all of TEI lies on the web, where no test looks.
GRAMMAR = etree.RelaxNG(
    etree.fromstring("""
<element name="TEI" xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
  <element name="teiHeader">
    <element name="fileDesc">
      <element name="titleStmt"><element name="title"><text/></element></element>
      <element name="publicationStmt"><element name="p"><text/></element></element>
      <element name="sourceDesc"><element name="listWit"><oneOrMore><element name="witness">
        <attribute name="id" ns="http://www.w3.org/XML/1998/namespace"/>
        <element name="idno"><text/></element>
        <zeroOrMore><element name="bibl"><attribute name="type"/><text/></element></zeroOrMore>
      </element></oneOrMore></element></element>
    </element>
    <element name="encodingDesc">
      <element name="variantEncoding">
        <attribute name="method"><value>parallel-segmentation</value></attribute>
        <attribute name="location"><value>internal</value></attribute>
      </element>
      <element name="projectDesc"><element name="p"><text/></element></element>
    </element>
  </element>
  <element name="text"><element name="body"><oneOrMore><element name="p"><mixed>
    <zeroOrMore><element name="app">
      <element name="lem"><optional><attribute name="wit"/></optional><text/></element>
      <oneOrMore><element name="rdg"><attribute name="wit"/><text/></element></oneOrMore>
    </element></zeroOrMore>
  </mixed></element></oneOrMore></element></element>
</element>""")
)


def letters(text: str) -> list[str]:
    return sorted(re.findall(r"\S", text))


@results
def test_every_pointer_names_a_witness_and_every_place_has_a_lemma(result: Made) -> None:
    for content in tei.export(result()).files.values():
        root = etree.fromstring(content)

        sigla = set(root.xpath("//t:witness/@xml:id", namespaces=NS))
        pointers = " ".join(root.xpath("//@wit")).split()
        assert {one.lstrip("#") for one in pointers} <= sigla
        for entry in root.iterfind(".//t:app", NS):
            kinds = [etree.QName(child).localname for child in entry]
            assert kinds[0] == "lem"
            assert set(kinds[1:]) == {"rdg"}


def test_each_telling_can_be_read_out_of_the_apparatus_whole() -> None:
    held = {one["id"]: one for one in read()["documents"]}
    [content] = tei.export(read()).files.values()
    root = etree.fromstring(content)

    for witness in root.iterfind(".//t:witness", NS):
        name = witness.findtext("t:idno", namespaces=NS)
        pointer = "#" + witness.get("{http://www.w3.org/XML/1998/namespace}id")
        said = []
        for place in root.iterfind(".//t:body/t:p", NS):
            entry = place.find("t:app", NS)
            readings = [place] if entry is None else list(entry)
            said += [
                one.text or ""
                for one in readings
                if entry is None or pointer in (one.get("wit") or "").split()
            ]
        document = held[name]
        body = [one for one in document["blocks"] if one["kind"] == "body"]
        written = "".join(document["text"][one["begin"] : one["end"]] for one in body)
        assert letters("".join(said)) == letters(written)


def test_a_story_told_once_has_nothing_to_collate_and_that_is_said() -> None:
    alone = {**read(), "stories": [one for one in read()["stories"] if one["tellings"] == 1]}

    exported = tei.export(cast(Any, alone))
    assert exported.files == {}
    assert "nothing to collate" in exported.notes[0]
