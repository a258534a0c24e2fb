"""GraphML, written by networkx."""

import io

import networkx as nx

from retold.exports.files import Exported
from retold.exports.graphs import exported
from retold.model.output import ResultDict


def export(result: ResultDict) -> Exported:
    """`descents.graphml` and `relations.graphml`."""
    return exported(result, "graphml", _written)


def _written(graph: "nx.Graph") -> bytes:
    out = io.BytesIO()
    nx.write_graphml_xml(graph, out, prettyprint=False)
    return out.getvalue()
