"""The public sets that figures are measured on, as they lie in `shared/data`, and cuts of them.

Everything made here is seeded by the text it is made from, never by a position in a file.
"""

import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data"
# Whether one text of a pair explains the other.
EXPLAINED, APART = True, False


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two texts, and whether one explains the other; `source` is what folds are cut by."""

    source: str
    label: str
    derived: bool
    left: str
    right: str
    weight: float = 1.0


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    """The rows of one set, e.g. `basil/clusters.jsonl`.

    Raises:
        SystemExit: the set is not there; names the folder that was looked in.
    """
    path = data / name
    if not path.exists():
        raise SystemExit(f"no data set at {path}; name its folder with --data DIR")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def seeded(*parts: object) -> random.Random:
    """A generator that depends on the given parts alone."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).digest()
    return random.Random(digest)


def fold_of(source: str, folds: int = 5) -> int:
    """The fold a source text falls in: all that was made from it is judged together."""
    return int(hashlib.sha256(source.encode()).hexdigest(), 16) % folds


def cut(text: str, draw: random.Random, least: int = 80, most: int = 300) -> str:
    """A run of `least` to `most` words of a text, the whole where it has no more."""
    words = list(re.finditer(r"\S+", text))
    length = draw.randint(least, most)
    if len(words) <= length:
        return text
    first = draw.randint(0, len(words) - length)
    return text[words[first].start() : words[first + length - 1].end()]


def stars(data: Path) -> dict[str, tuple[str, dict[str, str]]]:
    """`detectrl_derivations` by source: the source text and its derived texts by kind."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for row in rows(data, "detectrl_derivations/news_pairs.jsonl"):
        source = f"detectrl:{row['meta']['idx']}"
        found.setdefault(source, (row["a_text"], {}))[1][row["label"]] = row["b_text"]
    return found


def events(data: Path) -> dict[str, list[dict[str, Any]]]:
    """`basil` by event: three independent reports each."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(data, "basil/clusters.jsonl"):
        found[f"basil:{row['cluster']}"].append(row)
    return dict(found)


def look_alikes(data: Path) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """`ecbplus` by topic and then by event: the two events of a topic look alike."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(data, "ecbplus/clusters.jsonl"):
        found[f"ecbplus:{row['lookalike']}"][row["cluster"]].append(row)
    return {topic: dict(inside) for topic, inside in found.items()}


def derived_pairs(data: Path) -> Iterator[LabelledPair]:
    """Reworded and noisy texts beside what they were made from."""
    for source, (text, made) in stars(data).items():
        for label, derived in made.items():
            yield LabelledPair(source, label, EXPLAINED, text, derived)
    for row in rows(data, "llm_misinformation_rewrites/pairs.jsonl"):
        if row["label"] != "unchanged":
            source = f"misinformation:{row['meta']['id']}"
            yield LabelledPair(source, row["label"], EXPLAINED, row["a_text"], row["b_text"])


def sibling_pairs(data: Path) -> Iterator[LabelledPair]:
    """Two texts made from one, the one itself not there: dependent, neither the parent."""
    for source, (_, made) in stars(data).items():
        kinds = sorted(made)
        for first, one in enumerate(kinds):
            for other in kinds[first + 1 :]:
                yield LabelledPair(source, "sibling", EXPLAINED, made[one], made[other], 0.2)


def excerpt_pairs(data: Path) -> Iterator[LabelledPair]:
    """Independent reports beside a run of 80 to 200 of their own words, and overlapping cuts."""
    for source, reports in events(data).items():
        for report in reports:
            draw = seeded("excerpt", report["doc_id"])
            text = report["text"]
            for _ in range(2):
                yield LabelledPair(
                    source, "excerpt", EXPLAINED, text, cut(text, draw, 80, 200), 0.5
                )


def merged_pairs(data: Path) -> Iterator[LabelledPair]:
    """A report with whole sentences of another put in, beside that other: drawn from two texts.

    A third to nine tenths of the other's sentences, in its order; the two reports are of different
    events, so that nothing else is shared.
    """
    reports = [(source, r) for source, of in sorted(events(data).items()) for r in of]
    for place, (source, report) in enumerate(reports):
        _, host = reports[(place + len(reports) // 2) % len(reports)]
        draw = seeded("merged", report["doc_id"], host["doc_id"])
        lifted = [line for line in report["text"].split("\n") if len(line.split()) >= 5]
        kept = max(2, round(len(lifted) * draw.uniform(0.34, 0.9)))
        chosen = sorted(draw.sample(range(len(lifted)), min(kept, len(lifted))))
        inside = [line for line in host["text"].split("\n") if line.strip()]
        for line in (lifted[index] for index in chosen):
            inside.insert(draw.randint(0, len(inside)), line)
        merged = "\n".join(inside)
        yield LabelledPair(source, "merged", derived=True, left=report["text"], right=merged)


def independent_pairs(data: Path, cuts: int = 20) -> Iterator[LabelledPair]:
    """Reports on one event made apart: whole, both cut, and one cut beside the other whole."""
    for row in rows(data, "basil/pairs_same_event.jsonl"):
        source = f"basil:{row['meta']['cluster']}"
        left, right = row["a_text"], row["b_text"]
        draw = seeded("cuts", left, right)
        yield LabelledPair(source, "whole", APART, left, right)
        for _ in range(cuts):
            yield LabelledPair(source, "cut", APART, cut(left, draw), cut(right, draw))


def mixed_pairs(data: Path) -> Iterator[LabelledPair]:
    """Independent reports, one cut and the other whole."""
    for row in rows(data, "basil/pairs_same_event.jsonl"):
        source = f"basil:{row['meta']['cluster']}"
        left, right = row["a_text"], row["b_text"]
        draw = seeded("mixed", left, right)
        for _ in range(2):
            yield LabelledPair(source, "mixed", APART, cut(left, draw), right)
            yield LabelledPair(source, "mixed", APART, left, cut(right, draw))


def look_alike_pairs(data: Path, most: int = 40) -> Iterator[LabelledPair]:
    """Reports on two look-alike events, at most `most` pairs a topic, texts of 40 words or more."""
    for topic, inside in look_alikes(data).items():
        one, other = (inside[event] for event in sorted(inside))
        every = [
            (left["text"], right["text"])
            for left in one
            for right in other
            if min(len(left["text"].split()), len(right["text"].split())) >= 40
        ]
        seeded("look-alike", topic).shuffle(every)
        for left, right in every[:most]:
            yield LabelledPair(topic, "look-alike", APART, left, right)
