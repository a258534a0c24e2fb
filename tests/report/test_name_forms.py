"""Which names are worth a row."""

import pytest

from retold.model.change import NameForm, NameRecord
from retold.report.name_forms import varies


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("Ada Lund", "Lund"), False),
        (("Ada Lund", "ADA LUND"), False),
        (("Ada Lund", "Lundt"), True),
        (("Ada Lund",), False),
    ],
)
def test_a_surname_alone_is_no_other_way_to_write_a_name(
    forms: tuple[str, ...], expected: bool
) -> None:
    record = NameRecord("Ada Lund", "person", tuple(NameForm(one, "a", 1) for one in forms))

    assert varies(record) is expected
