"""The folder a report is written to: checked before the work, written whole or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path

import click


def prepare(folder: Path) -> Path:
    """`folder`, made if need be and known to take files.

    Raises:
        click.UsageError: a file stands in its place, or it cannot be written to.
    """
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file; name a folder with -o")
    probe = folder / f".retold-{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as fault:
        raise click.UsageError(_refused(folder, fault)) from fault
    return folder


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file under its name; a file that is there is replaced in one step.

    Raises:
        click.UsageError: a file cannot be written; those before it stand.
    """
    for name, content in files.items():
        half = folder / f".{name}-{os.getpid()}.tmp"
        try:
            half.write_bytes(content)
            half.replace(folder / name)
        except OSError as fault:
            raise click.UsageError(_refused(folder / name, fault)) from fault
        finally:
            half.unlink(missing_ok=True)


def _refused(path: Path, fault: OSError) -> str:
    reason = (fault.strerror or str(fault)).lower()
    return f"{path} cannot be written: {reason}; name another folder with -o"
