"""Who said what in one text: direct, mixed and indirect quotations with their speakers.

Marks are found first, each quotation then is one token of its paragraph; a trained chain gives the
other tokens their roles, and rules join contents, cues and speakers into acts of saying. After
Pareti et al., *Automatically Detecting and Attributing Indirect Quotations* (2013), and Almeida et
al., *A Joint Model for Quotation Attribution and Coreference Resolution* (2014), without a parser.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from retold.model.change import QuoteStyle
from retold.model.document import Span
from retold.text.acts import Act, Basis, Stretch, acts, stretches
from retold.text.carried import Scene, carried, last_speaker
from retold.text.cast import cast
from retold.text.names import Name, names
from retold.text.quotes import Quotation, quotations
from retold.text.reporting import stance_of
from retold.text.roles import RoleWeights, plain_roles, roles
from retold.text.sentences import sentences
from retold.text.speaker_names import Known, Register
from retold.text.spoken import Patterns
from retold.text.token_rows import Row, rows
from retold.text.tongue import Tongue
from retold.text.tongues import TONGUES
from retold.text.via import via

LEAST_INDIRECT = 2  # words: a pronoun alone is no statement
FARTHEST = 300  # characters around a content in which it may say what it came through
WORDS = frozenset("aCA9")  # shapes of tokens that are words
# "According to the transcript, Lund tells": what the words came through was taken for a speaker.
THROUGH = re.compile(r"\baccording to\s$", re.IGNORECASE)
# "they're": the pronoun with its verb.
DRAWN = re.compile(r"(i|you|he|she|it|we|they|who|that)['’](?:s|re|ve|ll|d|m)", re.IGNORECASE)
# A line under a block quote that says whose it is: a full name, then at most a description.
SIGNED = re.compile(
    r"[ \t]*(?:\n[ \t]*){1,3}(?:[—–-]{1,2}[ \t]*)?"
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?:[ \t][^\W\d_a-z][\w.’'-]*){1,3})"
    r"(?:,[^.\n“”\"]{1,90})?[ \t]*(?=\n|$)"
)
# What each basis says in words; {cue} and {speaker} are the text's own.
REASONS = {
    Basis.CUE: "“{cue}” joins “{speaker}” to the words",
    Basis.BESIDE: "“{speaker}” stands in the same sentence",
    Basis.SUBJECT: "the sentence is about “{speaker}”, and tells what was said",
    Basis.NEXT: "the sentence after says that “{speaker}” spoke",
    Basis.GOES_ON: "the words go on from what “{speaker}” said just before",
    Basis.BEFORE: "the sentence before speaks of “{speaker}”",
    Basis.PARAGRAPH: "the words go on from the paragraph before, where “{speaker}” stands",
}


@dataclass(frozen=True, slots=True)
class Speech:
    """One text while its quotations are told: names so far, sentences."""

    text: str
    words: Tongue
    register: Register

    def quotations(self, row: Row, told: Iterable[Act]) -> Iterator[Quotation]:
        """The quotations of a paragraph: those in marks, and what was said without."""
        held = dict(row.quotes)
        for act in told:
            said = self._said(row, act)
            for part in act.contents:
                inside = [place for place in range(part.first, part.last) if place in held]
                for place in inside:
                    marked = held.pop(place)
                    yield replace(said, span=marked.span, marks=marked.marks, style=marked.style)
                if act.speaker or said.stance:
                    for span in _unmarked(row, part):
                        yield replace(said, span=span, marks=span)
        yield from held.values()

    def _said(self, row: Row, act: Act) -> Quotation:
        """All that is known of an act of saying, as an indirect quotation of its whole content."""
        content = tuple(row.span(one.first, one.last) for one in act.contents)
        whole = Span(content[0].begin, content[-1].end)
        speaker = self._named(act.speaker)
        known = self.register.known(speaker) if speaker else None
        return Quotation(
            whole,
            whole,
            QuoteStyle.INDIRECT,
            speaker=known.name if known else None,
            speaker_span=speaker,
            cue=act.cue,
            stance=stance_of(act.cue.of(self.text), self.words.verbs) if act.cue else None,
            content=content,
            via=via(self.text, _around(row, act), speaker),
            reason=self._reason(act, speaker, known),
        )

    def _named(self, speaker: Span | None) -> Span | None:
        """The speaker without what the words came through, a pronoun without its verb."""
        drawn = speaker and DRAWN.fullmatch(speaker.of(self.text))
        if speaker is not None and drawn:
            return Span(speaker.begin, speaker.begin + drawn.end(1))
        if speaker is None or not THROUGH.search(
            self.text[max(speaker.begin - 14, 0) : speaker.begin]
        ):
            return speaker
        first, comma, last = speaker.of(self.text).partition(", ")
        kept = comma and last[:1].isupper()
        return Span(speaker.begin + len(first) + 2, speaker.end) if kept else speaker

    def signed(self, quotation: Quotation) -> Quotation:
        """A quotation that a line of its own signs, "— Ada Lund, engineer", with that speaker."""
        if quotation.cue is not None or quotation.style is not QuoteStyle.DIRECT:
            return quotation
        line = SIGNED.match(self.text, quotation.marks.end)
        if line is None:
            return quotation
        span = Span(*line.span("name"))
        known = self.register.known(span)
        return replace(
            quotation,
            speaker=known.name,
            speaker_span=span,
            reason=_joined(f"the line below is signed “{span.of(self.text)}”", known),
        )

    def _reason(self, act: Act, speaker: Span | None, known: Known | None) -> str | None:
        if speaker is None or known is None or act.basis is None:
            return None
        cue = act.cue.of(self.text) if act.cue else ""
        why = REASONS[act.basis].format(cue=cue, speaker=speaker.of(self.text))
        return _joined(why, known)


def attributed(
    text: str, spans: Iterable[Span], language: str | None, weights: RoleWeights
) -> tuple[Quotation, ...]:
    """The quotations inside `spans` with speakers, in order, indirect ones too.

    An indirect quotation holds the words in marks inside it, which are quotations of their own.
    A language of which no list knows the verbs of saying has its marks read and no more.
    """
    spans = tuple(spans)
    language = language or "en"
    if language not in TONGUES:
        return quotations(text, spans, language)
    parted = sentences(text, spans, language)
    named = names(text, parted)
    marked = quotations(text, spans, language)
    words = TONGUES[language]
    speech = Speech(
        text, words, Register(text, _unquoted(named, marked), parted, cast([(text, named)]))
    )
    found: list[Quotation] = []
    before: Span | None = None
    paragraphs = list(rows(text, spans, marked, parted))
    english = language == "en"
    each = roles(paragraphs, weights) if english else map(plain_roles, paragraphs)
    for row, own in zip(paragraphs, each, strict=True):
        played = stretches(row, own)
        scene = Scene(row, words, played, before)
        told = carried(scene, Patterns(row, words).spoken(acts(row, played)))
        found.extend(speech.quotations(row, told))
        before = last_speaker(scene, told)
    found = [speech.signed(one) for one in found]
    return tuple(sorted(found, key=lambda one: (one.span.begin, -one.span.end)))


def _joined(why: str, known: Known) -> str:
    return f"{why}; {known.why}" if known.why else why


def _unquoted(named: Iterable[Name], marked: Sequence[Quotation]) -> list[Name]:
    """The names that stand in no direct quotation: no pronoun outside goes back to one inside."""
    begins = [one.marks.begin for one in marked]
    kept: list[Name] = []
    for name in named:
        place = bisect_right(begins, name.span.begin) - 1
        if place < 0 or name.span.begin >= marked[place].marks.end:
            kept.append(name)
    return kept


def _unmarked(row: Row, part: Stretch) -> Iterator[Span]:
    """What of a content is told in the writer's words: all but direct quotations and what leads to
    them.
    """
    begin = part.first
    for place in range(part.first, part.last + 1):
        direct = place in row.quotes and row.quotes[place].style is QuoteStyle.DIRECT
        if place < part.last and not direct:
            continue
        run = range(begin, place)
        own = sum(row.shapes[one] in WORDS for one in run if one not in row.quotes)
        leads = place < part.last and len(run) > 0 and row.words[place - 1] in {":", ","}
        if own >= LEAST_INDIRECT and not leads:
            yield row.span(begin, place)
        begin = place + 1


def _around(row: Row, act: Act) -> Span:
    """The sentences that an act stands in, as far as its content's edge is near."""
    first, _ = row.bounds(row.sentence[act.contents[0].first])
    _, last = row.bounds(row.sentence[act.contents[-1].last - 1])
    begin = max(row.begins[first], row.begins[act.contents[0].first] - FARTHEST)
    end = min(row.ends[last - 1], row.ends[act.contents[-1].last - 1] + FARTHEST)
    return Span(begin, end)
