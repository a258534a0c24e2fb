"""Near copies as retold finds them, told as `peers/near_copies.py` tells those of others.

    python -m benchmarks.near_copies (copies | candidates | verdicts | events) TEXTS.jsonl

`copies` are the pairs that share enough wording for `retold dedupe --keep one-per-copy` to look at
them, `candidates` those that share enough for `--keep one-per-origin`; `verdicts` those of the
latter that are then judged to go back to one another; `events` all that `retold read` looks at.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.peers.near_copies import peak
from retold.backends.commonness import commonness
from retold.bench import Prepared, Settings, bench, compare
from retold.model.relation import Dependence
from retold.readers.text import document_of_text
from retold.stories.keys import Keys, quick_keys
from retold.stories.meet import COPIES_SHARE, SHARED_FROM, meetings, wordings
from retold.stories.parts import components

Pairs = list[tuple[int, int]]


def worded(keys: list[Keys], names: list[str], shared_from: float) -> tuple[Pairs, int]:
    """Pairs that share wording, and keys sampled."""
    found = wordings([key.marks for key in keys], names, shared_from=shared_from)
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True)), found.sampled


def judged(texts: list[str], pairs: Pairs) -> Pairs:
    """Those of the pairs that are dependent."""
    tools = bench(Settings())
    held: dict[str, Any] = {}
    kept = []
    for left, right in pairs:
        for place in (left, right):
            name = f"{place:08}"
            if name not in held:
                held[name] = Prepared(document_of_text(name, texts[place]))
        relation = compare((f"{left:08}", f"{right:08}"), held, tools)
        if relation.dependence is Dependence.DEPENDENT:
            kept.append((left, right))
    return kept


def main() -> None:
    """Prints pairs, the first of each text's group, seconds and memory as JSON."""
    way, path = sys.argv[1:]
    with Path(path).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    make, table = quick_keys(), commonness()
    make(texts[0], table)  # compiled, or its code read from the disk
    names = [f"{place:08}" for place in range(len(texts))]
    started = time.process_time()
    keys = [make(text, table) for text in texts]
    keyed = time.process_time() - started
    if way == "events":
        every = list(meetings(zip(names, keys, strict=True)))
        pairs = [(int(one), int(other)) for met in every for one, other in met.pairs]
        sampled = sum(met.sampled for met in every)
    else:
        pairs, sampled = worded(keys, names, COPIES_SHARE if way == "copies" else SHARED_FROM)
    if way == "verdicts":
        pairs = judged(texts, pairs)
    head = {place: part[0] for part in components(pairs) for place in part}
    found = {
        "settings": f"{make.__name__} {len(texts) / keyed:,.0f} a second, {sampled} keys sampled",
        "pairs": pairs,
        "heads": [head.get(place, place) for place in range(len(texts))],
        "seconds": time.process_time() - started,
        "megabytes": peak(),
        "bytes": sum(key.marks.nbytes + key.terms.nbytes for key in keys) / len(keys),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
