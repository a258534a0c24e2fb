"""Documents and sketches that the tests of stories stand on; every text is invented."""

from retold.backends.frequencies import frequencies
from retold.model.document import Block, BlockKind, Document, Span
from retold.model.relation import Dependence, Relation, RelationKind
from retold.pairs.reading import prepare
from retold.stories.sketch import Sketch, sketch

FERRY = (
    "The ferry Maren Lind ran aground off Skarholm on Tuesday with 84 passengers aboard. "
    "Captain Otto Brekke said the rudder had jammed in the narrow sound. "
    "Nobody was hurt, and the coastguard took the passengers to the harbour at Veddal."
)
FERRY_TOO = (
    "Eighty-four people were brought ashore at Veddal after the Maren Lind struck a reef near "
    "Skarholm. The coastguard blamed a jammed rudder. Otto Brekke, who has sailed the ferry for "
    "nine years, praised his crew. An inquiry opens on Tuesday."
)
BAKERY = (
    "A baker in Torvik has won the national prize for rye bread. Judges praised the crust. "
    "Ingrid Saltnes, 41, learned the trade from her grandmother and means to open a school."
)


def document(name: str, text: str, title: str | None = None) -> Document:
    """An English document that is all body."""
    return Document(name, text, (Block(Span(0, len(text)), BlockKind.BODY),), "en", title=title)


def drawn(name: str, text: str, title: str | None = None) -> Sketch:
    """The sketch of such a document."""
    made, rarity = document(name, text, title), frequencies(frozenset({"en"}))
    return sketch(made, prepare(made, rarity), rarity)


def relation(
    left: str,
    right: str,
    same_event: float,
    kind: RelationKind = RelationKind.INDEPENDENT,
) -> Relation:
    """A judged pair; copies, paraphrases and rewrites are dependent."""
    apart = {RelationKind.INDEPENDENT, RelationKind.UNRELATED}
    first, second = sorted((left, right))
    dependence = Dependence.INDEPENDENT if kind in apart else Dependence.DEPENDENT
    return Relation(first, second, kind, dependence, None, 0.9, (), (), 0.5, same_event)
