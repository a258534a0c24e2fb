"""The errors a caller of retold may meet.

RetoldError
 +- MisplacedSpan     a value points outside its text
 +- FetchingIsOff     an address was given, and the network is not allowed
 +- NothingReadable   no document could be read from what was given
"""


class RetoldError(Exception):
    """Whatever retold raises on purpose."""


class MisplacedSpan(RetoldError, ValueError):
    """A span that runs backwards, overlaps its neighbour, or leaves its text."""


class NothingReadable(RetoldError):
    """None of the given paths or records held a text."""


class FetchingIsOff(RetoldError):
    """An address was given to be read, and nothing allowed to use the network."""
