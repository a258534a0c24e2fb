"""What the server's other processes do: values in, values out, nothing of the web in it.

The process that answers requests never compares texts itself: one long text would hold up all
others. These functions run in the processes of `crew` and `jobs`.
"""

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from retold.bench import Settings
from retold.changes.quotes.lookup import Found, looked_up
from retold.distinct import Choice, dedupe
from retold.face import compare, example_documents, read, read_documents
from retold.model.document import Document
from retold.model.errors import NothingReadable, RetoldError
from retold.model.output import RejectedDict
from retold.model.run import Rejected, Result, Run
from retold.model.shape import relation_dict
from retold.model.story import Story
from retold.readers.mapping import from_mapping
from retold.readers.options import ReadOptions
from retold.readers.pile import read_pile
from retold.report.html import page
from retold.web.messages import (
    FoundQuote,
    GroupAnswer,
    OriginsAnswer,
    QuoteAnswer,
    StoryCount,
    Telling,
)


def warm() -> None:
    """Load tables and weights, so that the first caller does not wait for them.

    They stay to the end: the garbage collector need not look through them again and again, which
    held up single answers for a tenth of a second.
    """
    compare("The mill at Ardle burned down on Monday.", "A mill burned down at Ardle.")
    gc.collect()
    gc.freeze()


def compared(left: str, right: str) -> bytes:
    """The relation of two texts as JSON."""
    return msgspec.json.encode(relation_dict(compare(left, right)))


def grouped(texts: Sequence[Telling]) -> bytes:
    """`OriginsAnswer` of some texts, as JSON."""
    try:
        result = read(mappings(texts))
    except NothingReadable:
        refused = [_refusal(one) for one in mappings(texts)]
        return msgspec.json.encode(OriginsAnswer([], [], refused))
    return msgspec.json.encode(origins_answer(result))


def origins_answer(result: Result) -> OriginsAnswer:
    """A result's texts by origin."""
    choices = {one.id: one for one in dedupe(result).choices}
    groups = [
        GroupAnswer(
            origin.label,
            story.id,
            _first(origin.documents, choices),
            1 / len(origin.documents),
        )
        for story in result.stories
        for origin in story.origins
    ]
    rejected: list[RejectedDict] = [
        {"path": one.path, "record": one.record, "reason": one.reason} for one in result.rejected
    ]
    return OriginsAnswer(groups, [story_count(one) for one in result.stories], rejected)


def story_count(story: Story) -> StoryCount:
    """A story's counts."""
    return StoryCount(
        story.id,
        story.title,
        len(story.documents),
        len(story.origins),
        story.origins_at_most,
        [one.label for one in story.primaries],
        list(story.documents),
    )


def quoted(quote: str, speaker: str | None, texts: Sequence[Telling]) -> bytes:
    """`QuoteAnswer` for a quotation in some texts, as JSON."""
    try:
        result = read(mappings(texts))
    except NothingReadable:
        reason = "no text could be read from what was given"
        return msgspec.json.encode(QuoteAnswer(quote, 0, [], reason))
    return msgspec.json.encode(quote_answer(quote, speaker, [result]))


def quote_answer(quote: str, speaker: str | None, results: Sequence[Result]) -> QuoteAnswer:
    """Where a quotation stands in some results."""
    texts = sum(len(one.documents) for one in results)
    reason = None
    if not any(letter.isalnum() for letter in quote):
        reason = "the quotation has no word to look up"
    elif not texts:
        reason = "no texts are held; send some, or read a pile first"
    found = [
        _found(one, {document.id: document for document in result.documents})
        for result in results
        for one in ([] if reason else looked_up(quote, result.documents, result.stories, speaker))
    ]
    return QuoteAnswer(quote, texts, found, reason)


def page_of(result: Result) -> bytes:
    """The story page; a lone surrogate becomes a character reference."""
    return page(result, home="/stories").encode("utf-8", "xmlcharrefreplace")


def mappings(texts: Sequence[Telling]) -> list[dict[str, str]]:
    """Texts as what `retold.read` takes; one without an id is called by its place, from 1."""
    held = []
    for place, one in enumerate(texts, 1):
        known = {
            "id": one.id or str(place),
            "text": one.text,
            "url": one.url,
            "outlet": one.outlet,
            "title": one.title,
            "date": one.date,
        }
        held.append({name: value for name, value in known.items() if value is not None})
    return held


def tell_texts(to: Connection, texts: Sequence[Telling]) -> None:
    """Read texts as a job; `to` hears of progress and of the end."""
    _told(to, lambda: (from_mapping(one) for one in mappings(texts)))


def tell_files(to: Connection, folder: Path) -> None:
    """Read the files of a folder as a job. Addresses in them are not followed."""
    # Paths in the result are those that were uploaded, not those of this machine.
    os.chdir(folder)
    _told(to, lambda: read_pile(["."], ReadOptions(pages=None), lambda _: None))


def tell_paths(to: Connection, paths: Sequence[str]) -> None:
    """Read files and folders of this machine as a job."""
    _told(to, lambda: read_pile(list(paths), ReadOptions(pages=None), lambda _: None))


def tell_example(to: Connection, _: None) -> None:
    """Read the shipped example as a job."""
    _told(to, example_documents)


def _told(to: Connection, pile: Callable[[], Iterable[Document | Rejected]]) -> None:
    """Send ("progress", stage, done, total), then ("done", result) or ("failed", reason)."""
    try:
        result = read_documents(
            pile(),
            settings=Settings(),
            tick=lambda stage, done, total: to.send(("progress", stage, done, total)),
        )
    except RetoldError as fault:
        to.send(("failed", str(fault)))
    else:
        to.send(("done", result))
    finally:
        to.close()


def _refusal(mapping: dict[str, str]) -> RejectedDict:
    made = from_mapping(mapping)
    reason = made.reason if isinstance(made, Rejected) else "not readable"
    return {"path": mapping["id"], "record": None, "reason": reason}


def _first(documents: Sequence[str], choices: dict[str, Choice]) -> list[str]:
    return sorted(documents, key=lambda name: (not choices[name].kept, name))


def _found(one: Found, held: dict[str, Document]) -> FoundQuote:
    use, span = one.use, one.place.span
    return FoundQuote(
        one.match.value,
        one.story,
        one.place.document,
        span.begin,
        span.end,
        span.of(held[one.place.document].text),
        use.speaker if use else None,
        use.style.value if use else None,
        use.status.value if use and use.status else None,
        use.note if use else None,
    )


def alone(result: Result, story: Story) -> Result:
    """A result of one story."""
    names = set(story.documents)
    documents = tuple(one for one in result.documents if one.id in names)
    run = Run(
        result.run.version,
        result.run.settings,
        result.run.embedder,
        len(documents),
        result.run.network,
    )
    return Result(run, documents, (story,))
