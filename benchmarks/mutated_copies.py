"""Copies of a text in which some sentences were changed on purpose, one change a sentence."""

from collections.abc import Iterator

from benchmarks import corpora
from benchmarks.mutations import MUTATIONS, SYNONYMS, Mutated, mutated
from retold.model.document import Span
from retold.text.quotes import quotations
from retold.text.sentences import sentences

# So many sentences of one copy are changed: neighbours stay as they were.
TOGETHER = 6
LEAST_WORDS = 8


def copies(source: str, text: str) -> Iterator[tuple[str, list[tuple[Mutated, Span, Span]]]]:
    """Copies of an article with up to `TOGETHER` changed sentences each, with their places."""
    spans = sentences(text, [Span(0, len(text))], "en")
    marked = [one.marks for one in quotations(text, [Span(0, len(text))], "en")]
    plain = [
        span
        for span in spans
        if len(span.of(text).split()) >= LEAST_WORDS and not any(span.meets(one) for one in marked)
    ]
    made: list[tuple[Span, Mutated]] = []
    for kind in (*MUTATIONS, *SYNONYMS):
        draw = corpora.seeded("choice", source, kind.name, text)
        for span in draw.sample(plain, len(plain)):
            change = mutated(span.of(text), kind)
            if change is not None:
                made.append((span, change))
                break
    while made:
        chosen: list[tuple[Span, Mutated]] = []
        for span, change in tuple(made):
            if len(chosen) < TOGETHER and all(span != other for other, _ in chosen):
                chosen.append((span, change))
                made.remove((span, change))
        yield _copy(text, sorted(chosen, key=lambda one: one[0]))


def _copy(
    text: str, chosen: list[tuple[Span, Mutated]]
) -> tuple[str, list[tuple[Mutated, Span, Span]]]:
    pieces, places, at = [], [], 0
    moved = 0
    for span, change in chosen:
        pieces += [text[at : span.begin], change.after]
        places.append(
            (change, span, Span(span.begin + moved, span.begin + moved + len(change.after)))
        )
        moved += len(change.after) - len(span)
        at = span.end
    return "".join([*pieces, text[at:]]), places
