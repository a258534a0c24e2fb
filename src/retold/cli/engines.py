"""The options that say on what the work is done."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from retold.ports import Engine
    from retold.readers.options import Hands

Command = TypeVar("Command", bound=Callable[..., Any])
USUAL = "processes"


@dataclass(frozen=True, slots=True)
class Machine:
    """What was asked for: an engine's name, its cluster (None: this machine), who works on it."""

    engine: str = USUAL
    cluster: str | None = None
    hands: "Hands | None" = None

    def opened(self) -> "AbstractContextManager[Engine]":
        """The engine, for as long as the context lasts."""
        from retold.backends.engines import engine
        from retold.backends.processes import Processes

        jobs, patience = (self.hands.jobs, self.hands.patience) if self.hands else (1, 0.0)
        if self.engine == USUAL and self.cluster is None:
            return nullcontext(Processes(jobs, patience))
        # Who did not say how many gets what the engine takes by itself.
        return engine(self.engine, self.cluster, 1 if patience else jobs)


class EngineName(click.ParamType[str]):
    """An engine by its name."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value == USUAL:  # known without loading the engines: `--no-stories` needs none
            return USUAL
        from retold.backends.engines import known
        from retold.cli.nearest import unknown

        if value not in known():
            self.fail(unknown("engine", str(value), sorted(known())), param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from retold.backends.engines import known

        return [CompletionItem(name) for name in sorted(known()) if name.startswith(incomplete)]


def engine_options(command: Command) -> Command:
    """Add the options of engines to a command."""
    cluster = click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Where daft or spark run: HOST:PORT or ray://HOST:PORT of a Ray, spark://HOST:PORT, "
        "or local: a Ray of this machine.",
    )
    engine = click.option(
        "--engine",
        metavar="NAME",
        type=EngineName(),
        default=USUAL,
        help="What compares and tells: serial, processes (the default), daft or spark; the result "
        "is the same.",
    )
    return engine(cluster(command))


def machine(options: dict[str, Any], hands: "Hands") -> Machine:
    """Takes the options of engines out of `options`."""
    return Machine(options.pop("engine"), options.pop("cluster"), hands)
