"""What somebody probably meant by a name that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches

# difflib's own default for "a good match": a typing slip in a short name stays above it.
MEANT_FROM = 0.6  # difflib ratio, 0..1


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name closest to `name`, case apart; None where none is close."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(name.casefold(), by_fold, n=1, cutoff=MEANT_FROM)
    return by_fold[close[0]] if close else None


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """A line saying that `name` is no such thing, with the nearest that is, or all there are."""
    names = list(known)
    meant = nearest(name, names)
    hint = f"did you mean {meant!r}?" if meant else f"there are: {', '.join(names)}"
    return f"there is no {what} {name!r}; {hint}"
