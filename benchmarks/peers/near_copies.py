"""Near copies as others find them: groups of places from a file of texts, with the time it took.

    PYTHON near_copies.py (datasketch | rensa | text-dedup) TEXTS.jsonl

Runs in an environment of its own (`near_copies.txt`, `text_dedup.txt`); imports nothing of retold.
Each as its own documentation has it: 5-word shingles, 128 permutations, bands for a resemblance of
one half. Pairs are what the bands propose (text-dedup: members of a group beside its first), and
groups are their connected parts, by the same union-find for all.
"""

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

PERMUTATIONS, THRESHOLD, SHINGLE = 128, 0.5, 5
MOST = 50  # holders of a band whose pairs are all listed; of more, each beside the first
WORD = re.compile(r"\w+")


def shingles(text: str) -> set[str]:
    words = WORD.findall(text.lower())
    return {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}


def datasketch(texts: list[str]) -> Iterator[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for place, text in enumerate(texts):
        made = MinHash(num_perm=PERMUTATIONS)
        made.update_batch([one.encode() for one in shingles(text)])
        for other in index.query(made):
            yield other, place
        index.insert(place, made)


def rensa(texts: list[str]) -> Iterator[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found, unused-ignore]

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    for place, text in enumerate(texts):
        made = RMinHash(num_perm=PERMUTATIONS, seed=42)
        made.update(sorted(shingles(text)))
        for other in index.query(made):
            if other != place:
                yield other, place
        index.insert(place, made)


def text_dedup(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Its embedding function and its bands, as its minhash command puts them together."""
    import numpy as np
    from text_dedup.minhash import embed_func  # type: ignore[import-not-found, unused-ignore]
    from text_dedup.utils import optimal_param  # type: ignore[import-not-found, unused-ignore]
    from text_dedup.utils.hashfunc import xxh3_32hash  # type: ignore[import-not-found, unused-ignore]

    bands, rows = optimal_param(THRESHOLD, PERMUTATIONS, 0.5, 0.5)
    ranges = [(at * rows, (at + 1) * rows) for at in range(bands)]
    draw = np.random.RandomState(42)
    # As its command has them by default: 32-bit hashes, the greatest prime below.
    prime, most = np.uint32((1 << 32) - 5), np.uint32((1 << 32) - 1)
    permutations = (
        draw.randint(1, prime, size=(PERMUTATIONS,), dtype=np.uint32),
        draw.randint(0, prime, size=(PERMUTATIONS,), dtype=np.uint32),
    )
    tables: Any = [defaultdict(list) for _ in ranges]
    for place, text in enumerate(texts):
        made = embed_func(
            text,
            place,
            num_perm=PERMUTATIONS,
            ngram_size=SHINGLE,
            min_length=1,
            hashranges=ranges,
            permutations=permutations,
            hash_func=xxh3_32hash,
            dtype=np.uint32,
            max_hash=most,
            modulo_prime=prime,
        )
        for band, signature in enumerate(made["__signatures__"]):
            tables[band][signature].append(place)
    for table in tables:
        for held in table.values():
            yield from (
                combinations(held, 2) if len(held) <= MOST else ((held[0], x) for x in held[1:])
            )


WAYS = {"datasketch": datasketch, "rensa": rensa, "text-dedup": text_dedup}


def joined(pairs: list[tuple[int, int]], size: int) -> list[int]:
    """For each place the first of its group."""
    head = list(range(size))

    def top(place: int) -> int:
        while head[place] != place:
            head[place] = place = head[head[place]]
        return place

    for left, right in pairs:
        first, second = sorted((top(left), top(right)))
        head[second] = first
    return [top(place) for place in range(size)]


def peak() -> float:
    """The greatest resident memory, MB; unlike `ru_maxrss` without that of the parent before."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found.group(1)) / 1024 if found else float("nan")


def main() -> None:
    """Prints pairs, seconds and memory as JSON."""
    way, path = sys.argv[1:]
    with Path(path).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    started = time.process_time()
    pairs = sorted(set(WAYS[way](texts)))
    heads = joined(pairs, len(texts))
    found = {
        "heads": heads,
        "settings": f"{SHINGLE} words, {PERMUTATIONS} permutations, {THRESHOLD}",
        "pairs": pairs,
        "seconds": time.process_time() - started,
        "megabytes": peak(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
