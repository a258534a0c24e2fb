"""A lost text as it was rebuilt, ready for the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retold.model.document import Place
from retold.model.story import Rebuilt, RebuiltSentence, Story
from retold.report.side_by_side import Mark, Run

# By eye: lost texts of one story in the page, and witnesses named beside a sentence.
TEXTS = 6
WITNESSES = 6


@dataclass(frozen=True, slots=True)
class RebuiltRow:
    """A sentence with its doubtful words marked, and where each telling has it first.

    `places` of `WITNESSES` tellings at most; `tellings` counts all that have it.
    """

    runs: tuple[Run, ...]
    sureness: float
    places: tuple[Place, ...]
    tellings: int


@dataclass(frozen=True, slots=True)
class RebuiltView:
    """A lost text: what it is called, how many tellings attest it, its sentences."""

    label: str
    witnesses: int
    rows: tuple[RebuiltRow, ...]

    @property
    def places(self) -> Iterator[Place]:
        """Every place that the rows link to."""
        for row in self.rows:
            yield from row.places


def rebuilt_views(story: Story) -> tuple[RebuiltView, ...]:
    """The lost texts of a story, at most `TEXTS`."""
    labels = {node.id: node.label for node in story.stemma.nodes}
    return tuple(_view(one, labels) for one in story.rebuilt[:TEXTS])


def _view(rebuilt: Rebuilt, labels: Mapping[str, str]) -> RebuiltView:
    witnesses = {place.document for one in rebuilt.sentences for place in one.places}
    return RebuiltView(
        label=labels.get(rebuilt.node, rebuilt.node),
        witnesses=len(witnesses),
        rows=tuple(_row(one, doubted=len(witnesses) > 1) for one in rebuilt.sentences),
    )


def _row(sentence: RebuiltSentence, *, doubted: bool) -> RebuiltRow:
    places = tuple({place.document: place for place in sorted(sentence.places)[::-1]}.values())[
        ::-1
    ]
    return RebuiltRow(
        # What one telling alone has is all doubtful: marks on every word would say nothing.
        runs=tuple(_runs(sentence)) if doubted else ((sentence.wording, Mark.NONE),),
        sureness=sentence.sureness,
        places=places[:WITNESSES],
        tellings=len(places),
    )


def _runs(sentence: RebuiltSentence) -> Iterator[Run]:
    at = 0
    for span in sentence.doubtful:
        yield sentence.wording[at : span.begin], Mark.NONE
        yield span.of(sentence.wording), Mark.ONLY
        at = span.end
    yield sentence.wording[at:], Mark.NONE
