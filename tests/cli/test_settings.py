"""Settings from retold.toml and --set."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from retold.cli.settings import names, settle
from retold.readers.options import ReadOptions
from tests.cli.conftest import Ended
from tests.cli.fakes import AlignSettings, Faked, Settings


def test_without_a_file_and_without_set_the_defaults_hold(tmp_path: Path) -> None:
    assert settle(Settings(), tmp_path, ()) == Settings()


def test_every_leaf_has_a_dotted_name() -> None:
    assert [name for name, _, _ in names(Settings())] == [
        "align.rewritten_from",
        "align.most",
        "seed",
        "gate",
    ]


def test_set_outweighs_the_file_and_the_file_the_default(tmp_path: Path) -> None:
    (tmp_path / "retold.toml").write_text(
        "seed = 1\n[align]\nrewritten_from = 0.25\nmost = 9\n", encoding="utf-8"
    )

    settings = settle(Settings(), tmp_path, ("align.most=3", "gate=false"))

    assert settings == Settings(AlignSettings(rewritten_from=0.25, most=3), seed=1, gate=False)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"sede = 1", "retold.toml: there is no setting 'sede'; did you mean 'seed'?"),
        (b"seed = 'x'", "retold.toml: expected `int`, got `str`"),
        (b"seed = ", "retold.toml cannot be read"),
        (b"seed = \xff", "retold.toml cannot be read"),
        (b"align = 3", "there is no setting 'align'"),
        (b"[seed]\nx = 1", "there is no setting 'seed.x'"),
        (b"[align]\nrewritten_from = nan", "expected a finite number"),
    ],
)
def test_a_file_that_says_what_nobody_reads_stops_the_run(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "retold.toml").write_bytes(content)

    with pytest.raises(click.UsageError) as refused:
        settle(Settings(), tmp_path, ())

    assert said in refused.value.message


def test_the_settings_reach_the_job(faked: Faked, shell: Callable[..., Ended]) -> None:
    shell("read", "pile", "--set", "align.rewritten_from=0.75")

    assert faked.settings == [Settings(AlignSettings(rewritten_from=0.75))]


def test_fields_of_records_reach_the_reader(faked: Faked, shell: Callable[..., Ended]) -> None:
    shell("read", "pile", "--text-field", "body", "--id-field", "key", "--jobs", "1")

    assert faked.options == [ReadOptions(text_field="body", id_field="key")]


def test_work_is_shared_by_itself_once_it_takes_long(
    faked: Faked, shell: Callable[..., Ended]
) -> None:
    shell("read", "pile")

    (options,) = faked.options
    assert isinstance(options, ReadOptions)
    assert options.hands.jobs >= 1
    assert options.hands.patience > 0
