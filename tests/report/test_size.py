"""How much a page weighs on stories that nobody here wrote."""

from pathlib import Path

import retold
from retold.report.html import page

LIMIT = 250_000  # bytes, of a story of five tellings


def test_the_page_of_five_tellings_is_light(shared_data: Path) -> None:
    result = retold.read(shared_data / "seeds")

    assert len(page(result).encode()) <= LIMIT
