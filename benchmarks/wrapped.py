"""Bodies inside the furniture of foreign pages, as plain text: is the body found again, and alone?

Furniture is what stands on a page of `trafilatura_eval` or `readability_testpages` around its
article and between its paragraphs; bodies are of `basil` and `polnear`, German ones of
`fundus_news` around pages of German sites. Page and body are drawn by their names. A page that
helped to fit the trees is not judged with them: folds are by site, bodies by theirs.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.bootstrap import figure, share
from benchmarks.corpora import fold_of, rows, seeded
from benchmarks.line_fit import Rows, fitted, joined
from benchmarks.page_lines import PageRows, page_rows
from benchmarks.pages import FOLDS, meant, plain
from retold.model.document import Block, BlockKind, Span
from retold.text.blocks import COLUMNS, evident, label
from retold.text.forest import Forest, LineWeights, forest
from retold.text.language import language
from retold.text.quotes import quotations

# A page with fewer lines around its article has no furniture to speak of.
LEAST_FURNITURE = 8  # lines
LEAST_BODY = 80  # words
BODIES_A_PAGE = 3
# A voter took the line for the article: then nobody knows what it is, and it is left out.
TAKEN = 0.3  # share of the line's runs
# What a line outside weighs that a quotation could be taken from.
QUOTED_WEIGHT = 6.0
TONGUES = {"en": "English bodies in English pages", "de": "German bodies in German pages"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines of a page that are not of its article: above, between its paragraphs, below.

    Attributes:
        between: runs of lines, each with how much of the article stands before it, 0..1.
    """

    name: str
    fold: int
    tongue: str
    above: tuple[str, ...]
    between: tuple[tuple[float, tuple[str, ...]], ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text with a foreign page around its body, and which spans of it are the body."""

    name: str
    fold: int
    tongue: str
    text: str
    body: tuple[Span, ...]


@cache
def documents(data: Path) -> tuple[Wrapped, ...]:
    """All documents of this benchmark, made once a run."""
    return tuple(wrapped(data, page_rows(data)))


@cache
def trees_by_fold(data: Path) -> tuple[Forest, ...]:
    """For each fold the trees fitted to the documents of the other folds."""
    return tuple(trees_of(data, fold) for fold in range(FOLDS))


def trees_of(data: Path, fold: int) -> Forest:
    """The trees for one fold, fitted to the documents of the others."""
    return forest(fit([one for one in documents(data) if one.fold != fold]))


def table(data: Path) -> list[str]:
    """The figures of both languages, for the rules alone and with trees of other folds."""
    held, trees = documents(data), trees_by_fold(data)
    lines = [
        "| wrapped | labelled by | documents | body characters F1 | no quotation from outside |",
        "|---|---|---|---|---|",
    ]
    for tongue, title in TONGUES.items():
        judged = [one for one in held if one.tongue == tongue]
        for how, labels in (
            ("rules", lambda one: label(one.text)),
            ("rules and trees", lambda one: label(one.text, trees[one.fold])),
        ):
            lines.append(_row(f"{title} | {how}", judged, labels))
    return lines


def _row(
    title: str, judged: Sequence[Wrapped], labels: Callable[[Wrapped], tuple[Block, ...]]
) -> str:
    return row(title, judged, [labels(one) for one in judged])


def row(title: str, judged: Sequence[Wrapped], found: Sequence[tuple[Block, ...]]) -> str:
    """A row of the table: how many documents, how much of the bodies found, how many clean."""
    names = [one.name for one in judged]
    scores = [body_f1(one, blocks) for one, blocks in zip(judged, found, strict=True)]
    clean = [not foreign_quotes(one, blocks) for one, blocks in zip(judged, found, strict=True)]
    f1 = figure(names, share(np.array(scores)))
    return f"| {title} | {len(judged)} | {f1} | {figure(names, share(np.array(clean)))} |"


def wrapped(data: Path, pages: Sequence[PageRows]) -> Iterator[Wrapped]:
    """`BODIES_A_PAGE` documents for each page: bodies of its language and its fold inside it."""
    held = {tongue: list(bodies(data, tongue)) for tongue in TONGUES}
    for frame in frames(pages):
        fitting = sorted(text for fold, text in held[frame.tongue] if fold == frame.fold)
        draw = seeded("wrapped", frame.name)
        for body in draw.sample(fitting, min(len(fitting), BODIES_A_PAGE)):
            yield wrap(frame, body, draw.choice(["\n", "\n\n"]))


def bodies(data: Path, tongue: str) -> Iterator[tuple[int, str]]:
    """Texts of articles with the fold each is judged in."""
    if tongue == "en":
        found = [(row["cluster"], row["text"]) for row in rows(data, "basil/clusters.jsonl")]
        found += [(row["text"][:200], row["text"]) for row in rows(data, "polnear/dev.jsonl")]
    else:
        every = rows(data, "fundus_news/extraction_other.jsonl")
        found = [
            (row["doc_id"].split("_")[0], row["text"])
            for row in every
            if row["country"] in {"de", "at", "ch"}
        ]
    for source, text in found:
        if len(text.split()) >= LEAST_BODY:
            yield fold_of(f"body:{source}", FOLDS), plain(text)


def frames(pages: Sequence[PageRows]) -> Iterator[Frame]:
    """The furniture of every page that has enough of it, English or German."""
    for one in pages:
        if one.page.corpus == "fundus_news":
            continue
        frame = _frame(one)
        lines = len(frame.above) + len(frame.below)
        if frame.tongue in TONGUES and lines >= LEAST_FURNITURE:
            yield frame


def _frame(one: PageRows) -> Frame:
    said, lines = article_lines(one), [line.span.of(one.seen.text) for line in one.seen.lines]
    inside = [place for place, own in enumerate(said) if own is True]
    first, last = (inside[0], inside[-1]) if inside else (len(lines), len(lines))
    furniture = [own is False for own in said]
    above = tuple(line for line, own in zip(lines[:first], furniture, strict=False) if own)
    below = tuple(line for place, line in enumerate(lines) if place > last and furniture[place])
    body = " ".join(lines[place] for place in inside)
    return Frame(
        f"{one.page.corpus}:{one.page.name}",
        one.page.fold,
        language(body or one.seen.text) or "",
        above,
        tuple(_between(lines, said, first, last)),
        below,
    )


def article_lines(one: PageRows) -> list[bool | None]:
    """For each line whether it is of the page's article; None where nobody knows."""
    if one.page.text is not None:
        return [bool(own >= 0.5) if own >= 0.5 or own < TAKEN else None for own in one.rows.said]
    taken = one.votes().max(axis=1)
    said: list[bool | None] = [
        bool(own >= 0.5) if own >= 0.5 or own < TAKEN else None for own in taken
    ]
    unwanted = meant(one.page, [line.span.of(one.seen.text) for line in one.seen.lines])
    for place, (own, weight) in enumerate(zip(one.rows.said, one.rows.weight, strict=True)):
        if weight and (own or place in unwanted):
            said[place] = bool(own)
    return _doubted(one, said)


def _doubted(one: PageRows, said: list[bool | None]) -> list[bool | None]:
    """Prose amid the article that no voter takes and no string of the key names: nobody knows.

    On such pages it is the article's own as often as not, its quotations with it.
    """
    inside = [place for place, own in enumerate(said) if own is True]
    for place in range(inside[0], inside[-1]) if inside else ():
        if not one.rows.weight[place] and one.units.units[place].prose and said[place] is False:
            said[place] = None
    return said


def _between(
    lines: Sequence[str], said: Sequence[bool | None], first: int, last: int
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """The runs of furniture inside the article, with the share of it before each."""
    total = max(1, sum(own is True for own in said))
    before, run = 0, []
    for place in range(first, min(last + 1, len(lines))):
        if said[place] is False:
            run.append(lines[place])
            continue
        if said[place] is True:
            if run:
                yield before / total, tuple(run)
            before, run = before + 1, []


def wrap(frame: Frame, body: str, gap: str) -> Wrapped:
    """The body's paragraphs with the page around them, joined by `gap`."""
    paragraphs = body.split("\n")
    pieces = [(line, False) for line in frame.above]
    runs = list(frame.between)
    for place, paragraph in enumerate(paragraphs):
        while runs and runs[0][0] <= place / len(paragraphs) and place:
            pieces += [(line, False) for line in runs.pop(0)[1]]
        pieces.append((paragraph, True))
    pieces += [(line, False) for line in frame.below]
    spans, begin = [], 0
    for line, own in pieces:
        if own:
            spans.append(Span(begin, begin + len(line)))
        begin += len(line) + len(gap)
    text = gap.join(line for line, _ in pieces)
    return Wrapped(frame.name, frame.fold, frame.tongue, text, tuple(spans))


def body_f1(one: Wrapped, blocks: Sequence[Block]) -> float:
    """F1 of the characters of body blocks, without white space and headings in the body."""
    taken = _marked(one.text, [b.span for b in blocks if b.kind is BlockKind.BODY])
    wanted = _marked(one.text, one.body)
    loose = _marked(one.text, [b.span for b in blocks if b.kind is BlockKind.HEADING])
    wanted &= ~loose
    return float(2 * (taken & wanted).sum() / max(1, taken.sum() + wanted.sum()))


def _marked(text: str, spans: Sequence[Span]) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    marks = np.zeros(len(text), bool)
    for span in spans:
        marks[span.begin : span.end] = True
    marks[[place for place, letter in enumerate(text) if letter.isspace()]] = False
    return marks


def foreign_quotes(one: Wrapped, blocks: Sequence[Block]) -> list[str]:
    """The quotations taken from outside the body."""
    taken = tuple(block.span for block in blocks if block.kind is BlockKind.BODY)
    found = quotations(one.text, taken, one.tongue)
    return [
        quote.span.of(one.text)
        for quote in found
        if not any(span.meets(quote.span) for span in one.body)
    ]


@cache
def line_rows(one: Wrapped) -> Rows:
    """The lines of a document as rows; the words of the body and of the page weigh the same."""
    page, rows_of_page = evident(one.text)
    said = np.array([float(any(s.meets(u.span) for s in one.body)) for u in page.units])
    words = np.array([3.0 + min(unit.words, 100) for unit in page.units])
    quoted = np.array(
        [
            QUOTED_WEIGHT if '"' in u.text or "“" in u.text or "„" in u.text else 1.0
            for u in page.units
        ]
    )
    weight = np.where(said == 1, words, words * quoted)
    return Rows(rows_of_page, said, weight / max(1.0, float(weight.sum())))


def fit(held: Sequence[Wrapped]) -> LineWeights:
    """Trees fitted to the lines of documents and to those of their bodies alone."""
    parts = [line_rows(one) for one in held]
    alone = [
        Wrapped(one.name, one.fold, one.tongue, text, (Span(0, len(text)),))
        for one in held
        if (text := "\n".join(span.of(one.text) for span in one.body))
    ]
    parts += [line_rows(one) for one in alone]
    return fitted(joined(parts), COLUMNS, [0] * len(COLUMNS))
