"""Players by name."""

from game.engine.program import Program
from game.model.ids import DoctrineId
from game.players.doctrine_player import DoctrinePlayer
from game.players.protocol import Player
from game.players.random_player import RandomPlayer


class UnknownPlayer(ValueError):
    """No player of that name."""


def names(program: Program) -> tuple[str, ...]:
    """The names of all computer players of a scenario."""
    return ("random", *program.scenario.doctrines)


def player(name: str, program: Program, seed: int | str) -> Player:
    """A computer player. Raises UnknownPlayer."""
    if name == "random":
        return RandomPlayer(seed)
    doctrine = program.scenario.doctrines.get(DoctrineId(name))
    if doctrine is None:
        raise UnknownPlayer(f"there is no player called {name!r}; there are {', '.join(names(program))}")
    return DoctrinePlayer(doctrine, seed)
