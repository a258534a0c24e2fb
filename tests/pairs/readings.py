"""Small invented texts as readings, and what the tests of pairs ask of two of them."""

from functools import cache

from retold.backends.frequencies import frequencies
from retold.backends.weights import direction_weights, relation_weights
from retold.model.document import Block, BlockKind, Dated, Document, Span
from retold.model.relation import Relation
from retold.pairs.collate import Collation, collate
from retold.pairs.ground import Grounds, grounds
from retold.pairs.reading import Reading, prepare
from retold.pairs.relate import Judge, relate
from retold.stories.event import STORY_FROM

MILL = (
    "The mill at Ostrey burned down on Tuesday night after a bearing ran hot. "
    "Nine families who rent rooms above the bakery were led out by the back stairs. "
    "Engines from three parishes pumped the millpond dry before the roof fell in. "
    "The owner, Petra Vannick, had asked twice for a new hydrant. "
    "Investigators will sift the ash for a week."
)
MILL_REWORDED = (
    "After a hot bearing set it alight on Tuesday night, the Ostrey mill burned to the ground. "
    "Led out by the stairs at the back were nine families renting rooms over the bakery. "
    "Before the roof collapsed, fire engines of three parishes had pumped the millpond empty. "
    "Its owner Petra Vannick had twice requested a new hydrant. "
    "For a week, investigators are going to sift through the ashes."
)


def document(
    name: str, text: str, dates: tuple[Dated, ...] = (), language: str | None = "en"
) -> Document:
    """A document that is all body."""
    blocks = (Block(Span(0, len(text)), BlockKind.BODY),) if text else ()
    return Document(name, text, blocks, language, dates=dates)


def reading(
    name: str, text: str, dates: tuple[Dated, ...] = (), language: str | None = "en"
) -> Reading:
    """The reading of such a document."""
    known = frequencies(frozenset({language} if language else ()))
    return prepare(document(name, text, dates, language), known)


def collated(left: str, right: str) -> Collation:
    """Two texts in one vocabulary, ids "left" and "right"."""
    return collate(reading("left", left), reading("right", right))


def grounded(left: str, right: str) -> Grounds:
    """What the measures of two texts stand on."""
    return grounds(collated(left, right))


@cache
def judge() -> Judge:
    """The shipped weights under the default settings."""
    return Judge(relation_weights(), direction_weights(), STORY_FROM)


def related(left: Reading, right: Reading, same_event: float = 1.0) -> Relation:
    """The relation of two readings that tell of one event."""
    return relate(left, right, judge(), same_event)
