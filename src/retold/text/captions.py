"""Lines that belong to a picture or name what a pull quote is from."""

import re
from functools import cache

from retold.text.pictures import AGENCIES, PICTURE
from retold.text.units import Unit

# A caption has rarely more words; alternative texts of pictures reach this. By eye.
LONGEST_CAPTION = 60  # words
LONGEST_CREDIT = 12  # words
# What a pull quote is said to be from.
RECORDS = re.compile(
    r"\b(?:transcript|statement|letter|interview|report|speech|filing|testimony|e-?mail|memo|post|diary|minutes|"
    r"recording|broadcast|brief|rede|erklärung|protokoll|bericht|niederschrift|discours|communiqué|lettre|rapport|"
    r"discurso|carta|informe|comunicado|discorso|lettera|rapporto|comunicato|abschrift|mitschrift|mitschnitt)\b",
    re.IGNORECASE,
)
# A sentence that ended before its bracket: the bracket is then a wire's signature, not a credit.
FULL_STOP_BEFORE = re.compile(r"[.!?][\"”’»“]?\s?[(\[][^()\[\]]*[)\]]\s*$")
# Pages that are copied by machine give the credit of a picture before its description and after it.
CREDITED_TWICE = re.compile(
    r"((?:[^\W\d_a-z][\w'’.-]*)(?: (?:[^\W\d_a-z][\w'’.-]*)){0,3}) \S.{10,300}\S ?\1", re.DOTALL
)
BRACKETS = frozenset(")]")
NAME = re.compile(
    r"(?:[^\W\d_a-z][\w'’.-]*)(?: (?:de|van|von|der|la|di|al|bin|[^\W\d_a-z][\w'’.-]*)){1,3}"
)


@cache
def _pattern(name: str) -> "re.Pattern[str]":
    agency, picture = "|".join(AGENCIES), "|".join(PICTURE)
    shown = r"photos?|foto|bild|images?|credits?|photograph|pictures?"
    patterns = {
        "lead": rf"[\s\[(]*(?:(?:{picture})\s?[:|©]|open image in gallery"
        r"|image (?:source|caption)\b|file photo\b|view image\b|getty images\b|toggle caption)",
        "bracket": rf"[(\[]\s?(?:[^()\[\]]{{0,60}}\b)?(?:{agency}|{shown})\b"
        r"[^()\[\]]{0,60}[)\]]\s*$",
        # A look at the first letter spares most places the trial of each way on.
        "credit": r"(?=[©|–—/pfbicqvg-])"
        rf"(?:(?:©|\||[–—/-]|\b(?:{shown}|quelle|via)\b\s?[:|by]*)\s?[^.!?\n]{{0,40}}\b"
        rf"(?:{agency})\s*$|getty images\s*$"
        rf"|\b(?:{shown}|crédit photo|crédito)\s?(?::|©|by\b|von\b)[^.!?\n]{{2,60}}$)",
        "slash": rf"[^\s/]+(?: [^\s/]+){{0,3}} ?/ ?(?:{agency})\b.{{0,30}}",
    }
    return re.compile(patterns[name], re.IGNORECASE)


def is_caption(unit: Unit) -> bool:
    """Whether a line's own words make it a caption or a credit."""
    if unit.words > LONGEST_CAPTION:
        return False
    text = unit.text.strip()
    if _pattern("lead").match(text):
        return True
    if _comes_again(text) and CREDITED_TWICE.fullmatch(text):
        return True
    if unit.words <= LONGEST_CREDIT and "/" in text and _pattern("slash").fullmatch(text):
        return True
    if text[-1:] in BRACKETS and _pattern("bracket").search(text[-140:]):
        return not FULL_STOP_BEFORE.search(text) or "photo" in text[-60:].lower()
    return not unit.final and _pattern("credit").search(text[-140:]) is not None


def _comes_again(text: str) -> bool:
    """Whether the first word stands again further on, as it does where the text ends with it."""
    first = text.partition(" ")[0]
    return text.rfind(first) > len(first)


def is_quoted(unit: Unit) -> bool:
    """Whether the line begins and ends with quotation marks, as a pull quote does."""
    text = unit.text.strip()
    return text[:1] in "\"“„«»‘'" and text[-1:] in "\"”“»«’'" and unit.words > 3


def is_pull_credit(unit: Unit) -> bool:
    """Whether a short line under a pull quote names what the words are from."""
    if unit.words > LONGEST_CREDIT or unit.final:
        return False
    text = unit.text.strip()
    if text[:1] in "–—-~":
        return True
    return RECORDS.search(text) is not None or NAME.fullmatch(text.split(",")[0]) is not None
