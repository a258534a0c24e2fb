"""retold from Python: read a pile, compare two texts, take a page apart, find quotations."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

import msgspec

from retold import __version__
from retold.backends.frequencies import frequencies
from retold.backends.publishers import identified, publishers
from retold.backends.role_weights import role_weights
from retold.bench import Settings, bench
from retold.model.change import Drift
from retold.model.document import Document, Span
from retold.model.errors import FetchingIsOff, NothingReadable
from retold.model.relation import Relation
from retold.model.run import Rejected, Result, Run
from retold.pairs.reading import prepare
from retold.pairs.relate import relate
from retold.pipeline import Tick, retell
from retold.ports import Engine
from retold.readers.html import document_of_html
from retold.readers.mapping import from_mapping
from retold.readers.options import ReadOptions
from retold.readers.pile import read_pile
from retold.readers.text import About, document_of_text
from retold.readers.web.addresses import is_address
from retold.readers.web.pages import pages_of
from retold.readers.web.settings import FetchSettings
from retold.stories.event import same_event
from retold.stories.repeated import relabelled
from retold.stories.sketch import sketch
from retold.text.language import language
from retold.text.quotes import Quotation
from retold.text.speech import attributed

if TYPE_CHECKING:
    import pyarrow as pa

Source = str | PathLike[str] | Mapping[str, Any]


def read(
    source: Source | Iterable[Source],
    settings: Settings | None = None,
    fetch: FetchSettings | None = None,
    owners: str | PathLike[str] | None = None,
) -> Result:
    """The stories of a pile: a folder or file, several of them, or mappings.

    A mapping has `id` and `text` (or `html`), and if known `url`, `outlet`, `title`, `date`. With
    `fetch` the network may be used, and addresses be given in place of files. `owners` is a file
    of publishing houses beside those that retold knows.

    Raises:
        FetchingIsOff: an address is given without `fetch`.
        NothingReadable: the pile holds no text at all.
        ValueError: `owners` is no table of owners.
        TypeError: paths and mappings are mixed; what is neither is named.
    """
    given = [source] if isinstance(source, str | PathLike | Mapping) else list(source)
    mappings = [one for one in given if isinstance(one, Mapping)]
    paths = [fspath(one) for one in given if isinstance(one, str | PathLike)]
    if len(given) not in (len(mappings), len(paths)):
        raise TypeError("give paths or mappings, all of one kind")
    pages = pages_of(fetch) if fetch is not None else None
    address = next(filter(is_address, paths), None)
    if address is not None and pages is None:
        raise FetchingIsOff(f"{address} is an address; fetch=FetchSettings() allows its reading")
    pile: Iterable[Document | Rejected] = (
        (from_mapping(one) for one in mappings)
        if mappings
        else read_pile(paths, ReadOptions(pages=pages), lambda _: None)
    )
    owned = identified(pile, publishers(owners))
    result = read_documents(owned, settings=settings or Settings())
    return replace(result, run=replace(result.run, network=pages is not None and pages.network))


def read_documents(
    pile: Iterable[Document | Rejected],
    *,
    settings: Settings,
    tick: Tick | None = None,
    engine: Engine | None = None,
    say: Callable[[str], None] | None = None,
) -> Result:
    """The result of running the chain over what a reader gave.

    `tick(stage, done, total)` is told of progress, `say` of what was not looked at in full.

    Raises:
        NothingReadable: the pile holds no document.
    """
    held: dict[str, Document] = {}
    rejected: list[Rejected] = []
    for one in pile:
        if isinstance(one, Rejected):
            rejected.append(one)
        elif one.id in held:
            rejected.append(Rejected(one.path or one.id, None, f"a second document of id {one.id}"))
        else:
            held[one.id] = one
    documents = list(relabelled(held.values()))
    if not documents:
        raise NothingReadable("no text could be read from what was given")
    stories = retell(documents, settings, engine, tick, say)
    run = Run(__version__, settings.digest, None, len(documents))
    ordered = tuple(sorted(documents, key=lambda one: one.id))
    return Result(run, ordered, tuple(stories), tuple(rejected))


def compare(left_text: str, right_text: str, settings: Settings | None = None) -> Relation:
    """The relation of two texts, of ids "left" and "right"; `parent` is one of them or None."""
    left = document_of_text("left", left_text)
    right = document_of_text("right", right_text)
    return compare_documents(left, right, settings or Settings())


def compare_documents(left: Document, right: Document, settings: Settings) -> Relation:
    """The relation of two documents, in the order given."""
    rarity = frequencies(frozenset(one.language for one in (left, right) if one.language))
    readings = prepare(left, rarity), prepare(right, rarity)
    tools = bench(settings)
    sketches = sketch(left, readings[0], rarity), sketch(right, readings[1], rarity)
    return relate(*readings, tools.judge, same_event(*sketches, tools.events))


def changes_between(left: Document, right: Document, settings: Settings) -> tuple[Drift, ...]:
    """What changed between two documents; nothing where they do not tell one story."""
    stories = retell([left, right], settings)
    return tuple(drift for story in stories for drift in story.drifts)


def extract(html: str, url: str | None = None) -> Document:
    """The document of a page: its visible text, and which of it is the article."""
    return document_of_html("page", html, url)


def quotes(text: str) -> tuple[Quotation, ...]:
    """Every quotation in a plain text, indirect ones too, in order; speakers where one is told."""
    whole = (Span(0, len(text)),) if text else ()
    return attributed(text, whole, language(text), role_weights())


def tables(result: Result) -> "dict[str, pa.Table]":
    """Every table of a result by its name, as Arrow: `tables(result)["relations"].to_pandas()`.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    from retold.exports.parquet_tables import arrow_tables

    return arrow_tables(result.to_dict())


def example_documents() -> Iterator[Document | Rejected]:
    """The documents of the example story that comes with retold."""
    folder = files("retold").joinpath("data", "example")
    key = msgspec.json.decode(folder.joinpath("key.json").read_bytes())
    for name in sorted(key["files"].values()):
        stem, _, ending = name.rpartition(".")
        content = folder.joinpath(name).read_bytes()
        about = About(path=name, sha256=sha256(content).hexdigest())
        text = content.decode("utf-8")
        if ending == "html":
            yield document_of_html(stem, text, None, about)
        else:
            yield document_of_text(stem, text, about)
