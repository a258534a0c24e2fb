"""The words by which an English sentence says how sure it is.

The lists follow Hyland, *Metadiscourse* (2005), and Farkas et al., *The CoNLL-2010 Shared Task:
Learning to Detect Hedges* (2010), cut to what newspapers and press releases write.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from retold.model.document import Span


class Grade(IntEnum):
    """How sure a statement is left, least sure first; without a hedge it is a fact."""

    POSSIBLE = 1
    LIKELY = 2
    REPORTED = 3
    FACT = 4


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that takes something from a statement, and what it leaves."""

    span: Span
    grade: Grade


_POSSIBLE = (
    r"may(?! \d)|might|could(?! not)|possibl[ey]|possibilit(?:y|ies)|perhaps|maybe"
    r"|potential(?:ly)?|conceivabl[ey]|chance (?:of|that)|hypothe(?:sis|si[sz]e[sd]?|tical)"
    r"|speculat(?:e|es|ed|ion)"
    r"|unconfirmed|if possible"
)
_LIKELY = (
    r"likely|unlikely|likelihood|probabl[ey]|probability|presumabl[ey]|expected to"
    r"|appear(?:s|ed|ing)?(?! (?:in|at|on|for|with|before|alongside|against|by|via|as)\b)(?: to)?"
    r"|seem(?:s|ed|ing|ingly)?(?: to)?|apparent(?:ly)?"
    r"|suggest(?:s|ed|ing|ion|ions)?|indicat(?:e|es|ed|ing|ion|ions)|impl(?:y|ies|ied)"
    r"|believ(?:e|es|ed|ing)|thought to|thinks?|think|understood to"
    r"|suspect(?:s|ed|ing)?|suspicion|in all likelihood|arguabl[ey]|tend(?:s|ed)? to|sort of"
    r"|hint(?:s|ed)?(?: at)?|point(?:s|ed)? to|fear(?:s|ed)?(?: to)?|widely seen"
)
_REPORTED = (
    r"reportedly|(?<=the )reported|(?<=an )reported|(?<=other )reported|reported to (?:be|have)"
    r"|alleged(?:ly)?|alleg(?:e|es|ation|ations)"
    r"|purported(?:ly)?|supposed(?:ly)?|said to (?:be|have)|rumou?red|so-called"
    r"|ostensibl[ey]|(?:is|are|was|were) quoted as|perceived(?: as)?|accused of"
)
_CUE = re.compile(
    rf"\b(?:(?P<POSSIBLE>{_POSSIBLE})|(?P<LIKELY>{_LIKELY})|(?P<REPORTED>{_REPORTED}))\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:can|should|would|assum(?:e|es|ed|ing|ption)|reports?|confident|convinced"
    r"|reckon(?:s|ed)?|fear(?:s|ed)?|warn(?:s|ed|ing)?|capabilit(?:y|ies)|options?|charges?|charged"
    r"|accus(?:e|es|ed|ation|ations)|whether|unclear|uncertain|consider(?:s|ed|ing)?|hop(?:e|es|ed|ing)|risks?"
    r"|plan(?:s|ned)?|propos(?:e|es|ed|al)|about|around|roughly|approximately|or so|looked?|looks"
    r"|claim(?:s|ed|ing)?|said|says|told|according|capable|able|concern(?:s|ed)?|question(?:s|ed)?"
    r"|open to|view(?:s|ed)?|feel(?:s)?|felt|expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
# A month or a name, wherever it stands: few sentences begin with the verb.
_NAME = re.compile(r"May\b")
# What makes a statement firmer than a plain one.
_BOOST = re.compile(
    r"\b(?:certain(?:ly)?|definite(?:ly)?|clear(?:ly)?|undoubted(?:ly)?|obvious(?:ly)?|prove[sdn]?"
    r"|proof|confirm(?:s|ed|ing)?|show(?:s|ed|n|ing)?|demonstrat(?:e|es|ed|ing)|establish(?:es|ed)?"
    r"|guarantee[sd]?|always|conclusive(?:ly)?|must|no doubt|in fact|indeed|evidence|found|finds?"
    r"|reveal(?:s|ed)?|discover(?:s|ed)?)\b",
    re.IGNORECASE,
)


def hedges(text: str, span: Span) -> Iterator[Hedge]:
    """The hedges inside `span`, in order."""
    for found in _CUE.finditer(text, span.begin, span.end):
        if not _NAME.match(text, found.start()):
            yield Hedge(Span(found.start(), found.end()), Grade[found.lastgroup or "FACT"])


def softeners(text: str, span: Span) -> Iterator[Span]:
    """Words inside `span` that are no hedges and may stand where another wording had one."""
    for found in _SOFT.finditer(text, span.begin, span.end):
        yield Span(found.start(), found.end())


def boosts(text: str, span: Span) -> Iterator[Span]:
    """The words inside `span` that make a statement firmer than a plain one, in order."""
    for found in _BOOST.finditer(text, span.begin, span.end):
        yield Span(found.start(), found.end())
