"""What a reader has to be told: which fields of a record hold what, and what it may do."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from retold.readers.web.pages import Pages


def unsaid(_: str) -> None:
    """Nobody listens."""


# A file of so many bytes is seconds of work, whatever its format.
LARGE = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Hands:
    """Processes that share the work, and the seconds of work before more than one is begun."""

    jobs: int = 1
    patience: float = 0.0

    def for_file(self, size: int | None) -> "Hands":
        """The same for a file of so many bytes: for a large one all begin at once."""
        return replace(self, patience=0.0) if size is not None and size >= LARGE else self


ALONE = Hands()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read; what is None is guessed where it is clear, and `say` hears the guess.

    Attributes:
        text_field: name of the field of a record that holds its text; a.b is the field b of a.
        html_field: of the field that holds its page.
        id_field: of the field that names it.
        format: name of a format, where neither content nor ending tells it.
        pages: pages by their addresses; None where the network must not be used.
        hands: who takes pages apart.
        say: hears what is skipped, replaced, guessed or read once.
    """

    text_field: str | None = None
    html_field: str | None = None
    id_field: str | None = None
    url_field: str | None = None
    date_field: str | None = None
    title_field: str | None = None
    outlet_field: str | None = None
    byline_field: str | None = None
    language_field: str | None = None
    format: str | None = None
    pages: Pages | None = field(default=None, compare=False, repr=False)
    hands: Hands = ALONE
    say: Callable[[str], None] = field(default=unsaid, compare=False, repr=False)
