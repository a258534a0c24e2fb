"""The ledger in rows."""

from dataclasses import replace

from retold.model.change import QuoteRecord, QuoteStatus, QuoteStyle, QuoteUse
from retold.model.document import Place, Span
from retold.report.ledger_view import LedgerView, ledger_view
from retold.report.side_by_side import Mark
from tests.report import invented

DOCUMENTS = {one.id: one for one in invented.documents()}


def use(name: str, words: str, style: QuoteStyle, status: QuoteStatus | None) -> QuoteUse:
    begin = DOCUMENTS[name].text.index(words)
    return QuoteUse(Place(name, Span(begin, begin + len(words))), style, status=status)


def view(*uses: QuoteUse) -> LedgerView:
    quote = QuoteRecord("q1", None, "If we wait for the budget, we wait for somebody to fall", uses)
    return ledger_view(replace(invented.result().stories[0], quotes=(quote,)), DOCUMENTS)


FULL = use(
    "bridge-01",
    "If we wait for the budget, we wait for somebody to fall",
    QuoteStyle.DIRECT,
    QuoteStatus.VERBATIM,
)
ALTERED = use(
    "bridge-03",
    "If we wait for the money, we wait until someone falls",
    QuoteStyle.DIRECT,
    QuoteStatus.ALTERED,
)
INDIRECT = use("bridge-04", "the bridge cannot be trusted", QuoteStyle.INDIRECT, None)


def test_a_quotation_in_two_tellings_is_compared() -> None:
    found = view(FULL, ALTERED)

    assert [row.marked for row in found.compared] == [("bridge-01", "bridge-03")]
    assert not found.single
    assert not found.reported


def test_a_quotation_in_one_telling_stands_apart() -> None:
    assert [row.marked for row in view(FULL).single] == [("bridge-01",)]


def test_words_in_no_marks_stand_apart_and_are_called_indirect() -> None:
    [row] = view(INDIRECT).reported

    assert row.statuses == ("indirect",)


def test_words_that_changed_are_marked() -> None:
    [row] = view(FULL, ALTERED).compared
    [said] = row.said["bridge-03"]

    assert [text for text, mark in said.runs if mark is Mark.ONLY] == [
        "money",
        "until someone falls",
    ]


def test_readings_name_who_has_them() -> None:
    [row] = view(FULL, ALTERED).compared

    assert [(one.status, [p.document for p in places]) for one, places in row.readings] == [
        ("verbatim", ["bridge-01"]),
        ("altered", ["bridge-03"]),
    ]


def test_a_status_nobody_judged_is_said() -> None:
    assert view(replace(FULL, status=None)).single[0].statuses == ("none",)
