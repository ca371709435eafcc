"""How commands say things: as JSON, as tables, in counted words, with a bar while one waits."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def progress(games: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda finished: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Games", total=games)
        yield lambda finished: bar.advance(task, finished)


def console() -> "Console":
    """Where tables are printed."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 100, highlight=False)


def print_json(value: object) -> None:
    """One value, for programs."""
    click.echo(json.dumps(value, indent=1, allow_nan=False))


def counted(number: int, word: str) -> str:
    """A number of things: `1 file`, `2 files`."""
    return f"{number} {word}{'' if number == 1 else 's'}"
