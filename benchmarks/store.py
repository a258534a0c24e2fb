"""A store that grows: texts a second, bytes a text, and one new text against all that is held.

    python -m benchmarks store [--documents 20000] [--asked 200] [--keys-only] [--folder DIR]

The pile is that of `benchmarks volume` (real texts, made ones, five in a hundred planted copies),
in a seeded order. It is taken in and worked in by batches; then texts that the store does not hold,
made from some that it does at every level of editing, are asked about one at a time in a process
that has answered before: candidates, and the relations to the twelve that share most. With
`--keys-only` nothing is compared while the store grows: enough for what is asked here, and a
million texts take an hour instead of a day. `--store DIR` asks a store that is there already.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks import corpora
from benchmarks.volume_pile import pile
from benchmarks.watch import resident
from retold.backends.store.database import transaction
from retold.backends.store.figures import figures
from retold.backends.store.store import Store, reading, writing
from retold.bench import Settings, bench
from retold.growth.entry import enter
from retold.growth.labels import labelled
from retold.growth.trace import MOST, Tracer
from retold.growth.update import BATCH, Update, take
from retold.model.document import Document
from retold.readers.mapping import from_mapping
from retold.stories.keys import quick_keys

LEAST_WORDS = 200  # of a text that one is asked about
WAYS = ("by the clock", "of the processor", "candidates alone, of the processor")
WARM = 5  # answers that are not counted: tables are loaded for them


def documents(texts: Sequence[str]) -> Iterator[Document]:
    """The texts as documents, in a seeded order."""
    order = list(range(len(texts)))
    corpora.seeded("store", len(texts)).shuffle(order)
    for place in order:
        made = from_mapping({"id": f"{place:08}", "text": texts[place]})
        if isinstance(made, Document):
            yield made


def grown(folder: Path, texts: Sequence[str], *, keys_only: bool) -> None:
    """Fills a store, and prints how fast."""
    began, worked, count = time.monotonic(), time.process_time(), 0
    left = documents(texts)
    with writing(folder) as store:
        update = Update(store, Settings())
        while portion := list(islice(left, BATCH)):
            take(store, portion)
            if keys_only:
                _enter(store)
            else:
                update.some(BATCH)
            count += len(portion)
            if count % (10 * BATCH) == 0 or count == len(texts):
                spent = time.process_time() - worked
                print(
                    f"  {count:9,} texts {time.monotonic() - began:8.0f} s, {count / spent:7.1f} a "
                    f"processor second, {resident():6.0f} MB",
                    flush=True,
                )
        for name, figure in figures(store).items():
            print(f"    {name}: {figure}")
        size = figures(store)["bytes"]
        print(f"  {int(size) / count:,.0f} bytes a text")


def _enter(store: Store) -> None:
    with transaction(store.connection):
        enter(store, labelled(store, store.shelf.waiting(BATCH)), quick_keys())
    with transaction(store.connection):
        store.keyrings.merge(store.numbers("gone"))


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
    options.add_argument("--folder", type=Path, help="where the store is kept meanwhile")
    options.add_argument("--store", type=Path, help="ask this store, and make none")
    chosen = options.parse_args(argv)
    print(f"python -m benchmarks store --documents {chosen.documents}")
    if chosen.store:
        asked(chosen.store, chosen.asked, 1)
        return
    made = pile(chosen.data, chosen.documents)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        grown(Path(folder, "store"), made.texts, keys_only=chosen.keys_only)
        asked(Path(folder, "store"), chosen.asked, 1)
