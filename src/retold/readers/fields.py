"""Which fields of a record hold its text, id, address, date: as told, or guessed where clear."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from retold.readers.options import ReadOptions

# Names that collections give their fields, folded; retold's own is the first of each row. Of the
# others a text must have the only one; for the rest the earlier in the row is believed.
TEXTS = tuple(
    "text body content article articletext articlebody articlecontent maintext fulltext plaintext "
    "cleantext rawtext bodytext contenttext newstext storytext maincontent".split()
)
NAMES = {
    "html": "html rawhtml pagehtml contenthtml bodyhtml htmlcontent htmlbody articlehtml bodyxhtml",
    "id": "id docid documentid articleid newsid recordid guid uuid uid key warcrecordid",
    "url": "url link uri articleurl sourceurl pageurl weburl canonicalurl targeturi permalink href",
    "date": "date published datepublished datetime publishedat publishdate publicationdate "
    "publishedtime pubdate datepublish firstpublished created createdat timestamp time",
    "title": "title headline heading articletitle newstitle",
    "outlet": "outlet publisher publication sitename newspaper newsoutlet sourcename source "
    "sourcedomain site domain",
    "byline": "byline author authors writer creator journalist",
    "language": "language lang languagecode langcode",
}
OTHER_LETTERS = re.compile(r"[^a-z0-9]+")
# A record with more names is a table of its own, and names deeper down are another's.
MOST_NAMES = 1_000
DEEPEST = 3  # names joined by points
LISTED = 20  # names in a message


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the fields of a record, as it spells them; None where it has none."""

    text: str | None = None
    html: str | None = None
    id: str | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None

    def items(self) -> Iterator[tuple[str, str]]:
        """What there is: retold's name of a field, and the record's."""
        for part in fields(self):
            name = getattr(self, part.name)
            if name is not None:
                yield part.name, name


def folded(name: str) -> str:
    """A name without case, spaces and points."""
    return OTHER_LETTERS.sub("", name.lower())


def names_of(record: Mapping[str, Any], before: str = "", depth: int = 1) -> Iterator[str]:
    """The names in a record, those inside others joined by a point, the outer ones first."""
    for name in record:
        yield f"{before}{name}"
    for name, value in record.items():
        if isinstance(value, Mapping) and depth < DEEPEST:
            yield from names_of(value, f"{before}{name}.", depth + 1)


def value_of(record: Mapping[str, Any], name: str) -> Any:
    """What a record holds under a name, which may lead into it by points; None for nothing."""
    if name in record:
        return record[name]
    first, point, rest = name.partition(".")
    inner = record.get(first) if point else None
    return value_of(inner, rest) if isinstance(inner, Mapping) else None


def fields_of(names: Sequence[str], options: ReadOptions) -> Fields | str:
    """The fields among `names`, or a line that says why none holds the text and what to do."""
    names = names[:MOST_NAMES]
    told = {part.name: getattr(options, f"{part.name}_field") for part in fields(Fields)}
    if told["text"] is None and told["html"] is None:
        texts = _texts(names)
        if len(texts) > 1:
            return f"the text may be any of {', '.join(texts)}; name one with --text-field"
        told["text"] = next(iter(texts), None)
    for part, known in NAMES.items():
        told[part] = told[part] or _first(names, known.split())
    told["id"] = told["id"] or told["url"]
    if told["text"] not in names and told["html"] not in names:
        return lacking(told["text"], names)
    return Fields(**told)


def lacking(text: str | None, names: Sequence[str]) -> str:
    """What to say of a record whose text is not there."""
    listed = ", ".join(names[:LISTED]) or "none"
    return f"no {text or 'text'!r} field (found: {listed}); name it with --text-field"


def guesses(found: Fields, options: ReadOptions) -> str:
    """What was guessed, in words; "" where every field was named or has retold's own name."""
    said = [
        f"{part} from {name!r}"
        for part, name in found.items()
        if name != part and getattr(options, f"{part}_field") is None
    ]
    return f"guessed: {', '.join(said)}; --text-field NAME and its like say otherwise" * bool(said)


def _texts(names: Sequence[str]) -> list[str]:
    """The names that may be of the text: one if it is clear."""
    if "text" in names:
        return ["text"]
    outer = [name for name in names if folded(name) in TEXTS]
    if outer:
        own = [name for name in outer if folded(name) == "text"]
        return own[:1] or outer
    return [name for name in names if folded(name.rpartition(".")[2]) in TEXTS]


def _first(names: Sequence[str], known: Sequence[str]) -> str | None:
    """The name believed first; at equal rank the one that stands first."""
    by_fold: dict[str, str] = {}
    for name in names:
        if "." not in name:
            by_fold.setdefault(folded(name), name)
    return next((by_fold[fold] for fold in known if fold in by_fold), None)
