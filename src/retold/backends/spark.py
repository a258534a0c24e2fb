"""The engine Spark, as a thin adapter: stages by `mapInArrow`, keys by `groupBy`."""

import os
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from retold.backends.batches import SAMPLED, Batched, Meeting, Stage
from retold.backends.shelf import Blob, mapped
from retold.model.errors import MissingExtra, RetoldError

if TYPE_CHECKING:
    import pyarrow as pa

LOCAL = "local"
# Asked of a Spark of our own on this machine; a cluster has its settings where it is set up.
ON_THIS_MACHINE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "2g",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
}
ALWAYS = {
    "spark.driver.maxResultSize": "0",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
}

# Each batch of a table becomes a task. Items ask for some ms each, and a row is 32 of them; keys
# ask for nothing, and 5,000 documents have over a million.
TOGETHER = "spark.sql.execution.arrow.maxRecordsPerBatch"
ROWS, KEYS = 4, 200_000


@contextmanager
def on_spark(cluster: str | None, jobs: int) -> Iterator["OnSpark"]:
    """Spark with `jobs` threads on this machine (None, `local`), or at the address of its master.

    Raises:
        MissingExtra: PySpark is not installed.
        RetoldError: there is no Java, or no cluster at that address.
    """
    # Else workers run whatever `python3` is on their path; on a cluster the user says what they do.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise MissingExtra("the engine spark", "spark") from None
    own = cluster in {None, LOCAL}
    builder = SparkSession.builder.appName("retold").master(f"local[{jobs}]" if own else cluster)
    for name, value in (ALWAYS | ON_THIS_MACHINE if own else ALWAYS).items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as fault:
        where = "on this machine (is Java 17 or later installed?)" if own else f"at {cluster}"
        raise RetoldError(f"no Spark {where}: {str(fault).splitlines()[0]}") from None
    try:
        with tempfile.TemporaryDirectory(prefix="retold-") as folder:
            yield OnSpark(Path(folder), session)
    finally:
        session.stop()


class OnSpark(Batched):
    """The `Engine` on a Spark session."""

    def __init__(self, folder: Path, session: Any) -> None:
        """`session` is a SparkSession; who made it stops it."""
        super().__init__(folder)
        self._session = session

    def _run(self, stage: Stage, table: "pa.Table") -> "pa.Table":
        work = partial(_staged, stage)
        return _arrow(self._frame(table, ROWS).mapInArrow(work, "at long, made binary"))

    def _joined(self, meeting: Meeting, table: "pa.Table", least: int) -> "pa.Table":
        from pyspark.sql import functions as of

        keys = self._frame(table, KEYS).groupBy("key").agg(of.collect_list("place").alias("held"))
        held = keys.where(of.size("held") > 1).select("held")
        codes = held.mapInArrow(partial(_met, meeting), "code long")
        counted = codes.groupBy("code").agg(of.count("code").alias("times"))
        return _arrow(counted.where((of.col("times") >= least) | (of.col("code") == SAMPLED)))

    def _brought(self, path: Path) -> Blob:
        # Spark brings a file to every machine under its name; names must differ for the session.
        named = path.with_name(f"{path.parent.name}-{path.name}")
        path.rename(named)
        self._session.sparkContext.addFile(str(named))
        return _Added(named.name)

    def _frame(self, table: "pa.Table", together: int) -> Any:
        """A table in batches of so many rows; so are those that come of it."""
        self._session.conf.set(TOGETHER, str(together))
        with warnings.catch_warnings():
            # It warns of a pandas it does not know, and none is used here.
            warnings.simplefilter("ignore", FutureWarning)
            return self._session.createDataFrame(table)


@dataclass(frozen=True, slots=True)
class _Added:
    """A file that Spark has brought to its workers."""

    name: str

    def open(self) -> Any:
        """The file's bytes."""
        from pyspark import SparkFiles

        return mapped(SparkFiles.get(self.name))


def _arrow(frame: Any) -> "pa.Table":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        table: pa.Table = frame.toArrow()
        return table


def _staged(stage: Stage, batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    for batch in batches:
        made = stage(batch.column("items")).cast(pa.binary())
        yield pa.RecordBatch.from_arrays([batch.column("at"), made], ["at", "made"])


def _met(meeting: Meeting, batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    for batch in batches:
        codes = pa.array(meeting(batch.column("held")), pa.int64())
        yield pa.RecordBatch.from_arrays([codes], ["code"])
