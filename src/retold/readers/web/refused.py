"""Why an address is not read; raised inside `web`, and a `Rejected` outside it."""


class Refused(Exception):
    """An address that is not read; the message is the reason."""


class Overdue(Refused):
    """A request that had its time."""


class Unreachable(Refused):
    """A host that is not asked, or does not answer, whatever the page."""
