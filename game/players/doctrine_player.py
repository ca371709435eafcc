"""A computer player that follows a doctrine."""

from typing import final

import numpy as np

from game.engine.arrays import I32
from game.engine.chance import Dice
from game.engine.exact import total, whole_product
from game.engine.observe import Observation
from game.engine.orders import BatchOrders
from game.engine.program import Program
from game.model.endings import Doctrine
from game.model.ids import ActorId
from game.players.choice import TENTHS, quantal
from game.players.judgement import Judgement
from game.players.outlook import Outlook
from game.players.protocol import STREAM
from game.players.reckoning import FINE, Reckoning

MOST = float(1 << 13)
"""Values are clipped to this many tenths, so that every score stays a whole number below 2^24."""
ALREADY = 80
"""Tenths of a point that an act already under way is worth less."""
JUST_DONE = 20
"""Tenths of a point that what one did last turn is worth less."""


@final
class DoctrinePlayer:
    """Scores every move by its consequences and chooses by quantal response."""

    def __init__(self, doctrine: Doctrine, seed: int | str) -> None:
        self.doctrine, self.seed, self.name = doctrine, seed, str(doctrine.id)
        self._judgements: dict[tuple[int, ActorId], tuple[Program, Judgement]] = {}

    def _judgement(self, program: Program, actor: ActorId) -> Judgement:
        key = (id(program), actor)
        if key not in self._judgements:
            self._judgements[key] = (program, Judgement(Reckoning(program, actor), self.doctrine))
        return self._judgements[key][1]

    def scores(self, observation: Observation) -> I32:
        """Tenths of a point for each of the seat's moves, (moves of the actor, games)."""
        judgement = self._judgement(observation.program, observation.actor)
        values = judgement.values(Outlook(observation))
        whole = np.minimum(np.maximum(np.rint(values * TENTHS), -MOST), MOST)
        scores = whole_product(judgement.reckoning.table, whole) // FINE
        scores -= ALREADY * (observation.own_acts("until") > observation.hour).astype(np.int32)
        last = observation.hour - observation.program.scenario.clock.hours_per_turn
        scores -= JUST_DONE * (observation.own_acts("did_at") == last).astype(np.int32)
        return scores

    def choose(self, observation: Observation) -> BatchOrders:
        """Orders for every game of the observation."""
        scenario, actor = observation.program.scenario, observation.actor
        orders = BatchOrders.none(scenario.orders.moves, observation.count)
        mine = observation.program.moves_of[actor]
        if not mine or not observation.may_order:
            return orders
        dice = Dice(self.seed, observation.games, STREAM)
        dice.at(observation.turn)
        chosen = quantal(
            self.scores(observation),
            observation.legal(),
            temperature=self.doctrine.temperature,
            slots=scenario.orders.moves,
            dice=dice,
            name=("choose", actor),
        )
        orders.moves[:] = np.where(chosen >= 0, chosen + mine[0].index, -1)
        self._stand(observation, orders)
        self._speak(observation, orders)
        return orders

    def _stand(self, observation: Observation, orders: BatchOrders) -> None:
        """Rules of engagement by how hard one is pressed."""
        if not observation.can_see("roe", observation.actor):
            return
        threat = Outlook(observation).worst_threat
        free, tight = (
            threat > self.doctrine.engagement_free_above,
            threat < self.doctrine.engagement_tight_below,
        )
        orders.engagement[:] = np.where(free, 2, np.where(tight, 0, 1))

    def _speak(self, observation: Observation, orders: BatchOrders) -> None:
        """Say what one believes; an accused party does not say what counts against it."""
        scenario = observation.program.scenario
        if not scenario.orders.claims or not scenario.claims:
            return
        outlook = Outlook(observation)
        counted = set(outlook.plan.counts) if outlook.plan else set()
        for i, incident in enumerate(scenario.incidents.values()):
            happened = observation.whole("happened", incident.id) >= 0
            if not happened.any():
                continue
            best = np.full(observation.count, -1.0)
            said = np.full(observation.count, -1, dtype=np.int32)
            for c, claim in enumerate(scenario.claims.values()):
                if claim.by and observation.actor not in claim.by:
                    continue
                rows = [
                    observation.number("belief", incident.id, observation.actor, cause)
                    for cause in claim.causes
                ]
                belief = (
                    total(rows) if rows else np.full(observation.count, 0.5 * self.doctrine.needs_proof + 0.2)
                )
                if outlook.accused and counted & set(claim.causes):
                    belief = belief - 0.6
                better = belief > best
                best, said = np.where(better, belief, best), np.where(better, np.int32(c), said)
            fresh = happened & (observation.whole("claim", incident.id, observation.actor) != said)
            orders.incident[:] = np.where(fresh & (orders.claim < 0), i, orders.incident)
            orders.claim[:] = np.where(fresh & (orders.claim < 0), said, orders.claim)
