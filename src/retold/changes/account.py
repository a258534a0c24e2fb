"""What the tellings of a story say and where they part: each question about changes, asked once."""

from dataclasses import dataclass

from retold.changes.claims import claims
from retold.changes.drift.drifts import drifts
from retold.changes.drift.entailed import ChangeSettings, weighed
from retold.changes.ledger import ledger
from retold.changes.names import names
from retold.changes.quotes.status import judge
from retold.changes.tellings import Tellings
from retold.changes.timeline import timeline
from retold.model.change import Claim, Drift, Moment, NameRecord, QuoteRecord
from retold.ports import Entailment


@dataclass(frozen=True, slots=True)
class Account:
    """The answers, each empty where there is nothing to say."""

    quotes: tuple[QuoteRecord, ...]
    claims: tuple[Claim, ...]
    drifts: tuple[Drift, ...]
    timeline: tuple[Moment, ...]
    names: tuple[NameRecord, ...]


def account(
    tellings: Tellings, settings: ChangeSettings, entailment: Entailment | None = None
) -> Account:
    """The account of a story; of one telling it has quotations, times and names alone.

    `entailment`, where there is one, weighs what changed.
    """
    judged = judge(tellings)
    quotes = ledger(judged)
    changed = drifts(tellings, quotes, judged)
    return Account(
        quotes=quotes,
        claims=claims(tellings),
        drifts=tuple(weighed(changed, tellings, entailment, settings)) if entailment else changed,
        timeline=timeline(tellings),
        names=names(tellings),
    )
