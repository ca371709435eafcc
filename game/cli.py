"""The program as one types it: its commands, its exit codes, and one line instead of a traceback."""

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn

import click

from game import __version__, commands
from game.commands.given import Complaint, need_display
from game.terminal.exits import INTERRUPTED, complain, explain, lost_output, was_interrupted
from game.terminal.streams import prepare


class Commands(click.Group):
    """A group that names the commands near an unknown one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names."""
        if args and self.get_command(ctx, args[0]) is None:
            names = self.list_commands(ctx)
            close = get_close_matches(args[0], names, n=2)
            hint = f"(did you mean {' or '.join(close)}?)" if close else f"; there are {', '.join(names)}"
            raise Complaint(f"there is no command {args[0]}{' ' if close else ''}{hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="backstop")
@click.pass_context
def backstop(context: click.Context) -> int:
    """A wargame about escalation and deterrence. Without a command it opens its window."""
    if context.invoked_subcommand is None:
        need_display()
        from game.desktop.app import run

        return run()
    return 0


for _command in (commands.play, commands.validate, commands.simulate, commands.replay, commands.translate):
    backstop.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return the exit code; no error leaves a traceback."""
    try:
        code = backstop.main(args=arguments, prog_name="backstop", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        return complain(error.format_message())
    except OSError as error:
        return lost_output(error)
    except Exception as error:
        if was_interrupted(error):
            click.echo("Stopped.", err=True)
            return INTERRUPTED
        return explain(error)


def main() -> NoReturn:
    """Run the command of this process."""
    prepare()
    # Ensembles use whole processes; threads of the linear algebra library would only get in their way
    for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    sys.exit(run())
