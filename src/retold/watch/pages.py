"""What an address holds now: documents, further addresses, or nothing that was not seen before."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from retold.model.document import Document
from retold.model.run import Rejected
from retold.readers.compressed import unpacked
from retold.readers.formats import documents, format_of
from retold.readers.options import ReadOptions
from retold.readers.source import Source
from retold.readers.web.fetch import Fetcher
from retold.readers.web.pages import Answer, Pages, source_of
from retold.readers.web.refused import Refused

DIGEST = "sha256"
# The headers by which a server can tell that nothing has changed.
KEPT = ("etag", "last-modified")
# What names further addresses, and is looked at as often as those that a person gave.
LISTS = frozenset({"feed", "sitemap", "urls"})
LIST = "list"
# Under which address the texts of a page are filed: that which it led to when it was first read.
FILED = "filed"


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at an address brought.

    Attributes:
        documents: that it carries itself.
        addresses: that it lists, to be looked at in turn.
        state: by which a later look tells whether anything changed.
        failed: why there was nothing to be had; None where there was.
        changed: whether it is not what was seen before.
        place: where redirects ended; None for a file.
    """

    documents: tuple[Document, ...] = ()
    addresses: tuple[str, ...] = ()
    state: dict[str, str] = field(default_factory=dict)
    failed: str | None = None
    changed: bool = True
    place: str | None = None


def look(address: str, state: dict[str, str], fetcher: Fetcher) -> Look:
    """What lies at an address; `state` is what an earlier look gave, {} before the first."""
    try:
        answer = fetcher.since(address, state)
    except Refused as refusal:
        return Look(failed=str(refusal))
    if answer is None:
        return Look(state=state, changed=False)
    digest = sha256(answer.content).hexdigest()
    kept = {name: value for name, value in state.items() if name not in KEPT}
    told = {name: answer.headers[name] for name in KEPT if name in answer.headers}
    now = kept | told | {DIGEST: digest}
    if state.get(DIGEST) == digest:
        return Look(state=now, changed=False)
    return replace(read(source_of(answer), now), place=answer.address)


def read(source: Source, state: dict[str, str]) -> Look:
    """What a source carries itself, and what it lists."""
    listed: dict[str, None] = {}

    def note(address: str, _: str | None) -> Answer:
        listed[address] = None
        raise Refused("looked at in its turn")

    plain = unpacked(source)
    if isinstance(plain, Source) and format_of(plain).name in LISTS:
        state = {**state, LIST: "yes"}
    options = ReadOptions(pages=Pages(note))
    found = tuple(_carried(documents(source, options), listed))
    refused = [one.reason for one in found if isinstance(one, Rejected) and one.path not in listed]
    texts = tuple(one for one in found if isinstance(one, Document))
    failed = refused[0] if refused and not texts and not listed else None
    return Look(texts, tuple(listed), state, failed)


def _carried(
    found: Iterator[Document | Rejected], listed: dict[str, None]
) -> Iterator[Document | Rejected]:
    """What was found, without the summaries that stand in for pages which are listed."""
    return (one for one in found if isinstance(one, Rejected) or one.url not in listed)
