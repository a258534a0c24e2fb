"""Rows about the run and its documents."""

from collections.abc import Iterator

from retold.exports.columns import Row
from retold.model.output import ResultDict


def runs(result: ResultDict) -> Iterator[Row]:
    """One row: how the result was made."""
    run = result["run"]
    yield run["version"], run["settings"], run["embedder"], run["documents"], run["network"]


def documents(result: ResultDict) -> Iterator[Row]:
    """A row a document, with its text."""
    for one in result["documents"]:
        yield (
            *(one["id"], one["path"], one["url"], one["sha256"], one["language"], one["level"]),
            *(one["title"], one["byline"], one["outlet"], one["owner"], one["text"]),
        )


def dates(result: ResultDict) -> Iterator[Row]:
    """A row a date a document is given."""
    for one in result["documents"]:
        for date in one["dates"]:
            yield (
                *(one["id"], date["at"], date["moment"], date["basis"], date["kind"]),
                *(date["begin"], date["end"]),
            )


def blocks(result: ResultDict) -> Iterator[Row]:
    """A row a labelled piece of a text."""
    for one in result["documents"]:
        for block in one["blocks"]:
            yield one["id"], block["begin"], block["end"], block["kind"]


def rejected(result: ResultDict) -> Iterator[Row]:
    """A row a record that could not be read."""
    for one in result["rejected"]:
        yield one["path"], one["record"], one["reason"]
