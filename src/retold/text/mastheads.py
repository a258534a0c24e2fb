"""The outlet a page belongs to, as its furniture says: who asks for support, holds the rights."""

import re
from collections import Counter
from collections.abc import Sequence

from retold.model.document import Block, BlockKind, Span
from retold.text.credits import Credit, CreditKind
from retold.text.outlets import outlet_like

NAME = r"(?:The\s)?[A-Z][\w’'&-]*(?:\s(?:of|the|and|&|[A-Z][\w’'&-]*)){0,4}"
# Furniture speaks of the outlet as of somebody who does things, or that things are done for.
ACTING = re.compile(
    rf"(?<![\w’'])({NAME})\s(?:is|has|needs|believes|brings|relies|depends|aims|publishes|reports)\b"
)
ASKING = re.compile(
    r"\b(?:support|join|subscribe to|sign up to|sign up for|a friend of|readers of|follow)"
    rf"\s({NAME})",
    re.IGNORECASE,
)
RIGHTS = re.compile(rf"(?:©|\(c\)|Copyright)\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?,?\s*)?({NAME})")
# A page names its outlet more than once where it speaks for itself; another outlet rarely so.
LEAST_TIMES = 2
LONGEST_NAMEPLATE = 60  # characters, by eye
CONTEXT = 20  # characters behind a name that tell one place from another
# Weight of a masthead as a credit, 0..1, by eye: it names the page's outlet, who may have copied.
WEIGHT = 0.5
# Capitalised words that begin sentences of an appeal and name nobody.
NOBODY = frozenset(
    "it this that there he she they we you your our the a an at from now what who how why when "
    "everyone everything journalism news support subscribe join advertisement story".split()
)


def masthead(text: str, blocks: Sequence[Block]) -> Credit | None:
    """The outlet that the furniture of a page speaks for, None where it speaks for none plainly."""
    times: Counter[str] = Counter()
    first: dict[str, Span] = {}
    seen: set[str] = set()
    for block in blocks:
        if block.kind is not BlockKind.FURNITURE:
            continue
        for pattern, worth in ((ACTING, 1), (ASKING, 1), (RIGHTS, LEAST_TIMES)):
            for found in pattern.finditer(text, block.span.begin, block.span.end):
                name = _plain(found.group(1))
                # A block that stands twice on a page says it once.
                around = text[found.start() : found.end() + CONTEXT]
                if name and around not in seen:
                    seen.add(around)
                    times[name] += worth
                    first.setdefault(name, Span(*found.span(1)))
    best = min(times, key=lambda name: (-times[name], name), default=None)
    if best is None or times[best] < LEAST_TIMES:
        return None
    return Credit(best, first[best], CreditKind.CREDIT_LINE, WEIGHT, in_body=False)


def _plain(name: str) -> str | None:
    """A name on one line without what trails behind it; None for a word that names nobody."""
    kept = re.sub(r"(?:\s(?:of|the|and|&))+$", "", " ".join(name.split()))
    return None if kept.casefold() in NOBODY or len(kept) < 3 else kept


def nameplate(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet whose name is the whole first line of a page; None where it does not open so."""
    if len(blocks) < 2 or blocks[0].kind is not BlockKind.FURNITURE:
        return None
    line = " ".join(blocks[0].span.of(text)[: LONGEST_NAMEPLATE + 1].split("\n")[0].split())
    if not 0 < len(line) <= LONGEST_NAMEPLATE or not line[-1].isalnum():
        return None
    name = line.title() if line.isupper() and " " in line else line
    return name if re.fullmatch(NAME, name) and outlet_like(name) else None
