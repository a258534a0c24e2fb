"""A pile of texts of which is known which go back to one."""

import random
from dataclasses import dataclass
from typing import Any

LEAST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Pile:
    """Texts by id, the origin each goes back to, and the event that figures are drawn by."""

    name: str
    source: str
    texts: dict[str, str]
    origin: dict[str, str]

    @classmethod
    def of(cls, name: str, source: str, drawn: dict[str, tuple[str, str]]) -> "Pile":
        """A pile of texts that come with their origin."""
        return cls(
            name,
            source,
            {one: text for one, (text, _) in drawn.items()},
            {one: origin for one, (_, origin) in drawn.items()},
        )

    @property
    def parting(self) -> set[frozenset[str]]:
        """The ids by origin."""
        parts: dict[str, set[str]] = {}
        for name, origin in self.origin.items():
            parts.setdefault(origin, set()).add(name)
        return {frozenset(part) for part in parts.values()}


def alike(
    topic: dict[str, list[dict[str, Any]]], draw: random.Random
) -> dict[str, tuple[str, str]]:
    """One report from each of two look-alike events, text and origin by name."""
    drawn = {}
    for event in sorted(topic):
        long = [one for one in topic[event] if len(one["text"].split()) >= LEAST_WORDS]
        if long:
            report = draw.choice(long)
            drawn[f"alike-{report['doc_id']}"] = report["text"], report["doc_id"]
    return drawn
