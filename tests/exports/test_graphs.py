"""Graphs, read back by networkx; the descent in PROV-JSON, read back by the prov package."""

import io
import json
from collections.abc import Callable

import networkx as nx
import pytest
from prov.model import ProvDerivation, ProvDocument

from retold.exports import gexf, graphml, prov
from retold.exports.graphs import descent_graph, relation_graph
from retold.model.output import ResultDict
from tests.exports.results import ALL, made

results = pytest.mark.parametrize("result", list(ALL.values()), ids=list(ALL))
Made = Callable[[], ResultDict]


@results
@pytest.mark.parametrize(
    ("export", "ending", "reader"),
    [(graphml.export, "graphml", nx.read_graphml), (gexf.export, "gexf", nx.read_gexf)],
)
def test_networkx_reads_back_the_same_nodes_and_edges(
    result: Made, export: Callable, ending: str, reader: Callable
) -> None:
    files = export(result()).files

    for name, graph in (
        ("descents", descent_graph(result())),
        ("relations", relation_graph(result())),
    ):
        back = reader(io.BytesIO(files[f"{name}.{ending}"]))
        assert len(back) == len(graph)
        assert back.is_directed() == graph.is_directed()
        assert back.number_of_edges() == graph.number_of_edges()


def test_an_edge_tells_what_was_done_and_how_surely() -> None:
    files = graphml.export(made()).files

    back = nx.read_graphml(io.BytesIO(files["descents.graphml"]))
    told = sorted((data["kind"], data["confidence"]) for _, _, data in back.edges(data=True))
    descents = [one for story in made()["stories"] for one in story["stemma"]["descents"]]
    assert told == sorted((one["kind"], one["confidence"]) for one in descents)


def test_gexf_carries_no_clock() -> None:
    assert b"lastmodified" not in gexf.export(made()).files["descents.gexf"]


@results
def test_prov_reads_back_every_node_and_every_descent(result: Made) -> None:
    content = prov.export(result()).files["retold.prov.json"].decode()

    back = ProvDocument.deserialize(content=content, format="json")
    stories = result()["stories"]
    derived = list(back.get_records(ProvDerivation))
    assert len(derived) == sum(len(one["stemma"]["descents"]) for one in stories)
    nodes = sum(len(one["stemma"]["nodes"]) for one in stories)
    assert len(json.loads(content)["entity"]) == nodes + len(stories)


def test_a_revision_and_a_primary_source_have_the_words_of_prov() -> None:
    content = prov.export(made()).files["retold.prov.json"].decode()

    kinds = {
        str(kind)
        for record in ProvDocument.deserialize(content=content, format="json").get_records(
            ProvDerivation
        )
        for kind in record.get_attribute("prov:type")
    }
    assert {"prov:Revision", "prov:PrimarySource"} <= kinds
