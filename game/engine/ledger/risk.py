"""P_haz(m) - P_haz(wait): how much likelier an accidental engagement becomes by a move, as one actor sees it.

The form is that of the hazard itself (Schelling 1960; Powell 1988). What others do to it that the actor
cannot know (their rules of engagement, secret acts) is left at its ordinary value.
"""

from typing import Any

import numpy as np

from game.engine.arrays import F64
from game.engine.exact import exp
from game.engine.ledger.formulas import Amount
from game.engine.mechanisms.hazard import rate_of
from game.engine.moves import Move
from game.engine.program import PairInContact, Program
from game.model.ids import ActorId


def pair_of(program: Program, one: str, other: str) -> PairInContact | None:
    """The pair of two actors whose forces may meet; None where they may not."""
    for pair in program.in_contact:
        if {pair.one, pair.other} == {ActorId(one), ActorId(other)}:
            return pair
    return None


def exposure(rows: Any, actor: ActorId, pair: PairInContact) -> Amount:
    """Contact times the actor's own rules of engagement, over a turn in days."""
    program, value = rows.program, rows.value
    level = value(pair.contacts[0].level)
    for contact in pair.contacts[1:]:
        level = np.maximum(level, value(contact.level))
    factor: Amount = level * (program.scenario.clock.hours_per_turn / 24.0)
    rules = program.scenario.rules_of_engagement
    if rules is not None and ("roe", actor) in program.layout.whole:
        levels = [value(n) for n in (rules.tight, rules.normal, rules.free)]
        factor = factor * np.choose(rows.whole("roe", actor), [np.asarray(n) for n in levels])
    return factor


def rates(rows: Any) -> F64:
    """Rate a day by rung in full contact, (rungs, 1) or (rungs, games)."""
    hazards = [rows.value(rung.hazard_per_day) for rung in rows.program.rungs]
    if any(isinstance(hazard, np.ndarray) for hazard in hazards):
        return rate_of(np.array([np.broadcast_to(hazard, rows.count) for hazard in hazards]))
    return rate_of(np.array(hazards))[:, None]


def standing(rows: Any, actor: ActorId, other: ActorId) -> Any:
    """Index of the higher rung of two towards each other, as the first of them sees it, (games,)."""
    return np.maximum(rows.whole("read", actor, actor, other), rows.whole("read", actor, other, actor))


def accident_risk(rows: Any, move: Move) -> F64:
    """How much a move adds to the chance of an engagement with its target within the turn, (games,)."""
    nothing = np.zeros(rows.count)
    if move.rung <= 0 or move.target is None:
        return nothing
    pair = pair_of(rows.program, move.actor, move.target)
    if pair is None:
        return nothing
    try:
        now = standing(rows, move.actor, move.target)
    except KeyError:
        now = np.maximum(
            rows.whole("read", "public", move.actor, move.target),
            rows.whole("read", "public", move.target, move.actor),
        )
    by_rung = np.broadcast_to(rates(rows), (len(rows.program.rungs), rows.count))
    games = np.arange(rows.count)
    try:
        factor = exposure(rows, move.actor, pair)
    except KeyError:
        factor = rows.program.scenario.clock.hours_per_turn / 24.0
    calm = exp(-by_rung[now, games] * factor)
    after = exp(-by_rung[np.maximum(now, move.rung), games] * factor)
    risk: F64 = calm - after
    return risk
