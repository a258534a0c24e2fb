from retold.model.document import Attribution, AttributionKind, Document
from retold.stories.stated_makers import ALONE, BESIDE, stated_makers

AGENCY = Attribution(AttributionKind.AGENCY, "Brine Press Agency")


def credits_of(byline: str, *attributions: Attribution) -> list[tuple[str, float]]:
    document = Document(
        "pier", "", (), byline=byline, outlet="Lowmere Tide", attributions=attributions
    )
    return [(credit.name, credit.weight) for credit in stated_makers(document)]


def test_an_agency_that_signs_alone_is_surer_than_one_beside_writers() -> None:
    assert credits_of("Brine Press Agency", AGENCY) == [("Brine Press Agency", ALONE)]
    assert credits_of("Ada Lund, Brine Press Agency", AGENCY) == [("Brine Press Agency", BESIDE)]


def test_the_pages_own_outlet_and_what_is_no_outlet_are_left_out() -> None:
    own = Attribution(AttributionKind.PROVIDER, "Lowmere Tide")
    system = Attribution(AttributionKind.PROVIDER, "CMS 4")
    address = Attribution(AttributionKind.CANONICAL, url="https://brine.example/1")

    assert credits_of("", own, system, address) == []
