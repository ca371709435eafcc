"""The random player: any legal move is as good as another. A baseline, and a good tester of the rules."""

from typing import final

import numpy as np
from attrs import frozen

from game.engine.chance import Dice
from game.engine.observe import Observation
from game.engine.orders import REPLIES, BatchOrders
from game.model.deals import Reply
from game.players.choice import pick_by_weight, strike
from game.players.protocol import STREAM, excluded_among

OFTEN = 0.3
"""Chance of an offer in a turn."""


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
        if not observation.may_order:
            return orders
        dice = Dice(self.seed, observation.games, STREAM)
        dice.at(observation.turn)
        self._bargain(observation, dice, orders)
        if not mine:
            return orders
        weights = observation.legal().astype(np.int16)
        first, excluded = mine[0].index, excluded_among(observation)
        for slot in range(scenario.orders.moves):
            row = pick_by_weight(weights, dice, ("random", actor, str(slot)))
            orders.moves[slot] = np.where(row >= 0, row + first, -1)
            strike(weights, row, excluded)
        if observation.can_see("roe", actor):
            orders.engagement[:] = (dice.uniform(("random", actor, "roe")) * 3).astype(np.int32)
        return orders

    def _bargain(self, observation: Observation, dice: Dice, orders: BatchOrders) -> None:
        """Any reply, and now and then any package."""
        actor = observation.actor
        for table in observation.program.tables.values():
            deal = table.deal
            is_open = observation.table_open(deal.id)
            if not is_open.any():
                continue
            by = observation.whole("offer_by", deal.id)
            asked = is_open & (by >= 0) & (by != observation.program.actor_index(actor))
            reply = (dice.uniform(("random", actor, deal.id, "reply")) * len(REPLIES)).astype(np.int32)
            orders.replies[table.index] = np.where(asked, reply, -1)
            accepts = asked & (reply == REPLIES.index(Reply.ACCEPT))
            offers = is_open & ~accepts & (orders.deal < 0)
            offers &= dice.uniform(("random", actor, deal.id, "offer")) < OFTEN
            orders.deal[offers] = table.index
            for card in table.cards:
                drawn = dice.uniform(("random", actor, deal.id, card.term.id)) * (len(card.term.levels) + 1)
                level = np.where(observation.can_offer(deal.id, card.term.id), drawn.astype(np.int32), 0)
                orders.levels[card.place, offers] = level[offers]
            first = (dice.uniform(("random", actor, deal.id, "first")) * (len(deal.parties) + 1)).astype(int)
            order = np.array([-1, *(observation.program.actor_index(party) for party in deal.parties)])
            orders.first[offers] = order[first[offers]]
