"""`retold serve`: the same in a browser, and API v1, on this machine."""

import secrets
import socket
from collections.abc import Callable
from pathlib import Path

import click

from retold.cli.exits import Exit
from retold.cli.streams import note, print_text
from retold.model.errors import MissingExtra

PATIENCE = 3  # seconds that open connections are waited for at the end


@click.command(
    "serve",
    short_help="Read texts in a browser, and answer API v1.",
    epilog="""\b
Examples:
  retold serve
  retold serve folder/ --port 9000
  retold serve --host 0.0.0.0 --name desk.example --token-file token.txt
""",
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8734,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--name",
    "names",
    metavar="NAME",
    multiple=True,
    help="A further name browsers may call this server by. May be given again.",
)
@click.option(
    "--token-file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A token that every request has to bring; made if FILE is not there. Needed beyond "
    "loopback.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="Processes that compare texts.",
)
@click.option(
    "--corrections",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Append pairs relabelled on the review page to FILE, as JSON lines.",
)
@click.option("-q", "--quiet", is_flag=True, help="No notes on stderr.")
def command(
    paths: tuple[str, ...],
    host: str,
    port: int,
    names: tuple[str, ...],
    token_file: Path | None,
    workers: int,
    corrections: Path | None,
    quiet: bool,
) -> Exit:
    """Read texts in a browser, without an account, and answer API v1.

    PATH, if given, is read first. Texts are held in memory and forgotten at the end. No address is
    fetched, and nothing leaves this machine.
    """
    try:
        import uvicorn

        from retold.web.app import application
        from retold.web.settings import WebSettings
    except ModuleNotFoundError as fault:
        raise MissingExtra("retold serve", "web") from fault
    token = _token(token_file, None if quiet else note) if token_file else None
    try:
        settings = WebSettings(host, port, token, names, workers=workers, corrections=corrections)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from fault
    listening = _bound(host, port)
    config = uvicorn.Config(
        application(settings, paths),
        log_level="warning",
        access_log=False,  # addresses in it may hold the token
        server_header=False,
        # Behind no proxy: what such headers say is not believed.
        proxy_headers=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    print_text(_address(listening, token))
    uvicorn.Server(config).run(sockets=[listening])
    return Exit.DONE


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _address(listening: socket.socket, token: str | None) -> str:
    host, port, *_ = listening.getsockname()
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")


def _token(path: Path, say: Callable[[str], None] | None) -> str:
    """The token in a file, which is made for its owner alone where it is not there."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(f"{secrets.token_urlsafe(32)}\n", encoding="ascii")
        if say is not None:
            say(f"a token was written to {path}")
    return path.read_text(encoding="utf-8").strip()
