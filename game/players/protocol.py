"""What every player can do."""

from typing import Protocol

from game.engine.observe import Observation
from game.engine.orders import BatchOrders

STREAM = "players"
"""Players draw from a stream of their own: they cannot foresee the dice of the rules."""


class Player(Protocol):
    """Somebody who gives orders for a seat."""

    @property
    def name(self) -> str:
        """What the command line and records call it."""

    def choose(self, observation: Observation) -> BatchOrders:
        """Orders for every game of the observation, from nothing but the observation."""
