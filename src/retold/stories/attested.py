"""Whether a document of the pile is itself what others report from: a release, a ruling.

Strict: by its name, which is the holder's, and by its form, which no report has.
"""

import re

from retold.model.document import BlockKind, Document
from retold.text.document_nouns import Family
from retold.text.outlets import same_outlet

# The head and foot of a document, where such papers say what they are.
HEAD = 600  # characters, by eye
# Whose paper it is stands in one of its first lines, if these are short.
FIRST_LINES, SHORT = 3, 90  # lines; characters; by eye
# Lines such as "HARBOUR MASTER: ..." make a transcript.
LEAST_TURNS = 5  # lines, by eye
TURNS = 0.3  # share of lines, by eye
TURN = re.compile(
    r"^[ \t]*(?:\[?\d[\d:.]{3,9}\]?[ \t]+)?[^\W\d_][\w .'’-]{0,40}:[ \t]+\S", re.MULTILINE
)
_COURT = (
    r"\bCase (?:No|Number)\b|\bIN THE [A-Z ]{0,60}COURT\b|Neutral [Cc]itation|Im Namen des Volkes"
)
_LINES = re.IGNORECASE | re.MULTILINE
SIGNS = {
    Family.RELEASE: re.compile(
        r"for immediate release|^(?:media|press) (?:contact|enquiries|inquiries)|^notes? to editors"
        r"|^(?:press release|news release|pressemitteilung|communiqué de presse"
        r"|comunicado de prensa|comunicato stampa)\b(?=\W|$)",
        _LINES,
    ),
    Family.RULING: re.compile(_COURT),
    Family.COURT: re.compile(_COURT),
    Family.STUDY: re.compile(
        r"^(?:abstract|executive summary|zusammenfassung|résumé|methods|methodology):?$|\bdoi:",
        _LINES,
    ),
    Family.PAPER: re.compile(r"^(?:memorandum\b|(?:to|from|subject|re):)", _LINES),
    Family.DATA: re.compile(r"^(?:table \d|statistical bulletin|methodology:?$)", _LINES),
}


def is_itself(document: Document, family: Family, holder: str) -> bool:
    """Whether `document` is a thing of this family by `holder`: by its name and by its form."""
    return _named(document, holder) and _formed(document, family)


def _named(document: Document, holder: str) -> bool:
    metadata = [name for name in (document.outlet, document.byline) if name]
    if any(same_outlet(name, holder) for name in metadata):
        return True
    first = document.text[:HEAD].splitlines()[:FIRST_LINES]
    titles = [span.of(document.text) for span in document.spans_of(BlockKind.TITLE)]
    places = [document.title or "", *titles, *(line for line in first if len(line) <= SHORT)]
    return any(holder in place for place in places)


def _formed(document: Document, family: Family) -> bool:
    text = document.text
    if family is Family.RECORDING:
        turns = sum(1 for _ in TURN.finditer(text))
        filled = sum(1 for line in text.splitlines() if line.strip())
        return turns >= LEAST_TURNS and turns >= TURNS * filled
    signs = SIGNS.get(family)
    return signs is not None and signs.search(f"{text[:HEAD]}\n{text[-HEAD:]}") is not None
