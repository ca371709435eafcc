"""The threat that leaves something to chance (Schelling 1960; Powell 1988): accidental engagements.

For a pair in contact the rate is -ln(1-h_r) * contact * roe_i * roe_j * modifiers * postures * (1 + eta
(n-1)) a day, with r the higher rung of the two towards each other, n the number of fronts and a multiplier
for each of the two whose strategic arms stand above routine posture; an engagement happens within dt hours
with probability 1 - exp(-rate dt/24). It raises the pair by one rung and never ends a game by itself.
"""

import numpy as np

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.conditions.logic import all_hold
from game.engine.events import EventKind
from game.engine.exact import exp, log
from game.engine.mechanisms.arsenals import hazard_factor
from game.engine.mechanisms.attribution import bring
from game.engine.program import PairInContact
from game.engine.world import Cause, World


def probability_within(rate_per_day: F64 | float, hours: float) -> F64:
    """Probability of at least one engagement within so many hours."""
    return 1.0 - exp(-rate_per_day * hours / 24.0)


def rate_of(hazard_per_day: F64 | float) -> F64:
    """The rate a day that belongs to a probability a day."""
    return -log(1.0 - hazard_per_day)


def _rates(world: World, rung: I32) -> F64:
    if "hazard rates" not in world.lasting:
        hazards = [world.value(r.hazard_per_day) for r in world.program.rungs]
        if any(isinstance(h, np.ndarray) for h in hazards):
            hazards = [np.broadcast_to(h, world.count) for h in hazards]
        world.lasting["hazard rates"] = rate_of(np.array(hazards))
    rates: F64 = world.lasting["hazard rates"]
    by_rung: F64 = rates[rung] if rates.ndim == 1 else rates[rung, np.arange(world.count)]
    return by_rung


def engagement_factor(world: World, actor: str) -> F64 | float:
    """What an actor's rules of engagement do to the hazard."""
    rules = world.program.scenario.rules_of_engagement
    if rules is None or not world.has(("roe", actor)):
        return 1.0
    levels = [world.value(n) for n in (rules.tight, rules.normal, rules.free)]
    return np.choose(world.whole("roe", actor), [np.asarray(n) for n in levels])


def contact_of(world: World, pair: PairInContact) -> F64:
    """How close the forces of a pair are."""
    contact = np.zeros(world.count)
    for spec in pair.contacts:
        contact += np.where(all_hold(world, spec.while_), world.value(spec.level), 0.0)
    return contact


def pair_rung(world: World, pair: PairInContact) -> I32:
    """The higher rung of the two towards each other, as sent."""
    one, other = pair.one, pair.other
    return np.maximum(world.whole("read", one, one, other), world.whole("read", other, other, one))


def pair_rate(world: World, pair: PairInContact, contact: F64, rung: I32) -> F64:
    """Rate a day for a pair in such contact at that rung."""
    one, other = pair.one, pair.other
    rate = _rates(world, rung) * contact * engagement_factor(world, one) * engagement_factor(world, other)
    for modifier in pair.modifiers:
        rate *= np.where(all_hold(world, modifier.while_), world.value(modifier.multiply), 1.0)
    rate = rate * hazard_factor(world, one) * hazard_factor(world, other)
    wider = np.maximum(world.whole("fronts") - 1, 0)
    return rate * (1.0 + world.value(world.program.scenario.hazard.scope_eta) * wider)


def leave_to_chance(world: World) -> bool:
    """Phase 6. Returns whether anything happened in any game."""
    engaged = False
    if not world.program.rungs:
        return engaged
    for pair in world.program.in_contact:
        contact = contact_of(world, pair)
        touching: Mask = contact > 0
        if touching.any():
            rung = pair_rung(world, pair)
            chance = probability_within(pair_rate(world, pair, contact, rung), world.hours_per_turn)
            met = world.chance.happens(("hazard", pair.one, pair.other), chance, touching)
            where = columns_of(met)
            if len(where):
                _engage(world, pair, rung, where)
                engaged = True
    return engaged


def _engage(world: World, pair: PairInContact, rung: I32, where: Columns) -> None:
    spec = world.program.scenario.hazard
    top = world.program.rung_index(spec.highest) if spec.highest else len(world.program.rungs) - 1
    raised = np.maximum(np.minimum(rung[where] + 1, top), rung[where])
    for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
        world.set_whole(("accident_rung", one, other), raised, where)
        world.set_whole(
            ("accident_until", one, other), world.hour + world.hours_per_turn + spec.lasts_hours, where
        )
    names = f"{world.program.words(pair.one)} and {world.program.words(pair.other)}"
    text = f"Forces of {names} meet by accident: {spec.name}"
    world.tell(EventKind.ACCIDENT, where, text, actor=pair.one, target=pair.other, subject="hazard")
    cause = Cause(f"hazard:{pair.one}:{pair.other}")
    for effect in pair.effects:
        effect.apply(world, where, cause)
    for contact in pair.contacts:
        if contact.incident is not None:
            there = all_hold(world, contact.while_)
            bring(world, contact.incident, where[there[where]], cause)
