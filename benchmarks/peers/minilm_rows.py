"""The rows of a sentence model, worked out by a program of its own in an environment of its own."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

PROGRAM = Path(__file__).with_name("minilm.py")


def minilm_scores(
    pairs: Sequence[tuple[str, str]], python: str | None
) -> list[tuple[str, npt.NDArray[np.float64]]]:
    """Scores by document and by best sentence; none, the reason printed, where it cannot run."""
    if python is None:
        print("  (MiniLM left out: name its environment with --minilm PYTHON)")
        return []
    asked = "\n".join(json.dumps(pair) for pair in pairs)
    done = subprocess.run(
        [python, str(PROGRAM)], input=asked, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"  (MiniLM left out: {done.stderr.strip().splitlines()[-1:] or done.returncode})")
        return []
    rows = np.array([json.loads(line) for line in done.stdout.splitlines()], np.float64)
    return [
        ("MiniLM, mean of the document", rows[:, 0]),
        ("MiniLM, best match of sentences", rows[:, 1]),
    ]
