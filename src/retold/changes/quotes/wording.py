"""The words of a quotation as they are compared: what typography and clean copy change is folded.

Folded away: marks, dashes, case, accents, British or American spelling, numbers in words or
figures, "um", a word said twice, "gonna". Kept: every other word, where an omission is marked, and
what stands in square brackets.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from retold.model.document import Span
from retold.text.fold import fold
from retold.text.number_words import CARDINALS
from retold.text.variants import one_spelling
from retold.text.words import LONGEST_WORD, THOUSANDS, WORD

# Marks of omission in the order they are tried; then an insertion, an initialism, a word, a sign.
PIECE = re.compile(
    r"(?P<omission>[\[(]\s?(?:…|\.{2,5}|\.(?: \.){1,4})\s?[\])]|…|\.{2,5}"
    r"|\.(?:[ \u00a0\u202f]\.){2,4})"
    r"|(?P<insertion>\[[^\[\]\n]{0,120}\](?:['’]\w{1,2}\b)?|\(sic\))"
    r"|(?P<initials>(?<![^\W_])(?:[A-Za-z]\.){2,6})"
    rf"|(?P<word>{WORD.pattern})"
    r"|(?P<sign>[%$£€¥&])"
    r"|(?P<stop>[,;:.!?–—()]| - )"
)
# Sounds of hesitation by language; what is none of these languages has the first ones only.
HESITATIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "": frozenset({"um", "umm", "uh", "uhm", "erm", "hmm"}),
        "en": frozenset({"um", "umm", "uh", "uhh", "uhm", "er", "erm", "hm", "hmm", "mm", "ah"}),
        "de": frozenset({"ah", "ahm", "ehm", "hm", "hmm"}),
        "fr": frozenset({"euh", "heu", "hum"}),
        "es": frozenset({"eh", "em", "mmm"}),
        "it": frozenset({"eh", "ehm", "mmm"}),
    }
)
# Speech as it sounds, and as a desk writes it.
CASUAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gonna": ("going", "to"),
        "gotta": ("got", "to"),
        "wanna": ("want", "to"),
        "kinda": ("kind", "of"),
        "sorta": ("sort", "of"),
        "lotta": ("lot", "of"),
        "dunno": ("dont", "know"),
        "lemme": ("let", "me"),
        "gimme": ("give", "me"),
        "yeah": ("yes",),
        "yep": ("yes",),
        "cos": ("because",),
        "til": ("until",),
        "till": ("until",),
    }
)
SIGNS = {"%": "percent", "&": "and"}
SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}
# Of the numbers in words, the one that is as often no number.
PRONOUN = "one"
TENS, UNIT_DIGITS = range(20, 100, 10), range(1, 10)
APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´")
# Words said again at once, up to so many in a row, are said once: "you know, you know".
STAMMER = 4  # words


@dataclass(frozen=True)
class Wording:
    """The words of one run of text, folded.

    Attributes:
        keys: a key a word.
        spans: where each stands in its text; a key made of several covers them all.
        omissions: places between words (0 is before the first) where the text marks an omission.
        insertions: what stands in brackets, folded, by the place between words where it stands.
        patched: words with letters in brackets ("want[ed]").
        stops: places between words where punctuation stands.
        asides: words in parentheses, which may be the writer's.
    """

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    omissions: frozenset[int] = frozenset()
    insertions: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    patched: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()
    asides: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def line(self) -> str:
        """The keys on one line, each between two spaces, so that runs of words can be looked up."""
        return f" {' '.join(self.keys)} "

    @cached_property
    def form(self) -> tuple[object, ...]:
        """The same for two wordings that differ at most in punctuation."""
        marks = (tuple(sorted(one)) for one in (self.omissions, self.patched))
        return self.keys, tuple(sorted(self.insertions.items())), *marks

    def place_of(self, keys: tuple[str, ...], start: int = 0) -> int:
        """Where `keys` stand in a row from the word `start` on; -1 where they do not."""
        if not keys:
            return -1
        first = sum(len(key) + 1 for key in self.keys[:start])
        found = self.line.find(f" {' '.join(keys)} ", first)
        return -1 if found < 0 else self.line.count(" ", 0, found)


def wording(text: str, spans: Iterable[Span], language: str | None = None) -> Wording:
    """The wording of the text under `spans`, one after the other, as one run."""
    collected = _Collected(language)
    for span in spans:
        for found in PIECE.finditer(text, span.begin, span.end):
            collected.take(found, text)
        collected.stops.add(len(collected.keys))
    return collected.made()


class _Collected:
    """A wording on its way."""

    def __init__(self, language: str | None) -> None:
        self.english = language in {"en", None}
        self.hesitations = HESITATIONS.get(language or "", HESITATIONS[""])
        self.keys: list[str] = []
        self.spans: list[Span] = []
        self.omissions: set[int] = set()
        self.insertions: dict[int, tuple[str, ...]] = {}
        self.patched: set[int] = set()
        self.stops: set[int] = set()
        self.asides: set[int] = set()
        self.opened = -1  # the word that follows an open parenthesis
        self.glued = -1  # the offset at which letters go on that brackets hold or held

    def take(self, found: "re.Match[str]", text: str) -> None:
        """One more piece of the text."""
        span, kind, piece = Span(*found.span()), found.lastgroup, found.group()
        if kind == "omission":
            self.omissions.add(len(self.keys))
            self.stops.add(len(self.keys))
        elif kind == "stop":
            self.stops.add(len(self.keys))
            self._bracket(piece)
        elif kind == "insertion":
            self._insert(piece, span, text)
        elif kind == "initials":
            self._add(fold(piece.replace(".", "")), span)
        elif kind == "sign":
            self._add(SIGNS.get(piece, piece), span)
        else:
            for key in self._keys(piece, text[span.end : span.end + 1]):
                self._add(key, span)

    def _bracket(self, piece: str) -> None:
        """Note what stands between two parentheses."""
        if piece == "(":
            self.opened = len(self.keys)
        elif piece == ")" and self.opened >= 0:
            self.asides.update(range(self.opened, len(self.keys)))
            self.opened = -1

    def _keys(self, piece: str, after: str) -> tuple[str, ...]:
        key = fold(piece[:LONGEST_WORD].translate(APOSTROPHES))
        if key == "1":
            return (PRONOUN,)
        if key[:1].isdigit():
            return (THOUSANDS.sub("", key),)
        if not self.english:
            return (key,)
        if key in CARDINALS and key != PRONOUN:
            return (str(CARDINALS[key]),)
        if after in {"'", "’"} and key.endswith("in") and len(key) > 4:
            key += "g"  # "goin'"
        return CASUAL.get(key) or (one_spelling(key),)

    def _insert(self, piece: str, span: Span, text: str) -> None:
        inside = piece[1:].rpartition("]")[0] or piece[1:-1]
        before, after = text[span.begin - 1 : span.begin], text[span.end : span.end + 1]
        if before.isalpha() and inside.isalpha() and self.spans:
            self.keys[-1] += fold(inside)
            self.spans[-1] = Span(self.spans[-1].begin, span.end)
            self.patched.add(len(self.keys) - 1)
        elif after.isalpha() and inside.isalpha() and len(inside) <= 3:
            self._add(fold(inside), span)
            self.patched.add(len(self.keys) - 1)
            self.glued = span.end
        else:
            at = len(self.keys)
            added = tuple(fold(found.group()) for found in WORD.finditer(inside))
            self.insertions[at] = self.insertions.get(at, ()) + added

    def _add(self, key: str, span: Span) -> None:
        if not key or key in self.hesitations:
            return
        if self.glued == span.begin and self.keys:
            self.keys[-1] += key
            self.spans[-1] = Span(self.spans[-1].begin, span.end)
            return
        if self.keys and self._joins(key):
            self.spans[-1] = Span(self.spans[-1].begin, span.end)
            return
        last = self.keys[-1] if self.keys else ""
        if key in SCALES and last[:1].isdigit() and self.spans[-1].end == span.begin:
            key = SCALES[key]
        self.keys.append(key)
        self.spans.append(span)
        self._unstammer()

    def _joins(self, key: str) -> bool:
        """Whether a word goes into the one before: "per cent", "twenty-eight"."""
        last = self.keys[-1]
        if last == "per" and key == "cent":
            self.keys[-1] = "percent"
            return True
        if last.isdecimal() and key.isdecimal() and len(self.keys) - 1 not in self.stops:
            tens, unit = int(last[:4]), int(key[:4])
            if tens in TENS and unit in UNIT_DIGITS and len(key) == 1:
                self.keys[-1] = str(tens + unit)
                return True
        return False

    def _unstammer(self) -> None:
        """Take back words that were said just before; figures stay."""
        keys = self.keys
        for size in range(1, STAMMER + 1):
            again = keys[-size:]
            if len(keys) >= 2 * size and again == keys[-2 * size : -size]:
                if any(key[0].isdigit() for key in again):
                    continue
                del keys[-size:]
                del self.spans[-size:]
                self._forget(len(keys))
                return

    def _forget(self, end: int) -> None:
        """Draw marks that stood inside the words taken back to where these stood."""
        self.omissions = {min(place, end) for place in self.omissions}
        self.stops = {min(place, end) for place in self.stops}
        self.patched = {place for place in self.patched if place < end}
        for place in [place for place in self.insertions if place > end]:
            self.insertions[end] = self.insertions.get(end, ()) + self.insertions.pop(place)

    def made(self) -> Wording:
        """The wording that was collected."""
        return Wording(
            tuple(self.keys),
            tuple(self.spans),
            frozenset(self.omissions),
            self.insertions,
            frozenset(self.patched),
            frozenset(self.stops),
            frozenset(place for place in self.asides if place < len(self.keys)),
        )
