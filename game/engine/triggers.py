"""Whether a move could by itself pull the trigger of a promise, as others would read it.

What computer players reckon with and what a screen warns of before an order is given: one answer for both.
"""

from collections.abc import Iterator

from game.engine.conditions.acts import Did, LimitCrossed, Live, RungAtLeast
from game.engine.conditions.forces import ForcesIn, ForcesMeet
from game.engine.conditions.logic import All, AnyOf
from game.engine.conditions.salami import ActsWithin
from game.engine.conditions.situation import FactsAtLeast, RegionHeldBy
from game.engine.program import Move, Program
from game.engine.reach import forces_of
from game.engine.within import mentioned
from game.model.forces import Force
from game.model.ids import PUBLIC, RegionId
from game.model.primitives import Condition


def could_pull(program: Program, move: Move, trigger: Condition) -> bool:
    """Whether doing that move could bring about a condition, or one part of it."""
    match trigger:
        case All() | AnyOf():
            return any(could_pull(program, move, part) for part in trigger.of)
        case Did() | Live():
            aimed = trigger.target in (None, move.target)
            return trigger.actor == move.actor and trigger.action == move.action.id and aimed
        case LimitCrossed():
            return trigger.by in (None, move.actor) and crosses(program, move, trigger.limit)
        case RungAtLeast() | ActsWithin():
            aimed = trigger.by in (None, move.actor) and trigger.on in (None, move.target)
            observer = trigger.as_seen_by if isinstance(trigger, RungAtLeast) else PUBLIC
            read = move.reads.get(str(observer), 0)
            return aimed and move.target is not None and read >= program.rung_index(trigger.rung) > 0
        case _:
            return _moves_into(program, move, trigger)


def _moves_into(program: Program, move: Move, trigger: Condition) -> bool:
    """Whether a move may send forces, or change who holds a place, so as to bring about a condition."""
    match trigger:
        case ForcesIn():
            wanted = forces_of(program.scenario, trigger.actor, trigger.domain, trigger.type)
            return any(to == trigger.region and force in wanted for force, to in _sent(program, move))
        case ForcesMeet():
            pair = (trigger.one, trigger.other)
            meant = [f for who in pair for f in forces_of(program.scenario, who, trigger.domain)]
            return any(force in meant for force, _ in _sent(program, move))
        case RegionHeldBy():
            return any(taken == (trigger.region, trigger.actor) for taken in _taken(move))
        case FactsAtLeast():
            return any(region == trigger.region for region, _ in _taken(move))
        case _:
            return False


def _sent(program: Program, move: Move) -> Iterator[tuple[Force, RegionId]]:
    """The forces that a move may send somewhere, and where."""
    for effect in mentioned(move.action.effects, "move_force"):
        yield program.scenario.forces[effect.force], effect.to


def _taken(move: Move) -> Iterator[tuple[str, str]]:
    """The places that may change hands by a move, and who holds them then."""
    for effect in mentioned(move.action.effects, "take_region"):
        yield effect.region, effect.by


def crosses(program: Program, move: Move, limit_id: str) -> bool:
    """Whether a move stands, as everybody reads it, where a limit is crossed."""
    limit = program.scenario.limits[limit_id]  # type: ignore[index]  # ids are strings
    fits = (not limit.by or move.actor in limit.by) and (not limit.on or move.target in limit.on)
    return fits and move.reads.get(PUBLIC, 0) >= program.rung_index(limit.at) > 0
