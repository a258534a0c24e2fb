"""The article as a page states it for machines: `articleBody` of its linked data, or the state that
its scripts are to draw the page from.

It serves where the page shows a reader without scripts no article, and it tells where one ends.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from retold.model.document import Block, BlockKind, Span
from retold.readers.metadata.linked_data import articles
from retold.readers.pieces import Piece, pieces_of
from retold.readers.surrogates import readable
from retold.readers.tree import tree_of
from retold.readers.votes import shares
from retold.text.units import FINAL, INNER, WORD, key_of

# What makers of pages call the text of an article in their scripts, folded to letters.
BODIES = frozenset(
    "articlebody articlecontent articlehtml articletext bodyhtml bodytext contenthtml contenttext "
    "htmlbody htmlcontent maintext storybody storycontent storyhtml storytext body content".split()
)
# What one paragraph of it is called where it comes as a list of them.
PARAGRAPHS = ("content", "text", "html", "value", "body")
TITLES = frozenset("title headline name webtitle shorttitle articletitle".split())
LINKED_DATA = "application/ld+json"
# A script that is no program but markup for one to put on the page.
TEMPLATES = frozenset(
    {"text/template", "text/x-template", "text/html", "text/x-handlebars-template"}
)
# Where a value begins in a script: behind an assignment, a bracket, or as the whole of it.
VALUE = re.compile(r"(?:^|[=(,])\s*(?=[{\[]\s*[\"{\[])")
MOST_VALUES = 8  # tried a script
MOST_PARTS = 200_000  # of the state of one page
LONGEST = 3_000_000  # characters of a script
MARKUP = re.compile(r"<(?:p|div|br|h\d|figure|section|article|span|ul|blockquote)\b", re.IGNORECASE)
# Where a script is to put an advertisement or a picture.
SLOT = re.compile(r"(?:\$\$|%%|##|\{\{|\[\[)\S{1,60}$")
LETTERS = re.compile(r"[^a-z]+")

# A shorter statement is a summary. By eye.
LEAST_WORDS = 80
CUT = re.compile(r"(?:…|\.\.\.|\])\W*$")
# A list of names, prices or links has fewer sentences.
LEAST_SENTENCES = 3
# A body shown that has less of its words than this is a lead before a script or a wall. By eye.
SHOWN_FROM = 0.35  # share of the stated words
MOST_SHOWN = 200  # words: a page that shows more of an article needs no script for it
# Of linked data that stands on the page so far, in lines of at least so many words, and holds so
# much of the body shown, nothing of the article stands behind the last line. By eye; a statement
# that was cut does not end as a sentence ends.
SEEN_FROM, LEAST_LINE, HOLDS_FROM = 0.9, 8, 0.4  # share; words; share of the words shown
SAME = 0.8  # share of a line's runs
BODY = frozenset({BlockKind.BODY, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Statement:
    """An article as stated.

    Attributes:
        published: in linked data, which is made for others, and not in a script's own state.
    """

    pieces: tuple[Piece, ...]
    published: bool

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(piece.text for piece in self.pieces)


def shown(text: str, blocks: Sequence[Block]) -> int:
    """The words of the body that a page shows; short lines are left out: they may be a list."""
    counts = (_words(text, block) for block in blocks if block.kind is BlockKind.BODY)
    return sum(count for count in counts if count >= LEAST_LINE)


def statement(tree: Any, title: str | None, words_shown: int) -> Statement | None:
    """The article that a page states, None where it states none; `title` chooses among several.

    Scripts are asked where little is shown.
    """
    linked, state, told = [], [], {}
    for script in tree.iter("script"):
        text, kind = script.text or "", (script.get("type") or "").strip().lower()
        if kind == LINKED_DATA:
            linked.append(text)
        elif kind in TEMPLATES:
            told[text] = ""
        elif len(text) <= LONGEST and "src" not in script.attrib:
            state.append(text)
    for node in articles(linked):
        body = node.get("articleBody")
        if isinstance(body, str) and (found := _statement(body, published=True)) is not None:
            return found
    if words_shown > MOST_SHOWN:
        return None
    wanted = key_of(title or "")
    told |= {text: key for script in state for text, key in _bodies(script)}
    own = [text for text in told if wanted and told[text] == wanted]
    return _statement(max(own or told, key=len, default=""), published=False)


def settled(
    text: str, blocks: Sequence[Block], stated: Statement | None
) -> tuple[str, tuple[Block, ...]]:
    """A page's text and blocks once its statement is heard.

    Where the page shows but little of the article, the stated one stands behind its visible lines;
    else what is shown behind the last stated line is furniture.
    """
    if stated is None:
        return text, tuple(blocks)
    words = len(WORD.findall(stated.text))
    visible = shown(text, blocks)
    if visible < SHOWN_FROM * words:
        return _behind(text, blocks, stated.pieces)
    if not stated.published or words < HOLDS_FROM * visible or _is_cut(stated.text):
        return text, tuple(blocks)
    return text, _ended(text, blocks, stated)


def _behind(
    text: str, blocks: Sequence[Block], pieces: Sequence[Piece]
) -> tuple[str, tuple[Block, ...]]:
    kept = [
        Block(one.span, BlockKind.FURNITURE if one.kind in BODY else one.kind) for one in blocks
    ]
    lines = [text] if text else []
    end = len(text)
    for piece in pieces:
        begin = end + 1 if lines else 0
        end = begin + len(piece.text)
        lines.append(piece.text)
        kept.append(Block(Span(begin, end), piece.kind))
    return "\n".join(lines), tuple(kept)


def _ended(text: str, blocks: Sequence[Block], stated: Statement) -> tuple[Block, ...]:
    """The blocks, those of the body behind the last stated line as furniture."""
    found = shares([block.span.of(text) for block in blocks], stated.text)
    same = [
        place
        for place, (block, share) in enumerate(zip(blocks, found, strict=True))
        if share >= SAME and _words(text, block) >= LEAST_LINE
    ]
    seen = sum(_words(text, blocks[place]) for place in same)
    if not same or seen < SEEN_FROM * len(WORD.findall(stated.text)):
        return tuple(blocks)
    return tuple(
        Block(block.span, BlockKind.FURNITURE) if place > same[-1] and block.kind in BODY else block
        for place, block in enumerate(blocks)
    )


def _is_cut(text: str) -> bool:
    """Whether a text does not end as a sentence does."""
    end = text[-40:].rstrip()
    return CUT.search(end) is not None or FINAL.search(end) is None


def _words(text: str, block: Block) -> int:
    return len(WORD.findall(block.span.of(text)))


def _statement(body: str, *, published: bool) -> Statement | None:
    """A stated body as lines; None where it is too short, or no prose."""
    pieces = tuple(one for one in _pieces(readable(body)) if one.text and not SLOT.match(one.text))
    texts = [one.text for one in pieces if one.kind is BlockKind.BODY]
    sentences = sum(len(INNER.findall(text)) + bool(FINAL.search(text)) for text in texts)
    words = sum(len(WORD.findall(text)) for text in texts)
    prose = sentences >= LEAST_SENTENCES and words >= LEAST_WORDS
    return Statement(pieces, published) if prose else None


def _pieces(body: str) -> Iterator[Piece]:
    """The lines of a stated body, whether it is markup or plain."""
    tree = tree_of(body) if MARKUP.search(body) else None
    if tree is not None:
        yield from pieces_of(tree)
        return
    for line in body.replace("\r", "\n").split("\n"):
        yield Piece(BlockKind.BODY, " ".join(line.split()))


def _bodies(script: str) -> Iterator[tuple[str, str]]:
    """The texts that may be an article's in a script, each with the key of the title beside it."""
    left = MOST_PARTS
    for value in _values(script):
        stack = [value]
        while stack and left:
            left -= 1
            one = stack.pop()
            if isinstance(one, dict):
                yield from _texts_of(one)
                stack.extend(part for part in one.values() if isinstance(part, dict | list))
            elif isinstance(one, list):
                if joined := _joined(one):
                    yield joined, ""
                stack.extend(part for part in one if isinstance(part, dict | list))


def _values(script: str) -> Iterator[Any]:
    """The JSON values in a script, each tried once, none inside another."""
    place, decoder = 0, json.JSONDecoder(strict=False)
    for _ in range(MOST_VALUES):
        found = VALUE.search(script, place)
        if found is None:
            return
        try:
            value, place = decoder.raw_decode(script, found.end())
        except (ValueError, RecursionError):
            place = found.end() + 1
        else:
            yield value


def _texts_of(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    titles = [part for name, part in one.items() if _folded(name) in TITLES]
    title = key_of(next((part for part in titles if isinstance(part, str)), "")[:500])
    for name, part in one.items():
        if isinstance(part, str) and len(part) > LEAST_WORDS and _folded(name) in BODIES:
            yield part, title


def _joined(parts: Sequence[Any]) -> str:
    """The paragraphs of a list of them, one a line; "" where it is none."""
    found = []
    for part in parts:
        if isinstance(part, dict):
            texts = (part.get(name) for name in PARAGRAPHS)
            found.append(next((text for text in texts if isinstance(text, str)), ""))
    return "\n".join(filter(None, found)) if len(found) > 1 else ""


def _folded(name: str) -> str:
    return LETTERS.sub("", name.lower()) if len(name) < 40 else ""
