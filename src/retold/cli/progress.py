"""A progress bar on stderr: only where stderr is a terminal, only after a second."""

import shutil
import sys
import time

from retold.cli.interrupts import INTERRUPTS

# Shorter work needs no bar; the figure.
SHOWN_AFTER = 1.0  # seconds
REDRAWN_EVERY = 0.1  # seconds
BAR = 24  # columns


class Progress:
    """Call it as `tick(stage, done, total)`; `total` 0 where it is not known."""

    def __init__(self, *, quiet: bool) -> None:
        self._on = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._began = self._drawn = time.monotonic()
        self._shown = False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw the bar anew, if it is time to.

        Raises:
            KeyboardInterrupt: one came before and was lost.
        """
        INTERRUPTS.check()
        if not self._on:
            return
        now = time.monotonic()
        if now - self._began < SHOWN_AFTER or now - self._drawn < REDRAWN_EVERY:
            return
        self._drawn, self._shown = now, True
        columns = shutil.get_terminal_size((80, 24)).columns
        sys.stderr.write("\r" + line(stage, done, total)[: columns - 1].ljust(columns - 1))
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away, so that the next line starts at the margin."""
        if self._shown:
            columns = shutil.get_terminal_size((80, 24)).columns
            sys.stderr.write("\r" + " " * (columns - 1) + "\r")
            sys.stderr.flush()
            self._shown = False


def line(stage: str, done: int, total: int) -> str:
    """The bar as text; without the bar where the total is not known."""
    if total <= 0:
        return f"{stage:<9} {done}"
    full = BAR * min(done, total) // total
    return f"{stage:<9} [{'#' * full}{'.' * (BAR - full)}] {done}/{total}"
