"""What the page's script is given: numbers only, so that no text can act through it.

Words and names the script reads from the page itself. A story is
`{"tellings": [key, ...], "primaries": [[telling, ...], ...], "every": whether every pair is
listed, "pairs": [[left, right, dependence, parent, links], ...]}` with tellings by their place in
the story, dependence 1, 0 and -1 for dependent, unknown and independent, parent 0, 1 or -1 for
left, right and neither, and links `[kind, left, right]`: kind 0 to 2 for verbatim, edited and
rewritten, and each side `[begin, end, begin, end, ...]` in code points of the text.
"""

import json
from collections.abc import Mapping, Sequence

from retold.model.document import Span
from retold.model.relation import Dependence, Link, LinkKind, Relation
from retold.model.story import Story
from retold.report import anchors

_DEPENDENCE = {Dependence.DEPENDENT: 1, Dependence.UNKNOWN: 0, Dependence.INDEPENDENT: -1}
_KIND = {LinkKind.VERBATIM: 0, LinkKind.EDITED: 1, LinkKind.REWRITTEN: 2}


def script_data(story: Story) -> str:
    """The story in JSON without a character that HTML knows."""
    place = {name: number for number, name in enumerate(story.documents)}
    shaped = {
        "tellings": [anchors.key(name) for name in story.documents],
        "primaries": [
            sorted(place[name] for name in one.documents if name in place)
            for one in story.primaries
        ],
        "every": len(story.relations) == story.pairs_possible,
        "pairs": [_pair(one, place) for one in story.relations],
    }
    return json.dumps(shaped, separators=(",", ":"))


def _pair(relation: Relation, place: Mapping[str, int]) -> list[object]:
    sides = (relation.left, relation.right)
    return [
        place[relation.left],
        place[relation.right],
        _DEPENDENCE[relation.dependence],
        sides.index(relation.parent) if relation.parent in sides else -1,
        [_link(one) for one in relation.links],
    ]


def _link(link: Link) -> list[object]:
    return [_KIND[link.kind], _edges(link.left), _edges(link.right)]


def _edges(spans: Sequence[Span]) -> list[int]:
    return [edge for span in spans for edge in (span.begin, span.end)]
