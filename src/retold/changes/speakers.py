"""One speaker, one name across the tellings of a story: "Lund", "Ms Lund", "the engineer"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from retold.changes.names import names_of
from retold.model.document import Document, Span
from retold.text.cast import Cast, cast, may_be_person
from retold.text.fold import fold
from retold.text.names import Name
from retold.text.naming import naming
from retold.text.quotes import Quotation
from retold.text.spelling import Spelling, near_keys

TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mme|M|Herr|Frau|Sr|Sra|Signor|Signora)\b\.?\s")
# Spellings that are held to be of one name: transliterations and slips of the pen.
ONE_NAME = frozenset({Spelling.SAME, Spelling.TRANSLITERATED, Spelling.SLIP})


def speakers(
    documents: Mapping[str, Document],
    sentences: Mapping[str, Sequence[Span]],
    quotations: Mapping[str, Sequence[Quotation]],
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations by document, each speaker under the name the story calls them by most fully.

    A reason says what was done; a description that no telling joins to a name stays as it is.
    """
    named = {name: names_of(documents[name], sentences[name]) for name in sorted(documents)}
    told = cast((documents[name].text, named[name]) for name in sorted(documents))
    full = _one_name(one for name in named for one in named[name])
    return {
        name: tuple(_renamed(one, full, told) for one in quotations[name]) for name in documents
    }


def _renamed(quotation: Quotation, full: Mapping[str, str], told: Cast) -> Quotation:
    speaker = quotation.speaker
    if speaker is None:
        return quotation
    better = full.get(speaker) or _by_surname(speaker, told) or told.holder(speaker)
    if better is None or better == speaker:
        return quotation
    better = full.get(better, better)
    reason = f"{quotation.reason}; “{speaker}” is {better} in the story"
    return replace(quotation, speaker=better, reason=reason)


def _by_surname(speaker: str, told: Cast) -> str | None:
    """The one full name of the story that ends with a bare surname, titles aside."""
    known = told.full.get(fold(TITLE.sub("", speaker)), ())
    return known[0] if len(known) == 1 else None


def _one_name(names: Iterable[Name]) -> dict[str, str]:
    """For each form of a person's name the fullest of the same person in the story.

    Where two people bear one surname, it is left alone.
    """
    counted: Counter[str] = Counter()
    example: dict[str, Name] = {}
    for name in names:
        if may_be_person(name):
            counted[name.form] += 1
            example.setdefault(name.form, name)
    ordered = sorted(counted, key=lambda form: (len(example[form].words) < 2, -counted[form], form))
    return _joined(ordered, example)


def _joined(ordered: Sequence[str], example: Mapping[str, Name]) -> dict[str, str]:
    """Forms, best first, each joined to the best form before it that it is a form of."""
    heads: dict[str, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for form in ordered:
        name = example[form]
        near = {head for key in near_keys(name.last) for head in heads[key]}
        same = [head for head in near if naming(example[head], name) in ONE_NAME]
        if len(same) == 1:
            found[form] = same[0]
        elif not same:
            found[form] = form
            for key in near_keys(name.last):
                heads[key].append(form)
    return found
