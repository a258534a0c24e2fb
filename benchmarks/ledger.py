"""Quotations changed on purpose, and whether the ledger says of each what was done to it.

    python -m benchmarks ledger [--data DIR] [--articles N] [--draws 1000] [--half build|judge]
                                [--show NAME]

Articles of `polnear` (runs in marks inside gold attributions) and `basil` (runs in marks). Each
quotation of five words or more gets one mutation in turn; the mutated article lies beside its
original, and in another setting beside its original and a copy of that. In a third setting the
quotations that a rewording kept (`detectrl_derivations`, `llm_misinformation_rewrites`) are changed
in it, and it lies beside the text it rewords. The half `build` (by a hash of the article's name, or
of the reworded one's) is for development, `judge` for the figures. Peers see the same two texts.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks import corpora
from benchmarks.bootstrap import DRAWS, figure, share
from benchmarks.ledger_outcomes import (
    SETTINGS,
    TURNED,
    Article,
    Outcome,
    change,
    halves,
    outcomes,
    reformed,
    rewordings,
)
from benchmarks.peers.quote_match import PEERS
from benchmarks.quote_clean_copy import SAME
from benchmarks.quote_mutations import CHANGES

# Few rewordings keep a quotation: each is changed so often, in another way every time.
TIMES = 3


def print_outcomes(found: Sequence[Outcome], draws: int, shown: str | None) -> None:
    """Shares right by setting and mutation, with intervals by article."""
    for setting in SETTINGS:
        rows = [one for one in found if one.setting == setting]
        seen = [one for one in rows if one.status is not None]
        sources = [one.source for one in seen]
        print(f"\n{setting}: {len(rows)} changed quotations, {len(seen)} seen as quotations")
        right = figure(sources, share([one.right for one in seen]), draws)
        print(f"  status right             {right}")
        bad = {"verbatim", "trimmed"}
        turned = [one for one in seen if one.changed.mutation.name in TURNED]
        print(
            f"  negated or renumbered, called verbatim or trimmed: "
            f"{sum(one.status in bad for one in turned)} of {len(turned)}"
        )
        grave = [one for one in seen if one.changed.mutation.meaning and one.severities]
        if grave:
            told = [bool({"meaning", "contradiction"} & set(one.severities)) for one in grave]
            named = figure([one.source for one in grave], share(told), draws)
            print(f"  meaning told as meaning  {named}")
        groups = defaultdict(list)
        for one in seen:
            groups[one.changed.mutation.name].append(one)
        for mutation in (*CHANGES, *SAME):
            group = groups.get(mutation.name, [])
            if group:
                statuses = Counter(str(one.status) for one in group)
                print(
                    f"    {mutation.name:28} {sum(o.right for o in group) / len(group):.3f}"
                    f" of {len(group):4}  {dict(statuses.most_common())}"
                )
    for one in found:
        if shown and not one.right and shown in (one.changed.mutation.name, "all"):
            print(
                f"\n{one.setting} {one.changed.mutation.name}: {one.status} ({one.note})"
                f"\n  - {one.changed.before}\n  + {one.changed.after}  [{one.source}]"
            )


def print_peers(kept: Sequence[Article], draws: int) -> None:
    """The same pairs of texts, judged by plain means on the strings between the marks."""
    rows: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    turn: Counter[str] = Counter()
    for article in kept:
        _, made = change(article, turn)
        quoted = [article.text[begin:end] for begin, end in article.quoted]
        for one in made:
            for name, judge in PEERS.items():
                status = judge(one.after, quoted)
                rows[name].append((article.name, status in one.mutation.right))
    print("\npeers, status right:")
    for name, found in rows.items():
        value = figure([source for source, _ in found], share([right for _, right in found]), draws)
        print(f"  {name:32} {value}")


def main(argv: list[str]) -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(prog="python -m benchmarks ledger")
    options.add_argument("--data", type=Path, default=corpora.DEFAULT)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--reforms", type=int, default=60)
    options.add_argument("--draws", type=int, default=DRAWS)
    options.add_argument("--half", choices=("build", "judge"), default="judge")
    options.add_argument("--show", metavar="NAME", default=None)
    chosen = options.parse_args(argv)
    kept = halves(chosen.data, chosen.half)[: chosen.articles]
    print(f"python -m benchmarks ledger: {len(kept)} articles, half '{chosen.half}'")
    turn: Counter[str] = Counter()
    found = [one for article in kept for one in outcomes(article, turn)]
    again = rewordings(chosen.data, chosen.half)[: chosen.articles] * TIMES
    found += [one for article in again for one in outcomes(article, turn)]
    print_outcomes(found, chosen.draws, chosen.show)
    print_peers(kept, chosen.draws)
    alarms: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for article in kept[: chosen.reforms]:
        for name, judged, wrong, told in reformed(article):
            alarms[name][0] += judged
            alarms[name][1] += wrong
            if chosen.show:
                print("\n".join(f"  {name}: {line} [{article.name}]" for line in told))
    total = [sum(row[part] for row in alarms.values()) for part in (0, 1)]
    print(f"\nreformatting only: {total[1]} false alarms on {total[0]} quotations")
    for name, (judged, wrong) in alarms.items():
        print(f"    {name:28} {wrong} of {judged}")
