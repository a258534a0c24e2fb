"""Corrections of the review page, as the trainer reads them."""

from pathlib import Path

import msgspec

from benchmarks.corrections import corrected_pairs
from retold.model.relation import Dependence
from retold.web.messages import Correction


def test_the_last_word_on_a_pair_counts_and_what_cannot_be_told_is_left_out(
    tmp_path: Path,
) -> None:
    said = [("a", Dependence.DEPENDENT), ("b", Dependence.INDEPENDENT), ("c", Dependence.UNKNOWN)]
    lines = [
        msgspec.json.encode(Correction(text, "other", label, None, None, {}))
        for text, label in (("a", Dependence.INDEPENDENT), ("d", Dependence.DEPENDENT), *said)
    ]
    path = tmp_path / "corrections.jsonl"
    path.write_bytes(
        b"\n".join(
            [
                *lines,
                msgspec.json.encode(Correction("d", "other", Dependence.UNKNOWN, None, None, {})),
                b"",
            ]
        )
    )

    assert {one.left: one.derived for one in corrected_pairs(path)} == {"a": True, "b": False}
