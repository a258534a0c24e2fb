"""The quotations of a story's tellings made ready for comparing: words, and split ones as one run.

A quotation that the writer breaks off to say who speaks ("...," she said, "...") is two uses of one
utterance, and so is one that goes on in the next paragraph.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from retold.changes.quotes.wording import Wording, wording
from retold.changes.tellings import Tellings
from retold.model.change import QuoteStyle
from retold.model.document import Document
from retold.text.functions import FUNCTION_WORDS
from retold.text.quotes import Quotation

# An attribution in the middle of a quotation is short; by eye, nine in ten have under 60.
LONGEST_ASIDE = 100  # characters
# Words by which a writer says that something was said at another moment.
ANOTHER_TIME = re.compile(
    r"\b(?:add(?:s|ed|ing)|later|earlier|then|also|before|after(?:wards)?|elsewhere|replied|asked"
    r"|answered|responded)\b",
    re.IGNORECASE,
)
INNER_END = re.compile(r"[.!?;]\s")
# Fewer words or content words than these are said by many people of many things.
TELLING_WORDS, TELLING_CONTENT = 4, 2


@dataclass(frozen=True)
class Use:
    """One quotation of one telling.

    Attributes:
        number: its place among all uses of the story.
        run: the run it is part of.
        at: which word of the run is its first.
    """

    number: int
    document: str
    quotation: Quotation
    wording: Wording
    run: int
    at: int

    @property
    def marked(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.quotation.style is not QuoteStyle.INDIRECT

    @cached_property
    def content(self) -> frozenset[str]:
        """Its words without the little ones."""
        return frozenset(key for key in self.wording.keys if key not in FUNCTION_WORDS)

    @property
    def telling(self) -> bool:
        """Whether it is long enough to be known by its words alone."""
        return len(self.wording) >= TELLING_WORDS and len(self.content) >= TELLING_CONTENT


@dataclass(frozen=True)
class Run:
    """Uses of one telling that are one utterance, in order, and their words as one wording."""

    number: int
    document: str
    uses: tuple[int, ...]
    wording: Wording
    starts: tuple[int, ...]


@dataclass(frozen=True)
class Quoted:
    """Every quotation of a story, numbered by document and place."""

    tellings: Tellings
    uses: tuple[Use, ...]
    runs: tuple[Run, ...]
    by_document: Mapping[str, tuple[int, ...]]
    bodies: dict[str, Wording] = field(default_factory=dict, compare=False)

    def text(self, document: str) -> str:
        """The text of one telling."""
        return self.tellings.documents[document].text

    def run_of(self, use: Use) -> Run:
        """The run a use is part of."""
        return self.runs[use.run]

    def body(self, document: str) -> Wording:
        """All words of one telling's body as one wording; worked out once."""
        if document not in self.bodies:
            held = self.tellings.documents[document]
            self.bodies[document] = wording(held.text, held.body, held.language)
        return self.bodies[document]


def quoted(tellings: Tellings) -> Quoted:
    """The uses and runs of all tellings; uses without a word are left out."""
    uses: list[Use] = []
    runs: list[Run] = []
    by_document: dict[str, tuple[int, ...]] = {}
    for name in sorted(tellings.documents):
        document, first = tellings.documents[name], len(uses)
        for group in _grouped(document, tellings.quotations[name]):
            _take(document, group, uses, runs)
        by_document[name] = tuple(range(first, len(uses)))
    return Quoted(tellings, tuple(uses), tuple(runs), by_document)


def _take(document: Document, group: Sequence[Quotation], uses: list[Use], runs: list[Run]) -> None:
    """Add a run with its uses."""
    spans = [quotation.span for quotation in group]
    worded = [wording(document.text, [span], document.language) for span in spans]
    kept = [pair for pair in zip(group, worded, strict=True) if len(pair[1])]
    if not kept:
        return
    whole = (
        kept[0][1]
        if len(kept) == 1
        else wording(document.text, [one.span for one, _ in kept], document.language)
    )
    numbers = tuple(range(len(uses), len(uses) + len(kept)))
    starts = tuple(
        next((n for n, span in enumerate(whole.spans) if span.begin >= one.begin), len(whole))
        for one, _ in kept
    )
    for number, (quotation, own), start in zip(numbers, kept, starts, strict=True):
        uses.append(Use(number, document.id, quotation, own, len(runs), start))
    runs.append(Run(len(runs), document.id, numbers, whole, starts))


def _grouped(document: Document, found: Sequence[Quotation]) -> list[list[Quotation]]:
    """The quotations in order, those of one utterance together."""
    groups: list[list[Quotation]] = []
    for quotation in sorted(found, key=lambda one: one.span):
        if groups and _goes_on(document.text, groups[-1][-1], quotation):
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
    return groups


def _goes_on(text: str, one: Quotation, other: Quotation) -> bool:
    """Whether `other` is the rest of what `one` began."""
    if QuoteStyle.DIRECT is not one.style or QuoteStyle.DIRECT is not other.style:
        return False
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    aside = text[one.marks.end : max(one.marks.end, other.marks.begin)]
    if not aside.strip():
        unclosed = one.marks.end == one.span.end
        return "\n" not in aside or unclosed
    if text[one.span.end - 1] == ".":
        return False  # the sentence ended: what follows speaks of someone anew
    if len(aside) > LONGEST_ASIDE or "\n" in aside or ANOTHER_TIME.search(aside):
        return False
    return INNER_END.search(aside.strip()) is None
