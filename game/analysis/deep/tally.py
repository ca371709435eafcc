"""What is counted while the games of a sample are played."""

from collections.abc import Mapping

import numpy as np
from attrs import define, field, frozen

from game.engine.arrays import F64, I32, I64, Columns, Mask
from game.engine.conditions.knowledge import belief_in
from game.engine.exact import total
from game.engine.legality import legal_moves, requirements, whose_turn
from game.engine.mechanisms.attribution import FLOOR, beliefs
from game.engine.orders import BatchOrders
from game.engine.program import Program
from game.engine.world import World
from game.model.actions import Kind
from game.model.ids import PUBLIC, ActionId, ActorId, IncidentId, ObserverId, PlanId

ENOUGH = 2
"""Moves besides doing nothing that make a choice; fewer where a seat's whole menu is smaller."""


@define(eq=False)
class Tally:
    """Counts over the games of one task; all of them in one batch."""

    possible: Mask
    """(moves) Whether a move was legal in some game at some turn."""
    held: Mask
    """(conditions) Whether something that moves require held in some game at some turn."""
    done: dict[ActionId, int]
    """In how many games somebody did it."""
    few: I64
    """(played actors, turns) In how many games a seat had hardly a choice ..."""
    asked: I64
    """(played actors, turns) ... of how many in which it was asked."""
    happened: dict[IncidentId, int]
    """In how many games an incident had happened by the end."""
    moved: dict[IncidentId, dict[ObserverId, F64]]
    """For each of those games, how far an observer's beliefs had moved from the priors: half the sum of the
    differences, 0 to 1. An actor who was told the truth does not count, nor what was only claimed."""
    beliefs: dict[PlanId, F64]
    """(turns, observers, games) Belief in the causes that a plan counts; no number where nothing is known."""
    hours: list[int] = field(factory=list)
    """The hour of each turn."""


@frozen(eq=False)
class Tallying:
    """Counts while it looks on."""

    program: Program
    tally: Tally

    @classmethod
    def of(cls, program: Program, games: int, turns: int) -> "Tallying":
        """With nothing counted yet."""
        scenario, seats = program.scenario, len(program.played)
        return cls(
            program,
            Tally(
                possible=np.zeros(len(program.moves), dtype=np.bool_),
                held=np.zeros(len(program.conditions), dtype=np.bool_),
                done=dict.fromkeys(scenario.actions, 0),
                few=np.zeros((seats, turns), dtype=np.int64),
                asked=np.zeros((seats, turns), dtype=np.int64),
                happened=dict.fromkeys(scenario.incidents, 0),
                moved={
                    incident: {observer: np.zeros(0) for observer in program.observers}
                    for incident in scenario.incidents
                },
                beliefs={
                    plan: np.full((turns, len(program.observers), games), np.nan) for plan in scenario.plans
                },
            ),
        )

    def turn(self, world: World, places: Columns, going: Mask, orders: Mapping[ActorId, BatchOrders]) -> None:
        """Count what could be done, and what is believed."""
        tally, legal = self.tally, legal_moves(world)
        tally.possible |= (legal & going).any(axis=1)
        tally.held |= (requirements(world)[:-1] & going).any(axis=1)
        turn = world.turn - 1
        while len(tally.hours) <= turn:
            tally.hours.append(world.hour)
        for row, actor in enumerate(self.program.played):
            menu = [m.index for m in self.program.moves_of[actor] if m.action.kind is not Kind.INACTION]
            if menu and actor in whose_turn(world):
                choices = legal[menu].sum(axis=0, dtype=np.int64)
                tally.few[row, turn] += np.count_nonzero((choices < min(ENOUGH, len(menu))) & going)
                tally.asked[row, turn] += np.count_nonzero(going)
        for plan in self.program.scenario.plans.values():
            known = going & (world.whole("happened", plan.incident) >= 0)
            for row, observer in enumerate(self.program.observers):
                held = belief_in(world, plan.incident, observer, plan.counts)
                tally.beliefs[plan.id][turn, row, places[known]] = held[known]

    def ended(self, world: World, places: Columns) -> None:
        """Count what was done, and how far beliefs have moved."""
        times: I32
        for action in self.program.scenario.actions:
            rows = [world.whole("times", m.name) for m in self.program.moves if m.action.id == action]
            times = np.maximum.reduce(rows) if rows else np.zeros(world.count, dtype=np.int32)
            self.tally.done[action] += int(np.count_nonzero(times))
        for incident in self.program.scenario.incidents.values():
            there: Mask = world.whole("happened", incident.id) >= 0
            self.tally.happened[incident.id] += int(np.count_nonzero(there))
            prior = np.maximum(_priors(world, incident.id), FLOOR)
            prior /= total(prior)
            for observer in self.program.observers:
                counts = there
                if str(observer) != PUBLIC:
                    counts = there & (world.whole("knows", incident.id, observer) < 0)
                seen = world.nothing()
                for item in incident.evidence:
                    seen |= world.whole("seen", incident.id, item, observer) >= 0
                apart = np.abs(beliefs(world, incident.id, observer) - prior).sum(axis=0) / 2 * seen
                moved = self.tally.moved[incident.id]
                moved[observer] = np.concatenate((moved[observer], apart[counts]))


def _priors(world: World, incident: IncidentId) -> F64:
    scenario = world.program.scenario
    given = scenario.incidents[incident].priors
    rows = [np.broadcast_to(world.value(given.get(cause, 0.0)), world.count) for cause in scenario.causes]
    return np.array(rows, dtype=np.float64)
