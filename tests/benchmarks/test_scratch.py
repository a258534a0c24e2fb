from pathlib import Path

import pytest

from benchmarks.scratch import scratch


@pytest.mark.parametrize("inside", ["there", "not/there/yet"])
def test_files_are_kept_inside_the_folder_named_and_are_gone_at_the_end(
    tmp_path: Path, inside: str
) -> None:
    (tmp_path / "there").mkdir()
    with scratch(tmp_path / inside) as folder:
        (folder / "file").write_text("one", encoding="utf-8")

        assert folder.parent == tmp_path / inside

    assert list((tmp_path / inside).iterdir()) == []


def test_without_a_folder_the_system_has_one() -> None:
    with scratch(None) as folder:
        assert folder.is_dir()

    assert not folder.exists()
