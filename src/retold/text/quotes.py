"""What stands in quotation marks, in any of the European conventions.

Only the outermost marks of nested quotations count. A straight mark is read by the space around it
and by what is open; an apostrophe is told from a closing mark by what follows it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.dialogues import spoken_parts
from retold.text.lines import paragraphs, trim
from retold.text.marks import SINGLE, Mark, marks_of, outward
from retold.text.reporting import Stance
from retold.text.tongues import TONGUES
from retold.text.utterances import style_of

# A sentence's end, a mark, a new sentence.
GLUED = re.compile(r"[.!?]\"\s+[^\W\d_a-z]")
# A sentence's end before a mark: the words behind it are no title inside those before.
ANEW = re.compile(r"[.!?]\s+$")
# Quotations in quotations in quotations: nobody reads further, and a limit keeps the time linear.
DEEPEST = 6  # open marks looked through for the one that a closing mark closes


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody is quoted with.

    Attributes:
        span: the words, without marks.
        marks: with them; the same as `span` where there are none.
        style: direct and mixed stand in marks, indirect does not.
        speaker: the fullest name in the text for who said it; None where the text gives nobody.
        speaker_span: where the text names them beside the words.
        cue: the verb of saying, or what stands for one.
        stance: what that verb lets be heard.
        content: all that the same act of saying reports, in parts; what is in marks is inside.
        via: what the words came through: a transcript, an interviewer, another outlet.
        reason: why this speaker.
    """

    span: Span
    marks: Span
    style: QuoteStyle
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    stance: Stance | None = None
    content: tuple[Span, ...] = ()
    via: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def begin(self) -> int:
        """Where the words begin, in code points of the text."""
        return self.span.begin

    @property
    def end(self) -> int:
        """Where they end; the character there is not one of theirs."""
        return self.span.end

    @property
    def speaker_begin(self) -> int | None:
        """Where the text names the speaker."""
        return self.speaker_span.begin if self.speaker_span else None

    @property
    def speaker_end(self) -> int | None:
        """Where that name ends."""
        return self.speaker_span.end if self.speaker_span else None


@dataclass(slots=True)
class _Open:
    """An opened quotation that waits for its closing mark; `fallback` may be that or an
    apostrophe.
    """

    mark: Mark
    fallback: Mark | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A quotation before its style is known: offsets of the marks and of what they hold.

    `style` is given where it needs no look at the words.
    """

    begin: int
    end: int
    first: int
    last: int
    style: QuoteStyle | None = None


def quotations(
    text: str, spans: Iterable[Span], language: str | None = None
) -> tuple[Quotation, ...]:
    """The quotations inside `spans`, in order, outermost only, none empty.

    One left open ends with its paragraph; where the next paragraphs reopen it, each has its own.
    `language` settles which way guillemets point where the text does not show it.
    """
    spans = tuple(spans)
    inward = not outward(text, spans, language)
    found: list[Quotation] = []
    carried: str | None = None
    for paragraph in (piece for span in spans for piece in paragraphs(text, span)):
        marks = list(marks_of(text, paragraph, inward=inward))
        pairs, carried = _pairs(text, paragraph, marks, carried) if marks else ([], None)
        pairs += _behind_dashes(text, paragraph, language)
        if pairs:
            found.extend(_styled(text, paragraph, pairs))
    return tuple(found)


def _behind_dashes(text: str, paragraph: Span, language: str | None) -> list[_Pair]:
    """What is said behind dashes, in the languages that write it so."""
    tongue = TONGUES.get(language or "")
    if tongue is None or not tongue.dash:
        return []
    return [
        _Pair(marks.begin, marks.end, words.begin, words.end, QuoteStyle.DIRECT)
        for marks, words in spoken_parts(text, paragraph, tongue.verbs)
    ]


def _styled(text: str, paragraph: Span, pairs: list[_Pair]) -> list[Quotation]:
    """The outermost pairs of a paragraph that hold words, as quotations."""
    found: list[Quotation] = []
    after, direct, covered = paragraph.begin, False, -1
    for pair in sorted(pairs, key=lambda pair: (pair.begin, -pair.end)):
        words = trim(text, pair.first, pair.last)
        if words is None or pair.begin < covered:
            continue
        covered = pair.end
        marks = Span(pair.begin, pair.end)
        around = Span(after, paragraph.end)
        style = pair.style or style_of(text, words, marks, around, going_on=direct)
        after, direct = pair.end, style is QuoteStyle.DIRECT
        found.append(Quotation(words, marks, style))
    return found


def _pairs(
    text: str, paragraph: Span, marks: list[Mark], carried: str | None
) -> tuple[list[_Pair], str | None]:
    """Every pair of marks in a paragraph, nested ones too, and the sign left open at its end.

    `carried` is the sign that the paragraph before left open.
    """
    pairs: list[_Pair] = []
    opened: list[_Open] = []
    stray: Mark | None = None
    for mark in marks:
        if carried and not opened and not pairs and mark.matches(carried):
            pairs.append(_Pair(paragraph.begin, mark.end, paragraph.begin, mark.begin))
            carried = None
        elif _close(opened, mark, pairs):
            stray = None
        elif mark.opens:
            _open(opened, mark, pairs)
            stray = None
        else:
            stray = _closed_nothing(text, mark, stray, pairs)
    rest = _left_open(text, opened, paragraph, pairs)
    unclosed = [pair for pair in rest if pair.last == pair.end == paragraph.end]
    sign = text[unclosed[-1].begin] if unclosed else None
    return pairs + rest, sign


def _closed_nothing(text: str, mark: Mark, stray: Mark | None, pairs: list[_Pair]) -> Mark | None:
    """The mark if it may have opened a quotation although it looks like one that closes.

    'They left." It was late," she said.': an editor glued the mark to the sentence before. Of two
    such marks in a row, the first opens and the second closes.
    """
    if stray is not None:
        pairs.append(_Pair(stray.begin, mark.end, stray.end, mark.begin))
        return None
    return mark if mark.sign == '"' and GLUED.match(text, max(mark.begin - 1, 0)) else None


def _close(opened: list[_Open], mark: Mark, pairs: list[_Pair]) -> bool:
    """Whether `mark` closes one of the open quotations; if so, the pair is noted."""
    for depth in range(1, min(len(opened), DEEPEST) + 1):
        now = opened[-depth]
        if not mark.matches(now.mark.sign):
            continue
        if mark.doubtful:
            now.fallback = mark
            return True
        pairs.append(_pair(now, mark))
        del opened[-depth:]
        return True
    return False


def _open(opened: list[_Open], mark: Mark, pairs: list[_Pair]) -> None:
    """Lay `mark` on the open ones. A single mark that never closed was an apostrophe: it gives
    way.
    """
    if mark.sign in SINGLE and opened and opened[-1].mark.sign == mark.sign:
        now = opened.pop()
        if now.fallback is not None:
            pairs.append(_pair(now, now.fallback))
    opened.append(_Open(mark))


def _pair(now: _Open, mark: Mark) -> _Pair:
    return _Pair(now.mark.begin, mark.end, now.mark.end, mark.begin)


def _left_open(text: str, opened: list[_Open], paragraph: Span, closed: list[_Pair]) -> list[_Pair]:
    """What marks that were never closed hold: up to the next such mark, the last to the
    paragraph's end, or to a quotation in the same marks that begins behind a full stop.

    A single mark that never closes was an apostrophe, unless it begins the paragraph.
    """
    pairs: list[_Pair] = []
    end = paragraph.end
    ahead = sorted(
        one.begin for one in closed if ANEW.search(text, max(one.begin - 3, 0), one.begin)
    )
    nearest: dict[str, int] = {}
    for now in reversed(opened):
        while ahead and ahead[-1] > now.mark.begin:
            begin = ahead.pop()
            nearest[text[begin]] = begin
        end = min(end, nearest.get(now.mark.sign, end))
        if now.fallback is not None:
            pairs.append(_pair(now, now.fallback))
        elif now.mark.sign not in SINGLE or now.mark.begin == paragraph.begin:
            pairs.append(_Pair(now.mark.begin, end, now.mark.end, end))
        else:
            continue
        end = now.mark.begin
    return pairs
