"""The part that Daft and Spark share, on an engine of Arrow tables alone."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retold.backends.batches import SAMPLED, Batched, Meeting, Stage, here
from retold.backends.checks import check_engine
from retold.backends.shelf import Blob, LocalFile, packed
from retold.model.errors import RetoldError

pa = pytest.importorskip("pyarrow")


class OnArrow(Batched):
    """The least engine there can be: it gives the rows back in reverse."""

    def _run(self, stage: Stage, table: Any) -> Any:
        made = stage(table.column("items").combine_chunks())
        return pa.table({"at": table.column("at"), "made": made})[::-1]

    def _joined(self, meeting: Meeting, table: Any, least: int) -> Any:
        keys = table.group_by("key", use_threads=False).aggregate([("place", "list")])
        codes, times = np.unique(
            meeting(keys.column("place_list").combine_chunks()), return_counts=True
        )
        kept = (times >= least) | (codes == SAMPLED)
        return pa.table({"code": codes[kept], "times": times[kept]})

    def _brought(self, path: Path) -> Blob:
        return LocalFile(str(path))


def test_what_daft_and_spark_share_passes_the_checks(tmp_path: Path) -> None:
    check_engine(OnArrow(tmp_path))


def test_a_worker_of_another_version_is_told_apart() -> None:
    stage = Stage(packed(len), "retold 0, Python 2.7")

    with pytest.raises(RetoldError, match=rf"worker has {here()}.*retold 0, Python 2\.7"):
        stage(pa.array([packed(["a"])], pa.large_binary()))
