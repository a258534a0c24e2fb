"""Which names the tellings really write in more than one way."""

import re

from retold.model.change import NameRecord

_WORD = re.compile(r"[^\W_]+")


def varies(record: NameRecord) -> bool:
    """Whether a form has a word the name itself has not; a surname alone is no other way."""
    name = _words(record.name)
    return any(not _words(form.form) <= name for form in record.forms)


def _words(form: str) -> set[str]:
    return set(_WORD.findall(form.casefold()))
