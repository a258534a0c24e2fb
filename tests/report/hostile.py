"""Results made of any text at all: what a page, a terminal and a JSON writer must bear."""

import re

from hypothesis import strategies as st

from retold.model.document import Block, BlockKind, Document, Span
from retold.model.relation import (
    Dependence,
    Link,
    LinkKind,
    Reason,
    Relation,
    RelationKind,
)
from retold.model.run import Rejected, Result, Run
from retold.model.story import (
    Descent,
    DescentKind,
    Node,
    NodeKind,
    Origin,
    Primary,
    Stemma,
    Story,
)

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "\x1b[2J\x1b]0;owned\x07",
    "\u202egnp.exe",
    "\x00\x08\x7f\x9b31m",
    "\ud800",
    "]]>&lt;&#x202e;{{ 7 * 7 }}{% raw %}",
    "</style></title></textarea>",
    "w" * 300,
    "שלום עולם",
    "\r\n\u2028\u2029\u0085",
]

# What would act on a terminal, or turn the direction of a page.
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)


def texts() -> st.SearchStrategy[str]:
    """Any characters, lone surrogates and controls among them, and the worst we know."""
    anything = st.text(st.characters(), min_size=1, max_size=40)
    return st.one_of(
        anything, st.sampled_from(NASTY), st.tuples(anything, st.sampled_from(NASTY)).map("".join)
    )


def result_of(words: list[str]) -> Result:
    """Two tellings, a lost one, a primary and a refusal, all named and filled with `words`."""
    names = sorted({f"{place}{word}" for place, word in enumerate(words[:2])})
    documents = tuple(document(name, words) for name in names)
    left, right = documents[0], documents[-1]
    relation = Relation(
        left=left.id,
        right=right.id,
        kind=RelationKind.REWRITE,
        dependence=Dependence.DEPENDENT,
        parent=right.id,
        confidence=0.9,
        reasons=(Reason("any", words[-1]),),
        links=(Link((left.blocks[0].span,), (right.blocks[0].span,), LinkKind.EDITED, 0.8),),
        derived=0.9,
        same_event=1.0,
    )
    story = Story(
        id=words[0],
        title=words[-1],
        documents=tuple(names),
        origins=(Origin(words[0], tuple(names)),),
        origins_at_most=1,
        primaries=(Primary(words[-1], None, tuple(names)),),
        pairs_judged=1,
        pairs_possible=1,
        relations=(relation,),
        stemma=Stemma(
            (
                Node("p", NodeKind.PRIMARY, words[-1]),
                Node("l", NodeKind.LOST, words[0]),
                *(Node(f"a{name}", NodeKind.ATTESTED, name, name) for name in names),
            ),
            (
                Descent("p", "l", DescentKind.CITES, 1.0),
                *(Descent("l", f"a{name}", DescentKind.COPY, 0.99) for name in names),
            ),
        ),
    )
    return Result(
        Run("0.1.0", words[0], words[-1], len(documents)),
        documents,
        (story,),
        (Rejected(words[0], 1, words[-1]),),
    )


def document(name: str, words: list[str]) -> Document:
    """A text of the words, one block each."""
    text, blocks = "", []
    for place, word in enumerate(words):
        kind = BlockKind.FURNITURE if place % 3 == 2 else BlockKind.BODY
        blocks.append(Block(Span(len(text), len(text) + len(word)), kind))
        text += word + "\n"
    return Document(
        id=name,
        text=text,
        blocks=tuple(blocks),
        language=words[0][:20],
        title=words[-1],
        outlet=words[0],
        byline=words[-1],
        url=words[0],
        path=words[-1],
    )
