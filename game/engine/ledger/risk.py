"""P_haz(m) - P_haz(wait): how much likelier an accidental engagement becomes by a move, as one actor sees it.

The form is that of the hazard itself (Schelling 1960; Powell 1988). What others do to it that the actor
cannot know (their rules of engagement, secret acts) is left at its ordinary value.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from game.engine.arrays import F64
from game.engine.exact import exp
from game.engine.mechanisms.hazard import rate_of
from game.engine.moves import Move
from game.engine.program import PairInContact, Program
from game.model.ids import PUBLIC, ActorId


def pair_of(program: Program, one: str, other: str) -> PairInContact | None:
    """The pair of two actors whose forces may meet; None where they may not."""
    for pair in program.in_contact:
        if {pair.one, pair.other} == {ActorId(one), ActorId(other)}:
            return pair
    return None


def chances(rows: Any, actor: ActorId, pair: PairInContact) -> F64:
    """Chance of an engagement of a pair within the turn, by the rung at which it stands, (rungs, games).

    With the actor's own rules of engagement, which it knows; with ordinary ones where it does not.
    """
    program, value = rows.program, rows.value
    contact = value(pair.contacts[0].level)
    for another in pair.contacts[1:]:
        contact = np.maximum(contact, value(another.level))
    days = program.scenario.clock.hours_per_turn / 24.0
    hazards = [value(rung.hazard_per_day) for rung in program.rungs]
    rules = program.scenario.rules_of_engagement
    levels: list[Any] = [np.asarray(1.0)]
    try:
        stance = rows.whole("roe", actor)
    except KeyError:
        stance = np.zeros(rows.count, dtype=np.int32)
    else:
        assert rules is not None, "there is a row of rules of engagement"
        levels = [np.asarray(value(rule)) for rule in (rules.tight, rules.normal, rules.free)]
    if any(np.ndim(each) for each in (contact, *hazards, *levels)):
        by_rung = rate_of(np.array([np.broadcast_to(hazard, rows.count) for hazard in hazards]))
        found: F64 = 1.0 - exp(-(by_rung * (contact * np.choose(stance, levels) * days)))
        return found
    table = _table(tuple(map(float, hazards)), tuple(float(contact * level) for level in levels), days)
    by_stance: F64 = table.take(stance, axis=1)
    return by_stance


@lru_cache(maxsize=256)
def _table(hazards: tuple[float, ...], contacts: tuple[float, ...], days: float) -> F64:
    """The chance by rung and rules of engagement, where all games share the numbers: worked out once."""
    table: F64 = 1.0 - exp(-(rate_of(np.array(hazards))[:, None] * (np.array(contacts) * days)))
    table.flags.writeable = False
    return table


def standing(rows: Any, actor: ActorId, other: ActorId) -> Any:
    """Index of the higher rung of two towards each other, as the first of them sees it, (games,)."""
    try:
        sent = rows.whole("read", actor, actor, other)
        return np.maximum(sent, rows.whole("read", actor, other, actor))
    except KeyError:
        sent = rows.whole("read", PUBLIC, actor, other)
        return np.maximum(sent, rows.whole("read", PUBLIC, other, actor))


def accident_risk(rows: Any, move: Move) -> F64:
    """How much a move adds to the chance of an engagement with its target within the turn, (games,)."""
    pair = pair_of(rows.program, move.actor, move.target) if move.target is not None else None
    if move.rung <= 0 or move.target is None or pair is None:
        return np.zeros(rows.count)
    by_rung = chances(rows, move.actor, pair)
    now = by_rung[standing(rows, move.actor, move.target), np.arange(rows.count)]
    more: F64 = np.maximum(by_rung[move.rung] - now, 0.0)
    return more
