"""What an API operation is: a function with the types of what goes in and out.

The routes and the API description are both made from these, so neither can say what the other does
not.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from retold.web.state import State

Run = Callable[["Call"], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Call:
    """One request, taken apart: what the path names, the query says and the body holds."""

    state: State
    path: Mapping[str, str]
    query: Any
    body: Any
    url: str  # path and query, for the address of the next page


@dataclass(frozen=True, slots=True)
class Media:
    """An answer that is not JSON: its media type, and what it is."""

    type: str
    words: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the API.

    Attributes:
        run: gives what is encoded as `answer`, or a `Response` of its own.
        query: a struct whose fields are the parameters; None for none.
        body: the type of the body; None for none.
        status: of an answer without an error.
        errors: statuses of answers with one, beside those any request may get.
        upload: whether the body is a form with files.
        choices: what a part of the path may be, where that is a closed list.
    """

    method: str
    path: str
    name: str
    words: str
    run: Run
    answer: Any = None
    query: type | None = None
    body: type | None = None
    status: int = 200
    errors: tuple[int, ...] = ()
    upload: bool = False
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
