"""Copies found in a large pile, by level of editing, and what that costs, beside peers.

    python -m benchmarks volume [--data DIR] [--documents 20000] [--peers PYTHON]
                                [--text-dedup PYTHON]

The pile: the `distractors`, the real texts first; past their number made ones (real texts with
every rarer word changed for another as rare: news in its grammar, and no text's kin), which the
head line counts. Five in a hundred documents are planted copies of real texts of 200 words and
more, at every level of editing. Recall is the share of copies that meet their source; candidates
are counted a document, since of the real texts nobody knows who is kin. Times are processor seconds
of one process from texts in memory. Peers run on the same texts in environments of their own
(`peers/near_copies.txt`, `peers/text_dedup.txt`).
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import corpora
from benchmarks.bootstrap import figure, share
from benchmarks.making import MAKERS
from retold.backends.commonness import commonness
from retold.stories.keys import quick_keys
from retold.stories.meet import meetings, wordings

PLANTED = 0.05  # of all documents
LEAST_WORDS = 200  # of a source: a tenth of it is a sentence
EDITS = (0.05, 0.1, 0.2, 0.3, 0.4)  # share of words changed, dropped or doubled
EXCERPTS = (0.1, 0.2)  # share of the words, in one run
# Words in more of the distractors than this keep their place in a made text.
COMMON = 0.02
PEER = Path(__file__).parent / "peers" / "near_copies.py"
Maker = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Pile:
    """Texts; for each planted copy its place, that of its source, and its level of editing."""

    texts: list[str]
    real: int
    planted: list[tuple[int, int, str]]


def edited(rate: float, vocabulary: Sequence[str]) -> Maker:
    """A maker that changes, drops or doubles a share of the words."""

    def make(text: str, draw: random.Random) -> str:
        return " ".join(_edited(text.split(), rate, draw, vocabulary))

    return make


def _edited(
    words: Iterable[str], rate: float, draw: random.Random, vocabulary: Sequence[str]
) -> Iterator[str]:
    for word in words:
        if draw.random() >= rate:
            yield word
            continue
        way = draw.randrange(3)
        if way == 0:
            yield draw.choice(vocabulary)
        elif way == 1:
            yield from (word, draw.choice(vocabulary))


def cut(part: float) -> Maker:
    """A maker that takes a run of words."""

    def make(text: str, draw: random.Random) -> str:
        words = text.split()
        count = round(len(words) * part)
        first = draw.randint(0, len(words) - count)
        return " ".join(words[first : first + count])

    return make


def ranks(texts: Sequence[str]) -> dict[str, int]:
    """In how many texts each word stands."""
    found: defaultdict[str, int] = defaultdict(int)
    for text in texts:
        for word in set(text.split()):
            found[word] += 1
    return dict(found)


def made_texts(texts: Sequence[str], count: int) -> Iterator[str]:
    """Texts in the grammar of real ones, each rarer word changed for another as rare."""
    known = ranks(texts)
    alike: defaultdict[int, list[str]] = defaultdict(list)
    for word, held in sorted(known.items()):
        alike[held.bit_length()].append(word)
    for number in range(count):
        draw = corpora.seeded("made", number)
        changed: dict[str, str] = {}
        yield " ".join(
            word
            if known[word] > COMMON * len(texts)
            else changed.setdefault(word, draw.choice(alike[known[word].bit_length()]))
            for word in texts[draw.randrange(len(texts))].split()
        )


def pile(data: Path, documents: int) -> Pile:
    """A seeded pile of so many documents, copies among them, in a seeded order of copies."""
    real = [row["text"] for row in corpora.rows(data, "distractors/docs.jsonl")]
    copies = round(documents * PLANTED)
    texts = real[: documents - copies]
    texts += made_texts(real, documents - copies - len(texts))
    draw = corpora.seeded("volume", documents)
    known = range(min(len(real), len(texts)))
    sources = [place for place in known if len(texts[place].split()) >= LEAST_WORDS]
    vocabulary = sorted(ranks(real[:2000]))
    makers: dict[str, Maker] = {"unchanged": lambda text, _: text}
    makers |= {f"edits {rate:.0%}": edited(rate, vocabulary) for rate in EDITS}
    makers |= {f"excerpt {part:.0%}": cut(part) for part in EXCERPTS} | dict(MAKERS)
    planted = []
    for number in range(copies):
        level = sorted(makers)[number % len(makers)]
        source = draw.choice(sources)
        planted.append((len(texts), source, level))
        texts.append(makers[level](texts[source], draw))
    return Pile(texts, min(len(real), documents - copies), planted)


def recall(made: Pile, pairs: set[tuple[int, int]]) -> dict[str, list[float]]:
    """For each level, 1 for each copy that meets its source and 0 for each that does not."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for place, source, level in made.planted:
        found[level].append(float((source, place) in pairs))
    return dict(found)


def told(name: str, made: Pile, pairs: set[tuple[int, int]], seconds: float) -> None:
    """Prints the figures of one way."""
    by_level = recall(made, pairs)
    hits = [float((source, place) in pairs) for place, source, _ in made.planted]
    every = figure([str(source) for _, source, _ in made.planted], share(hits))
    among_real = sum(right < made.real for _, right in pairs)
    rate = len(made.texts) / seconds
    print(f"\n{name}: {seconds:.1f} s, {rate:,.0f} documents a second a core, all {every}")
    print(f"  pairs a document {len(pairs) / len(made.texts):.2f}, of two real texts", end=" ")
    print(f"{among_real / made.real:.2f} a real document")
    print("  " + "  ".join(f"{level} {np.mean(by_level[level]):.3f}" for level in sorted(by_level)))


def retold(made: Pile) -> None:
    """Keys from texts, then both joins."""
    make, table = quick_keys(), commonness()
    make(made.texts[0], table)
    started = time.process_time()
    keys = [make(text, table) for text in made.texts]
    keyed = time.process_time() - started
    size = sum(key.marks.nbytes + key.terms.nbytes for key in keys) / len(keys)
    rate = len(keys) / keyed
    print(f"\n{make.__name__}: {rate:,.0f} documents a second a core, {size:.0f} bytes each")
    names = [f"{place:08}" for place in range(len(keys))]
    started = time.process_time()
    worded = wordings([key.marks for key in keys], names)
    seconds = keyed + time.process_time() - started
    pairs = set(zip(worded.left.tolist(), worded.right.tolist(), strict=True))
    told("retold, wording", made, pairs, seconds)
    print(f"  {worded.sampled} keys sampled")
    started = time.process_time()
    met = meetings(list(zip(names, keys, strict=True)))
    seconds = keyed + time.process_time() - started
    told("retold, wording and events", made, {(int(a), int(b)) for a, b in met.pairs}, seconds)
    print(f"  {met.sampled} keys sampled")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def peer(made: Pile, python: str, way: str) -> None:
    """One peer in its own environment."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in made.texts))
        done = subprocess.run(
            [python, str(PEER), way, str(path)], capture_output=True, text=True, check=False
        )
    if done.returncode:
        print(f"\n{way}: not measured: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return
    found = json.loads(done.stdout)
    pairs = {(min(a, b), max(a, b)) for a, b in found["pairs"]}
    told(f"{way} ({found['settings']})", made, pairs, found["seconds"])
    print(f"  memory {found['megabytes']:,.0f} MB")


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks volume")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--peers", help="interpreter with datasketch and rensa")
    options.add_argument("--text-dedup", help="interpreter with text-dedup")
    options.add_argument("--write", type=Path, help="also write the pile as JSON lines, and stop")
    chosen = options.parse_args(argv)
    made = pile(chosen.data, chosen.documents)
    generated = len(made.texts) - made.real - len(made.planted)
    print(f"{len(made.texts)} documents: {made.real} real, {generated} made, ", end="")
    print(f"{len(made.planted)} copies")
    if chosen.write:
        with chosen.write.open("w", encoding="utf-8") as out:
            for place, text in enumerate(made.texts):
                out.write(json.dumps({"id": f"{place:08}", "text": text}) + "\n")
        return
    retold(made)
    for way in ("datasketch", "rensa") if chosen.peers else ():
        peer(made, chosen.peers, way)
    if chosen.text_dedup:
        peer(made, chosen.text_dedup, "text-dedup")
