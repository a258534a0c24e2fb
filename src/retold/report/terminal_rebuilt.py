"""A lost text as it was rebuilt, at a terminal: its sentences, who has each, and how surely."""

from collections.abc import Iterator, Sequence

from retold.model.story import Rebuilt, RebuiltSentence, Story
from retold.report import words
from retold.report.paint import Paint

# As many names as fit on a line beside the rest; by eye.
NAMED = 3
# Around doubtful words.
MARKS = "‹", "›"
# Intelligence Community Directive 203, "Analytic Standards" (2015): from here down to a fifth a
# thing is unlikely, below it very unlikely.
EVEN_FROM, UNLIKELY_FROM = 0.45, 0.20


def rebuilt_text(story: Story, *, width: int, colour: bool) -> str:
    """The lost texts of a story in words; ends in a line break.

    Args:
        story: what they were lost from.
        width: columns of the terminal.
        colour: whether to colour; the words say everything without it.
    """
    paint = Paint(colour, max(width, 40))
    labels = {node.id: node.label for node in story.stemma.nodes}
    lines = [paint("bold", words.line(story.title, paint.width))]
    if not story.rebuilt:
        lines += ["", "No text of this story is lost: nothing to rebuild."]
    for one in story.rebuilt:
        lines += ["", *_lost(one, labels.get(one.node, one.node), paint)]
    return "\n".join(lines) + "\n"


def _lost(one: Rebuilt, label: str, paint: Paint) -> Iterator[str]:
    tellings = sorted({place.document for row in one.sentences for place in row.places})
    yield paint("cyan", f"{words.line(label, paint.width - 7)} (lost)")
    attested = words.count(len(tellings), "telling attests it", "tellings attest it")
    yield f"{attested}; {words.count(len(one.sentences), 'sentence')} rebuilt"
    if len(tellings) == 1:
        yield from paint.wrapped("What one telling has may be its own.")
    elif any(row.doubtful for row in one.sentences):
        yield f"{MARKS[0]} {MARKS[1]}: words that one telling has, or that tellings dispute"
    indent = " " * (len(str(len(one.sentences))) + 4)
    for number, sentence in enumerate(one.sentences, 1):
        yield ""
        first = f"{number:>{len(indent) - 2}}  "
        wording = _marked(sentence) if len(tellings) > 1 else sentence.wording
        text = " ".join(words.safe(wording).split())
        yield from paint.wrapped(text, first=first, then=indent)
        for part in paint.wrapped(_attested(sentence, tellings), first=indent, then=indent):
            yield paint("dim", part)


def _marked(sentence: RebuiltSentence) -> str:
    """The wording with its doubtful runs between marks."""
    wording = sentence.wording
    for span in reversed(sentence.doubtful):
        run = f"{MARKS[0]}{span.of(wording)}{MARKS[1]}"
        wording = wording[: span.begin] + run + wording[span.end :]
    return wording


def _attested(sentence: RebuiltSentence, tellings: Sequence[str]) -> str:
    """How surely a sentence stood there, and which tellings have it."""
    having = sorted({place.document for place in sentence.places})
    without = [one for one in tellings if one not in having]
    if not without and len(having) > 1:
        named = f"all {len(having)} tellings"
    elif len(having) > NAMED >= len(without):
        named = f"all but {_names(without)}"
    else:
        named = _names(having)
    return f"{_sure(sentence.sureness)} ({words.percent(sentence.sureness)}): {named}"


def _names(documents: Sequence[str]) -> str:
    return ", ".join(words.line(one, 60) for one in documents)


def _sure(sureness: float) -> str:
    if sureness >= EVEN_FROM:
        return words.sure(sureness)
    return "unlikely" if sureness >= UNLIKELY_FROM else "very unlikely"
