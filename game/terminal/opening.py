"""Opens a game in the terminal: a new one, or the one that was left."""

import secrets
import sys
from pathlib import Path

import click

from game.loading import UnknownName
from game.loading.document import Document
from game.model.ids import VariantId
from game.session import setup
from game.session.game import Game
from game.session.setup import Setup
from game.terminal import start
from game.terminal.exits import complain


def play_text(
    document: Document,
    sample: Setup,
    *,
    chosen: tuple[VariantId, ...],
    assumptions: str | None,
    numbers: dict[str, float],
    players: tuple[str, ...],
    seed: int | None,
    seat: str | None,
    after: Path | None,
    resume: bool,
) -> int:
    """Play in this terminal; `sample` is a complete reading, for what does not hang on the choice of one."""
    unfinished = start.unfinished(sample.scenario.id, _say_unreadable)
    saved = start.of_seat(unfinished, seat)
    if resume:
        if not saved:
            raise UnknownName(start.nothing_open(sample.scenario.id, seat, unfinished))
        return start.play_here(Game.resume(saved[0].path), sys.stdin, sys.stdout)
    if after is None and (old := start.offer(saved, sys.stdin, sys.stdout)) is not None:
        return start.play_here(old, sys.stdin, sys.stdout)
    chosen = start.decide(document, chosen, sys.stdin, sys.stdout)
    made = setup.Setup.of(document, chosen, assumptions=assumptions, changes=numbers, players=players)
    say_which_set(made, assumptions)
    people = start.seats_for(made, seat, sys.stdin, sys.stdout)
    game = made.start(secrets.randbelow(2**31) if seed is None else seed, people)
    return start.play_here(game, sys.stdin, sys.stdout)


def _say_unreadable(path: Path, reason: str) -> None:
    """A saved game that is passed over is never passed over in silence."""
    complain(f"{path}: cannot be read: {reason}")


def say_which_set(made: Setup, asked: str | None) -> None:
    """A set that nobody named is never silent."""
    if asked is None and made.scenario.assumption_sets:
        used = f"the set {made.assumptions}" if made.assumptions is not None else "central values"
        others = ", ".join(made.scenario.assumption_sets)
        click.echo(f"Assumptions: {used}, as --assumptions names none of {others}.", err=True)
