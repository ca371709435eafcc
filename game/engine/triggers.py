"""Whether a move could by itself pull the trigger of a promise, as others would read it.

What computer players reckon with and what a screen warns of before an order is given: one answer for both.
"""

from game.engine.conditions.acts import Did, LimitCrossed, Live, RungAtLeast
from game.engine.conditions.logic import All, AnyOf
from game.engine.conditions.salami import ActsWithin
from game.engine.program import Move, Program
from game.model.ids import PUBLIC
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
            return False


def crosses(program: Program, move: Move, limit_id: str) -> bool:
    """Whether a move stands, as everybody reads it, where a limit is crossed."""
    limit = program.scenario.limits[limit_id]  # type: ignore[index]  # ids are strings
    fits = (not limit.by or move.actor in limit.by) and (not limit.on or move.target in limit.on)
    return fits and move.reads.get(PUBLIC, 0) >= program.rung_index(limit.at) > 0
