"""One SQLite file: the tables with their keys, and views for the questions asked first."""

import sqlite3
from contextlib import closing

from retold.exports.columns import Kind, Table
from retold.exports.files import Exported, encodable
from retold.exports.tables import TABLES
from retold.model.output import ResultDict

FILE = "retold.sqlite"
_TYPES = {Kind.TEXT: "TEXT", Kind.WHOLE: "INTEGER", Kind.REAL: "REAL", Kind.FLAG: "INTEGER"}

VIEWS = {
    # One row an origin of each story, with the tellings that go back to it.
    "origins_with_tellings": """
        SELECT o.story, s.title, o.id AS origin, o.label, t.document, d.outlet, d.url, t.weight
        FROM origins o JOIN stories s ON s.id = o.story
        JOIN tellings t ON t.origin = o.id JOIN documents d ON d.id = t.document
        ORDER BY o.story, o.id, t.document""",
    # Whose words are other words elsewhere.
    "altered_quotes": """
        SELECT q.story, q.id AS quote, q.speaker, q.wording, u.document, u.words, u.status, u.note
        FROM quotes q JOIN quote_uses u ON u.quote = q.id
        WHERE u.status IN ('altered', 'unattested')
        ORDER BY q.id, u.document, u.begin""",
    # Which outlet's tellings go back to which other's, how often.
    "who_from_whom": """
        SELECT coalesce(p.outlet, p.id) AS parent, coalesce(c.outlet, c.id) AS child,
               r.kind, count(*) AS pairs
        FROM relations r JOIN documents p ON p.id = r.parent
        JOIN documents c ON c.id = CASE r.parent WHEN r.left THEN r.right ELSE r.left END
        GROUP BY 1, 2, 3 ORDER BY pairs DESC, 1, 2, 3""",
}


def export(result: ResultDict) -> Exported:
    """`retold.sqlite`, made in memory; the same result gives the same bytes."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("PRAGMA foreign_keys = ON")
        for table in TABLES:
            made.execute(_definition(table))
            marks = ", ".join("?" * len(table.columns))
            made.executemany(
                f"INSERT INTO {_name(table.name)} VALUES ({marks})",  # noqa: S608 - our own names
                ([encodable(value) for value in row] for row in table.of(result)),
            )
            _index(made, table)
        for name, query in VIEWS.items():
            made.execute(f"CREATE VIEW {name} AS {query}")
        made.commit()
        return Exported({FILE: made.serialize()})


def _definition(table: Table) -> str:
    parts = [f"{_name(one.name)} {_TYPES[one.kind]}" for one in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({', '.join(map(_name, table.key))})")
    parts += [
        f"FOREIGN KEY ({_name(one.name)}) REFERENCES {_name(one.points)} (id)"
        for one in table.columns
        if one.points
    ]
    return f"CREATE TABLE {_name(table.name)} ({', '.join(parts)})"


def _index(made: sqlite3.Connection, table: Table) -> None:
    """An index on each column that points elsewhere: Datasette follows them backwards."""
    for one in table.columns:
        if one.points and (one.name,) != table.key[:1]:
            made.execute(
                f"CREATE INDEX {_name(f'{table.name}_{one.name}')} "
                f"ON {_name(table.name)} ({_name(one.name)})"
            )


def _name(name: str) -> str:
    return f'"{name}"'
