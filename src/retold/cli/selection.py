"""Which changes are shown: `--select` and `--ignore`, by code or by the first letters of codes."""

from collections.abc import Iterable
from dataclasses import replace

import click
from click.shell_completion import CompletionItem

from retold.cli.nearest import unknown
from retold.model.change import Drift
from retold.model.run import Result


def selected(result: Result, select: Iterable[str], ignore: Iterable[str]) -> Result:
    """The result with those changes alone whose code begins with one of `select`, all where it is
    empty, and with none of `ignore`.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    stories = (
        replace(story, drifts=chosen(story.drifts, wanted, unwanted)) for story in result.stories
    )
    return replace(result, stories=tuple(stories))


def chosen(
    drifts: Iterable[Drift], select: Iterable[str], ignore: Iterable[str]
) -> tuple[Drift, ...]:
    """The changes that `selected` leaves, in order."""
    wanted, unwanted = tuple(select) or ("",), tuple(ignore)
    return tuple(
        drift
        for drift in drifts
        if drift.code.startswith(wanted) and not drift.code.startswith(unwanted)
    )


class Codes(click.ParamType[tuple[str, ...]]):
    """One code, a family letter or the begin of codes, or several with commas between them."""

    name = "code"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from retold.changes.drift.codes import CODES

        asked = tuple(part.strip().upper() for part in value.split(",") if part.strip())
        for one in asked:
            if not any(code.startswith(one) for code in CODES):
                self.fail(unknown("code of a change", one, CODES), param, ctx)
        return asked

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from retold.changes.drift.codes import CODES

        return [CompletionItem(code) for code in CODES if code.startswith(incomplete.upper())]
