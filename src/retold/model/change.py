"""What the tellings say and where they part: quotations, claims, drifts, dates, names."""

from dataclasses import dataclass
from enum import StrEnum

from retold.model.document import Place, Span


class QuoteStyle(StrEnum):
    """A whole utterance in marks, words in marks inside the writer's sentence, or no marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class QuoteStatus(StrEnum):
    """How the words in one telling stand to the fullest wording held."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    ALTERED = "altered"
    UNATTESTED = "unattested"


@dataclass(frozen=True, slots=True)
class QuoteUse:
    """One telling's use of a quote: the words between one pair of marks, and whose they are."""

    place: Place
    style: QuoteStyle
    speaker: str | None = None
    speaker_span: Span | None = None
    via: tuple[str, ...] = ()
    status: QuoteStatus | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class QuoteRecord:
    """One utterance across the tellings of a story."""

    id: str
    speaker: str | None
    wording: str
    uses: tuple[QuoteUse, ...]

    def __repr__(self) -> str:
        from retold.model.glance import quote_line

        return quote_line(self)

    def _repr_html_(self) -> str:
        from retold.model.glance import quote_table

        return quote_table(self)


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """Where one telling makes a claim, and whom it credits."""

    place: Place
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A class of aligned sentences, named by its fullest wording."""

    id: str
    wording: str
    origins: int
    primaries: tuple[str, ...]
    uses: tuple[ClaimUse, ...]


class Severity(StrEnum):
    """How much a change matters, least first."""

    TYPO = "typo"
    WORDING = "wording"
    MEANING = "meaning"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Drift:
    """One change from parent to child; a side is None where a thing was dropped or added."""

    code: str
    severity: Severity
    parent: Place | None
    child: Place | None
    before: str | None
    after: str | None
    note: str


@dataclass(frozen=True, slots=True)
class MomentUse:
    """The words that give a date in one telling, and from what it was reckoned."""

    place: Place
    phrase: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time the tellings speak of, as an ISO interval."""

    begin: str
    end: str
    precision: str
    uses: tuple[MomentUse, ...]


@dataclass(frozen=True, slots=True)
class NameForm:
    """A spelling of a name in one telling."""

    form: str
    document: str
    count: int


@dataclass(frozen=True, slots=True)
class NameRecord:
    """A name and its forms across the tellings."""

    name: str
    kind: str
    forms: tuple[NameForm, ...]
