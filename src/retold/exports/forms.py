"""Every form by its name: what it is for, and the function that makes its files."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from retold.exports.files import Exported

if TYPE_CHECKING:
    # The names of the forms stand in a help text, which imports nothing heavy.
    from retold.model.output import ResultDict

Maker = Callable[["ResultDict"], Exported]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export: its name, the module whose `export` makes it, and whom it is for."""

    name: str
    module: str
    words: str

    @property
    def make(self) -> Maker:
        """Makes the files of a result; the module is imported when it is asked for."""
        maker: Maker = import_module(f"retold.exports.{self.module}").export
        return maker


FORMS = {
    form.name: form
    for form in (
        Form("parquet", "parquet_tables", "a Parquet file a table, for data frames"),
        Form("csv", "csv_tables", "a CSV file a table, for spreadsheets; formulas defused"),
        Form("sqlite", "sqlite_tables", "one SQLite file with keys and views; Datasette opens it"),
        Form("graphml", "graphml", "the tree and the relations as graphs, for Gephi, yEd, igraph"),
        Form("gexf", "gexf", "the same graphs, for Gephi"),
        Form("prov", "prov", "PROV-JSON of the W3C: what was derived from what"),
        Form("tei", "tei", "a TEI critical apparatus for each origin of several tellings"),
        Form("annotations", "annotations", "W3C Web Annotations of changes and quotations"),
        Form("claimreview", "claim_review", "schema.org ClaimReview to be filled in by a person"),
    )
}
