"""The errors a caller of retold may meet.

RetoldError
 +- MisplacedSpan     a value points outside its text
 +- FetchingIsOff     an address was given, and the network is not allowed
 +- MissingExtra      an optional package is not installed
 +- NothingReadable   no document could be read from what was given
 +- StoreUnusable     a store that cannot be opened, written to or understood
"""


class RetoldError(Exception):
    """Whatever retold raises on purpose."""


class MisplacedSpan(RetoldError, ValueError):
    """A span that runs backwards, overlaps its neighbour, or leaves its text."""


class NothingReadable(RetoldError):
    """None of the given paths or records held a text."""


class FetchingIsOff(RetoldError):
    """An address was given to be read, and nothing allowed to use the network."""


class MissingExtra(RetoldError, ImportError):
    """A package is not installed; `what` needs it, and the extra of that name brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs a further package: pip install 'retold[{extra}]'")


class StoreUnusable(RetoldError):
    """A store is in use by another writer, of a newer format, damaged, or cannot be written to."""
