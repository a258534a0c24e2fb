"""Bodies inside the markup of foreign pages: is the body found again, and alone?

The same pages and bodies as in `benchmarks/wrapped.py`, as HTML: what is of a page's article, and
what nobody knows, is taken out of its markup, and the paragraphs of another body are put where the
article stood, `<p>` by `<p>`. Scripts and the head go too: they tell of the article taken out.
Neither a page nor a body that is judged helped to fit the trees.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import page_lines
from benchmarks.corpora import fold_of, seeded
from benchmarks.page_lines import PageRows, page_rows
from benchmarks.pages import FOLDS
from benchmarks.wrapped import (
    BODIES_A_PAGE,
    TONGUES,
    Wrapped,
    article_lines,
    bodies,
    frames,
    row,
    trees_by_fold,
)
from retold.model.document import Block
from retold.readers.article import article_blocks
from retold.readers.tree import tree_of
from retold.readers.visible import INLINE, visible
from retold.text.blocks import label
from retold.text.forest import Forest, forest

LETTERS = "abcdefghijklmnop"
SLOT = "data-slot"
# Paragraphs are put where most extractors see the article: one of them takes readers' comments too.
SEEN_BY_ONE, MOST = 0.5, 2  # share of a line; extractors of three


@dataclass(frozen=True, slots=True)
class Mould:
    """A page without its article.

    Attributes:
        html: the page; where prose of the article stood, an empty paragraph marked as `SLOT`.
    """

    name: str
    fold: int
    tongue: str
    html: str


def table(data: Path) -> list[str]:
    """The figures of both languages."""
    held = list(wrapped_pages(data))
    lines = [
        "| wrapped, as HTML | documents | body characters F1 | no quotation from outside |",
        "|---|---|---|---|",
    ]
    for tongue, title in TONGUES.items():
        judged = [pair for pair in held if pair[0].tongue == tongue]
        lines.append(row(title, [one for one, _ in judged], [blocks for _, blocks in judged]))
    return lines


def wrapped_pages(data: Path) -> Iterator[tuple[Wrapped, tuple[Block, ...]]]:
    """Every document with the blocks that retold finds in it."""
    pages = page_rows(data)
    held = {tongue: list(bodies(data, tongue)) for tongue in TONGUES}
    trees, of_text = _trees(pages), trees_by_fold(data)
    for mould in moulds(pages):
        fitting = sorted(text for fold, text in held[mould.tongue] if fold == mould.fold)
        draw = seeded("wrapped", mould.name)
        for body in draw.sample(fitting, min(len(fitting), BODIES_A_PAGE)):
            made = _poured(mould, body)
            yield _read(made, mould, body, trees[mould.fold], of_text[mould.fold])


def _trees(pages: Sequence[PageRows]) -> list[Forest]:
    """Trees of the other folds, without the pages that the bodies of a fold are of."""
    return [
        forest(page_lines.fit([one for one in pages if fold not in _folds(one)]))
        for fold in range(FOLDS)
    ]


def _folds(one: PageRows) -> set[int]:
    """The folds that a page is judged in: as a page, and as the body of others."""
    return {one.page.fold, fold_of(f"body:{one.page.site}", FOLDS)}


def moulds(pages: Sequence[PageRows]) -> Iterator[Mould]:
    """The pages that `benchmarks/wrapped.py` takes, without their articles."""
    framed = {frame.name: frame for frame in frames(pages)}
    for one in pages:
        frame = framed.get(f"{one.page.corpus}:{one.page.name}")
        if frame is not None and (html := _emptied(one)) is not None:
            yield Mould(frame.name, frame.fold, frame.tongue, html)


def _emptied(one: PageRows) -> str | None:
    """The page's markup without its article; None where one element holds lines of it and others,
    or no prose of it.
    """
    tree = tree_of(one.page.html)
    said = article_lines(one)
    owners = _owners(tree)
    if len(owners) != len(said) or True not in said:
        return None
    goes = {owner for owner, own in zip(owners, said, strict=True) if own is not False}
    stays = {owner for owner, own in zip(owners, said, strict=True) if own is False}
    if stays & goes:
        return None
    sure = (one.votes() >= SEEN_BY_ONE).sum(axis=1) >= MOST
    told = zip(owners, said, one.units.units, sure, strict=True)
    prose = {owner for owner, own, unit, most in told if own and unit.prose and most}
    for owner in dict.fromkeys(owners):
        if owner in goes:
            _clear(owner, stays | goes)
            if owner in prose:
                _slot(owner)
    for element in list(tree.iter("script", "noscript", "head")):
        if element.getparent() is not None:
            element.drop_tree()
    return html_of(tree) if prose else None


def _clear(element: Any, owners: Set[Any]) -> None:
    """Takes an element's own words out, and what stands in its lines; `owners` stay."""
    element.text = None
    for child in list(element):
        child.tail = None
        if child.tag not in INLINE and child.tag != "br":
            continue
        if owners.isdisjoint(child.iter()):
            element.remove(child)
        else:
            _clear(child, owners)


def _slot(element: Any) -> None:
    """Marks where paragraphs are to stand: a paragraph of the article, else one put into it."""
    from lxml.html import Element

    if element.tag == "p" and not len(element):
        element.set(SLOT, "")
    else:
        element.insert(0, Element("p", {SLOT: ""}))


def html_of(tree: Any) -> str:
    """The markup of a tree."""
    from lxml import etree

    return str(etree.tostring(tree, encoding="unicode", method="html"))


def _owners(tree: Any) -> list[Any]:
    """For each visible line the nearest element that makes lines; the tree stays as it is."""
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    classes = [one.get("class") for one in elements]
    for number, one in enumerate(elements):
        one.set("class", f"{_spelt(number)} {classes[number] or ''}")
    by_word = {_spelt(number): one for number, one in enumerate(elements)}
    found = []
    for line in visible(tree).lines:
        holders = [holder for holder in line.holder.outwards(40) if holder.name not in INLINE]
        own = (holders or [line.holder])[0]
        found.append(next(by_word[word] for word in own.marks if word in by_word))
    for one, written in zip(elements, classes, strict=True):
        if written is None:
            del one.attrib["class"]
        else:
            one.set("class", written)
    return found


def _spelt(number: int) -> str:
    """A number as a word that no page has in a class."""
    return "zqx" + "".join(LETTERS[int(digit, 16)] for digit in f"{number:05x}")


def _poured(mould: Mould, body: str) -> str:
    """The page with the paragraphs of `body` in its slots, as evenly as they go."""
    tree = tree_of(mould.html)
    slots = tree.findall(f".//p[@{SLOT}]")
    paragraphs = body.split("\n")
    shares = Counter(place * len(slots) // len(paragraphs) for place in range(len(paragraphs)))
    lines = iter(paragraphs)
    for place, slot in enumerate(slots):
        del slot.attrib[SLOT]
        for line in islice(lines, shares[place]):
            paragraph = deepcopy(slot)
            paragraph.text, paragraph.tail = line, None
            slot.addprevious(paragraph)
        slot.drop_tree()
    return html_of(tree)


def _read(
    html: str, mould: Mould, body: str, trees: Forest, of_text: Forest
) -> tuple[Wrapped, tuple[Block, ...]]:
    tree = tree_of(html)
    seen = visible(tree)
    blocks = article_blocks(seen, tree, None, trees) or label(seen.text, of_text)
    own = {" ".join(line.split()) for line in body.split("\n")}
    spans = tuple(line.span for line in seen.lines if line.span.of(seen.text) in own)
    return Wrapped(mould.name, mould.fold, mould.tongue, seen.text, spans), blocks
