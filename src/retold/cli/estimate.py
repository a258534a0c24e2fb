"""Progress with an estimate of the time that is left, on stderr: a line now and then."""

import sys
import time

from retold.cli.interrupts import INTERRUPTS

TOLD_EVERY = 5.0  # seconds


class Estimate:
    """Call it as `tick(stage, done, total)`; `total` 0 where it is not known."""

    def __init__(self, *, quiet: bool) -> None:
        self._on = not quiet and sys.stderr is not None
        self._stage, self._began, self._told, self._from = "", 0.0, 0.0, 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell how far the work is, if it is time to.

        Raises:
            KeyboardInterrupt: one came before and was lost.
        """
        INTERRUPTS.check()
        now = time.monotonic()
        if stage != self._stage:
            # What an earlier run had done came in no time, and says nothing on the pace.
            self._stage, self._began, self._told, self._from = stage, now, now, done
        elif self._on and now - self._told >= TOLD_EVERY:
            self._told = now
            pace = (done - self._from) / (now - self._began)
            sys.stderr.write(line(stage, done, total, pace) + "\n")
            sys.stderr.flush()


def line(stage: str, done: int, total: int, pace: float) -> str:
    """How far, how fast (a second), and how long still where that can be told."""
    told = f"{stage}: {done:,}" + (f" of {total:,}" if total else "") + f", {pace:,.0f} a second"
    if total > done and pace > 0:
        seconds = round((total - done) / pace)
        told += f", {seconds // 60} min {seconds % 60} s left"
    return told
