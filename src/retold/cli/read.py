"""`retold read`: the main job, from files to stories."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold.cli.documents import documents_job
from retold.cli.engines import engine_options, machine
from retold.cli.exits import Exit
from retold.cli.fetching import fetch_options, pages_allowed
from retold.cli.job import main_job
from retold.cli.output import Output, output_options
from retold.cli.reading import read_options, reading

if TYPE_CHECKING:
    from retold.backends.publishers import Publishers


@click.command(
    "read",
    epilog="""\b
Examples:
  retold read folder/
  retold read one.txt two.html -o report
  retold read pile.jsonl --text-field body --id-field key --json
  retold read crawl.warc.gz --no-stories --jobs 2 > documents.jsonl
  cat pile.jsonl | retold read - --json-lines
  retold read folder/ --fail-on single-origin --quiet
  retold read crawl/ --json-lines --engine daft --cluster head.example:6379
  retold read feed.xml https://a.example/page --allow-fetch --save kept
""",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--no-stories",
    is_flag=True,
    help="Print the documents alone, as JSON lines, each as soon as it is read.",
)
@click.option(
    "--publishers",
    "owners",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A table of publishing houses (TOML) that goes before retold's own.",
)
@read_options
@engine_options
@fetch_options
@output_options
def command(paths: tuple[str, ...], no_stories: bool, owners: Path | None, **options: Any) -> Exit:
    """Read texts and say which go back to which.

    PATH is a file, a folder (read with all folders in it), an address, or - for stdin. Read are
    text and Markdown, HTML and MHTML, WARC, WET and WACZ, JSON lines, JSON, CSV, Parquet and Arrow
    (data sets on disk), RSS, Atom, JSON Feed and sitemaps, PDF, NITF, NewsML-G2 and ninjs, lists
    of addresses, ZIP of any of these, and gzip or zstd of them. The format is told by the content,
    then by the ending. Fields of records are guessed where that is clear; what was guessed is said.
    """
    from retold.backends.publishers import identified
    from retold.readers.pile import read_pile

    pages = pages_allowed(options)
    asked = reading(options, pages)
    engine = machine(options, asked.hands)
    output = Output(**options)
    pile = identified(read_pile(paths, asked, output.say), _publishers(owners))
    return documents_job(pile, output) if no_stories else main_job(pile, output, pages, engine)


def _publishers(owners: Path | None) -> "Publishers":
    from retold.backends.publishers import publishers

    try:
        return publishers(owners)
    except (OSError, ValueError) as error:
        raise click.UsageError(f"--publishers {error}") from None
