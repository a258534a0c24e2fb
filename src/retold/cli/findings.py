"""What --fail-on can name, and how often a result holds it."""

from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from retold.cli.nearest import unknown
from retold.model.relation import Dependence
from retold.model.run import Result


def single_origin(result: Result) -> int:
    """Stories of several tellings for which only one origin is certain."""
    return sum(len(story.documents) > 1 and len(story.origins) == 1 for story in result.stories)


def undecided(result: Result) -> int:
    """Judged pairs of which it is not known whether one explains the other."""
    return sum(
        relation.dependence is Dependence.UNKNOWN
        for story in result.stories
        for relation in story.relations
    )


# Each name with what it counts and the words for one and for several.
FINDINGS: dict[str, tuple[Callable[[Result], int], str, str]] = {
    "single-origin": (
        single_origin,
        "story of several tellings has but one certain origin",
        "stories of several tellings have but one certain origin",
    ),
    "unknown": (undecided, "pair is undecided", "pairs are undecided"),
}


def found(result: Result, names: Iterable[str]) -> Iterator[str]:
    """A line for each name of which the result holds at least one."""
    for name in dict.fromkeys(names):
        count, one, several = FINDINGS[name]
        number = count(result)
        if number:
            yield f"--fail-on {name}: {number} {one if number == 1 else several}"


class FindingNames(click.ParamType[tuple[str, ...]]):
    """One name or several with commas between them."""

    name = "name"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        names = tuple(part.strip() for part in value.split(",") if part.strip())
        for name in names:
            if name not in FINDINGS:
                self.fail(unknown("finding", name, FINDINGS), param, ctx)
        return names

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(name) for name in FINDINGS if name.startswith(incomplete)]
