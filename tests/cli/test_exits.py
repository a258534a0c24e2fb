"""Exit codes: each ending has its own, and of two that apply the graver is given."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.cli.exits import PRECEDENCE, Exit, due
from retold.model.errors import NothingReadable, RetoldError
from retold.model.run import Rejected
from tests.cli.conftest import Ended
from tests.cli.fakes import Faked, document, story

Shell = Callable[..., Ended]


@given(st.lists(st.sampled_from(list(Exit))))
def test_of_several_codes_the_first_of_130_2_3_1_4_is_due(codes: list[Exit]) -> None:
    order = [130, 2, 3, 1, 4, 0]

    assert due(*codes) == min([*codes, 0], key=order.index)
    assert list(PRECEDENCE) == order


def test_a_run_without_findings_or_rejections_ends_with_0(faked: Faked, shell: Shell) -> None:
    assert shell("read", "a.txt").code == 0


def test_a_finding_ends_with_1_and_is_told_on_stderr(faked: Faked, shell: Shell) -> None:
    faked.stories = (story("a", "b", origins=1),)

    ended = shell("read", "pile", "--fail-on", "single-origin")

    assert ended.code == 1
    assert "retold: --fail-on single-origin: 1 story of several tellings has but one" in ended.err


def test_an_undecided_pair_is_found_under_fail_on_unknown(faked: Faked, shell: Shell) -> None:
    faked.stories = (story("a", "b", origins=2, undecided=True),)

    assert shell("read", "pile", "--fail-on", "single-origin,unknown").code == 1
    assert shell("read", "pile", "--fail-on", "single-origin").code == 0


def test_a_story_of_one_telling_is_no_single_origin(faked: Faked, shell: Shell) -> None:
    faked.stories = (story("a", origins=1),)

    assert shell("read", "pile", "--fail-on", "single-origin").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("raed", "x"), "there is no command 'raed'; did you mean 'read'?"),
        (("read",), "missing argument 'PATH...'"),
        (("read", "x", "--jsn"), "no such option"),
        (("read", "x", "--fail-on", "single-orgin"), "did you mean 'single-origin'?"),
        (("read", "x", "--set", "align.rewriten_from=1"), "did you mean 'align.rewritten_from'?"),
        (("read", "x", "--set", "seed"), "no '='"),
        (("read", "x", "--set", "seed=many"), "expected"),
        (("read", "x", "--json", "--json-lines"), "give one"),
        (("compare", "-", "-"), "stdin can be read once"),
    ],
)
def test_a_command_line_that_cannot_be_used_ends_with_2_and_says_why(
    faked: Faked, shell: Shell, arguments: tuple[str, ...], said: str
) -> None:
    ended = shell(*arguments)

    assert ended.code == 2
    assert said in ended.err
    assert ended.err.startswith("retold: ")
    assert not ended.out


def test_a_path_in_the_place_of_a_command_is_told_how_to_be_read(
    faked: Faked, shell: Shell
) -> None:
    ended = shell(".")

    assert ended.code == 2
    assert "write: retold read ." in ended.err


def test_nothing_readable_ends_with_3_and_lists_what_was_rejected(
    faked: Faked, shell: Shell
) -> None:
    faked.pile = [Rejected("a.bin", None, "not text"), Rejected("b.jsonl", 3, "no object")]

    ended = shell("read", "pile", "--fail-on", "single-origin")

    assert ended.code == 3
    assert "retold: rejected a.bin: not text\n" in ended.err
    assert "retold: rejected b.jsonl:3: no object\n" in ended.err


def test_some_rejected_ends_with_4_and_lists_them(faked: Faked, shell: Shell) -> None:
    faked.pile = [document("a"), Rejected("b.txt", None, "empty")]

    ended = shell("read", "pile")

    assert ended.code == 4
    assert "retold: rejected b.txt: empty\n" in ended.err


def test_a_finding_outweighs_a_rejected_input(faked: Faked, shell: Shell) -> None:
    faked.pile = [document("a"), document("b"), Rejected("c.txt", None, "empty")]
    faked.stories = (story("a", "b", origins=1),)

    ended = shell("read", "pile", "--fail-on", "single-origin")

    assert ended.code == 1
    assert "rejected c.txt" in ended.err


def test_an_interrupt_ends_with_130(faked: Faked, shell: Shell) -> None:
    faked.fault = KeyboardInterrupt()

    ended = shell("read", "pile")

    assert ended.code == 130
    assert "retold: interrupted" in ended.err


@pytest.mark.parametrize(
    ("fault", "code"),
    [(RetoldError("the sky fell"), 2), (NothingReadable("the sky fell"), 3)],
)
def test_an_error_of_our_own_is_one_line(
    faked: Faked, shell: Shell, fault: Exception, code: int
) -> None:
    faked.fault = fault
    faked.pile = [document("a")]

    ended = shell("read", "pile")

    assert ended.code == code
    assert "Traceback" not in ended.err


def test_many_rejections_are_counted_beyond_the_first_twenty(faked: Faked, shell: Shell) -> None:
    faked.pile = [document("a"), *(Rejected("p.jsonl", line, "empty") for line in range(1, 101))]

    ended = shell("read", "pile", "-o", "out")

    assert ended.err.count("rejected p.jsonl") == 20
    assert "and 80 more; all stand in out/retold.json" in ended.err
