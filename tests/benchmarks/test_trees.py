"""Edges of star trees against the truth, on invented names."""

import numpy as np

from benchmarks.trees import LOST, Score, Star, edge_f1, lineage_edges, score
from retold.stories.lineage import Lineage

TEXTS = {"one": "…", "other": "…"}


def test_the_edges_of_a_hidden_source_come_from_a_lost_text() -> None:
    star = Star("s", TEXTS, hidden=True)

    assert star.edges == {(LOST, "one"), (LOST, "other")}


def test_a_lost_text_goes_by_any_name() -> None:
    tree = Lineage("lost-1", {"one": "lost-1", "other": "lost-1"})

    found = score(Star("s", TEXTS, hidden=True), lineage_edges(tree))

    assert (found.right, found.found, found.true) == (2, 2, 2)


def test_edge_f1_counts_edges_over_all_stars() -> None:
    scores = [Score("s", 2, 2, 2), Score("t", 0, 2, 2)]

    assert edge_f1(scores, np.ones(2)) == 0.5
