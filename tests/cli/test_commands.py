"""Help, version, explanations, completion: what a newcomer sees first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from retold import __version__
from retold.cli.kinds import RELATION_KINDS
from retold.cli.main import COMMANDS
from retold.cli.reference import codes, reference, settings_page
from retold.model.relation import RelationKind
from tests.cli.conftest import Ended

Shell = Callable[..., Ended]


def test_the_version_is_one_line(shell: Shell) -> None:
    assert shell("--version").out == f"retold {__version__}\n"


def test_help_names_every_command_and_every_exit_code(shell: Shell) -> None:
    ended = shell("--help")

    assert ended.code == 0
    assert all(f"  {name} " in ended.out for name in COMMANDS)
    assert all(f"  {code}  " in ended.out for code in (0, 1, 2, 3, 4, 130))
    assert max(map(len, ended.out.splitlines())) <= 100


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(shell: Shell, name: str) -> None:
    ended = shell(name, "--help")

    assert ended.code == 0
    assert "Examples:" in ended.out


def test_a_bare_retold_shows_the_help_and_is_a_usage_error(shell: Shell) -> None:
    ended = shell()

    assert ended.code == 2
    assert "Commands:" in ended.err


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_that_shell(shell: Shell, name: str) -> None:
    ended = shell("completion", name)

    assert ended.code == 0
    assert f"_RETOLD_COMPLETE={name}_complete" in ended.out


def test_a_shell_nobody_knows_is_a_usage_error(shell: Shell) -> None:
    assert shell("completion", "dos").code == 2


@pytest.mark.parametrize("kind", list(RelationKind))
def test_every_relation_kind_is_explained(shell: Shell, kind: RelationKind) -> None:
    assert kind in RELATION_KINDS
    assert shell("explain", kind.upper()).out.startswith(f"{kind}: ")


def test_a_code_nobody_knows_names_the_nearest(shell: Shell) -> None:
    ended = shell("explain", "parafrase")

    assert ended.code == 2
    assert "did you mean 'paraphrase'?" in ended.err


def test_explain_alone_lists_every_code(shell: Shell) -> None:
    listed = shell("explain").out

    assert all(f"  {kind} " in listed for kind in RELATION_KINDS)


def test_the_page_of_commands_is_as_the_commands_are(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")

    assert page.rstrip("\n") == reference().rstrip("\n"), "run: make docs"


def test_the_page_of_codes_is_as_the_tables_are(root: Path) -> None:
    page = (root / "docs" / "codes.md").read_text(encoding="utf-8")

    assert page.rstrip("\n") == codes().rstrip("\n"), "run: make docs"


def test_the_page_of_settings_is_as_the_settings_are(root: Path) -> None:
    from retold.bench import Settings

    page = (root / "docs" / "settings.md").read_text(encoding="utf-8")

    assert page == settings_page(Settings()), "run: make docs"


def test_every_setting_says_what_it_is() -> None:
    from retold.bench import Settings

    rows = [row for row in settings_page(Settings()).splitlines() if row.startswith("| `")]

    assert [row for row in rows if row.endswith("|  |")] == []
