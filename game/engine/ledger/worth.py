"""What a move is worth to its actor before anybody answers: G and c of the ledger, and U(wait).

From what the move's effects do to the tracks that its objectives and aftermath are scaled by, and to places.
An aim counts where it is known to be drawn; whoever does not know counts it by how likely it was drawn.
Objectives that hang on conditions alone have no marginal value.
"""

from functools import cached_property, lru_cache
from math import fsum
from typing import Any

import numpy as np
from attrs import frozen

from game.engine.arrays import F64
from game.engine.moves import Move
from game.engine.program import Program
from game.model.actors import Objective, Owner
from game.model.ids import ActorId, RegionId
from game.model.numbers import Assumed, Number

PLACE = 9.0
"""Points that taking or losing a place is worth where no objective says so."""
APPEAL = 0.9
"""Points for each unit by which an action serves a drive of ordinary weight: what its effects cannot say."""

Kind = tuple[str, ...]
"""A kind of consequence, as effects yield them."""


@frozen
class Marginal:
    """Points for one unit of a kind of consequence."""

    always: float
    """By objectives and aftermath."""
    by_aim: tuple[tuple[str, float], ...]
    """More, by each aim that is drawn."""


@frozen(eq=False)
class Worth:
    """What consequences are worth to one actor, in points of its own scale."""

    program: Program
    """The compiled scenario."""
    actor: ActorId
    """Whose scale."""

    @cached_property
    def tracks(self) -> dict[Kind, Marginal]:
        """Points for one unit of each track that matters to it."""
        actor = self.program.scenario.actors[self.actor]
        always: dict[Kind, float] = {}
        drawn: dict[Kind, list[tuple[str, float]]] = {}
        for table, is_aim in ((actor.objectives, False), (actor.aftermath, False), (actor.aims, True)):
            for objective in table.values():
                if (found := self._marginal(objective)) is None:
                    continue
                kind, points = found
                if is_aim:
                    drawn.setdefault(kind, []).append((objective.id, points))
                else:
                    always[kind] = always.get(kind, 0.0) + points
        return {
            kind: Marginal(always.get(kind, 0.0), tuple(drawn.get(kind, ()))) for kind in {**always, **drawn}
        }

    def _marginal(self, objective: Objective) -> tuple[Kind, float] | None:
        scenario = self.program.scenario
        if objective.track is None:
            return None
        shared = scenario.tracks[objective.track].owner is Owner.WORLD
        owner = "world" if shared else str(objective.of or self.actor)
        span = objective.full_at - objective.nothing_at
        return ("track", owner, objective.track), self.central(objective.points) / span

    def central(self, number: Number) -> float:
        """The central value of a number: actors value by these."""
        scenario = self.program.scenario
        return scenario.assumptions[number.assumption].value if isinstance(number, Assumed) else float(number)

    def of(self, kind: Kind, rows: Any) -> F64:
        """Points for one unit of a kind of consequence in each game, as far as these rows can tell."""
        if kind[0] == "holds":
            return self.of_place(kind[1], kind[2], rows)
        marginal = self.tracks.get(kind)
        worth = np.full(rows.count, marginal.always if marginal is not None else 0.0)
        for aim, points in marginal.by_aim if marginal is not None else ():
            worth = worth + points * self._drawn(aim, rows)
        return worth

    def _drawn(self, aim: str, rows: Any) -> Any:
        """Whether an aim is drawn, or how likely that is for somebody who may not know."""
        try:
            return rows.whole("aim", self.actor, aim)
        except KeyError:
            actor = self.program.scenario.actors[self.actor]
            return actor.aims_drawn / len(actor.aims)

    def of_place(self, region: str, holder: str, rows: Any) -> F64:
        """Points for somebody's taking of a place: one's own taking, or the loss of what was one's own."""
        there = rows.whole("holds", region) == self.program.actor_index(holder)
        owner = self.program.scenario.regions[RegionId(region)].owner
        mine = 1.0 if holder == self.actor else (-1.0 if owner == self.actor else 0.0)
        return np.where(there, 0.0, PLACE * mine)

    def of_move(self, move: Move, rows: Any) -> tuple[F64, F64]:
        """G and c of one of its moves: what its effects and appeals bring, and what they cost."""
        serves = APPEAL * float(fsum(max(amount, 0.0) for amount in move.action.appeals.values()))
        hurts = APPEAL * float(fsum(max(-amount, 0.0) for amount in move.action.appeals.values()))
        gain, cost = np.full(rows.count, serves), np.full(rows.count, hurts)
        for effect in move.action.effects:
            for kind, amount in effect.consequences(self.program.scenario):
                if kind in self.tracks or kind[0] == "holds":
                    points = self.of(kind, rows) * amount
                    gain = gain + np.maximum(points, 0.0)
                    cost = cost + np.maximum(-points, 0.0)
        return gain, cost

    def of_waiting(self, rows: Any) -> F64:
        """U(wait): what drift does to its tracks in a turn."""
        days = self.program.scenario.clock.hours_per_turn / 24.0
        worth = np.zeros(rows.count)
        for kind in self.tracks:
            drift = self.central(self.program.scenario.tracks[kind[2]].drift_per_day)  # type: ignore[index]
            if drift:
                worth = worth + self.of(kind, rows) * (drift * days)
        return worth


@lru_cache(maxsize=64)
def worth(program: Program, actor: ActorId) -> Worth:
    """What consequences are worth to an actor, found once for each program."""
    return Worth(program, actor)
