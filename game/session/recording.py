"""The record of one game of an ensemble: it is the same alone, so it is played alone and written down."""

from pathlib import Path

from game.session.game import Game
from game.session.record import RecordProblem, read
from game.session.setup import Setup


def record_game(setup: Setup, seed: int, number: int, path: Path) -> Game:
    """Play game number `number` to its end, with computers in every seat, and write its record.

    An older record of that name is replaced, no other file is. Raises RecordProblem.
    """
    if path.exists():
        try:
            read(path)
        except RecordProblem:
            raise RecordProblem(f"{path} is there already and is no record, so it is left alone") from None
        try:
            path.unlink()
        except OSError as error:
            raise RecordProblem(f"cannot replace {path}: {error.strerror or error}") from None
    game = setup.start(seed, game=number, path=path)
    game.play_on()
    return game
