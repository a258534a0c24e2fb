"""`retold completion`: the script that teaches a shell retold's commands and options."""

import click
from click.shell_completion import ShellComplete, get_completion_class

from retold.cli.exits import Exit
from retold.cli.streams import print_text

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    epilog="""\b
Examples:
  retold completion bash >> ~/.bashrc
  retold completion zsh >> ~/.zshrc
  retold completion fish > ~/.config/fish/completions/retold.fish
""",
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> Exit:
    """Print a completion script for bash, zsh or fish."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}; there are: {', '.join(SHELLS)}")
    script = kind(ctx.find_root().command, {}, "retold", "_RETOLD_COMPLETE")
    # bash's own source() first runs bash to learn its version; the script is the same.
    print_text(ShellComplete.source(script))
    return Exit.DONE
