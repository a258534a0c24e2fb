"""`retold mcp`: the tools for a language model's client, over standard input and output."""

import click

from retold.cli.exits import Exit
from retold.model.run import Result


@click.command(
    "mcp",
    short_help="Tools for a language model's client, over stdio.",
    epilog="""\b
Examples:
  retold mcp
  retold mcp folder/     find_story and check_quote look in that folder
""",
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True))
def command(paths: tuple[str, ...]) -> Exit:
    """Serve five tools over the Model Context Protocol, on standard input and output.

    count_origins, compare_tellings, check_quote, what_changed, find_story. PATH, if given, is the
    pile that is searched where a call brings no texts; it is read when first asked for.
    """
    from retold.mcp.server import server

    def pile() -> Result:
        from retold.face import read

        return read(paths)

    server(pile if paths else None).run("stdio")
    return Exit.DONE
