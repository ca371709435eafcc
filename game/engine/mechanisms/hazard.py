"""The threat that leaves something to chance (Schelling 1960; Powell 1988): accidental engagements.

For a pair in contact the rate is -ln(1-h_r) * contact * roe_i * roe_j * modifiers * postures * (1 + eta
(n-1)) a day, with r the higher rung of the two towards each other, n the number of fronts and a multiplier
for each of the two whose strategic arms stand above routine posture; an engagement happens within dt hours
with probability 1 - exp(-rate dt/24). It raises the pair by one rung and never ends a game by itself.
"""

from typing import Any

import numpy as np

from game.engine.arrays import F64, I32, Columns, Mask, columns_of
from game.engine.as_seen import seen_to_hold
from game.engine.conditions.logic import all_hold
from game.engine.events import EventKind
from game.engine.exact import exp, log
from game.engine.mechanisms.arsenals import hazard_factor
from game.engine.mechanisms.attribution import bring
from game.engine.program import PairInContact
from game.engine.world import Cause, World
from game.language import phrase


def probability_within(rate_per_day: F64 | float, hours: float) -> F64:
    """Probability of at least one engagement within so many hours."""
    return 1.0 - exp(-rate_per_day * hours / 24.0)


def rate_of(hazard_per_day: F64 | float) -> F64:
    """The rate a day that belongs to a probability a day."""
    return -log(1.0 - hazard_per_day)


def rates_by_rung(rows: Any) -> F64:
    """The rate a day at each rung, (rungs,), or (rungs, games) where games differ in their assumptions."""
    if "hazard rates" not in rows.lasting:
        hazards = [rows.value(r.hazard_per_day) for r in rows.program.rungs]
        if any(isinstance(h, np.ndarray) for h in hazards):
            hazards = [np.broadcast_to(h, rows.count) for h in hazards]
        rows.lasting["hazard rates"] = rate_of(np.array(hazards))
    rates: F64 = rows.lasting["hazard rates"]
    return rates


def engagement_factor(rows: Any, actor: str) -> F64 | float:
    """What an actor's rules of engagement do to the hazard; ordinary ones for who cannot know them."""
    rules, layout = rows.program.scenario.rules_of_engagement, rows.program.layout
    if rules is None or ("roe", actor) not in layout.whole:
        return 1.0
    try:
        stance = rows.whole("roe", actor)
    except KeyError:
        normal: F64 | float = rows.value(rules.normal)
        return normal
    levels = [rows.value(n) for n in (rules.tight, rules.normal, rules.free)]
    factor: F64 = np.choose(stance, [np.asarray(n) for n in levels])
    return factor


def contact_of(rows: Any, pair: PairInContact) -> F64:
    """How close the forces of a pair are."""
    contact = np.zeros(rows.count)
    for spec in pair.contacts:
        contact += np.where(seen_to_hold(rows, spec.while_)[0], rows.value(spec.level), 0.0)
    return contact


def multiplied(rows: Any, pair: PairInContact) -> F64:
    """All that multiplies a pair's rate besides its contact and its rung."""
    one, other = pair.one, pair.other
    factor = engagement_factor(rows, one) * engagement_factor(rows, other)
    for modifier in pair.modifiers:
        factor = factor * np.where(seen_to_hold(rows, modifier.while_)[0], rows.value(modifier.multiply), 1.0)
    factor = factor * hazard_factor(rows, one) * hazard_factor(rows, other)
    wider = np.maximum(_fronts(rows) - 1, 0)
    spread: F64 = factor * (1.0 + rows.value(rows.program.scenario.hazard.scope_eta) * wider)
    return spread


def _fronts(rows: Any) -> I32:
    """How many fronts there are: those of the acts that are seen to be live, for who is not told."""
    try:
        told: I32 = rows.whole("fronts")
        return told
    except KeyError:
        fronts = np.zeros(rows.count, dtype=np.int32)
        for moves in rows.program.fronts:
            fighting = np.zeros(rows.count, dtype=np.bool_)
            for move in moves:
                if rows.can_see("until", move.name):
                    fighting |= rows.whole("until", move.name) > rows.hour
            fronts += fighting
        return fronts


def pair_rung(world: World, pair: PairInContact) -> I32:
    """The higher rung of the two towards each other, as sent."""
    one, other = pair.one, pair.other
    return np.maximum(world.whole("read", one, one, other), world.whole("read", other, other, one))


def pair_rate(rows: Any, pair: PairInContact, rung: I32, contact: F64 | None = None) -> F64:
    """Rate a day for a pair at that rung, of the world's rows or of what an actor sees of them."""
    rates = rates_by_rung(rows)
    at_rung: F64 = rates[rung] if rates.ndim == 1 else rates[rung, np.arange(rows.count)]
    found: F64 = at_rung * _scale(rows, pair, contact)
    return found


def rates_for(rows: Any, pair: PairInContact) -> F64:
    """The same at each rung, (rungs, games)."""
    rates = rates_by_rung(rows)
    found: F64 = (rates[:, None] if rates.ndim == 1 else rates) * scale_of(rows, pair)
    return found


def scale_of(rows: Any, pair: PairInContact) -> F64:
    """What a pair's rate is but for its rung, (games,): once a turn for who only looks on."""
    if isinstance(rows, World):
        return _scale(rows, pair, None)
    name = f"hazard of {pair.one} and {pair.other}"
    if name not in rows.lasting:
        rows.lasting[name] = _scale(rows, pair, None)
    scale: F64 = rows.lasting[name]
    return scale


def _scale(rows: Any, pair: PairInContact, contact: F64 | None) -> F64:
    found: F64 = (contact_of(rows, pair) if contact is None else contact) * multiplied(rows, pair)
    return found


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
            chance = probability_within(pair_rate(world, pair, rung, contact), world.hours_per_turn)
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
    text = phrase(
        "Forces of {one} and {other} meet by accident: {accident}",
        one=world.program.words(pair.one),
        other=world.program.words(pair.other),
        accident=spec.name,
    )
    world.tell(EventKind.ACCIDENT, where, text, actor=pair.one, target=pair.other, subject="hazard")
    cause = Cause(f"hazard:{pair.one}:{pair.other}")
    for effect in pair.effects:
        effect.apply(world, where, cause)
    for contact in pair.contacts:
        if contact.incident is not None:
            there = all_hold(world, contact.while_)
            bring(world, contact.incident, where[there[where]], cause)
