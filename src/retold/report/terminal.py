"""A result at a terminal: the numbers, the tree, the closest pairs, what was not read."""

from collections import Counter
from collections.abc import Iterator, Mapping

from retold.model.document import Document, Level
from retold.model.run import Rejected, Result
from retold.model.story import NodeKind, Story
from retold.report import ranks, tree, words
from retold.report.paint import Paint
from retold.report.terminal_changes import changes
from retold.report.terminal_pairs import comparison, pairs

__all__ = ["comparison", "headline", "summary"]

# By eye: what fits on two or three screens.
STORIES_IN_FULL = 5
STORIES_LISTED = 30
TREE_ROWS = 60
REJECTED_LISTED = 12
ORIGIN_DOCUMENTS = 12

_LEVELS = {
    Level.FULL: "everything holds",
    Level.LEXICAL: "sentences, quotation marks and relations hold",
    Level.RELATIONS: "only relations hold",
}


def summary(result: Result, *, width: int, colour: bool, report: str | None) -> str:
    """The result in words; ends in a line break.

    Args:
        result: what to tell.
        width: columns of the terminal.
        colour: whether to colour; the words say everything without it.
        report: where the HTML report lies, or None where there is none.
    """
    paint = Paint(colour, max(width, 40))
    documents = {one.id: one for one in result.documents}
    told = ranks.by_tellings(one for one in result.stories if len(one.documents) > 1)
    lines = [paint("bold", headline(result))]
    for story in told[:STORIES_IN_FULL]:
        lines += ["", *_story(story, documents, paint, titled=len(result.stories) > 1)]
    lines += _other_stories(result, told, paint)
    lines += _languages(result, paint)
    lines += _rejected(result, paint)
    if report is not None:
        lines += ["", f"Report: {words.line(report, 4096)}"]
    return "\n".join(lines) + "\n"


def headline(result: Result) -> str:
    """The verdict where there is one story, else how many stories the documents tell."""
    if len(result.stories) == 1:
        return words.verdict(result.stories[0])
    read = words.count(len(result.documents), "document")
    return f"{read}, {words.count(len(result.stories), 'story', 'stories')}"


def _story(
    story: Story, documents: Mapping[str, Document], paint: Paint, *, titled: bool
) -> Iterator[str]:
    yield paint("bold", words.line(story.title, paint.width))
    if titled:
        yield f"  {words.verdict(story)}"
    yield from _primaries(story, paint)
    yield from _tree(story, documents, paint)
    yield from _origins(story, paint)
    yield from changes(story, paint)
    yield from pairs(story, paint)


def _primaries(story: Story, paint: Paint) -> Iterator[str]:
    if not story.primaries:
        return
    yield ""
    yield paint("cyan", f"  Primary source{'s' if len(story.primaries) > 1 else ''}")
    for primary in story.primaries:
        held = f"in the pile as {words.line(primary.attested, 60)}" if primary.attested else ""
        tellings = words.count(len(primary.documents), "telling")
        rest = f"{tellings} rest{'s' if len(primary.documents) == 1 else ''} on it"
        where = held or "not in the pile"
        text = f"◆ {words.line(primary.label, 120)}: {where}; {rest}"
        yield from paint.wrapped(text, first="    ", then="      ")


def _tree(story: Story, documents: Mapping[str, Document], paint: Paint) -> Iterator[str]:
    yield ""
    yield paint("cyan", "  Who descends from whom")
    rows = tree.rows(story.stemma)
    for row in rows[:TREE_ROWS]:
        branch = "".join("│  " if more else "   " for more in row.guides)
        if row.depth:
            branch += "└─ " if row.last else "├─ "
        how = _how(row)
        room = paint.width - len(branch) - 6
        name = _name(row, documents, max(room - len(how), 28))
        lost = row.node.kind is NodeKind.LOST
        shown = paint("dim", name) if lost else name
        if not how:
            yield f"    {branch}{shown}"
        elif len(name) + len(how) <= room:
            yield f"    {branch}{shown}  {paint('dim', how)}"
        else:
            yield f"    {branch}{shown}"
            under = "    " + branch.replace("├─", "│ ").replace("└─", "  ") + "  "
            for part in paint.wrapped(how, first=under, then=under):
                yield paint("dim", part)
    if len(rows) > TREE_ROWS:
        yield f"    and {len(rows) - TREE_ROWS} more (--json has all)"


def _name(row: tree.Row, documents: Mapping[str, Document], room: int) -> str:
    """What a row of the tree is called: its id and outlet, or its label and that it is lost."""
    node = row.node
    if node.kind is NodeKind.LOST:
        return f"{words.line(node.label, room - 7)} (lost)"
    held = documents.get(node.document or "")
    name = words.line(node.document or node.label, max(room // 2, 20))
    if held is not None and held.outlet:
        return f"{name}  {words.line(held.outlet, max(room - len(name) - 2, 10))}"
    return name


def _how(row: tree.Row) -> str:
    """What was done on the way to a row, how sure, and further parents."""
    said = []
    if row.descent is not None:
        done = words.DESCENT_WORDS[row.descent.kind]
        said.append(f"{done}, {words.percent(row.descent.confidence)}")
    said += [
        f"also from {words.line(parent.label, 40)} ({words.percent(other.confidence)})"
        for parent, other in row.others
    ]
    said += [f"rests on {words.line(node.label, 40)}" for node in row.rests_on]
    return "; ".join(said)


def _origins(story: Story, paint: Paint) -> Iterator[str]:
    yield ""
    yield paint("cyan", f"  {words.origins_words(len(story.origins), story.origins_at_most)}")
    for place, origin in enumerate(story.origins, start=1):
        shown = [words.line(one, 60) for one in origin.documents[:ORIGIN_DOCUMENTS]]
        if more := len(origin.documents) - len(shown):
            shown.append(f"and {more} more")
        text = f"{place}. {words.line(origin.label, 80)}: {', '.join(shown)}"
        yield from paint.wrapped(text, first="    ", then="       ")
    if story.weakest_link is not None and len(story.documents) > 2:
        yield from paint.wrapped(words.weakest_link(story.weakest_link), first="    ", then="    ")


def _other_stories(result: Result, told: list[Story], paint: Paint) -> Iterator[str]:
    brief = told[STORIES_IN_FULL : STORIES_IN_FULL + STORIES_LISTED]
    if brief:
        yield ""
        yield paint("cyan", "Further stories")
    for story in brief:
        text = f"{words.line(story.title, 80)}: {words.verdict(story)}"
        yield from paint.wrapped(text, first="  ", then="    ")
    unlisted = len(told) - STORIES_IN_FULL - len(brief)
    if unlisted > 0:
        yield f"  and {words.count(unlisted, 'more story', 'more stories')} (--json has all)"
    alone = [one for one in result.stories if len(one.documents) == 1]
    if len(alone) == 1:
        [document] = alone[0].documents
        yield ""
        yield f"Alone, sharing no event with another: {words.line(document, paint.width - 40)}"
    elif alone:
        yield ""
        yield f"{len(alone)} stories of one telling each (--json has all)"


def _languages(result: Result, paint: Paint) -> Iterator[str]:
    counted = Counter((one.language, one.level) for one in result.documents)
    others = {key: number for key, number in counted.items() if key[1] is not Level.FULL}
    if not others:
        return
    yield ""
    yield paint("cyan", "Other languages than English")
    for (language, level), number in sorted(others.items(), key=str):
        named = words.line(language, 12) if language else "language not known"
        read = words.count(number, "document")
        yield from paint.wrapped(f"{named}: {read}; {_LEVELS[level]}", first="  ", then="    ")


def _rejected(result: Result, paint: Paint) -> Iterator[str]:
    if not result.rejected:
        return
    read = words.count(len(result.documents), "document")
    yield ""
    yield paint("yellow", f"Not read: {len(result.rejected)} ({read} read)")
    for one in result.rejected[:REJECTED_LISTED]:
        yield from paint.wrapped(_refusal(one), first="  ", then="    ")
    rest = Counter(words.line(one.reason, 120) for one in result.rejected[REJECTED_LISTED:])
    for reason, number in rest.most_common(REJECTED_LISTED):
        yield from paint.wrapped(f"and {number} more: {reason}", first="  ", then="    ")
    if unsaid := rest.total() - sum(n for _, n in rest.most_common(REJECTED_LISTED)):
        yield f"  and {unsaid} more for other reasons (--json has all)"


def _refusal(one: Rejected) -> str:
    where = words.line(one.path, 120)
    if one.record is not None:
        where += f", record {one.record}"
    return f"{where}: {words.line(one.reason, 300)}"
