"""The quote ledger as the page shows it: a row a quotation, what each telling made of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.model.change import QuoteRecord, QuoteStatus, QuoteStyle, QuoteUse
from retold.model.document import Document, Place
from retold.model.relation import LinkKind
from retold.model.story import Story
from retold.report.side_by_side import Run, differences, plain

# By eye: rows of each part of the ledger before the rest is left to the JSON.
ROWS = 300
# Statuses of which a row shows the status alone, and the order of readings.
UNSHOWN = ("verbatim", "indirect", "none")
ORDER = ("verbatim", "trimmed", "altered", "unattested", "indirect", "none")


@dataclass(frozen=True, slots=True)
class Said:
    """One telling's use of a quote: its words, those that differ from the row's wording marked."""

    use: QuoteUse
    runs: tuple[Run, ...]

    @property
    def status(self) -> str:
        """The status, or why there is none."""
        if self.use.status is not None:
            return self.use.status.value
        return "indirect" if self.use.style is QuoteStyle.INDIRECT else "none"


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote, and its uses by document in the order of the columns."""

    quote: QuoteRecord
    said: Mapping[str, tuple[Said, ...]]

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses of its uses, each once, sorted."""
        return tuple(sorted({one.status for uses in self.said.values() for one in uses}))

    @property
    def readings(self) -> list[tuple[Said, tuple[Place, ...]]]:
        """Each reading once, with where it stands: as an apparatus has it, for many tellings."""
        together: defaultdict[tuple[str, tuple[Run, ...]], list[Said]] = defaultdict(list)
        for uses in self.said.values():
            for one in uses:
                # Of what is word for word, or in no marks, the row shows no words.
                shown = () if one.status in UNSHOWN else one.runs
                together[one.status, shown].append(one)
        found = [(same[0], _first_of_each(same)) for same in together.values()]
        return sorted(found, key=lambda one: (ORDER.index(one[0].status), -len(one[1])))

    @property
    def marked(self) -> tuple[str, ...]:
        """The documents that have it in quotation marks."""
        return tuple(
            name
            for name, uses in self.said.items()
            if any(one.use.style is not QuoteStyle.INDIRECT for one in uses)
        )


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The quotations in marks in two tellings and more, those in one, and those in no marks.

    `left_out` rows only the JSON has.
    """

    compared: tuple[QuoteRow, ...]
    single: tuple[QuoteRow, ...]
    reported: tuple[QuoteRow, ...]
    speakers: tuple[str, ...]
    left_out: int

    @property
    def total(self) -> int:
        """Rows shown."""
        return len(self.compared) + len(self.single) + len(self.reported)

    @property
    def places(self) -> Iterator[Place]:
        """Every place that the rows link to."""
        for row in (*self.compared, *self.single, *self.reported):
            yield from (use.place for use in row.quote.uses)


def ledger_view(story: Story, documents: Mapping[str, Document]) -> LedgerView:
    """The ledger of a story; every part may be empty."""
    rows = [_row(one, documents) for one in story.quotes]
    marked = [row for row in rows if row.marked]
    compared = tuple(row for row in marked if len(row.said) > 1)[:ROWS]
    single = tuple(row for row in marked if len(row.said) == 1)[:ROWS]
    reported = tuple(row for row in rows if not row.marked)[:ROWS]
    shown = (*compared, *single, *reported)
    spoken = {row.quote.speaker for row in shown if row.quote.speaker}
    left_out = len(rows) - len(shown)
    return LedgerView(compared, single, reported, tuple(sorted(spoken)), left_out)


def quote_counts(story: Story) -> dict[str, int]:
    """How many uses of quotes have each status, in the order of the statuses; none of 0."""
    found = [use.status for quote in story.quotes for use in quote.uses]
    return {one.value: found.count(one) for one in QuoteStatus if one in found}


def _first_of_each(said: Sequence[Said]) -> tuple[Place, ...]:
    """Where each telling says it first: a split quote is several uses in one telling."""
    places: dict[str, Place] = {}
    for one in said:
        places.setdefault(one.use.place.document, one.use.place)
    return tuple(places.values())


def _row(quote: QuoteRecord, documents: Mapping[str, Document]) -> QuoteRow:
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for use in sorted(quote.uses, key=lambda one: one.place):
        words = use.place.span.of(documents[use.place.document].text)
        altered = use.status is QuoteStatus.ALTERED
        runs = differences(quote.wording, words, LinkKind.EDITED)[1] if altered else plain(words)
        said[use.place.document].append(Said(use, runs))
    return QuoteRow(quote, {name: tuple(uses) for name, uses in said.items()})
