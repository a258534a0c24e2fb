"""`retold explain`: what a code or a word in the output means."""

import click
from click.shell_completion import CompletionItem

from retold.cli.exits import Exit
from retold.cli.kinds import COUNTS, RELATION_KINDS, SEVERITIES
from retold.cli.nearest import unknown
from retold.cli.streams import print_text, width


def entries() -> dict[str, dict[str, str]]:
    """Every code and word that can be explained, by family, in the order they are listed."""
    from retold.changes.drift.codes import CODES, FAMILIES
    from retold.pairs.reasons import REASONS

    return {
        "relation kinds": RELATION_KINDS,
        "counts and parts": COUNTS,
        "severities": SEVERITIES,
        "reasons": dict(REASONS),
        **{
            f"changes of {name}": {
                code.id: f"{code.name.capitalize()} ({code.severity}). {code.text}"
                for code in CODES.values()
                if code.id.startswith(letter)
            }
            for letter, name in FAMILIES.items()
        },
    }


def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes that begin as typed, for a shell."""
    return [
        CompletionItem(code)
        for family in entries().values()
        for code in family
        if code.startswith(incomplete)
    ]


@click.command(
    "explain",
    short_help="Explain a code or a word of the output.",
    epilog="""\b
Examples:
  retold explain               all codes and words
  retold explain paraphrase    one of them
  retold explain M501          a code of a change
""",
)
@click.argument("code", required=False, shell_complete=complete)
def command(code: str | None) -> Exit:
    """Explain a relation kind, a reason code or a word of the output; without CODE, list them."""
    families = entries()
    if code is None:
        print_text("\n\n".join(_family(name, codes) for name, codes in families.items()))
        return Exit.DONE
    known = {name: text for codes in families.values() for name, text in codes.items()}
    by_fold = {name.casefold(): name for name in known}
    name = by_fold.get(code.casefold())
    if name is None:
        raise click.UsageError(unknown("code", code, known))
    print_text(click.wrap_text(f"{name}: {known[name]}", width(), "", "  "))
    return Exit.DONE


def _family(name: str, codes: dict[str, str]) -> str:
    longest = max(map(len, codes), default=0)
    lines = [
        click.wrap_text(text, width(), f"  {code:<{longest}}  ", " " * (longest + 4))
        for code, text in codes.items()
    ]
    return "\n".join([f"{name}:", *lines])
