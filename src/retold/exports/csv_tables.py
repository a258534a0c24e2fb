"""A CSV file a table, UTF-8 with a byte order mark (Excel needs it), lines ended by CR LF.

A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
Injection"); how many did is said, since the text in that cell is no longer the text as read.
"""

import csv
import io

from retold.exports.columns import Row, Table, Value
from retold.exports.files import Exported
from retold.exports.tables import TABLES
from retold.model.output import ResultDict

# A program that reads a cell from one of these on may run it; blanks before it are skipped.
STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def export(result: ResultDict) -> Exported:
    """`NAME.csv` for each table."""
    files, notes = {}, []
    for table in TABLES:
        rows = list(table.of(result))
        defused = sum(_runs(value) for row in rows for value in row)
        files[f"{table.name}.csv"] = _written(table, rows)
        if defused:
            notes.append(
                f"{table.name}.csv: {defused} cells begin as a formula would; "
                "each has an apostrophe before it"
            )
    return Exported(files, tuple(notes))


def _written(table: Table, rows: list[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _runs(value: Value) -> bool:
    if not isinstance(value, str):
        return False
    # A carriage return or tab at the very start is a start of its own.
    return value.startswith(STARTS) or value.lstrip(" \u00a0\ufeff").startswith(STARTS)


def _cell(value: Value) -> Value:
    # Python's csv ends a file at a NUL in some readers: spelled out.
    if not isinstance(value, str):
        return value
    text = value.replace("\x00", "\\x00")
    return f"'{text}" if _runs(value) else text
