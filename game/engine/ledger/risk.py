"""P_haz(m) - P_haz(wait): how much likelier an accidental engagement becomes by a move, as one actor sees it.

It is the hazard itself (Schelling 1960; Powell 1988), on what the actor sees. What others do to it that the
actor cannot know (their rules of engagement, secret acts) is left at its ordinary value.
"""

from typing import Any

import numpy as np

from game.engine.arrays import F64
from game.engine.mechanisms.hazard import probability_within, rates_by_rung, rates_for, scale_of
from game.engine.moves import Move
from game.engine.program import PairInContact, Program
from game.engine.world import World
from game.model.ids import PUBLIC, ActorId


def pair_of(program: Program, one: str, other: str) -> PairInContact | None:
    """The pair of two actors whose forces may meet; None where they may not."""
    for pair in program.in_contact:
        if {pair.one, pair.other} == {ActorId(one), ActorId(other)}:
            return pair
    return None


FEW = 24
"""So many different rates are worked out once each, rather than in every game."""


def chances(rows: Any, pair: PairInContact) -> F64:
    """Chance of an engagement of a pair within the turn, by the rung at which it stands, (rungs, games).

    By the rule itself, on what these rows tell.
    """
    hours = rows.program.scenario.clock.hours_per_turn
    rates, scale = rates_by_rung(rows), scale_of(rows, pair)
    if rates.ndim == 1 and not isinstance(rows, World):
        name = f"accidents of {pair.one} and {pair.other}"
        if name not in rows.lasting:
            rows.lasting[name] = _by_rung(rates, scale, hours)
        found: F64 = rows.lasting[name]
        return found
    return probability_within(rates_for(rows, pair), hours)


def _by_rung(rates: F64, scale: F64, hours: int) -> F64:
    """Where games share their numbers, few rates are met: each is worked out once."""
    different, which = np.unique(scale, return_inverse=True)
    if len(different) > FEW:
        return probability_within(rates[:, None] * scale, hours)
    table = probability_within(rates[:, None] * different, hours)
    found: F64 = table.take(which.reshape(-1), axis=1)
    return found


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
    by_rung = chances(rows, pair)
    now = by_rung[standing(rows, move.actor, move.target), np.arange(rows.count)]
    more: F64 = np.maximum(by_rung[move.rung] - now, 0.0)
    return more
