"""`retold.toml` and `--set name=value` become one Settings; a name nobody reads stops the run."""

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

import click

from retold.cli.nearest import unknown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FILE = "retold.toml"
T = TypeVar("T", bound="DataclassInstance")


def settle(defaults: T, folder: Path, assignments: Iterable[str]) -> T:
    """`defaults` with what `folder`/retold.toml says, and over that what --set says.

    Raises:
        click.UsageError: a name is unknown, or a value is not of its type or out of its range.
    """
    settings = defaults
    for name, value in _from_file(folder / FILE):
        settings = _assign(settings, name, value, where=FILE)
    for assignment in assignments:
        name, sign, raw = assignment.partition("=")
        if not sign:
            raise click.UsageError(f"--set {assignment}: no '='; write --set name=value")
        settings = _assign(settings, name.strip(), raw.strip(), where=f"--set {assignment}")
    return settings


def names(settings: "DataclassInstance", prefix: str = "") -> Iterator[tuple[str, Any, object]]:
    """Every setting's dotted name, type and value, in the order they are declared."""
    hints = get_type_hints(type(settings))
    for field in fields(settings):
        value = getattr(settings, field.name)
        if is_dataclass(value) and not isinstance(value, type):
            yield from names(value, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}", hints[field.name], value


def _from_file(path: Path) -> Iterator[tuple[str, object]]:
    if not path.is_file():
        return
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise click.UsageError(f"{path.name} cannot be read: {fault}") from fault
    yield from _flat(table)


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _assign(settings: T, name: str, value: object, *, where: str) -> T:
    known = {known_name: kind for known_name, kind, _ in names(settings)}
    if name not in known:
        raise click.UsageError(f"{where}: {unknown('setting', name, known)}")
    try:
        return _replaced(settings, name.split("."), _converted(value, known[name]))
    except ValueError as fault:
        raise click.UsageError(f"{where}: {fault}") from fault


def _converted(value: object, kind: Any) -> object:
    """`value` as `kind`; what --set gives is a string and is read loosely."""
    from msgspec import ValidationError, convert

    try:
        converted: object = convert(value, kind, strict=not isinstance(value, str))
    except ValidationError as fault:
        raise ValueError(f"{str(fault)[:1].lower()}{str(fault)[1:]}") from fault
    if isinstance(converted, float) and not math.isfinite(converted):
        raise ValueError(f"expected a finite number, got {value}")
    return converted


def _replaced(settings: T, path: list[str], value: object) -> T:
    head, *rest = path
    if rest:
        value = _replaced(getattr(settings, head), rest, value)
    return replace(settings, **{head: value})
