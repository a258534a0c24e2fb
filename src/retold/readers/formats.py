"""The formats retold reads: how each is told, and where its reader lies.

A reader is a function `read(source, options)` that gives the documents of a source one at a time,
and a `Rejected` for each record that is none. It holds one record at a time, never raises for what
is wrong with its input but OSError for bytes that cannot be had, and imports optional packages
inside. What it says beside (`options.say`): what it guessed, and how much it passed over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from retold.model.document import Document
from retold.model.run import Rejected
from retold.ports import Reader
from retold.readers import signs
from retold.readers.compressed import unpacked
from retold.readers.options import ReadOptions
from retold.readers.source import Source

Found = Document | Rejected
Read = Callable[[Source, ReadOptions], Iterator[Found]]
GROUP = "retold.readers"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its endings, the sign its first bytes show, and the module whose `read` reads it.

    Attributes:
        sign: whether bytes that begin so are of this format, whatever the ending says; None where
            only the ending tells.
        firm: whether the ending goes before any sign: what it names looks like another format.
    """

    name: str
    endings: tuple[str, ...]
    sign: Callable[[bytes], bool] | None
    module: str
    firm: bool = False


# In the order in which signs are asked for: the plainest first, plain text last.
FORMATS = (
    Format("wacz", (".wacz",), None, "retold.readers.wacz", firm=True),
    Format("zip", (".zip",), signs.is_zip, "retold.readers.archive"),
    Format("pdf", (".pdf",), signs.is_pdf, "retold.readers.pdf"),
    Format("parquet", (".parquet", ".pq"), signs.is_parquet, "retold.readers.parquet"),
    Format("arrow", (".arrow", ".feather"), signs.is_arrow, "retold.readers.arrow"),
    Format("warc", (".warc", ".wet"), signs.is_warc, "retold.readers.warc"),
    Format("mhtml", (".mhtml", ".mht"), signs.is_mhtml, "retold.readers.mhtml"),
    Format("nitf", (".nitf",), signs.is_nitf, "retold.readers.nitf"),
    Format("newsml", (".newsml",), signs.is_newsml, "retold.readers.newsml"),
    Format("feed", (".rss", ".atom"), signs.is_feed, "retold.readers.feed"),
    Format("sitemap", (), signs.is_sitemap, "retold.readers.sitemap"),
    Format("html", (".html", ".htm", ".xhtml"), signs.is_html, "retold.readers.page"),
    Format("xml", (".xml",), None, "retold.readers.other_xml"),
    Format("ninjs", (".ninjs",), signs.is_ninjs, "retold.readers.ninjs"),
    Format("saved", (".saved",), signs.is_saved, "retold.readers.web.kept"),
    Format("jsonl", (".jsonl", ".ndjson"), signs.is_json_lines, "retold.readers.jsonl", firm=True),
    Format("json", (".json",), signs.is_json, "retold.readers.json_records"),
    Format("csv", (".csv", ".tsv", ".tab"), None, "retold.readers.csv_table"),
    Format("urls", (".urls",), signs.is_urls, "retold.readers.urls"),
    Format("text", (".txt", ".text", ".md", ".markdown"), None, "retold.readers.plain"),
)
BY_NAME = {one.name: one for one in FORMATS}
# The extra of retold that has a package which a reader needs.
EXTRAS = {
    "fastwarc": "warc",
    "pyarrow": "tables",
    "pypdfium2": "pdf",
    "zstandard": "zstd",
    "feedparser": "feeds",
    "httpx2": "fetch",
    "protego": "fetch",
}


def documents(source: Source, options: ReadOptions) -> Iterator[Found]:
    """The documents of a source, whatever its format, and what of it could not be read.

    A format that is asked for is that of what was given, not of what lies inside.
    """
    options = options if source.depth == 0 else replace(options, format=None)
    try:
        plain = unpacked(source)
        if isinstance(plain, Rejected):
            yield plain
        else:
            yield from reader_of(plain, options)(plain, options)
    except ModuleNotFoundError as error:
        yield Rejected(source.name, None, _missing(error))
    except OSError as error:
        reason = error.strerror or str(error)
        said = f"not readable to its end: {reason[:1].lower()}{reason[1:300]}"
        yield Rejected(source.name, None, said)
    except Exception as error:  # noqa: BLE001 - a reader that fails costs its file, not the run
        said = f"{type(error).__name__}: {str(error)[:200]}"
        yield Rejected(source.name, None, f"its reader failed, which it must not: {said}")


def _missing(error: ModuleNotFoundError) -> str:
    """What to install for a reader whose package is not there."""
    package = (error.name or "").partition(".")[0]
    if "pip install" in str(error):
        return str(error)
    extra = EXTRAS.get(package)
    if extra is None:
        return f"needs {error.name}, which is not installed"
    return f"needs {package}: pip install 'retold[{extra}]'"


def reader_of(source: Source, options: ReadOptions) -> Read:
    """The reader for an unpacked source: the one asked for, one from outside, or one of ours."""
    named = BY_NAME.get(options.format or "")
    if named is None:
        for outsider in outsiders():
            if source.ending in outsider.endings or outsider.recognises(source.head):
                return outsider.read
    read: Read = import_module((named or format_of(source)).module).read
    return read


def format_of(source: Source) -> Format:
    """The format of an unpacked source: by its sign, by its ending, or else plain text."""
    ended = next((one for one in FORMATS if source.ending in one.endings), None)
    if ended is not None and ended.firm:
        return ended
    if (source.content_type or "").lower().startswith("text/html"):
        ended = BY_NAME["html"]
    return signed(source.head) or ended or BY_NAME["text"]


def signed(head: bytes) -> Format | None:
    """The format whose sign stands in the first bytes; None where none does."""
    return next((one for one in FORMATS if one.sign is not None and one.sign(head)), None)


def endings() -> frozenset[str]:
    """The endings of all formats read here, and of those that other packages read."""
    ours = {ending for one in FORMATS for ending in one.endings}
    return frozenset(ours | {ending for one in outsiders() for ending in one.endings})


@cache
def outsiders() -> tuple[Reader, ...]:
    """Readers that other packages offer, by the names of their entry points."""
    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return tuple(point.load() for point in found)
