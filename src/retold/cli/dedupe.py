"""`retold dedupe`: a corpus without the texts that go back to one another."""

import shutil
from hashlib import sha256
from pathlib import Path

import click

from retold.cli.exits import Exit
from retold.cli.nearest import unknown
from retold.cli.reading import hands, jobs_option
from retold.cli.streams import note

KEEP = ("one-per-origin", "one-per-copy")
ENDINGS = (".parquet", ".jsonl", ".ndjson")


@click.command(
    "dedupe",
    epilog="""\b
Examples:
  retold dedupe corpus.parquet unique.parquet
  retold dedupe corpus.jsonl unique.jsonl --keep one-per-copy --jobs 2
  retold dedupe corpus.jsonl unique.jsonl --text-field body --matches matched.jsonl
""",
)
@click.argument(
    "source", metavar="IN", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--keep",
    type=click.Choice(KEEP),
    default=KEEP[0],
    help="Of texts that go back to one telling one (the default), or of copies one.",
)
@click.option(
    "--matches",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The table of who matched whom and why (OUT with .matches before its ending).",
)
@click.option("--text-field", metavar="NAME", help="Field that holds the text.")
@click.option("--id-field", metavar="NAME", help="Field that holds the id.")
@jobs_option
@click.option("--again", is_flag=True, help="Begin anew, whatever a stopped run has left.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on stderr.")
def command(
    source: Path,
    target: Path,
    keep: str,
    matches: Path | None,
    text_field: str | None,
    id_field: str | None,
    jobs: int | None,
    again: bool,
    quiet: bool,
) -> Exit:
    """Keep one text of those that go back to one telling.

    IN is Parquet or JSON lines, and so is OUT: the rows that are kept, as they came. The longest
    text of a telling stays, of equally long ones the first. Beside OUT stands a table with a row
    for each text that was left out: what stands for it, how the two are related, and why. A run
    that was stopped goes on where it was when the same command is given again.
    """
    from retold.cli.rows import Fields, checked
    from retold.cli.thinning import Job, thin
    from retold.stories.standing import Keep

    for path in (source, target):
        if path.suffix not in ENDINGS:
            raise click.UsageError(unknown("ending", path.suffix or path.name, ENDINGS))
    if source.resolve() == target.resolve():
        raise click.UsageError("OUT is IN; give it another name")
    if source.suffix == ".parquet" != target.suffix or target.suffix == ".parquet" != source.suffix:
        raise click.UsageError("IN and OUT must be of one format")
    corpus = checked(source, Fields(text_field, id_field))
    table = matches or target.with_name(f"{target.stem}.matches{target.suffix}")
    folder = target.with_name(target.name + ".work")
    _begin(folder, _digest(source, keep, text_field, id_field), again=again, quiet=quiet)
    counts = thin(corpus, Job(target, table, folder, Keep(keep), hands(jobs), quiet))
    shutil.rmtree(folder)
    if not quiet:
        note(counts.line(table))
    return Exit.SOME_REJECTED if counts.without_text else Exit.DONE


def _digest(source: Path, *settings: str | None) -> str:
    """What a run depends on: a file that changed is another corpus."""
    state = source.stat()
    told = (str(source.resolve()), state.st_size, state.st_mtime_ns, *settings)
    return sha256(repr(told).encode("utf-8", "replace")).hexdigest()


def _begin(folder: Path, digest: str, *, again: bool, quiet: bool) -> None:
    """Makes the folder of the run, or finds that of one that was stopped."""
    mark = folder / "run"
    try:
        if folder.exists() and (again or not mark.exists() or mark.read_text() != digest):
            shutil.rmtree(folder)
        if mark.exists() and not quiet:
            note(f"going on where a run was stopped ({folder}); --again begins anew")
        folder.mkdir(exist_ok=True)
        mark.write_text(digest)
    except OSError as fault:
        raise click.UsageError(f"{folder}: {fault.strerror}") from None
