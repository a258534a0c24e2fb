"""GEXF 1.2, written by networkx."""

import io
import re

import networkx as nx

from retold.exports.files import Exported
from retold.exports.graphs import exported
from retold.model.output import ResultDict

# networkx puts today's date and its own name in; the same result has to give the same bytes.
_CLOCK = re.compile(rb"<meta\b[^>]*>.*?</meta>", re.DOTALL)
_META = b"<meta><creator>retold</creator></meta>"


def export(result: ResultDict) -> Exported:
    """`descents.gexf` and `relations.gexf`."""
    return exported(result, "gexf", _written)


def _written(graph: "nx.Graph") -> bytes:
    out = io.BytesIO()
    nx.write_gexf(graph, out, prettyprint=False)
    # The first stands before the nodes, so no text of a document can have taken its place.
    return _CLOCK.sub(_META, out.getvalue(), count=1)
