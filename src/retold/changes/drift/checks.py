"""Who looks for what: every check of two linked passages, in the order of the table of codes."""

from collections.abc import Callable, Iterator

from retold.changes.drift.amounts import person_drifts, quantity_drifts
from retold.changes.drift.certainty import (
    hedge_drifts,
    modal_drifts,
    opposite_drifts,
    stance_drifts,
    tense_drifts,
)
from retold.changes.drift.credit import attribution_drifts, credited_drifts, unmarked_drifts
from retold.changes.drift.dates import date_drifts, weekday_drifts
from retold.changes.drift.denials import negation_drifts
from retold.changes.drift.judgements import judgement_drifts
from retold.changes.drift.lone_dates import lone_date_drifts
from retold.changes.drift.lone_names import lone_name_drifts
from retold.changes.drift.names import name_drifts
from retold.changes.drift.numbers import number_drifts
from retold.changes.drift.order import cause_drifts, order_drifts, role_drifts
from retold.changes.drift.retelling import retelling_drifts
from retold.changes.drift.titles import title_drifts
from retold.changes.drift.wording import insertion_drifts, wording_drifts
from retold.changes.facing import Facing
from retold.model.change import Drift

# A check yields the drifts of one code or of a few; English passages only, outside quotation marks.
Check = Callable[[Facing], Iterator[Drift]]
CHECKS: tuple[Check, ...] = (
    number_drifts,
    quantity_drifts,
    name_drifts,
    lone_name_drifts,
    title_drifts,
    date_drifts,
    weekday_drifts,
    lone_date_drifts,
    hedge_drifts,
    negation_drifts,
    modal_drifts,
    stance_drifts,
    opposite_drifts,
    tense_drifts,
    attribution_drifts,
    credited_drifts,
    unmarked_drifts,
    role_drifts,
    order_drifts,
    person_drifts,
    cause_drifts,
    judgement_drifts,
    insertion_drifts,
    wording_drifts,
    retelling_drifts,
)
