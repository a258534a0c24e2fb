"""What a reader of records has to be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Names of the fields of a record that hold its text and its id."""

    text_field: str = "text"
    id_field: str = "id"
