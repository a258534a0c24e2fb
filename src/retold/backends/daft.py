"""The engine Daft: its own on one machine, or on a Ray cluster.

In one process Daft has one runner for good, so an engine on Ray and one without it need a process
each.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from retold.backends.batches import SAMPLED, Batched, Meeting, Stage
from retold.backends.ray import Stored, connected
from retold.backends.shelf import Blob, LocalFile
from retold.model.errors import MissingExtra, RetoldError

if TYPE_CHECKING:
    import pyarrow as pa

# Both packages report their use over the network unless told not to; retold sends nothing.
SILENT = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
}
# Rows of a batch: a row is 32 items, and a worker that got many would leave none for the others.
BATCH = 2


@contextmanager
def on_daft(cluster: str | None, jobs: int) -> Iterator["OnDaft"]:
    """Daft with `jobs` processes here, or on Ray: `local` starts one, else its address.

    Raises:
        MissingExtra: Daft, or for a cluster Ray, is not installed.
        RetoldError: the cluster cannot be reached, or Daft already runs in another way here.
    """
    os.environ.update({name: value for name, value in SILENT.items() if name not in os.environ})
    try:
        import daft
    except ImportError:
        raise MissingExtra("the engine daft", "daft") from None
    with tempfile.TemporaryDirectory(prefix="retold-") as folder:
        if cluster is None:
            _run_on("native", daft.set_runner_native)
            yield OnDaft(Path(folder), jobs, LocalFile)
            return
        with connected(cluster, jobs):
            _run_on("ray", daft.set_runner_ray)
            yield OnDaft(Path(folder), jobs, Stored())


class OnDaft(Batched):
    """The `Engine` on Daft's data frames."""

    def __init__(self, folder: Path, jobs: int, bring: Callable[[str], Blob]) -> None:
        """`jobs` processes on each machine; `bring` makes of a path what workers can open."""
        super().__init__(folder)
        self._jobs, self._bring = jobs, bring

    def _run(self, stage: Stage, table: "pa.Table") -> "pa.Table":
        import daft

        made = _spread(stage, self._jobs) if self._jobs > 1 else _function(stage)
        frame = daft.from_arrow(table)
        return frame.select(daft.col("at"), made(daft.col("items")).alias("made")).to_arrow()

    def _joined(self, meeting: Meeting, table: "pa.Table", least: int) -> "pa.Table":
        import daft

        met = daft.func.batch(return_dtype=daft.DataType.list(daft.DataType.int64()))(
            lambda held: _in_one_row(meeting, held.to_arrow())
        )
        code, held = daft.col("code"), daft.col("held")
        keys = daft.from_arrow(table).groupby("key").agg(daft.col("place").list_agg().alias("held"))
        pairs = keys.where(held.list_count() > 1).select(met(held).alias("code")).explode(code)
        counted = pairs.where(code.not_null()).groupby(code).agg(code.count().alias("times"))
        return counted.where((daft.col("times") >= least) | (code == SAMPLED)).to_arrow()

    def _brought(self, path: Path) -> Blob:
        return self._bring(str(path))


def _function(stage: Stage) -> Any:
    """A stage as a function of Daft's columns, in a thread of its worker."""
    import daft

    made = daft.func.batch(return_dtype=daft.DataType.binary(), batch_size=BATCH)
    return made(lambda items: stage(items.to_arrow()))


def _spread(stage: Stage, jobs: int) -> Any:
    """A stage as a function of Daft's columns, in so many processes."""
    import daft

    def made(_: object, items: Any) -> "pa.Array":
        return stage(items.to_arrow())

    kind = daft.DataType.binary()
    method = daft.method.batch(return_dtype=kind, batch_size=BATCH)(made)
    staged = type("Staged", (), {"__call__": method})
    return daft.cls(staged, use_process=True, max_concurrency=jobs)()


def _in_one_row(meeting: Meeting, held: "pa.Array") -> "pa.Array":
    """All codes in the first of as many lists as there were: a function here gives row for row."""
    import numpy as np
    import pyarrow as pa

    codes = meeting(held)
    ends = np.full(len(held) + 1, len(codes), np.int64)
    ends[0] = 0
    return pa.LargeListArray.from_arrays(ends, pa.array(codes, pa.int64()))


def _run_on(runner: str, setting: Callable[[], object]) -> None:
    """Sets Daft's runner, which it takes once in a process."""
    import daft

    try:
        setting()
    except RuntimeError:
        if (other := daft.get_or_infer_runner_type()) != runner:
            raise RetoldError(
                f"Daft runs on {other} in this process already; {runner} needs another process"
            ) from None
