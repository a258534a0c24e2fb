"""The docs are true: examples run, made pages are fresh, links lead somewhere, fields are named."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest

from retold.cli.reference import PAGES as MADE
from retold.cli.reference import schema
from retold.model import output
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
EXAMPLES = [
    pytest.param(language, code, id=f"{page.name}-{number}")
    for page in PAGES
    for number, (language, code) in enumerate(FENCE.findall(page.read_text(encoding="utf-8")))
]


@pytest.mark.parametrize(("language", "code"), EXAMPLES)
def test_an_example_runs(language: str, code: str, tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", code]]
    if language == "console":
        lines = [line[2:] for line in code.splitlines() if line.startswith("$ ")]
        commands = [[sys.executable, "-m", *shlex.split(line)] for line in lines]

    for command in commands:
        ended = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=120)
        assert ended.returncode == 0, ended.stderr.decode()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    local = [link.partition("#")[0] for link in links if "://" not in link]

    assert [link for link in local if link and not (page.parent / link).exists()] == []


def test_every_page_is_in_a_list_of_the_site(root: Path) -> None:
    index = (root / "docs" / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^[a-z][\w-]*$", index, re.MULTILINE)
    pages = [page.stem for page in (root / "docs").glob("*.md")]

    assert sorted(listed) == sorted(set(pages) - {"index"})


@pytest.mark.parametrize("name", ["http-api.md", "openapi.json", "python-reference.md"])
def test_a_made_page_is_as_the_code_is(root: Path, name: str) -> None:
    assert (root / "docs" / name).read_bytes() == MADE[Path(name).stem](), "run: make docs"


def test_the_schema_is_as_the_types_are(root: Path) -> None:
    assert (root / "docs" / "schema.json").read_bytes() == schema(), "run: make docs"


@pytest.mark.parametrize("part", [output.ResultDict, output.StoryDict, output.RelationDict])
def test_every_field_of_the_json_is_named_in_the_docs(root: Path, part: type) -> None:
    page = (root / "docs" / "json.md").read_text(encoding="utf-8")

    words = set(re.findall(r"`(\w+)`", page))
    assert set(get_type_hints(part)) - words == set()


def test_the_pages_name_no_machine() -> None:
    paths = re.compile(r"/(?:home|root|work|tmp|Users)/")

    assert [page.name for page in PAGES if paths.search(page.read_text(encoding="utf-8"))] == []
    assert os.fspath(ROOT) not in "".join(page.read_text(encoding="utf-8") for page in PAGES)
