"""What the tools take: texts with what is known of them, read into a result."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from retold.face import read
from retold.model.errors import NothingReadable
from retold.model.run import Result

# As many as the API answers at once.
MOST = 200


@dataclass(frozen=True, slots=True)
class Telling:
    """A text and what is known of it; without an id it is called by its place, from 1."""

    text: str
    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None


class CannotMeasure(Exception):
    """Why a question has no answer here. An empty answer would be read as "none"."""


def result_of(texts: Sequence[Telling]) -> Result:
    """The stories of some texts.

    Raises:
        CannotMeasure: there are none, too many, two of one id, or none can be read.
    """
    if not texts:
        raise CannotMeasure("no texts were given")
    if len(texts) > MOST:
        raise CannotMeasure(f"{len(texts)} texts are too many for one call, which takes {MOST}")
    names = [one.id or str(place) for place, one in enumerate(texts, 1)]
    [(name, count)] = Counter(names).most_common(1)
    if count > 1:
        raise CannotMeasure(f"{count} texts have the id {name!r}; ids tell texts apart")
    try:
        return read([_mapping(name, one) for name, one in zip(names, texts, strict=True)])
    except NothingReadable as fault:
        raise CannotMeasure(str(fault)) from fault


def _mapping(name: str, one: Telling) -> dict[str, str]:
    known = {"outlet": one.outlet, "url": one.url, "title": one.title, "date": one.date}
    told = {field: value for field, value in known.items() if value is not None}
    return {"id": name, "text": one.text, **told}
