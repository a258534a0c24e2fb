"""Interrupts that Python drops, in a process of its own: they come with the next step."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signal")

# What is raised in the callback of an object that goes, Python prints and drops.
LOST = """
import os, signal, sys, weakref
from retold.cli.interrupts import INTERRUPTS

def interrupted(_):
    os.kill(os.getpid(), signal.SIGINT)
    sum(range(1000))

class Thing: pass

INTERRUPTS.heed()
thing = Thing()
held = weakref.ref(thing, interrupted)
del thing
"""


def ran(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )


def test_a_lost_interrupt_ends_the_command_with_130() -> None:
    done = ran(LOST + "from retold.cli.main import run; sys.exit(run(['explain', 'copy']))")

    assert done.returncode == 130
    assert done.stderr.endswith("retold: interrupted\n")


def test_a_lost_interrupt_is_no_fault_of_the_input() -> None:
    done = ran(LOST + "from retold.cli.main import run; sys.exit(run(['read', 'nowhere.txt']))")

    assert done.returncode == 130
    assert done.stderr.endswith("retold: interrupted\n")


@pytest.mark.parametrize("form", ["progress.Progress", "estimate.Estimate"])
def test_a_lost_interrupt_comes_with_the_next_step(form: str) -> None:
    module, name = form.split(".")
    step = f"""
from retold.cli.{module} import {name}
try:
    {name}(quiet=True)("reading", 1, 2)
except KeyboardInterrupt:
    sys.exit(7)
"""

    assert ran(LOST + step).returncode == 7
