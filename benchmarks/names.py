"""`python -m benchmarks names`: names found, and names misspelt or swapped in copies.

Names found: the speakers of `polnear` that are names (all words capitalised), as marked by its
annotators. Copies: texts of `basil` in which one mention of a name was misspelt, or replaced by
another person's, and the same texts reset with other typography; run through the whole chain.
"""

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bootstrap import figure, share
from benchmarks.corpora import DEFAULT, events, rows, seeded
from retold.bench import Settings
from retold.face import read_documents
from retold.model.change import Drift
from retold.model.document import Span
from retold.readers.mapping import from_mapping
from retold.text.given_names import GIVEN_NAMES
from retold.text.names import names
from retold.text.sentences import sentences

MENTIONS = 3  # of each kind of change, a text
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}")
# Capitalised by their place in a sentence, or roles: no speaker of that name.
NO_NAME = re.compile(
    r"(?:He|She|It|They|We|I|You|The|An?|Some|Many|Most|Others?|Critics|Officials|Police|His|Her|Its"
    r"|Authorities|Republicans|Democrats|Polls?|Lawmakers|Protesters|Demonstrators|This|That|One"
    r"|Experts|Sources|Residents|Researchers|Scientists|Voters|Supporters)\b"
)
TYPOGRAPHY = (("“", '"'), ("”", '"'), ("’", "'"), (" — ", " - "), ("–", "-"), ("…", "..."))


@dataclass(frozen=True, slots=True)
class Change:
    """A text with one name changed, and where, in the changed text."""

    source: str
    kind: str
    text: str
    changed: str
    place: Span


def main(argv: list[str]) -> None:
    """Prints the share of names found, of changes named rightly, and of false alarms."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks names")
    asked.add_argument("--data", type=Path, default=DEFAULT)
    data = asked.parse_args(argv).data
    for half in ("train", "dev"):
        found = list(_speakers(data, half))
        print(f"speakers found, polnear {half} (n {len(found)})", _figure(found))
    changes = list(_changes(data))
    for kind, wanted in (("misspelt", {"E301"}), ("swapped", {"E302"})):
        hits = [
            (one.source, any(_right(drift, one, wanted) for drift in drifts(one.text, one.changed)))
            for one in changes
            if one.kind == kind
        ]
        print(f"{kind} names flagged {'/'.join(sorted(wanted))} (n {len(hits)})", _figure(hits))
    alarms = list(_alarms(data))
    print(f"reset texts with any E or T finding (n {len(alarms)})", _figure(alarms))


def _figure(hits: list[tuple[str, bool]]) -> str:
    return str(figure([source for source, _ in hits], share([hit for _, hit in hits])))


def _speakers(data: Path, half: str) -> Iterator[tuple[str, bool]]:
    """Every speaker that is a name, by document, and whether a name was found that ends there."""
    for row in rows(data, f"polnear/{half}.jsonl"):
        text = row["text"]
        found = names(text, sentences(text, [Span(0, len(text))], "en"))
        ends = {name.span.end for name in found}
        for quote in row["quotes"]:
            for begin, end in quote["speaker_span"] or ():
                said = text[begin:end]
                if _is_name(said):
                    inside = any(begin < place <= end for place in ends)
                    yield row["doc_id"], inside


def _is_name(said: str) -> bool:
    words = said.split()
    return bool(words) and all(word[0].isupper() for word in words) and not NO_NAME.match(said)


def bank(data: Path) -> list[str]:
    """Full names of people who speak in `polnear`, sorted, each once.

    Their first word is a given name; a last word that `polnear` also writes without a capital
    ("Party") is no surname.
    """
    train = rows(data, "polnear/train.jsonl")
    small = {word for row in train for word in re.findall(r"\b[a-z]+\b", row["text"])}
    found = {
        quote["speaker"]
        for row in train
        for quote in row["quotes"]
        if quote["speaker"] and NAME.fullmatch(quote["speaker"])
    }
    return sorted(
        name
        for name in found
        if name.split()[0].lower() in GIVEN_NAMES and name.split()[-1].lower() not in small
    )


def _changes(data: Path) -> Iterator[Change]:
    """Texts of `basil` in which a name that `polnear` knows was changed once."""
    people = bank(data)
    surnames = sorted({name.split()[-1] for name in people if len(name.split()[-1]) >= 5})
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, [*people, *surnames]))})\b")
    for source, reports in events(data).items():
        for report in reports:
            text = report["text"]
            draw = seeded("names", report["doc_id"])
            places = [m for m in known.finditer(text) if not _quoted(text, m.start())]
            for found in draw.sample(places, min(MENTIONS, len(places))):
                yield _misspelt(source, text, found, draw)
                pool = people if " " in found.group() else surnames
                others = [name for name in pool if name not in found.group()]
                yield _swapped(source, text, found, draw.choice(others))


def _quoted(text: str, place: int) -> bool:
    """Whether a place stands between marks of quotation, as far as counting them tells."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _misspelt(source: str, text: str, found: "re.Match[str]", draw: random.Random) -> Change:
    """One letter of the last word dropped, doubled, replaced, or swapped with the next."""
    word = found.group().split()[-1]
    at = draw.randrange(1, len(word) - 1)
    slips = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + draw.choice(LETTERS) + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]
    wrong = draw.choice([slip for slip in slips if slip != word])
    begin = found.end() - len(word)
    changed = text[:begin] + wrong + text[found.end() :]
    return Change(source, "misspelt", text, changed, Span(begin, begin + len(wrong)))


def _swapped(source: str, text: str, found: "re.Match[str]", other: str) -> Change:
    changed = text[: found.start()] + other + text[found.end() :]
    return Change(source, "swapped", text, changed, Span(found.start(), found.start() + len(other)))


def drifts(parent: str, child: str) -> tuple[Drift, ...]:
    """What the whole chain says changed from one text to the other."""
    texts = (("parent", parent), ("with", child))
    pile = (from_mapping({"id": name, "text": text, "language": "en"}) for name, text in texts)
    result = read_documents(pile, settings=Settings())
    return tuple(drift for story in result.stories for drift in story.drifts)


def _right(drift: Drift, change: Change, wanted: set[str]) -> bool:
    places = (drift.child, drift.parent)
    return drift.code in wanted and any(
        place is not None and place.document == "with" and place.span.meets(change.place)
        for place in places
    )


def _alarms(data: Path) -> Iterator[tuple[str, bool]]:
    """Texts of `basil` beside themselves in other typography, and whether anything was flagged."""
    for source, reports in events(data).items():
        for report in reports:
            text = reset = report["text"]
            for here, there in TYPOGRAPHY:
                reset = reset.replace(here, there)
            reset = reset.replace("\n", "\n\n")
            yield source, any(one.code[0] in "ET" for one in drifts(text, reset))
