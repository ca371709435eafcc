"""Outcomes and values: the first ending that matches, and what it is worth to each actor on its own scale."""

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, columns_of
from game.engine.conditions.logic import all_hold
from game.engine.conditions.situation import track_row
from game.engine.events import EventKind
from game.engine.mechanisms import deals
from game.engine.world import World
from game.language import Phrase, phrase, quote
from game.model.actors import Objective
from game.model.endings import Outcome, OutcomeClass
from game.model.ids import ActorId


class NoEnding(RuntimeError):
    """The clock ran out and no ending matched: a scenario whose last outcome has conditions."""


@frozen
class Score:
    """What one objective came to in one game."""

    named: Phrase
    """Its title."""
    points: float
    """What it brought."""
    of: float
    """What it would have brought in full."""
    part: str
    """`objective`, `aim`, `aftermath` or `deal`."""

    @property
    def objective(self) -> str:
        """Its title in the language that is spoken here."""
        return str(self.named)


def draw_start(world: World) -> None:
    """Draw private types, private aims and the hidden end."""
    scenario = world.program.scenario
    for actor in scenario.actors.values():
        if actor.types:
            weights = [world.value(kind.probability) for kind in actor.types.values()]
            world.whole("type", actor.id)[:] = world.chance.pick(("type", actor.id), weights)
        left = [np.ones(world.count) for _ in actor.aims]
        for n in range(min(actor.aims_drawn, len(actor.aims))):
            drawn = world.chance.pick(("aim", actor.id, str(n)), left)
            for index, aim in enumerate(actor.aims):
                chosen = columns_of(drawn == index)
                world.set_whole(("aim", actor.id, aim), 1, chosen)
                left[index][chosen] = 0.0
    turns = scenario.clock.hidden_end_hours // scenario.clock.hours_per_turn
    if turns:
        extra = world.chance.pick(("hidden end",), [1.0] * (turns + 1))
        world.number("end_hour")[:] = scenario.clock.horizon_hours + extra * scenario.clock.hours_per_turn


def settle_outcomes(world: World) -> None:
    """Phase 8: the first ending that matches, in the order of the file."""
    scenario = world.program.scenario
    outcome = world.whole("outcome")
    going_on = outcome < 0
    ran_out = world.hour + world.hours_per_turn >= world.number("end_hour")
    for index, ending in enumerate(scenario.outcomes.values()):
        possible = (outcome < 0) & (ran_out if ending.at_end_only else True)
        if possible.any():
            where = columns_of(possible & all_hold(world, ending.when))
            if len(where):
                outcome[where] = index
                world.tell(EventKind.ENDED, where, _said(ending), subject=ending.id)
    if (ran_out & (outcome < 0)).any():
        raise NoEnding(f"{scenario.id}: the clock ran out and no outcome matched; add one without conditions")
    over = columns_of(going_on & (outcome >= 0))
    if len(over) == world.count:
        _value(world)
    elif len(over):
        ended = world.only(over)
        _value(ended)
        for actor in world.program.actors:
            world.set_number(("value", actor), ended.number("value", actor), over)


def _value(world: World) -> None:
    """What the ends of these games, all of them over, are worth."""
    scenario = world.program.scenario
    outcomes = list(scenario.outcomes.values())
    index = world.whole("outcome")
    war = np.array([o.class_ is OutcomeClass.GENERAL_WAR for o in outcomes])[index]
    for actor_id in world.program.actors:
        earned = np.zeros(world.count)
        for _, _, points, _ in objective_points(world, actor_id):
            earned += points
        for _, points, _ in deals.came_of(world, actor_id):
            earned += points
        result = np.minimum(np.maximum(earned, 0.0), 100.0)
        for n, outcome in enumerate(outcomes):
            if outcome.values or outcome.values_by_type:
                result = np.where(index == n, terminal_value(world, n, actor_id), result)
        world.number("value", actor_id)[:] = np.where(war, 0.0, result)


def _said(ending: Outcome) -> Phrase:
    if not ending.text:
        return phrase("{ending}.", ending=ending.name)
    return phrase("{ending}. {text}", ending=ending.name, text=ending.text)


def terminal_value(world: World, outcome: int, actor: ActorId) -> F64:
    """What an ending with stated values is worth to an actor, by its private type where the file says so."""
    scenario = world.program.scenario
    spec = list(scenario.outcomes.values())[outcome]
    worth = np.zeros(world.count) + world.value(spec.values.get(actor, 0.0))
    for kind, value in spec.values_by_type.get(actor, {}).items():
        is_type = world.whole("type", actor) == list(scenario.actors[actor].types).index(kind)
        worth = np.where(is_type, world.value(value), worth)
    return worth


def objective_points(world: World, actor_id: ActorId) -> Iterable[tuple[str, Objective, F64, F64]]:
    """For each objective, drawn aim and aftermath: its part, itself, what it brings, what it could bring."""
    actor = world.program.scenario.actors[actor_id]
    for part, table in (("objective", actor.objectives), ("aim", actor.aims), ("aftermath", actor.aftermath)):
        for objective in table.values():
            counts = world.everything()
            if part == "aim":
                counts = world.whole("aim", actor_id, objective.id) == 1
            if objective.type is not None:
                counts = counts & (world.whole("type", actor_id) == list(actor.types).index(objective.type))
            full = np.where(counts, world.value(objective.points), 0.0)
            yield part, objective, full * _met(world, actor_id, objective), full


def _met(world: World, actor: ActorId, objective: Objective) -> F64:
    share = all_hold(world, objective.when).astype(np.float64)
    if objective.track is not None:
        level = world.number(*track_row(world.program.scenario, objective.of or actor, objective.track))
        span = objective.full_at - objective.nothing_at
        share = share * np.minimum(np.maximum((level - objective.nothing_at) / span, 0.0), 1.0)
    return share


def scores(world: World, actor: ActorId, column: int = 0) -> tuple[Score, ...]:
    """One finished game's objectives of an actor, and what deals brought it, for the review."""
    parts = [
        (quote(objective.name), points, full, part)
        for part, objective, points, full in objective_points(world, actor)
    ]
    parts += [(title, points, full, "deal") for title, points, full in deals.came_of(world, actor)]
    return tuple(
        Score(title, float(points[column]), float(full[column]), part)
        for title, points, full, part in parts
        if full[column] != 0
    )
