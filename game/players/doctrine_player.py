"""A computer player that follows a doctrine."""

from collections.abc import Callable
from typing import final

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.chance import Dice
from game.engine.exact import total, whole_product
from game.engine.observe import Observation
from game.engine.orders import BatchOrders
from game.engine.program import Program
from game.model.endings import Doctrine
from game.model.ids import ActorId, IncidentId
from game.players.bargainer import Bargainer, bargainers
from game.players.choice import TENTHS, quantal
from game.players.judgement import Judgement
from game.players.outlook import Outlook
from game.players.protocol import STREAM, excluded_among
from game.players.reckoning import FINE, Kind, Reckoning

MOST = np.float32(1 << 13)
"""Values are clipped to this many tenths, so that every score stays a whole number below 2^24."""
ALREADY = np.int32(80)
"""Tenths of a point that an act already under way is worth less."""
JUST_DONE = np.int32(20)
"""Tenths of a point that what one did last turn is worth less."""


@final
class DoctrinePlayer:
    """Scores every move by its consequences and chooses by quantal response."""

    def __init__(self, doctrine: Doctrine, seed: int | str) -> None:
        self.doctrine, self.seed, self.name = doctrine, seed, str(doctrine.id)
        self._judgements: dict[tuple[int, ActorId], tuple[Program, Judgement]] = {}
        self._bargainers: dict[tuple[int, ActorId], tuple[Program, tuple[Bargainer, ...]]] = {}

    def _judgement(self, program: Program, actor: ActorId) -> Judgement:
        key = (id(program), actor)
        if key not in self._judgements:
            self._judgements[key] = (program, Judgement(Reckoning(program, actor), self.doctrine))
        return self._judgements[key][1]

    def bargainers_of(self, program: Program, actor: ActorId) -> tuple[Bargainer, ...]:
        """How it bargains at each table at which a seat has a chair."""
        key = (id(program), actor)
        if key not in self._bargainers:
            self._bargainers[key] = (program, bargainers(program, actor, self.doctrine))
        return self._bargainers[key][1]

    def scores(self, observation: Observation, outlook: Outlook | None = None) -> I32:
        """Tenths of a point for each of the seat's moves that is legal in some game, (its moves, games)."""
        judgement = self._judgement(observation.program, observation.actor)
        outlook = outlook or Outlook(observation)
        legal = np.logical_or.reduce(observation.legal(), axis=1)
        tenths = self._tenths(judgement, outlook, legal)
        scores = whole_product(judgement.reckoning.table, tenths)
        scores //= FINE
        scores -= (observation.own_acts("until") > observation.hour) * ALREADY
        last = observation.hour - observation.program.scenario.clock.hours_per_turn
        scores -= (observation.own_acts("did_at") == last) * JUST_DONE
        for place, lost in judgement.denied(outlook, tenths, legal):
            scores[place] -= np.rint(lost / FINE).astype(np.int32)
        return scores

    @staticmethod
    def _tenths(judgement: Judgement, outlook: Outlook, legal: Mask) -> NDArray[np.float32]:
        """Tenths of a point for one unit of each kind of consequence, (kinds, games)."""
        whole = judgement.values(outlook, legal)
        whole *= TENTHS
        np.rint(whole, out=whole)
        # Whole numbers that are clipped below 2**24 are the same in half the memory
        tenths = whole.astype(np.float32)
        np.maximum(tenths, -MOST, out=tenths)
        np.minimum(tenths, MOST, out=tenths)
        return tenths

    def parts(self, observation: Observation) -> Callable[[int], dict[Kind, float]]:
        """What `scores` are made of in the first game: for the place of a move, points by kind."""
        judgement, outlook = self._judgement(observation.program, observation.actor), Outlook(observation)
        legal = np.logical_or.reduce(observation.legal(), axis=1)
        tenths = self._tenths(judgement, outlook, legal)
        last = observation.hour - observation.program.scenario.clock.hours_per_turn
        going = observation.own_acts("until")[:, 0] > observation.hour
        done = observation.own_acts("did_at")[:, 0] == last
        lost = {place: float(gone[0]) for place, gone in judgement.denied(outlook, tenths, legal)}

        def of(place: int) -> dict[Kind, float]:
            amounts = judgement.reckoning.table[place] * tenths[:, 0] / (FINE * TENTHS)
            found = {
                kind: float(amounts[at]) for kind, at in judgement.reckoning.kinds.items() if amounts[at]
            }
            if going[place]:
                found["already",] = -float(ALREADY) / TENTHS
            if done[place]:
                found["just done",] = -float(JUST_DONE) / TENTHS
            if place in lost:
                found["denied",] = -lost[place] / (FINE * TENTHS)
            return found

        return of

    def choose(self, observation: Observation) -> BatchOrders:
        """Orders for every game of the observation."""
        scenario, actor = observation.program.scenario, observation.actor
        orders = BatchOrders.none(observation.program, observation.count)
        mine = observation.program.moves_of[actor]
        if not observation.may_order:
            return orders
        dice = Dice(self.seed, observation.games, STREAM)
        dice.at(observation.turn)
        for bargainer in self.bargainers_of(observation.program, actor):
            bargainer.bargain(observation, dice, orders)
        if not mine:
            return orders
        outlook = Outlook(observation)
        chosen = quantal(
            self.scores(observation, outlook),
            observation.legal(),
            excluded_among(observation),
            temperature=self.doctrine.temperature,
            slots=scenario.orders.moves,
            dice=dice,
            name=("choose", actor),
        )
        orders.moves[:] = np.where(chosen >= 0, chosen + mine[0].index, -1)
        self._stand(outlook, orders)
        self._speak(outlook, orders)
        return orders

    def _stand(self, outlook: Outlook, orders: BatchOrders) -> None:
        """Rules of engagement by how hard one is pressed."""
        if not outlook.seen.can_see("roe", outlook.seen.actor):
            return
        threat = outlook.worst_threat
        free, tight = (
            threat > self.doctrine.engagement_free_above,
            threat < self.doctrine.engagement_tight_below,
        )
        orders.engagement[:] = np.where(free, 2, np.where(tight, 0, 1))

    def _speak(self, outlook: Outlook, orders: BatchOrders) -> None:
        """Say what one believes of the first incident on which one has something new to say."""
        observation, scenario = outlook.seen, outlook.seen.program.scenario
        if not scenario.orders.claims or not scenario.claims:
            return
        for index, incident in enumerate(scenario.incidents):
            where = columns_of((observation.whole("happened", incident) >= 0) & (orders.claim < 0))
            if len(where):
                said = self._believed(outlook, incident, where)
                fresh = observation.whole("claim", incident, observation.actor)[where] != said
                orders.incident[where[fresh]] = index
                orders.claim[where[fresh]] = said[fresh]

    def _believed(self, outlook: Outlook, incident: IncidentId, where: Columns) -> I32:
        """The claim that a seat believes most; an accused party does not say what counts against it."""
        scenario, actor = outlook.seen.program.scenario, outlook.seen.actor
        beliefs = {
            cause: outlook.seen.number("belief", incident, actor, cause)[where] for cause in scenario.causes
        }
        plan = outlook.plan_about(incident)
        counted = set(plan.counts) if plan is not None and plan.accused == actor else set()
        best = np.full(len(where), -1.0)
        said = np.full(len(where), -1, dtype=np.int32)
        for index, claim in enumerate(scenario.claims.values()):
            if claim.by and actor not in claim.by:
                continue
            if claim.causes:
                belief: float | F64 = total([beliefs[cause] for cause in claim.causes])
                belief = belief - (0.6 if counted & set(claim.causes) else 0.0)
            else:
                belief = 0.5 * self.doctrine.needs_proof + 0.2
            np.copyto(said, np.int32(index), where=belief > best)
            np.maximum(best, belief, out=best)
        return said
