"""`retold trace`: where a text comes from, as far as a store knows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold.cli.compare import only
from retold.cli.exits import Exit
from retold.cli.storing import settings_of, settings_option, store_option
from retold.cli.streams import note, print_text

if TYPE_CHECKING:
    from retold.growth.trace import Relative, Trace

# Reasons given for a relation.
SAID = 2


@click.command(
    "trace",
    epilog="""\b
Examples:
  retold trace --store news article.txt
  retold trace --store news article.html --json
""",
)
@click.argument("path", metavar="FILE")
@store_option
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.option(
    "--most",
    metavar="N",
    type=click.IntRange(min=1),
    default=12,
    help="Texts laid beside this one, those that share most with it (12).",
)
@settings_option
@click.option("-q", "--quiet", is_flag=True, help="No notes on stderr.")
def command(
    path: str, folder: Path, as_json: bool, most: int, assignments: tuple[str, ...], quiet: bool
) -> Exit:
    """Say where a text comes from: its relatives in a store, and the origins behind them.

    FILE is one text, or - for stdin. It is laid beside the texts of the store that share most
    wording with it, and is not added. The text it most likely comes from is named first.
    """
    from retold.backends.store.store import reading
    from retold.bench import bench
    from retold.growth.trace import Tracer

    say: Callable[[str], None] = (lambda _: None) if quiet else note
    document = only(path, say)
    with reading(folder) as store:
        trace = Tracer(store, bench(settings_of(assignments))).trace(document, most)
    if as_json:
        print_text(json.dumps(_told(trace), ensure_ascii=True, indent=1))
    else:
        print_text("\n".join(_lines(trace)))
    return Exit.DONE


def _told(trace: "Trace") -> dict[str, Any]:
    parent = trace.parent
    return {
        "parent": parent.document.id if parent else None,
        "origins": [
            {"label": one.label, "documents": list(one.documents)} for one in trace.origins
        ],
        "relatives": [_relative(one) for one in trace.relatives],
        "others": trace.others,
    }


def _relative(one: "Relative") -> dict[str, Any]:
    from retold.model.shape import relation_dict

    return {
        "document": one.document.id,
        "outlet": one.document.outlet,
        "shared": one.shared,
        "story": one.story.id,
        "origin": one.origin.label,
        "relation": relation_dict(one.relation),
    }


def _lines(trace: "Trace") -> list[str]:
    parent = trace.parent
    if not trace.relatives:
        return ["No text in the store shares wording with this one."]
    if parent is None:
        lines = ["No text in the store explains this one."]
    else:
        sure = round(100 * parent.relation.confidence)
        lines = [f"Comes from {_name(parent)}, or from what that comes from ({sure} %)."]
    for origin in trace.origins:
        lines.append(f"Behind it: {origin.label}, one telling in {len(origin.documents)} texts.")
    lines.append("")
    for one in trace.relatives:
        why = "; ".join(reason.text for reason in one.relation.reasons[:SAID])
        lines.append(f"{one.relation.kind:13} {_name(one)}: {why}")
    if trace.others:
        lines.append(f"{trace.others} further texts share wording; --most looks at more.")
    return lines


def _name(one: "Relative") -> str:
    outlet = f" ({one.document.outlet})" if one.document.outlet else ""
    return f"{one.document.id}{outlet}"
