"""`retold store`: a store looked at, checked, folded and written out."""

import json
from pathlib import Path
from typing import Any

import click

from retold import __version__
from retold.cli.exits import Exit
from retold.cli.forms import forms_option, write_forms
from retold.cli.output import Output, failed, output_options, shown
from retold.cli.storing import settings_of, settings_option
from retold.cli.streams import note, print_bytes, print_text
from retold.exports.forms import FORMS

# Called so because the options of output have a folder of their own.
PLACE = click.argument("place", metavar="STORE", type=click.Path(path_type=Path))


@click.group(
    "store",
    epilog="""\b
Examples:
  retold add --store news folder/
  retold store stats news
  retold store export news -o report
""",
)
def command() -> None:
    """Look into a store, check it, fold it, and write out what it holds."""


@command.command("stats")
@PLACE
def stats(place: Path) -> Exit:
    """Tell how much a store holds, as JSON."""
    from retold.backends.store.figures import figures
    from retold.backends.store.store import reading

    with reading(place) as store:
        print_text(json.dumps(figures(store), indent=1))
    return Exit.DONE


@command.command("check")
@PLACE
def check(place: Path) -> Exit:
    """Read all of a store and say what is not as it was written; exit 1 where something is.

    Nothing is changed. What is named here is mended by `retold store compact`, but for a text that
    is lost.
    """
    from retold.backends.store.checking import faults
    from retold.backends.store.store import examining

    with examining(place) as store:
        faulty = list(faults(store))
    for fault in faulty:
        note(fault)
    print_text(f"{place}: {len(faulty) or 'no'} fault{'' if len(faulty) == 1 else 's'}")
    return Exit.FINDINGS if faulty else Exit.DONE


@command.command("compact")
@PLACE
@settings_option
@click.option("--again", is_flag=True, help="Work everything out anew from the texts.")
def compact(place: Path, assignments: tuple[str, ...], again: bool) -> Exit:
    """Merge the key files of a store, and give back the space of what is gone."""
    from retold.backends.store.compaction import compacted
    from retold.backends.store.store import existing, writing
    from retold.growth.update import Update, begin_anew

    settings = settings_of(assignments)
    existing(place)
    with writing(place) as store:
        if again:
            begin_anew(store)
        for _ in Update(store, settings).all():
            pass
        compacted(store)
    return Exit.DONE


@command.command("story")
@PLACE
@click.argument("key", metavar="ID")
@settings_option
def story(place: Path, key: str, assignments: tuple[str, ...]) -> Exit:
    """Print one story as JSON, by its id or by one it had before.

    A story is named by its documents, so that one more text gives it another id. Of a story that
    came apart the part that holds its first text is given.
    """
    from retold.backends.store.store import reading
    from retold.growth.reading import story_of
    from retold.report.json import story_line

    with reading(place) as store:
        found = story_of(store, key, settings_of(assignments))
    if found is None:
        raise click.UsageError(f"{place} has no story {key}, and never had")
    print_bytes([story_line(found)])
    return Exit.DONE


@command.command("events")
@PLACE
def events(place: Path) -> Exit:
    """Print every event as a line of JSON, in order."""
    from retold.backends.store.store import reading

    with reading(place) as store:
        print_bytes(json.dumps(event).encode() for _, event in store.journal.after(0))
    return Exit.DONE


@command.command(
    "export",
    epilog="""\b
Examples:
  retold store export news --json
  retold store export news -o report
  retold store export news --to sqlite --to parquet -o tables
""",
)
@PLACE
@forms_option(f"Write files of a form to the folder of -o: {', '.join(FORMS)}.")
@output_options
def export(place: Path, forms: tuple[str, ...], **options: Any) -> Exit:
    """Write out everything that a store holds, as `retold read` and `retold export` would.

    For the same texts it is the same, to the byte, whatever the order and the portions in which
    they were added.
    """
    from retold.backends.store.store import reading
    from retold.growth.reading import result_of

    output = Output(**options)
    output.check()
    if forms and output.folder is None:
        raise click.UsageError("files need a place: name a folder with -o")
    with reading(place) as store:
        result = result_of(store, settings_of(output.assignments), __version__)
    if forms and output.folder is not None:
        write_forms(result.to_dict(), forms, output.folder, quiet=output.quiet)
        return Exit.DONE
    return Exit.FINDINGS if failed(shown(result, output), output) else Exit.DONE
