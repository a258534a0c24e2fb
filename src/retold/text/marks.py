"""The quotation marks of a text, told apart from apostrophes and from marks of feet and inches."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retold.model.document import Span

# Which signs close a quotation that a sign opened.
CLOSERS: dict[str, str] = {
    '"': '"”',
    "“": '”"“',
    "”": "”",
    "„": '“”"‟',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "``": "''",
    "''": "''",
}
SINGLE = frozenset("‘’'‚‹›")
# An apostrophe between two letters is none of ours; it is passed over here, where it is cheapest.
# One set of signs begins the pattern, to which `re` skips.
SIGN = re.compile(
    r"[`'’\"“”„‟«»‹›‚「」『』‘](?:(?<=[^`'’])|(?<=`)`|(?<=')'"
    r"|(?<=['’])(?:(?<![^\W_].)|(?![^\W_])))"
)
# After these a mark opens, before those it closes, whatever else stands there.
BEFORE_OPENING = frozenset("([{¿¡-–—/:;,>")
AFTER_CLOSING = frozenset(")]}.,;:!?…-–—/<")
# Words that lost their head: "'tis", "'90s". They begin with an apostrophe.
HEADLESS = re.compile(
    r"(?:tis|twas|twere|em|til|till|cause|cos|bout|round|n|neath|er|im|s|ll|re|ve|\d0s)\b",
    re.IGNORECASE,
)
# What may begin the words inside a mark though it is a sign: "… and so on", ".@harbour".
BEGINNING = re.compile(r"(?:…|\.\.|\. \.|\.[@\d])\s?[^\s\"”]")
FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}\s?$")
# Languages whose guillemets point inward, »so«, where a text does not show its way.
INWARD = frozenset({"de", "da", "hu", "sl", "hr", "cs", "sk"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: its sign, its place, and what its neighbours let it do.

    `doubtful`: it may as well be the apostrophe of a plural possessive ("the dogs' owner").
    """

    sign: str
    begin: int
    end: int
    opens: bool
    closes: bool
    doubtful: bool = False

    def matches(self, opened: str) -> bool:
        """Whether this can close what the sign `opened` opened."""
        return self.closes and self.sign in CLOSERS[opened]


def outward(text: str, spans: Iterable[Span], language: str | None) -> bool:
    """Whether guillemets point «outward»; by what comes first in most lines, else by language."""
    first = 0
    for span in spans if "«" in text or "»" in text else ():
        for line in re.finditer(r"^[^«»\n]*([«»])", span.of(text), re.MULTILINE):
            first += 1 if line.group(1) == "«" else -1
    return first > 0 or (first == 0 and language not in INWARD)


def marks_of(text: str, paragraph: Span, *, inward: bool) -> Iterator[Mark]:
    """The marks of a paragraph that can open or close a quotation, in order."""
    for found in SIGN.finditer(text, paragraph.begin, paragraph.end):
        mark = _read(text, found, paragraph, inward=inward)
        if mark.opens or mark.closes:
            yield mark


def _read(text: str, found: "re.Match[str]", paragraph: Span, *, inward: bool) -> Mark:
    sign, begin, end = found.group(), found.start(), found.end()
    before = text[begin - 1] if begin > paragraph.begin else " "
    after = text[end] if end < paragraph.end else " "
    if sign in "«»‹›":
        opens = (sign in "«‹") != inward
        return Mark(sign, begin, end, opens=opens, closes=not opens)
    if sign in "„‚「『‟" or sign == "``":
        return Mark(sign, begin, end, opens=True, closes=False)
    if sign in "」』":
        return Mark(sign, begin, end, opens=False, closes=True)
    if sign in SINGLE:
        return _single(text, found, before, after)
    if before.isdigit() and FEET.search(text[max(begin - 8, paragraph.begin) : begin]):
        return Mark(sign, begin, end, opens=False, closes=False)
    opens, closes = _sides(before, after)
    opens = opens or (before.isspace() and BEGINNING.match(text, end) is not None)
    if sign == '"' and before.isdigit():
        opens = False  # inches: never an opening mark
    if sign == "“":
        opens = opens or not closes
    # At a paragraph's begin there is nothing to close: somebody mistook the mark.
    first = sign == "”" and begin == paragraph.begin
    opens = first or (opens and (sign != "”" or not closes))
    return Mark(sign, begin, end, opens=opens, closes=closes)


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between two characters can open, and whether it can close."""
    space_before, space_after = before.isspace(), after.isspace()
    if space_before == space_after:
        glued = before not in BEFORE_OPENING or after in AFTER_CLOSING
        return (after not in AFTER_CLOSING or space_before), (glued or space_before)
    return (
        (True, False)
        if space_before and after not in AFTER_CLOSING
        else (before in BEFORE_OPENING and before in "([{/", True)
    )


def _single(text: str, found: "re.Match[str]", before: str, after: str) -> Mark:
    """A single mark: it opens before a word and closes after one, or was an apostrophe."""
    sign, begin, end = found.group(), found.start(), found.end()
    free = before.isspace() or before in BEFORE_OPENING or before in '"“„'
    opens = sign in "‘'" and free and not after.isspace() and after not in AFTER_CLOSING
    if opens and HEADLESS.match(text, end):
        opens = False
    closes = not before.isspace() and not after.isalnum()
    possessive = before in "sSxz" and after == " " and text[end + 1 : end + 2].isalpha()
    return Mark(sign, begin, end, opens=opens, closes=closes, doubtful=closes and possessive)
