"""A store as a result: the bytes of one go over all its documents."""

from dataclasses import replace

from retold.backends.store.chronicle import Kept
from retold.backends.store.store import Store
from retold.bench import Bench, Settings, bench
from retold.growth.held import Held, Relations
from retold.growth.regrouping import Teller
from retold.model.errors import NothingReadable
from retold.model.run import Result, Run
from retold.model.story import Story
from retold.telling import brief, tell_alone


def result_of(store: Store, settings: Settings, version: str) -> Result:
    """Every document that is worked in, and every story, as retold of a `version` tells them.

    Raises:
        NothingReadable: none is worked in yet.
    """
    documents = tuple(store.shelf.documents())
    if not documents:
        raise NothingReadable(f"{store.folder} holds no document that is worked in")
    teller = _Teller(store, bench(settings), len(documents))
    stories = [teller.story(kept) for kept in store.chronicle.every()]
    stories.sort(key=lambda story: story.documents)
    run = Run(version, settings.digest, None, len(documents))
    run = replace(run, network=store.fact("network") is not None)
    return Result(run, documents, tuple(stories))


def story_of(store: Store, key: str, settings: Settings) -> Story | None:
    """The story of an id, or of one it had before; None where there never was one."""
    kept = store.chronicle.find(key)
    return (
        None if kept is None else _Teller(store, bench(settings), store.shelf.count()).story(kept)
    )


class _Teller:
    """Tells stories as they are told of a pile of some size."""

    def __init__(self, store: Store, tools: Bench, size: int) -> None:
        self._store = store
        self._tools = tools
        self._alone = size <= tools.settings.tell.alone_up_to
        self._together = size <= tools.settings.tell.whole_up_to
        held = Held(store)
        self._teller = Teller(store, held, Relations(held, tools), tools)

    def story(self, kept: Kept) -> Story:
        """A story as it was kept; one of a single document, or not told whole yet, is told now."""
        if kept.size == 1:
            return alone(self._store, kept, self._tools, whole=self._alone)
        told = kept.story
        if told is None or (self._together and not kept.whole):
            return self._teller.told(kept, whole=self._together)
        return told if self._together else brief(told)


def alone(store: Store, kept: Kept, tools: Bench, *, whole: bool) -> Story:
    """The story of a single document."""
    ((_, _, name),) = store.chronicle.members(kept.number)
    return tell_alone(store.document(name), tools, whole=whole)
