"""The random player: any legal move is as good as another. A baseline, and a good tester of the rules."""

from typing import final

import numpy as np
from attrs import frozen

from game.engine.chance import Dice
from game.engine.observe import Observation
from game.engine.orders import BatchOrders
from game.players.choice import pick_by_weight, strike
from game.players.protocol import STREAM, excluded_among


@final
@frozen
class RandomPlayer:
    """Chooses evenly among legal moves, and its rules of engagement and claims now and then."""

    seed: int | str
    """Of its own stream."""
    name: str = "random"
    """Its name."""

    def choose(self, observation: Observation) -> BatchOrders:
        """Orders for every game of the observation."""
        scenario, actor = observation.program.scenario, observation.actor
        orders = BatchOrders.none(observation.program, observation.count)
        mine = observation.program.moves_of[actor]
        if not mine or not observation.may_order:
            return orders
        dice = Dice(self.seed, observation.games, STREAM)
        dice.at(observation.turn)
        weights = observation.legal().astype(np.int16)
        first, excluded = mine[0].index, excluded_among(observation)
        for slot in range(scenario.orders.moves):
            row = pick_by_weight(weights, dice, ("random", actor, str(slot)))
            orders.moves[slot] = np.where(row >= 0, row + first, -1)
            strike(weights, row, excluded)
        if observation.can_see("roe", actor):
            orders.engagement[:] = (dice.uniform(("random", actor, "roe")) * 3).astype(np.int32)
        return orders
