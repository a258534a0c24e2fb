"""The ledger on the five seeds, as an editor reads them; none of their text stands here."""

from collections import Counter
from pathlib import Path

import retold
from retold.model.change import QuoteStatus


def test_only_retold_tellings_of_the_seeds_have_altered_quotations(shared_data: Path) -> None:
    (story,) = retold.read(shared_data / "seeds").stories
    altered = Counter(
        use.place.document[:3]
        for record in story.quotes
        for use in record.uses
        if use.status is QuoteStatus.ALTERED
    )

    # Read by hand: ten in the translated telling; in the rewritten one the words before the marks
    # of one quotation were drawn into them.
    assert altered == {"001": 10, "003": 1}


def test_one_telling_that_descends_has_a_quotation_of_its_own(shared_data: Path) -> None:
    (story,) = retold.read(shared_data / "seeds").stories
    alone = [drift.child for drift in story.drifts if drift.code == "Q104"]

    assert [place.document[:3] for place in alone if place] == ["003"]
