"""Ids for files: the stem, or as much of the path as it takes to tell two files apart."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

# Endings of compression, behind that of the format.
COMPRESSED = frozenset({".gz", ".zst", ".zstd", ".bz2"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path as reached, and that path below the folder that was given."""

    path: str
    below: str


def ids_of(files: Sequence[Found]) -> dict[str, str]:
    """Ids by path; they hang on the set of files alone, not on its order.

    The stem; where stems clash the path below the folder without its ending, then with it, then the
    path as reached.
    """
    rungs = {file.path: _rungs(file) for file in files}
    height = dict.fromkeys(rungs, 0)
    while True:
        names = {path: rungs[path][height[path]] for path in rungs}
        count = Counter(names.values())
        clashing = [
            path for path in rungs if count[names[path]] > 1 and height[path] < len(rungs[path]) - 1
        ]
        if not clashing:
            return names
        for path in clashing:
            height[path] += 1


def printable(path: str) -> str:
    """A path as text that any file can hold, with forward slashes; names of unknown bytes
    marked.
    """
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\\", "/")


def _rungs(file: Found) -> tuple[str, ...]:
    below = unicodedata.normalize("NFC", printable(file.below))
    pure = PurePath(below)
    if pure.suffix.lower() in COMPRESSED and pure.stem:
        pure = pure.with_suffix("")
    plain = pure.with_suffix("").as_posix() if pure.name else below
    return (pure.stem or below, plain, below, printable(file.path), repr(file.path))
