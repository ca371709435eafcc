"""Audience costs (Fearon 1994; Tomz 2007; against: Downes and Sechser 2012, for whom the strength is 0)."""

import numpy as np

from game.engine.arrays import F64, Columns
from game.engine.conditions.logic import all_hold
from game.engine.world import Cause, World
from game.model.ids import ActorId


def backing_down_cost(
    strength: float | F64,
    publicity: float | F64,
    severity: float | F64,
    cover: float | F64,
    guilt: float | F64,
) -> float | F64:
    """lambda publicity S/100 (1-mu) pi_public, in points: nobody is punished for sparing the innocent."""
    return strength * publicity * severity / 100.0 * (1.0 - cover) * guilt


def strength_of(world: World, actor: ActorId) -> float | F64:
    """lambda of an actor's audience."""
    audience = world.program.scenario.audience
    return world.value(audience.strengths.get(actor, audience.strength))


def pays(world: World, actor: ActorId) -> bool:
    """Whether an actor has the track on which audiences charge."""
    track = world.program.scenario.audience.track
    return bool(track) and ("track", actor, track) in world.program.layout.numbers


def cover(world: World) -> F64:
    """mu in each game: what a mediator or reciprocity saves of a loss of face now, (games,)."""
    audience = world.program.scenario.audience
    covered = all_hold(world, audience.covered_when) if audience.covered_when else world.nothing()
    return np.where(covered, world.value(audience.cover), 0.0)


def charge_face(world: World, actor: ActorId, points: float | F64, where: Columns, cause: Cause) -> F64:
    """Take points of face from an actor's track, less what is covered now.

    Returns what the track lost in each game, points (games,): no more than was left above its floor, and
    nothing where audiences do not charge the actor.
    """
    if not pays(world, actor) or not len(where):
        return np.zeros(world.count)
    track = world.program.scenario.audience.track
    before = world.number("track", actor, track).copy()
    world.change(actor, track, points * (cover(world) - 1.0), where, cause)
    return before - world.number("track", actor, track)


def charge_backing_down(
    world: World,
    actor: ActorId,
    publicity: float | F64,
    severity: float,
    where: Columns,
    *,
    guilt: float | F64,
    cause: Cause,
) -> None:
    """Take the cost of backing down, from a promise as public as it is now, from an actor's track."""
    if not pays(world, actor):
        return
    cost = backing_down_cost(strength_of(world, actor), publicity, severity, cover(world), guilt)
    world.change(actor, world.program.scenario.audience.track, -cost, where, cause)


def charge_threatening(
    world: World, actor: ActorId, publicity: float | F64, severity: float, where: Columns, *, cause: Cause
) -> None:
    """Take the cost of having threatened at all: lambda_b * publicity * S/100."""
    audience = world.program.scenario.audience
    if not pays(world, actor):
        return
    cost = world.value(audience.for_threatening) * publicity * severity / 100.0
    world.change(actor, audience.track, -cost, where, cause)
