"""A store that grows: texts a second, bytes a text, and one new text against all that is held.

    python -m benchmarks store [--documents 20000] [--asked 200] [--keys-only] [--folder DIR]
    python -m benchmarks store --documents 5000 --portions 10

The pile is that of `benchmarks volume` (real texts, made ones, five in a hundred planted copies),
in a seeded order. It is taken in and worked in by batches; then texts that the store does not hold,
made from some that it does at every level of editing, are asked about one at a time in a process
that has answered before: candidates, and the relations to the twelve that share most. With
`--keys-only` nothing is compared while the store grows: enough for what is asked here, and a
million texts take minutes instead of a day. `--store DIR` asks a store that is there already.
`--portions N` asks nothing: the texts are added in N portions of drawn sizes, in a drawn order, and
the store must export the bytes of one filled in one go, and of `retold read`.
"""

import argparse
import os
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks import corpora
from benchmarks.scratch import add_folder, scratch
from benchmarks.spending import resident
from benchmarks.store_law import one_result
from benchmarks.volume_pile import pile
from retold.backends.store.database import transaction
from retold.backends.store.figures import figures
from retold.backends.store.store import Store, reading, writing
from retold.bench import Settings, bench
from retold.growth.entry import enter
from retold.growth.labels import labelled
from retold.growth.trace import MOST, Tracer
from retold.growth.update import BATCH, Update, take
from retold.model.document import Block, BlockKind, Document, Span
from retold.readers.mapping import from_mapping
from retold.stories.keys import quick_keys

LEAST_WORDS = 200  # of a text that one is asked about
WAYS = ("by the clock", "of the processor", "candidates alone, of the processor")
STEPS = 10  # lines printed while a store grows
WARM = 5  # answers that are not counted: tables are loaded for them


def documents(texts: Sequence[str], *, plain: bool) -> Iterator[Document]:
    """The texts as documents, in a seeded order; `plain` ones are all body, and nobody read them.

    Reading a record takes six times what the keys of it take, and is measured elsewhere.
    """
    order = list(range(len(texts)))
    corpora.seeded("store", len(texts)).shuffle(order)
    for place in order:
        name, text = f"{place:08}", texts[place]
        made = _plain(name, text) if plain else from_mapping({"id": name, "text": text})
        if isinstance(made, Document):
            yield made


def _plain(name: str, text: str) -> Document:
    body = Block(Span(0, len(text)), BlockKind.BODY)
    return Document(name, text, language="en", blocks=(body,))


def grown(folder: Path, texts: Sequence[str], *, keys_only: bool) -> None:
    """Fills a store, and prints how fast, a tenth at a time."""
    left = documents(texts, plain=keys_only)
    tenth = -(-len(texts) // (STEPS * BATCH)) * BATCH
    with writing(folder) as store:
        update = Update(store, Settings())
        while True:
            began, worked = time.monotonic(), time.process_time()
            count = sum(
                _added(store, update, left, keys_only=keys_only) for _ in range(0, tenth, BATCH)
            )
            if not count:
                break
            _pace(f"{store.shelf.count():9,} texts", count, (began, worked))
        began, worked = time.monotonic(), time.process_time()
        if not keys_only:
            for _ in update.all():
                pass
        store.merger.settle()
        _pace("told, and merged", store.shelf.count(), (began, worked))
        for name, figure in figures(store).items():
            print(f"    {name}: {figure}")
        print(f"  {int(figures(store)['bytes']) / store.shelf.count():,.0f} bytes a text")


def _pace(what: str, count: int, since: tuple[float, float]) -> None:
    passed, spent = time.monotonic() - since[0], time.process_time() - since[1]
    pace, held = count / spent, resident(os.getpid())
    print(
        f"  {what:18} {passed:6.0f} s, {pace:7.1f} a processor second, {held:6.0f} MB", flush=True
    )


def _added(store: Store, update: Update, left: Iterator[Document], *, keys_only: bool) -> int:
    """Adds the next texts, a batch of them; how many there were."""
    portion = list(islice(left, BATCH))
    if portion:
        take(store, portion)
        if keys_only:
            _enter(store)
        else:
            update.some(BATCH)
    return len(portion)


def _enter(store: Store) -> None:
    with transaction(store.connection):
        enter(store, labelled(store, store.shelf.waiting(BATCH)), quick_keys())
    store.merger.tend()


def asked(folder: Path, count: int, seed: int) -> None:
    """Asks about texts, and prints how long the answers take."""
    draw = random.Random(seed)
    with reading(folder) as store:
        tracer = Tracer(store, bench(Settings()))
        texts = list(_asked(store, count + WARM, draw))
        seconds, found = [], 0
        for one in texts:
            began, worked = time.perf_counter(), time.process_time()
            near = tracer.candidates(one)
            sought = time.process_time() - worked
            tracer.relations(one, near[:MOST])
            seconds.append((time.perf_counter() - began, time.process_time() - worked, sought))
            found += len(near)
    spent = 1000 * np.array(seconds[WARM:])
    for name, column in zip(WAYS, spent.T, strict=True):
        middle, high = np.percentile(column, 50), np.percentile(column, 95)
        print(f"  one text, {name}: p50 {middle:.1f} ms, p95 {high:.1f}, most {column.max():.1f}")
    print(f"  {found / len(texts):.1f} candidates each")


def _asked(store: Store, count: int, draw: random.Random) -> Iterator[Document]:
    """Texts made from some of the store: words dropped, changed for others, or a run of them."""
    (last,) = store.connection.execute("SELECT max(row) FROM documents").fetchone()
    made = 0
    while made < count:
        row = draw.randint(1, last)
        words = store.shelf.given([row])[row].text.split()
        if len(words) < LEAST_WORDS:
            continue
        share = draw.choice((0.0, 0.1, 0.3))
        told = [word for word in words if draw.random() >= share]
        if draw.random() < 0.3:
            begin = draw.randrange(len(told) // 2)
            told = told[begin : begin + len(told) // 4]
        one = from_mapping({"id": f"asked {made}", "text": " ".join(told)})
        if isinstance(one, Document):
            made += 1
            yield one


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks store")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--asked", type=int, default=200)
    options.add_argument("--keys-only", action="store_true")
    options.add_argument("--portions", type=int)
    add_folder(options)
    options.add_argument("--store", type=Path, help="ask this store, and make none")
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks store --documents {chosen.documents}")
    if chosen.store:
        asked(chosen.store, chosen.asked, 1)
        return
    made = pile(chosen.data, chosen.documents)
    with scratch(chosen.folder) as folder:
        if chosen.portions:
            raise SystemExit(not one_result(folder, made.texts, chosen.portions, 1))
        grown(folder / "store", made.texts, keys_only=chosen.keys_only)
        asked(folder / "store", chosen.asked, 1)
