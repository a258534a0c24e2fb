"""Quotations changed on purpose, and whether the ledger says of each what was done to it.

    python -m benchmarks ledger [--data DIR] [--articles N] [--draws 1000] [--half build|judge]
                                [--show NAME]

Articles of `polnear` (runs in marks inside gold attributions) and `basil` (runs in marks). Each
quotation of five words or more gets one mutation in turn; the mutated article lies beside its
original, and in another setting beside its original and a copy of that. The half `build` (by a hash
of the article's name) is for development, `judge` for the figures. Peers see the same two texts.
"""

import argparse
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora, polnear
from benchmarks.bootstrap import DRAWS, figure, share
from benchmarks.peers.quote_match import PEERS
from benchmarks.quote_clean_copy import REFORMS, SAME
from benchmarks.quote_mutation import Mutation
from benchmarks.quote_mutations import CHANGES
from retold.face import read
from retold.model.change import QuoteStyle, QuoteUse
from retold.model.story import Story

LEAST_WORDS = 5
SHOWN = 90  # characters of a false alarm
IN_MARKS = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"")
SETTINGS = ("pair", "three")


@dataclass(frozen=True, slots=True)
class Article:
    """An article and where its quotations stand, between the marks."""

    name: str
    text: str
    quoted: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One quotation that was changed: what was done, the words, where they stand now."""

    mutation: Mutation
    before: str
    after: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of a changed quotation; `status` None where it was not seen as one."""

    source: str
    setting: str
    changed: Changed
    status: str | None
    severities: tuple[str, ...]
    note: str | None

    @property
    def right(self) -> bool:
        """Whether the status is the right one."""
        return self.status in self.changed.mutation.right


def halves(data: Path, half: str) -> list[Article]:
    """The articles of one half, those with quotations, in the order of a hash of their names."""
    found = [_of_polnear(one) for name in ("dev", "train") for one in polnear.articles(data, name)]
    found += [
        Article(row["doc_id"], row["text"], tuple(_marked(row["text"])))
        for rows in corpora.events(data).values()
        for row in rows
    ]
    kept = [
        one for one in found if one.quoted and (_hashed(one.name) % 2 == 0) == (half == "build")
    ]
    return sorted(kept, key=lambda one: _hashed(one.name))


def _hashed(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest()[:12], 16)


def _of_polnear(article: polnear.Article) -> Article:
    gold = {run for one in article.gold for run in one.runs}
    marked = set(_marked(article.text))
    return Article(article.name, article.text, tuple(sorted(gold & marked)))


def _marked(text: str) -> Iterator[tuple[int, int]]:
    for found in IN_MARKS.finditer(text):
        yield found.span(found.lastindex or 0)


def change(article: Article, turn: Counter[str]) -> tuple[str, list[Changed]]:
    """The article with each quotation changed once, by the mutation that had fewest turns."""
    text, made = article.text, []
    shift = 0
    for begin, end in article.quoted:
        words = article.text[begin:end]
        if len(words.split()) < LEAST_WORDS or article.text.count(words) > 1:
            continue
        picked = _picked(article.name, words, turn)
        if picked is None:
            continue
        mutation, after = picked
        turn[mutation.name] += 1
        at = begin + shift
        text = text[:at] + after + text[at + len(words) :]
        shift += len(after) - len(words)
        made.append(Changed(mutation, words, after, at, at + len(after)))
    return text, made


def _picked(name: str, words: str, turn: Counter[str]) -> tuple[Mutation, str] | None:
    # Brackets and marks inside hold what is not the speaker's: there only the harmless is done.
    plain = not set(words) & set('[]()"“”')
    able = (*CHANGES, *SAME) if plain else SAME
    for mutation in sorted(able, key=lambda one: (turn[one.name], one.name)):
        after = mutation.make(words, corpora.seeded("ledger", mutation.name, name, words))
        if after and after != words and after.strip():
            return mutation, after
    return None


def outcomes(article: Article, turn: Counter[str]) -> Iterator[Outcome]:
    """What is said of each changed quotation of an article, in both settings."""
    text, made = change(article, turn)
    if not made:
        return
    piles = {
        "pair": {"b-mutated": text, "a-original": article.text},
        "three": {"b-mutated": text, "a-original": article.text, "c-copy": article.text},
    }
    for setting, pile in piles.items():
        result = read([{"id": name, "text": held} for name, held in pile.items()])
        story = next(one for one in result.stories if "b-mutated" in one.documents)
        for one in made:
            yield _outcome(article, setting, one, story)


def _outcome(article: Article, setting: str, one: Changed, story: Story) -> Outcome:
    use = _use(story, "b-mutated", one.begin, one.end)
    touching = tuple(
        str(drift.severity)
        for drift in story.drifts
        if drift.code in {"Q101", "Q102"}
        for place in (drift.parent, drift.child)
        if place
        and place.document == "b-mutated"
        and place.span.begin < one.end
        and one.begin < place.span.end
    )
    status, note = (str(use.status) if use.status else None, use.note) if use else (None, None)
    return Outcome(article.name, setting, one, status, touching, note)


def _use(story: Story, document: str, begin: int, end: int) -> QuoteUse | None:
    """The use in marks that covers most of a range."""

    def covered(use: QuoteUse) -> int:
        return min(use.place.span.end, end) - max(use.place.span.begin, begin)

    uses = [
        use
        for quote in story.quotes
        for use in quote.uses
        if use.place.document == document and use.style is not QuoteStyle.INDIRECT
    ]
    best = max(uses, key=covered, default=None)
    return best if best is not None and covered(best) > 0 else None


def reformed(article: Article) -> Iterator[tuple[str, int, int, list[str]]]:
    """For each typography: quotations judged, false alarms, and what these were."""
    for name, make in REFORMS.items():
        made = make(article.text)
        if made == article.text:
            continue
        result = read([{"id": "a", "text": article.text}, {"id": "b", "text": made}])
        uses = [
            (story, use)
            for story in result.stories
            for quote in story.quotes
            for use in quote.uses
            if use.style is not QuoteStyle.INDIRECT and len(story.documents) > 1
        ]
        texts = {one.id: one.text for one in result.documents}
        wrong = [
            f"{use.status} {use.place.document} {use.note}: "
            f"{use.place.span.of(texts[use.place.document])[:SHOWN]!r}"
            for _, use in uses
            if use.status != "verbatim"
        ]
        yield name, len(uses), len(wrong), wrong


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


TURNED = {"negation in", "negation out", "figure", "number word"}


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
