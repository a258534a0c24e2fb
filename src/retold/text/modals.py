"""What an English sentence says is to come, must be, or ought to be; possibility is a hedge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from retold.model.document import Span


class Modal(StrEnum):
    """How a thing that is no fact yet is put."""

    WILL = "will"
    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Modality:
    """A word that puts something off the ground of fact.

    `firm`: it does so wherever it stands; other words do in some wordings ("next", "plans").
    """

    span: Span
    kind: Modal
    firm: bool


_SOFT = {
    Modal.WILL: r"would|going to|about to|set to|due|scheduled|to be|plan(?:s|ned|ning)?"
    r"|intend(?:s|ed)?|(?:is|are|was|were) to|expected|promis(?:e|es|ed|ing)|vow(?:s|ed)?"
    r"|pledg(?:e|es|ed)|prepar(?:es|ed|ing)|next|upcoming|forthcoming|future|soon|tomorrow|[a-z]{3,}ing"
    r"|\w+['’]ll|may|might|could",
    Modal.MUST: r"got to|need(?:s|ed)?|require[sd]?|oblig(?:ed|ation)|forced|compelled|compulsory"
    r"|mandatory|essential|necessary",
    Modal.SHOULD: r"supposed to|call(?:s|ed|ing)?|urg(?:e|es|ed|ing)|recommend(?:s|ed)?|ought"
    r"|advis(?:e|es|ed)",
}
_FIRM = {
    Modal.WILL: r"will|won['’]t|shall",
    Modal.MUST: r"must|ha(?:s|ve|d) to",
    Modal.SHOULD: r"should(?:n['’]t)?",
}
_CUES = tuple(
    (kind, firm, re.compile(rf"\b(?:{row})\b", re.IGNORECASE))
    for rows, firm in ((_FIRM, True), (_SOFT, False))
    for kind, row in rows.items()
)


def modals(text: str, span: Span) -> Iterator[Modality]:
    """The modal words inside `span`, the firm ones first; a word may answer for several kinds."""
    for kind, firm, cue in _CUES:
        for found in cue.finditer(text, span.begin, span.end):
            yield Modality(Span(found.start(), found.end()), kind, firm)
