"""Where a benchmark keeps its files meanwhile, and the option that says so."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def add_folder(options: ArgumentParser) -> None:
    """Adds `--folder DIR`."""
    options.add_argument("--folder", type=Path, help="where files are kept meanwhile")


@contextmanager
def scratch(folder: Path | None) -> Iterator[Path]:
    """A new folder, removed at the end: inside `folder`, made where it is missing, or else where
    the system keeps such.
    """
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as made:
        yield Path(made)
