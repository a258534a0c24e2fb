"""The wordings of one utterance that a story holds, and which of them uses are judged against.

First the one attested by most origins; then that of the telling put least often into other words on
its way from the primary; then that of most tellings, of the one that others go back to, and of the
fullest. A cut form attests the fuller one. Length alone decides nothing between wordings that
differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.changes.quotes.comparison import Comparison, compared
from retold.changes.quotes.descent import Standing
from retold.changes.quotes.uses import Quoted, Run, Use

# In the order of `Reading.rank`.
RULES = (
    "attested by most origins",
    "of the telling nearest the primary",
    "of most tellings",
    "of the telling that others go back to",
    "that is the fullest",
)
BY_LENGTH = len(RULES) - 1


@dataclass(frozen=True, slots=True)
class Reading:
    """One wording of an utterance.

    Attributes:
        runs: the runs that have it; the first stands for all.
        rank: by `RULES`, the greatest first: origins, times put into other words (negative),
            tellings as near as any, tellings it goes back to (negative), words of the facing uses.
    """

    runs: tuple[Run, ...]
    rank: tuple[int, int, int, int, int]

    @property
    def run(self) -> Run:
        """The run that stands for all."""
        return self.runs[0]

    @property
    def documents(self) -> frozenset[str]:
        """The tellings that have it whole."""
        return frozenset(run.document for run in self.runs)


def readings(
    quoted: Quoted, facing: Sequence[Use], standing: Mapping[str, Standing]
) -> list[Reading]:
    """Each wording among the runs that some uses are part of, best first."""
    groups: dict[tuple[object, ...], dict[int, Run]] = {}
    for use in facing:
        run = quoted.run_of(use)
        groups.setdefault(run.wording.form, {})[run.number] = run
    nearest = min(standing[use.document].retold for use in facing)
    near = [use for use in facing if standing[use.document].retold == nearest]
    made = [_reading(list(group.values()), facing, near, standing) for group in groups.values()]
    return sorted(made, key=lambda one: (*(-part for part in one.rank), one.run.number))


def _reading(
    runs: Sequence[Run],
    facing: Sequence[Use],
    near: Sequence[Use],
    standing: Mapping[str, Standing],
) -> Reading:
    """A reading; only the uses that are `near` the primary count as tellings that attest it."""
    ordered = sorted(runs, key=lambda run: (standing[run.document].retold, run.number))
    holders = {run.document for run in runs}
    forms = {use.wording.form: agree(use, ordered[0]) for use in _distinct(facing)}
    agreeing = {use.document for use in facing if forms[use.wording.form]}
    others = {use.document for use in facing if not forms[use.wording.form]}
    # A telling that quotes these words and, longer, others for them attests nothing.
    attesting = holders | (agreeing - others)
    known = [standing[name] for name in attesting]
    own = [use for use in facing if use.run == ordered[0].number]
    rank = (
        len({one.origin for one in known}),
        -min(standing[name].retold for name in holders),
        len(attesting & {use.document for use in near}),
        -min(one.depth for one in known),
        sum(len(use.wording) for use in own),
    )
    return Reading(tuple(ordered), rank)


def _distinct(uses: Sequence[Use]) -> Iterable[Use]:
    """One use of each wording."""
    return {use.wording.form: use for use in uses}.values()


def agree(use: Use, run: Run) -> bool:
    """Whether a use has no other words than a run, as far as the two tell the same."""
    return not compared(use.wording, run.wording).changes


def rule(best: Reading, others: Sequence[Reading]) -> int:
    """The first of `RULES` that parts the best reading from all others, else the last."""
    for number in range(BY_LENGTH):
        if all(best.rank[: number + 1] > other.rank[: number + 1] for other in others):
            return number
    return BY_LENGTH


def rival(use: Use, best: Reading, others: Sequence[Reading]) -> tuple[Reading, Comparison] | None:
    """A wording that differs from the best and stands as well but for its length; or none."""
    for other in others:
        if other.rank[:BY_LENGTH] == best.rank[:BY_LENGTH]:
            found = compared(use.wording, other.run.wording)
            if found.changes:
                return other, found
    return None
