"""Quotations of articles changed one by one, and what the ledger then says of each.

The mutated article is laid beside its original, beside its original and a copy of that, or, where
it is itself a rewording of another text that kept the quotation, beside that text.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora, polnear
from benchmarks.quote_clean_copy import REFORMS, SAME
from benchmarks.quote_mutation import Mutation
from benchmarks.quote_mutations import CHANGES
from retold.face import read
from retold.model.change import QuoteStyle, QuoteUse
from retold.model.story import Story

LEAST_WORDS = 5
MUTATED = "b-mutated"
SHOWN = 90  # characters of a false alarm
IN_MARKS = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"")
SETTINGS = ("pair", "three", "reworded")
# Mutations after which a quotation must never pass for what was said.
TURNED = frozenset({"negation in", "negation out", "figure", "number word"})
# Derived texts whose words were changed round the quotations they kept.
REWORDED = frozenset(
    "back_translation dipper_paraphrase llm_paraphrase llm_polish llm_rewrite word_noise "
    "sent_noise".split()
)


@dataclass(frozen=True, slots=True)
class Article:
    """An article and where its quotations stand, between the marks.

    `original`: the text that it rewords; None where it is nobody's rewording.
    """

    name: str
    text: str
    quoted: tuple[tuple[int, int], ...]
    original: str | None = None

    @property
    def source(self) -> str:
        """What it was made from: its own name, or the name of what it rewords."""
        return self.name.partition(" ")[0] if self.original is not None else self.name


@dataclass(frozen=True, slots=True)
class Changed:
    """One quotation that was changed: what was done, the words, where they stand now."""

    mutation: Mutation
    before: str
    after: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of a changed quotation; `status` None where it was not seen as one."""

    source: str
    setting: str
    changed: Changed
    status: str | None
    severities: tuple[str, ...]
    note: str | None

    @property
    def right(self) -> bool:
        """Whether the status is the right one."""
        return self.status in self.changed.mutation.right


def halves(data: Path, half: str) -> list[Article]:
    """The articles of one half, those with quotations, in the order of a hash of their names."""
    found = [_of_polnear(one) for name in ("dev", "train") for one in polnear.articles(data, name)]
    found += [
        Article(row["doc_id"], row["text"], tuple(_marked(row["text"])))
        for rows in corpora.events(data).values()
        for row in rows
    ]
    kept = [
        one for one in found if one.quoted and (_hashed(one.name) % 2 == 0) == (half == "build")
    ]
    return sorted(kept, key=lambda one: _hashed(one.name))


def rewordings(data: Path, half: str) -> list[Article]:
    """Derived texts of one half that kept whole quotations of their originals, five words and
    more.
    """
    found = []
    for number, pair in enumerate(corpora.derived_pairs(data)):
        if pair.label not in REWORDED or (_hashed(pair.source) % 2 == 0) != (half == "build"):
            continue
        runs = [pair.left[begin:end] for begin, end in _marked(pair.left)]
        given = {run.strip(" ,.") for run in runs if not run.startswith(" ")}
        kept = tuple(
            (begin, end)
            for begin, end in _marked(pair.right)
            if not pair.right[begin:end].startswith(" ")  # between two quotations, not in one
            and pair.right[begin:end].strip(" ,.") in given
        )
        name = f"{pair.source} {pair.label} {number}"
        if any(len(pair.right[begin:end].split()) >= LEAST_WORDS for begin, end in kept):
            found.append(Article(name, pair.right, kept, pair.left))
    return sorted(found, key=lambda one: _hashed(one.name))


def _hashed(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest()[:12], 16)


def _of_polnear(article: polnear.Article) -> Article:
    gold = {run for one in article.gold for run in one.runs}
    marked = set(_marked(article.text))
    return Article(article.name, article.text, tuple(sorted(gold & marked)))


def _marked(text: str) -> Iterator[tuple[int, int]]:
    for found in IN_MARKS.finditer(text):
        yield found.span(found.lastindex or 0)


def change(article: Article, turn: Counter[str]) -> tuple[str, list[Changed]]:
    """The article with each quotation changed once, by the mutation that had fewest turns."""
    text, made = article.text, []
    shift = 0
    for begin, end in article.quoted:
        words = article.text[begin:end]
        if len(words.split()) < LEAST_WORDS or article.text.count(words) > 1:
            continue
        picked = _picked(article.name, words, turn)
        if picked is None:
            continue
        mutation, after = picked
        turn[mutation.name] += 1
        at = begin + shift
        text = text[:at] + after + text[at + len(words) :]
        shift += len(after) - len(words)
        made.append(Changed(mutation, words, after, at, at + len(after)))
    return text, made


def _picked(name: str, words: str, turn: Counter[str]) -> tuple[Mutation, str] | None:
    # Brackets and marks inside hold what is not the speaker's: there only the harmless is done.
    plain = not set(words) & set('[]()"“”')
    able = (*CHANGES, *SAME) if plain else SAME
    for mutation in sorted(able, key=lambda one: (turn[one.name], one.name)):
        after = mutation.make(words, corpora.seeded("ledger", mutation.name, name, words))
        if after and after != words and after.strip():
            return mutation, after
    return None


def outcomes(article: Article, turn: Counter[str]) -> Iterator[Outcome]:
    """What is said of each changed quotation of an article, in every setting there is for it."""
    text, made = change(article, turn)
    if not made:
        return
    for setting, others in _settings(article).items():
        result = read(
            [{"id": name, "text": held} for name, held in {MUTATED: text, **others}.items()]
        )
        story = next(one for one in result.stories if MUTATED in one.documents)
        for one in made:
            yield _outcome(article, setting, one, story)


def _settings(article: Article) -> dict[str, dict[str, str]]:
    """What the mutated article is laid beside."""
    if article.original is not None:
        return {"reworded": {"a-original": article.original}}
    return {
        "pair": {"a-original": article.text},
        "three": {"a-original": article.text, "c-copy": article.text},
    }


def _outcome(article: Article, setting: str, one: Changed, story: Story) -> Outcome:
    use = _use(story, MUTATED, one.begin, one.end)
    touching = tuple(
        str(drift.severity)
        for drift in story.drifts
        if drift.code in {"Q101", "Q102"}
        for place in (drift.parent, drift.child)
        if place
        and place.document == MUTATED
        and place.span.begin < one.end
        and one.begin < place.span.end
    )
    status, note = (str(use.status) if use.status else None, use.note) if use else (None, None)
    return Outcome(article.source, setting, one, status, touching, note)


def _use(story: Story, document: str, begin: int, end: int) -> QuoteUse | None:
    """The use in marks that covers most of a range."""

    def covered(use: QuoteUse) -> int:
        return min(use.place.span.end, end) - max(use.place.span.begin, begin)

    uses = [
        use
        for quote in story.quotes
        for use in quote.uses
        if use.place.document == document and use.style is not QuoteStyle.INDIRECT
    ]
    best = max(uses, key=covered, default=None)
    return best if best is not None and covered(best) > 0 else None


def reformed(article: Article) -> Iterator[tuple[str, int, int, list[str]]]:
    """For each typography: quotations judged, false alarms, and what these were."""
    for name, make in REFORMS.items():
        made = make(article.text)
        if made == article.text:
            continue
        result = read([{"id": "a", "text": article.text}, {"id": "b", "text": made}])
        uses = [
            (story, use)
            for story in result.stories
            for quote in story.quotes
            for use in quote.uses
            if use.style is not QuoteStyle.INDIRECT and len(story.documents) > 1
        ]
        texts = {one.id: one.text for one in result.documents}
        wrong = [
            f"{use.status} {use.place.document} {use.note}: "
            f"{use.place.span.of(texts[use.place.document])[:SHOWN]!r}"
            for _, use in uses
            if use.status != "verbatim"
        ]
        yield name, len(uses), len(wrong), wrong
