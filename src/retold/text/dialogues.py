"""What somebody says behind a dash that begins a paragraph (– Tak – powiedziała Ada Lund).

Poles, Swedes, Danes, Spaniards, Portuguese and Frenchmen write so. A list begins its lines with a
dash too: only where a verb of saying follows is it speech.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from retold.model.document import Span
from retold.text.lines import trim
from retold.text.reporting import Stance

OPENING = re.compile(r"(?:[–—―]|-(?= ))\s?(?=[^\W_]|[¡¿„“\"«])")
# Where what is said may stop: a dash beside a space, or a comma.
STOP = re.compile(r"(?<=\s)[–—―-](?=\s?[^\W\d_])|[–—―](?=[\s.,])|,(?=\s)")
DASH = re.compile(r"[–—―-][\s.,;:]*")
WORD = re.compile(r"[^\W\d_]+")
VERB_WITHIN = 2  # words: "—le dijo"
FARTHEST = 40  # characters in which these stand
MOST_STOPS = 60  # looked through in a paragraph; what is longer is no speech


def spoken_parts(
    text: str, paragraph: Span, verbs: Mapping[str, Stance]
) -> Iterator[tuple[Span, Span]]:
    """What is said behind dashes, in order: each with its dash, and the words alone."""
    dash = OPENING.match(text, paragraph.begin, paragraph.end)
    while dash is not None:
        end = _end(text, Span(dash.end(), paragraph.end), verbs)
        # "– powiedział. – Nie wiem." goes on behind the next dash, without a verb of its own.
        going_on = dash.start() > paragraph.begin
        if end is None and not going_on:
            return
        words = trim(text, dash.end(), paragraph.end if end is None else end)
        if words is not None:
            yield Span(dash.start(), words.end), words
        dash = None if end is None else _next(text, end, paragraph.end)


def _end(text: str, rest: Span, verbs: Mapping[str, Stance]) -> int | None:
    """Where a verb of saying breaks in; None where none does."""
    for stop in islice(STOP.finditer(text, rest.begin, rest.end), MOST_STOPS):
        if _says(text, Span(stop.end(), rest.end), verbs):
            return stop.start()
    return None


def _next(text: str, end: int, last: int) -> "re.Match[str] | None":
    """The dash at which the words go on, from where they broke off with a dash."""
    if text[end] == ",":
        return None
    again = next((one for one in STOP.finditer(text, end + 1, last) if one.group() != ","), None)
    return DASH.match(text, again.start(), last) if again else None


def _says(text: str, rest: Span, verbs: Mapping[str, Stance]) -> bool:
    """Whether a verb of saying in small letters is among the next words."""
    near = min(rest.begin + FARTHEST, rest.end)
    for found in islice(WORD.finditer(text, rest.begin, near), VERB_WITHIN):
        if found.group()[0].isupper():
            return False
        if verbs.get(found.group(), Stance.THINK) is not Stance.THINK:
            return True
    return False
