"""NITF, NewsML-G2 and ninjs."""

import json
from pathlib import Path

import pytest

from retold.model.document import BlockKind, DateBasis
from tests.readers.made import TEXT, lines, read, write
from tests.text.pages import BODY

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://dtd.example/nitf-3-6.dtd">
<nitf xml:lang="en-GB"><head><title>pier</title>
<docdata><doc-id id-string="tide-77"/><date.issue norm="20310303T101500Z"/></docdata>
<pubdata name="Lowmere Tide" ex-ref="https://tide.example/77"/></head>
<body><body.head><hedline><hl1>Eastern pier closed &mdash; until spring</hl1>
<hl2>Ferries go elsewhere</hl2></hedline><byline>By <person>Nils Abeck</person></byline>
<distributor>Harbour Agency</distributor><dateline>LOWMERE, 3 March 2031</dateline></body.head>
<body.content><p>{BODY[0].replace("Lowmere", "<location>Lowmere</location>")}</p><hl2>Piles</hl2>
<media media-type="image"><media-reference source="p.jpg"/><media-caption>The pier</media-caption>
</media><block>{"".join(f"<p>{line}</p>" for line in BODY[1:])}</block></body.content>
<body.end><tagline>Harbour Agency</tagline></body.end></body></nitf>"""
G2 = "http://iptc.org/std/nar/2006-10-01/"
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)


def item(guid: str, content: str) -> str:
    return f"""<newsItem xmlns="{G2}" guid="{guid}" version="2" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Harbour Agency</name></provider>
<versionCreated>2031-03-04T08:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2031-03-03T10:15:00+01:00</contentCreated>
<headline>Eastern pier closed</headline><by>By Nils Abeck</by><dateline>LOWMERE</dateline>
<creditline>HA</creditline></contentMeta><contentSet>{content}</contentSet></newsItem>"""


XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
    f"<body><h1>Eastern pier closed</h1>{PARAGRAPHS}</body></html></inlineXML>"
)
NINJS = {
    "uri": "https://tide.example/77",
    "type": "text",
    "versioncreated": "2031-03-03T10:15:00Z",
    "language": "en",
    "headline": "Eastern pier closed",
    "byline": "By Nils Abeck",
    "provider": "Harbour Agency",
    "body_xhtml": f"<div>{PARAGRAPHS}</div>",
}


@pytest.mark.parametrize("name", ["pier.nitf", "pier.xml", "pier.txt"])
def test_an_item_in_nitf_says_what_is_what(tmp_path: Path, name: str) -> None:
    document = read(write(tmp_path / name, NITF)).only

    assert lines(document, BlockKind.BODY) == list(BODY)
    assert lines(document, BlockKind.TITLE) == ["Eastern pier closed — until spring"]
    assert lines(document, BlockKind.CAPTION) == ["The pier"]
    assert lines(document, BlockKind.HEADING) == ["Ferries go elsewhere", "Piles"]
    assert (document.byline, document.outlet, document.language, document.url) == (
        "Nils Abeck",
        "Lowmere Tide",
        "en",
        "https://tide.example/77",
    )
    assert (document.dates[0].at, document.dates[0].basis) == (
        "2031-03-03T10:15:00Z",
        DateBasis.METADATA,
    )


@pytest.mark.parametrize(
    "content",
    [XHTML, f"<inlineXML>{NITF[NITF.index('<nitf') :].replace('&mdash;', '-')}</inlineXML>",
     f"<inlineData>{TEXT}</inlineData>"],
    ids=["xhtml", "nitf", "text"],
)  # fmt: skip
def test_an_item_in_newsml_is_read(tmp_path: Path, content: str) -> None:
    document = read(write(tmp_path / "pier.xml", item("urn:1", content))).only

    assert lines(document, BlockKind.BODY) == list(BODY)
    assert document.id == "pier"
    assert document.byline == "Nils Abeck"
    assert document.dates[0].at.startswith("2031-03-03")


def test_a_message_gives_its_items_and_tells_of_pictures(tmp_path: Path) -> None:
    picture = item("urn:3", '<remoteContent href="p.jpg"/>')
    message = f'<newsMessage xmlns="{G2}"><itemSet>{item("urn:1", XHTML)}{item("urn:2", XHTML)}'
    path = write(tmp_path / "parcel.xml", f"{message}{picture}</itemSet></newsMessage>")

    reading = read(path)

    assert reading.ids == ["urn:1", "urn:2"]
    assert [(one.record, one.reason) for one in reading.rejected] == [(3, "no text in the item")]


@pytest.mark.parametrize("name", ["pier.json", "pier.ninjs"])
def test_an_item_in_ninjs_is_read(tmp_path: Path, name: str) -> None:
    document = read(write(tmp_path / name, json.dumps(NINJS))).only

    assert lines(document, BlockKind.BODY) == list(BODY)
    assert lines(document, BlockKind.TITLE) == ["Eastern pier closed"]
    assert (document.id, document.url, document.outlet) == (
        "pier",
        "https://tide.example/77",
        "Harbour Agency",
    )
    assert document.dates[0].at == "2031-03-03T10:15:00Z"


def test_a_later_version_of_ninjs_has_lists_of_bodies(tmp_path: Path) -> None:
    late = {
        "uri": "urn:77",
        "versioncreated": "2031-03-03T10:15:00Z",
        "headlines": [{"role": "short", "value": "Pier"}, {"role": "main", "value": "Pier closed"}],
        "bodies": [{"contenttype": "text/plain", "value": TEXT}],
    }
    document = read(write(tmp_path / "pier.json", json.dumps(late))).only

    assert lines(document, BlockKind.BODY) == list(BODY)
    assert document.title == "Pier closed"


def test_xml_of_no_format_is_rejected_with_its_root(tmp_path: Path) -> None:
    reading = read(
        write(tmp_path / "x.xml", "<?xml version='1.0'?><catalogue><p>x</p></catalogue>")
    )

    assert reading.reasons[0].startswith("XML with the root 'catalogue'; read are NITF")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{LAUGHS}]><nitf><body><p>&l11;</p></body></nitf>',
        '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><p>&x;</p></body>'
        "</nitf>",
        "<nitf>" + "<p>" * 100_000,
        "<nitf><body><body.content><p>" + "<em>" * 250 + "deep",
        "<nitf/>",
        "<nitf><body><p>&nosuch;</p></body></nitf>",
        f'<newsItem xmlns="{G2}"/>',
        f'<newsMessage xmlns="{G2}"/>',
        '<nitf><body.content><p a="1" a="2">x</p></body.content></nitf>',
        "<nitf>\0</nitf>",
    ],
    ids=["laughs", "a file", "deep", "deep and cut", "empty", "an entity", "no set", "no item",
         "twice", "zero"],
)  # fmt: skip
def test_hostile_xml_is_told_without_a_traceback(tmp_path: Path, content: str) -> None:
    reading = read(write(tmp_path / "pier.xml", content))

    assert reading.documents == []
    assert len(reading.rejected) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"body_xhtml": None},
        {"body_xhtml": 7},
        {"body_xhtml": "<p> </p>"},
        {"headline": {"a": [1]}, "body_xhtml": []},
    ],
)
def test_an_item_without_a_text_is_told(tmp_path: Path, change: dict[str, object]) -> None:
    path = write(tmp_path / "pier.json", json.dumps({**NINJS, **change}))

    assert read(path).reasons == ["no text in the item"]
