"""The two graphs of a result: who descends from whom, and how every judged pair stands.

A node of the first is a node of a story's tree, `story/node`; one of the second is a document.
"""

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from retold.exports.files import Exported, xml_text
from retold.model.output import ResultDict

Writer = Callable[["nx.Graph"], bytes]


def descent_graph(result: ResultDict) -> "nx.DiGraph":
    """Edges from parent to child; `secondary` marks a further parent."""
    graph = nx.DiGraph()
    held = {one["id"]: one for one in result["documents"]}
    for story in result["stories"]:
        for node in story["stemma"]["nodes"]:
            document = held.get(node["document"] or "")
            _node(
                graph,
                f"{story['id']}/{node['id']}",
                label=node["label"],
                kind=node["kind"],
                story=story["id"],
                document=node["document"],
                outlet=document["outlet"] if document else None,
            )
        for one in story["stemma"]["descents"]:
            graph.add_edge(
                f"{story['id']}/{one['parent']}",
                f"{story['id']}/{one['child']}",
                kind=str(one["kind"]),
                confidence=one["confidence"],
                secondary=one["secondary"],
            )
    return graph


def relation_graph(result: ResultDict) -> "nx.Graph":
    """Edges between documents; `weight` is the probability that one text is behind both."""
    graph = nx.Graph()
    origin = {
        document: (story["id"], one["label"])
        for story in result["stories"]
        for one in story["origins"]
        for document in one["documents"]
    }
    for one in result["documents"]:
        story, label = origin.get(one["id"], (None, None))
        name = xml_text(one["id"])
        _node(graph, name, label=one["title"] or one["id"], outlet=one["outlet"], story=story)
        _node(graph, name, origin=label, url=one["url"], language=one["language"])
    for told in result["stories"]:
        for pair in told["relations"]:
            graph.add_edge(
                xml_text(pair["left"]),
                xml_text(pair["right"]),
                kind=str(pair["kind"]),
                dependence=str(pair["dependence"]),
                confidence=pair["confidence"],
                weight=pair["derived"],
            )
    return graph


def exported(result: ResultDict, ending: str, write: Writer) -> Exported:
    """Both graphs as files of one ending."""
    return Exported(
        {
            f"descents.{ending}": write(descent_graph(result)),
            f"relations.{ending}": write(relation_graph(result)),
        }
    )


def _node(graph: "nx.Graph", name: str, **attributes: str | None) -> None:
    """Add a node with what is known of it: neither format has a word for "not known"."""
    known: Mapping[str, Any] = {
        key: xml_text(str(value)) for key, value in attributes.items() if value is not None
    }
    graph.add_node(name, **known)
