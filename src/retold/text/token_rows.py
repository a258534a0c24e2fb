"""A paragraph as a row of tokens, each quotation in marks being one token of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from retold.model.document import Span
from retold.text.lines import paragraphs
from retold.text.quotes import Quotation

# A title or an initial keeps its stop, a possessive is a token of its own ("Lund", "’s").
TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|St|Jr|Sr|No)\."
    r"|(?:[^\W\d_]\.)+(?=[\s,]|[^\W\d_])"
    r"|['’]s\b|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:[-'’](?!s\b)\w+)*|\w+|--+|\.\.+|\S"
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")
# No word is longer; what is longer is cut for its key.
LONGEST = 40  # characters
QUOTED = "“”"  # stands for a whole quotation


@dataclass(frozen=True, slots=True)
class Row:
    """The n tokens of one paragraph.

    Attributes:
        paragraph: where it stands.
        words: n tokens in lower case; `QUOTED` for a quotation.
        shapes: n letters: how the token is written, see `_shape`; of a quotation, how it is made.
        begins: n offsets.
        ends: n offsets.
        sentence: n numbers, the sentence each token stands in, counted from 0.
        quotes: the quotation by token number.
        said: the words in marks by token number.
    """

    paragraph: Span
    words: tuple[str, ...]
    shapes: tuple[str, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    sentence: tuple[int, ...]
    quotes: dict[int, Quotation]
    said: dict[int, tuple[str, ...]]

    def bounds(self, number: int) -> tuple[int, int]:
        """The tokens `[first, last)` of a sentence."""
        return bisect_left(self.sentence, number), bisect_right(self.sentence, number)

    def span(self, first: int, last: int) -> Span:
        """From the token `first` to before the token `last`."""
        return Span(self.begins[first], self.ends[last - 1])


def rows(
    text: str, spans: Iterable[Span], quoted: Sequence[Quotation], sentences: Sequence[Span]
) -> Iterator[Row]:
    """The paragraphs inside `spans` as rows; quotations and sentences are those of all of them."""
    rest = list(reversed(quoted))
    ends = [one.end for one in reversed(sentences)]
    for span in spans:
        for paragraph in paragraphs(text, span):
            inside: list[Quotation] = []
            while rest and rest[-1].marks.begin < paragraph.end:
                inside.append(rest.pop())
            own: list[int] = []
            while ends and ends[-1] <= paragraph.end:
                own.append(ends.pop())
            yield _row(text, paragraph, inside, _outside(own, inside))


def _row(text: str, paragraph: Span, inside: Sequence[Quotation], ends: Sequence[int]) -> Row:
    found: list[tuple[str, str, int, int]] = []
    quotes: dict[int, Quotation] = {}
    at = paragraph.begin
    for quotation in inside:
        found.extend(_tokens(text, at, quotation.marks.begin))
        quotes[len(found)] = quotation
        found.append((QUOTED, _made(text, quotation), quotation.marks.begin, quotation.marks.end))
        at = quotation.marks.end
    found.extend(_tokens(text, at, paragraph.end))
    sentence, number = [], 0
    for _, _, begin, _ in found:
        while number < len(ends) and begin >= ends[number]:
            number += 1
        sentence.append(number)
    said = {
        place: tuple(found.group() for found in WORD.finditer(text, *_ends(one.span)))
        for place, one in quotes.items()
    }
    return Row(
        paragraph=paragraph,
        words=tuple(word for word, _, _, _ in found),
        shapes=tuple(shape for _, shape, _, _ in found),
        begins=tuple(begin for _, _, begin, _ in found),
        ends=tuple(end for _, _, _, end in found),
        sentence=tuple(sentence),
        quotes=quotes,
        said=said,
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.begin, span.end


def _outside(ends: Sequence[int], inside: Sequence[Quotation]) -> list[int]:
    """The sentence ends of a paragraph that lie in no quotation of it."""
    kept: list[int] = []
    place = 0
    for end in ends:
        while place < len(inside) and inside[place].marks.end <= end:
            place += 1
        if place == len(inside) or not inside[place].marks.begin < end:
            kept.append(end)
    return kept


def _tokens(text: str, begin: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    for found in TOKEN.finditer(text, begin, end):
        word = found.group()
        yield word[:LONGEST].lower().replace("’", "'"), _shape(word), found.start(), found.end()


def _shape(word: str) -> str:
    """A: capitals only, C: a capital, a: small letters, 9: figures; a mark is itself."""
    first = word[0]
    if first.isupper():
        return "A" if len(word) > 1 and word.isupper() else "C"
    if first.isalpha():
        return "a"
    return "9" if first.isdigit() else first


def _made(text: str, quotation: Quotation) -> str:
    """How a quotation is made: its style, its length in words by steps, its last sign."""
    said = quotation.span.of(text)
    count = said.count(" ") + 1
    length = "1" if count == 1 else "3" if count <= 3 else "9" if count < 10 else "m"
    last = said[-1] if said[-1] in ",.?!" else "-"
    return f"{quotation.style.value[0]}{length}{last}"
