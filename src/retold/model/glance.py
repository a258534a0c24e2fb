"""What a shell and a notebook show of a value: one line, or a small table.

A full `repr` of a result prints every text in it.
"""

from collections.abc import Iterable, Sequence
from html import escape

from retold.model.change import QuoteRecord
from retold.model.relation import Relation
from retold.model.run import Result
from retold.model.story import Story

ROWS = 20  # rows of a table; by eye, a screen
LONGEST = 200  # characters of a cell
# Notebooks set every cell to the right, as is right for numbers alone.
LEFT = 'style="text-align:left"'


def result_line(result: Result) -> str:
    """How many documents and stories."""
    rejected = f", {len(result.rejected)} rejected" if result.rejected else ""
    documents, stories = len(result.documents), len(result.stories)
    held = f"{counted(documents, 'document')}, {counted(stories, 'story', 'stories')}"
    return f"<Result: {held}{rejected}>"


def result_table(result: Result) -> str:
    """A row a story, those with most tellings first."""
    ordered = sorted(result.stories, key=lambda one: (-len(one.documents), one.documents))
    rows = (
        (one.title, len(one.documents), origins_words(one), len(one.primaries)) for one in ordered
    )
    return _table(result_line(result), ("story", "tellings", "origins", "primaries"), rows)


def story_line(story: Story) -> str:
    """Its title and three numbers."""
    return (
        f"<Story {cut(story.title)!r}: {counted(len(story.documents), 'telling')}, "
        f"{origins_words(story)} {'origin' if story.origins_at_most == 1 else 'origins'}, "
        f"{counted(len(story.primaries), 'primary', 'primaries')}>"
    )


def story_table(story: Story) -> str:
    """A row an origin."""
    rows = ((one.label, len(one.documents), ", ".join(one.documents)) for one in story.origins)
    return _table(story_line(story), ("origin", "tellings", "documents"), rows)


def relation_line(relation: Relation) -> str:
    """The verdict in a line."""
    parent = f", from {relation.parent}" if relation.parent else ""
    return (
        f"<Relation {relation.left} / {relation.right}: {relation.kind.value}, "
        f"{relation.dependence.value} ({relation.confidence:.2f}){parent}>"
    )


def relation_table(relation: Relation) -> str:
    """A row a reason."""
    rows = ((one.code, one.text) for one in relation.reasons)
    return _table(relation_line(relation), ("reason", "in words"), rows)


def quote_line(quote: QuoteRecord) -> str:
    """Who is given as saying what, and how often."""
    speaker = quote.speaker or "nobody named"
    return f"<Quote {cut(quote.wording)!r}, {speaker}: {counted(len(quote.uses), 'use')}>"


def quote_table(quote: QuoteRecord) -> str:
    """A row a use."""
    rows = (
        (
            use.place.document,
            f"{use.place.span.begin}-{use.place.span.end}",
            use.speaker or "",
            use.style.value,
            use.status.value if use.status else "",
        )
        for use in quote.uses
    )
    return _table(quote_line(quote), ("document", "place", "speaker", "style", "status"), rows)


def origins_words(story: Story) -> str:
    """The number of origins, or the least and the greatest."""
    least, most = len(story.origins), story.origins_at_most
    return str(least) if least == most else f"{least} to {most}"


def counted(number: int, one: str, more: str | None = None) -> str:
    """The number with its noun: `1 story`, `2 stories`."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def cut(text: str) -> str:
    """`text` on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    held = list(rows)
    lines = ["".join(map(_cell, row)) for row in held[:ROWS]]
    more = f"<p>and {len(held) - ROWS} more</p>" if len(held) > ROWS else ""
    return (
        f"<table><caption>{escape(caption.strip('<>'))}</caption>"
        f"<thead><tr>{''.join(f'<th {LEFT}>{escape(one)}</th>' for one in head)}</tr></thead>"
        f"<tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>{more}"
    )


def _cell(value: object) -> str:
    aligned = "" if isinstance(value, int) else f" {LEFT}"
    return f"<td{aligned}>{escape(cut(str(value)))}</td>"
