import pytest

from retold.model.document import Span
from retold.text.captions import is_caption
from retold.text.units import unit_at


def captioned(line: str) -> bool:
    return is_caption(unit_at(line, Span(0, len(line))))


@pytest.mark.parametrize(
    "credit",
    [
        "© Reuters",
        "| Reuters",
        "– Reuters",
        "/ Reuters",
        "- Reuters",
        "Photo: Ada Lund",
        "Foto: Ada Lund",
        "Bild: Ada Lund",
        "Images by Ada Lund",
        "Credit: Ada Lund",
        "Picture: Ada Lund",
        "Quelle: dpa",
        "via Getty Images",
        "Getty Images",
        "Crédit photo : Ada Lund",
        "Crédito: Ada Lund",
        "PHOTOS: ADA LUND",
    ],
)
def test_a_line_that_ends_in_a_picture_s_credit_is_a_caption(credit: str) -> None:
    assert captioned(f"The eastern pier at dusk {credit}")


def test_a_line_that_ends_with_the_name_it_begins_with_is_a_caption() -> None:
    assert captioned("Ada Lund The eastern pier at dusk, seen from the water Ada Lund")


@pytest.mark.parametrize(
    "line",
    [
        "The eastern pier at dusk",
        "The council votes on the pier, the mayor on the",
        "Ada Lund of the harbour office said that Ada Lund had not been asked about it",
    ],
)
def test_a_line_without_a_credit_is_none(line: str) -> None:
    assert not captioned(line)
