"""What commands share: options that several take, and what is said where they were given wrongly."""

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from game.terminal.exits import WRONG


class Complaint(click.ClickException):
    """Something that the person at the keyboard can mend, in one line."""

    exit_code = WRONG


def choices_of_game(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is played."""
    for option in (
        click.option("--players", multiple=True, metavar="ID=NAME,...", help="Who plays which other seats."),
        click.option("--set", "changes", multiple=True, metavar="ID=VALUE", help="Change one assumption."),
        click.option("--assumptions", metavar="SET", help="The assumption set; `play` if there is one."),
    ):
        command = option(command)
    return command


def need_display() -> None:
    """Say so at once where no window can be opened."""
    if sys.platform != "linux" or os.environ.get("SDL_VIDEODRIVER"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise Complaint(
            "there is no display to open a window on; `play SCENARIO --text` plays in the terminal"
        )
