"""--select and --ignore: which changes a result shows."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from retold.bench import Settings
from retold.cli.main import retold
from retold.cli.selection import selected
from retold.face import example_documents, read_documents
from retold.model.run import Result


@pytest.fixture(scope="module")
def result() -> Result:
    return read_documents(example_documents(), settings=Settings())


def codes(result: Result) -> set[str]:
    return {drift.code for story in result.stories for drift in story.drifts}


def test_selecting_a_family_leaves_its_codes_alone(result: Result) -> None:
    assert {code[0] for code in codes(selected(result, ["M"], []))} == {"M"}


def test_an_ignored_code_is_gone_and_nothing_else(result: Result) -> None:
    assert codes(result) - codes(selected(result, [], ["M501"])) == {"M501"}


def test_asking_for_nothing_leaves_the_result_as_it_is(result: Result) -> None:
    assert selected(result, [], []) == replace(result)


def test_a_code_nobody_has_stops_the_run_with_a_hint() -> None:
    ran = CliRunner().invoke(retold, ["demo", "--select", "M51"])

    assert ran.exit_code == 2
    assert "there is no code of a change 'M51'" in ran.output


def test_explain_tells_a_code_of_a_change() -> None:
    ran = CliRunner().invoke(retold, ["explain", "m501"])

    assert "with reserve" in ran.output
