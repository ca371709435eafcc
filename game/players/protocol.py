"""What every player can do."""

from typing import Protocol

from game.engine.arrays import Mask
from game.engine.observe import Observation
from game.engine.orders import BatchOrders

STREAM = "players"
"""Players draw from a stream of their own: they cannot foresee the dice of the rules."""


def excluded_among(observation: Observation) -> Mask:
    """Which of a seat's moves cannot be ordered together, bool (moves of the actor, moves of the actor)."""
    mine = observation.program.moves_of[observation.actor]
    seat = slice(mine[0].index, mine[-1].index + 1) if mine else slice(0, 0)
    return observation.program.excluded[seat, seat]


class Player(Protocol):
    """Somebody who gives orders for a seat."""

    @property
    def name(self) -> str:
        """What the command line and records call it."""

    def choose(self, observation: Observation) -> BatchOrders:
        """Orders for every game of the observation, from nothing but the observation."""
