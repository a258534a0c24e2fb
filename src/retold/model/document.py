"""A text as it was read, the pieces of it that were told apart, and places in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retold.model.errors import MisplacedSpan
from retold.model.packed import Packed


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[begin, end)` in code points of a document's text."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin <= self.end:
            raise MisplacedSpan(f"a span runs forward from 0: [{self.begin}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.begin

    def of(self, text: str) -> str:
        """The characters of `text` under this span."""
        return text[self.begin : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.begin <= other.begin and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of one document: what every finding points at."""

    document: str
    span: Span


class BlockKind(StrEnum):
    """What a block of a page is there for; only `BODY` is compared."""

    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled piece of a text. Blocks of a document do not overlap and skip only white space."""

    span: Span
    kind: BlockKind

    @property
    def begin(self) -> int:
        """Where the block begins, in code points of the text."""
        return self.span.begin

    @property
    def end(self) -> int:
        """Where it ends; the character there is not part of it."""
        return self.span.end


class DateBasis(StrEnum):
    """What says that a document is of a date; the first four are better than the last two."""

    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"
    HTTP = "http"
    CRAWL = "crawl"
    PAGE_CLOCK = "page-clock"


class DateKind(StrEnum):
    """What was done to the text on a date."""

    PUBLISHED = "published"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a document, and what gives it.

    Attributes:
        at: the day as written there, ISO 8601.
        span: where it stands; None for one not in the text.
        moment: the day with the clock, and the zone if told; None where the day alone is.
    """

    at: str
    basis: DateBasis
    span: Span | None = None
    kind: DateKind = DateKind.PUBLISHED
    moment: str | None = None


class AttributionKind(StrEnum):
    """In what capacity a page's metadata names somebody, or another address of the same text."""

    AGENCY = "agency"  # signs the text in a writer's place
    PROVIDER = "provider"  # gave it to the outlet
    RIGHTS = "rights"  # holds the rights
    BASED_ON = "based-on"  # what it was made from
    CANONICAL = "canonical"  # the address it is to be known by
    SYNDICATED = "syndicated"  # the address it was taken over from


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody or some address that a page's metadata puts behind the text; never both None."""

    kind: AttributionKind
    name: str | None = None
    url: str | None = None


class MarkKind(StrEnum):
    """What in a text no reader sees, and a copy may still carry."""

    HIDDEN = "hidden"  # text that the page's styles keep from the screen
    ZERO_WIDTH = "zero-width"  # characters without width inside words
    LOOK_ALIKE = "look-alike"  # letters of another alphabet inside words


@dataclass(frozen=True, slots=True)
class Mark:
    """Something unseen: its text, how often it stands there, and where it first does.

    Attributes:
        span: None for hidden text, which is no part of the document's text.
        text: the words hidden (the first 200 characters), or the word as it is written.
        count: characters hidden, or times the word stands there.
    """

    kind: MarkKind
    text: str
    count: int
    span: Span | None = None


class Level(StrEnum):
    """How much of retold holds for a document's language."""

    FULL = "full"  # English
    LEXICAL = "lexical"  # sentences, quotation marks and relations: de, fr, es, it
    RELATIONS = "relations"  # any other language: relations only


@dataclass(frozen=True, slots=True)
class Document(Packed):
    """One text with its labels. `text` is never rewritten; ids are unique within a run.

    Raises:
        MisplacedSpan: a block, date or mark lies outside the text, or two blocks overlap.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    language: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    path: str | None = None
    sha256: str | None = None
    dates: tuple[Dated, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    marks: tuple[Mark, ...] = ()
    owner: str | None = None

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.begin < end or block.span.end > len(self.text):
                raise MisplacedSpan(
                    f"{self.id}: block [{block.span.begin}, {block.span.end}) overlaps another "
                    f"or lies outside the text of {len(self.text)} characters"
                )
            end = block.span.end
        placed = (*(one.span for one in self.dates), *(one.span for one in self.marks))
        for span in placed:
            if span is not None and span.end > len(self.text):
                raise MisplacedSpan(f"{self.id}: a date or mark lies outside the text")

    @property
    def level(self) -> Level:
        """How much of retold holds for this document."""
        if self.language == "en":
            return Level.FULL
        return Level.LEXICAL if self.language in {"de", "fr", "es", "it"} else Level.RELATIONS

    @property
    def body(self) -> tuple[Span, ...]:
        """The body blocks, in order: the only part of the text that is compared."""
        return tuple(self.spans_of(BlockKind.BODY))

    def spans_of(self, kind: BlockKind) -> Iterator[Span]:
        """The spans of the blocks of one kind, in order."""
        return (block.span for block in self.blocks if block.kind is kind)
