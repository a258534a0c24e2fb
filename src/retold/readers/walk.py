"""The files under the given paths: folders gone through in order, each file once."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from retold.readers.names import Found, printable
from retold.readers.web.settings import SAVED

STDIN = "-"
# In a folder these are the files of other programs beside the texts, passed over and counted;
# given by name they are rejected.
OTHERS = frozenset(
    ".yaml .yml .toml .ini .cfg .log .py .js .css .map .lock .doc .docx .odt .rtf .epub "
    ".png .jpg .jpeg .gif .svg .webp .ico .mp3 .mp4 .wav .xz .tar .tgz .7z .rar .cdx .cdxj "
    ".sqlite .db .woff .woff2".split()
)
# Endings that many programs share: read in a folder where the content tells of a known format.
SHARED = frozenset({".json", ".xml"})
# What the library of Hugging Face data sets keeps beside the rows.
CACHED = re.compile(r"cache-[0-9a-f]+.*\.arrow$|(?:dataset_info|dataset_dict|state)\.json$")


@dataclass(frozen=True, slots=True)
class Walk:
    """Files to read, paths that cannot be (with the reason), and whether standard input was
    named.
    """

    files: tuple[Found, ...]
    rejected: tuple[tuple[str, str], ...]
    stdin: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of formats: their endings, and whether the bytes of a file show one."""

    endings: frozenset[str]
    told: Callable[[Path], bool]


def walk(paths: Sequence[str], known: Known, say: Callable[[str], None]) -> Walk:
    """The files under `paths`; the order of `paths` changes nothing.

    A file reached twice is read once, which `say` hears.
    """
    found: dict[str, Found] = {}
    rejected: list[tuple[str, str]] = []
    for path in sorted(set(paths) - {STDIN}, key=lambda path: (path.count(os.sep), path)):
        place = Path(path)
        if place.is_dir():
            files = _folder(place, known, rejected, say)
            if not files:
                rejected.append((path, "a folder without a readable file"))
        elif not os.path.lexists(path):
            rejected.append((path, "no such file"))
            continue
        elif (reason := _unfit(place, known.endings)) is not None:
            rejected.append((path, reason))
            continue
        else:
            files = [Found(path, place.name)]
        _note(files, found, say)
    for path in sorted(path for path in set(paths) if list(paths).count(path) > 1):
        say(f"{printable(path)}: given twice, read once")
    files_found = tuple(found[key] for key in sorted(found))
    return Walk(files_found, tuple(rejected), STDIN in paths)


def _note(files: Sequence[Found], found: dict[str, Found], say: Callable[[str], None]) -> None:
    """Add files to those found, each real file once."""
    for file in files:
        real = os.path.realpath(file.path)
        if real in found:
            say(
                f"{printable(file.path)}: the same file as {printable(found[real].path)}, read once"
            )
        else:
            found[real] = file


def _unfit(place: Path, endings: frozenset[str]) -> str | None:
    """Why a path given by name is not read."""
    ending = place.suffix.lower()
    if not place.exists():
        return "a link that leads nowhere"
    if not place.is_file():
        return "neither a file nor a folder"
    if ending in OTHERS - endings:
        return f"{ending} is no format read here ({', '.join(sorted(endings))})"
    return None


def _folder(
    folder: Path,
    known: Known,
    rejected: list[tuple[str, str]],
    say: Callable[[str], None],
) -> list[Found]:
    """The files under a folder, sorted; those of other programs are counted."""
    files: list[Found] = []
    others = 0
    for path in _paths(folder, rejected, say):
        if _other(path, known):
            others += 1
        elif path.is_file():
            files.append(Found(str(path), path.relative_to(folder).as_posix()))
        else:
            rejected.append((str(path), "neither a file nor a folder"))
    if others:
        noun = "file" if others == 1 else "files"
        say(f"{printable(str(folder))}: {others} {noun} of other formats skipped")
    return files


def _paths(
    folder: Path, rejected: list[tuple[str, str]], say: Callable[[str], None]
) -> Iterator[Path]:
    """What lies in a folder and those in it, in order; hidden names are counted. Links to folders
    are not followed, so no loop catches us.
    """
    hidden = 0

    def refuse(error: OSError) -> None:
        rejected.append((str(error.filename), "a folder that may not be read"))

    for root, folders, names in os.walk(folder, onerror=refuse):
        if SAVED in names:  # a folder of fetched pages: its index knows what they are
            folders[:], names[:] = [], [SAVED]
        hidden += sum(name.startswith(".") for name in folders + names)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))
    if hidden:
        say(f"{printable(str(folder))}: {hidden} hidden files or folders skipped")


def _other(path: Path, known: Known) -> bool:
    """Whether a file in a folder is another program's."""
    if path.suffix.lower() in OTHERS - known.endings or CACHED.match(path.name):
        return True
    return is_shared(path.name) and path.is_file() and not known.told(path)


def is_other(name: str) -> bool:
    """Whether a name is that of another program's file."""
    return PurePath(name).suffix.lower() in OTHERS or CACHED.match(name) is not None


def is_shared(name: str) -> bool:
    """Whether a name is such as many programs give."""
    return PurePath(name).suffix.lower() in SHARED
