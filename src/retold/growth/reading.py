"""A store as a result: the bytes of one go over all its documents."""

from dataclasses import replace

from retold.backends.store.chronicle import Kept
from retold.backends.store.store import Store
from retold.bench import Bench, Settings, bench
from retold.growth.held import Held
from retold.model.errors import NothingReadable
from retold.model.run import Result, Run
from retold.model.story import Group, Story
from retold.telling import tell


def result_of(store: Store, settings: Settings, version: str) -> Result:
    """Every document that is worked in, and every story, as retold of a `version` tells them.

    Raises:
        NothingReadable: none is worked in yet.
    """
    documents = tuple(store.shelf.documents())
    if not documents:
        raise NothingReadable(f"{store.folder} holds no document that is worked in")
    tools, held = bench(settings), Held(store)
    stories = [story_of(store, kept, held, tools) for kept in store.chronicle.every()]
    stories.sort(key=lambda story: story.documents)
    run = Run(version, settings.digest, None, len(documents))
    run = replace(run, network=store.fact("network") is not None)
    return Result(run, documents, tuple(stories))


def story_of(store: Store, kept: Kept, held: Held, tools: Bench) -> Story:
    """A story as kept; one of a single document is told now."""
    if kept.story is not None:
        return kept.story
    names = tuple(name for _, _, name in store.chronicle.members(kept.number))
    return tell(Group(names, ()), held, tools)
