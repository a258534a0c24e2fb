"""What all tests share: how hard hypothesis tries, and where the measured data lie."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"

# In CI the same examples every time: a failure must not come and go. At a desk, new ones each run.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("dev", deadline=None, max_examples=30)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of sets beside the checkout; without it the test is skipped, in CI it fails."""
    if not SHARED.is_dir():
        missing = f"needs the data sets in {Path('..', 'shared', 'data').as_posix()}"
        if os.environ.get("CI"):
            pytest.fail(f"{missing}; in CI nothing may be skipped for want of them")
        pytest.skip(missing)
    return SHARED


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
