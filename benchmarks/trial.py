"""A benchmark that looks for faults: it tries something often, and fails where one is found."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from benchmarks.scratch import add_folder, scratch


class Found(Protocol):
    """What came of a trial: lines that tell of it, and what is wrong."""

    @property
    def wrong(self) -> tuple[str, ...]: ...

    def lines(self) -> Iterator[str]: ...


def tried(
    argv: list[str], name: str, times: tuple[str, int], work: Callable[[Path, int, int], Found]
) -> None:
    """Does `work` in a folder, so many times, with a seed, and prints what came of it; exits 1
    where anything is wrong. `times` is the option that says how often, and its default.
    """
    what, often = times
    options = ArgumentParser(prog=f"python -m benchmarks {name}")
    options.add_argument(f"--{what}", dest="times", type=int, default=often)
    options.add_argument("--seed", type=int, default=1)
    add_folder(options)
    chosen = options.parse_args(argv)
    with scratch(chosen.folder) as folder:
        found = work(folder, chosen.times, chosen.seed)
    print(f"{options.prog} --{what} {chosen.times} --seed {chosen.seed}")
    for line in found.lines():
        print(f"  {line}")
    print(f"  {len(found.wrong)} things wrong")
    for line in found.wrong:
        print(f"    {line}")
    if found.wrong:
        raise SystemExit(1)
