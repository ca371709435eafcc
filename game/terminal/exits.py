"""How a command ends badly: exit codes, and one line to standard error instead of a traceback."""

import os
import sys

import click

WRONG = 2
"""The exit code for something that the person at the keyboard can mend."""
INTERRUPTED = 130
"""The exit code after Ctrl-C."""
PIPE_CLOSED = 141
"""The exit code when nobody reads the output any more."""
BROKEN = 70
"""The exit code for an error of Backstop itself."""
DEBUG = "BACKSTOP_DEBUG"
"""The environment variable that shows the traceback of such an error."""


def complain(message: str) -> int:
    """Say in one line what can be mended; returns the exit code."""
    line = "".join(letter if letter.isprintable() else " " for letter in message)
    click.echo(f"backstop: {' '.join(line.split())}", err=True)
    return WRONG


def lost_output(error: OSError) -> int:
    """Output that nobody takes any more: leave without a word where a pipe was closed."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return PIPE_CLOSED
    return complain(
        f"cannot go on: {error.strerror or error}{f': {error.filename}' if error.filename else ''}"
    )


def was_interrupted(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind an error, as when it strikes while a library is being imported."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def explain(error: Exception) -> int:
    """One line for what people can mend; for an error of Backstop itself, what it is and how to see more."""
    from game.language.catalogues import CatalogueProblem, UnknownLanguage
    from game.loading import ScenarioProblems, UnknownName
    from game.session.record import RecordProblem
    from game.terminal.choosing import NoAnswer

    if isinstance(error, ScenarioProblems):
        for problem in error.problems:
            click.echo(str(problem), err=True)
        return WRONG
    if isinstance(error, NoAnswer):
        return complain(f"the input ended at a question: {error}")
    if isinstance(error, UnknownName | RecordProblem | UnknownLanguage | CatalogueProblem):
        return complain(str(error))
    if os.environ.get(DEBUG):
        raise error
    kind = type(error).__name__
    complain(f"an error of Backstop itself ({kind}: {error}); {DEBUG}=1 shows where, please report it")
    return BROKEN
