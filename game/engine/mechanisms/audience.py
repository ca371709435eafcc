"""Audience costs (Fearon 1994; Tomz 2007; against: Downes and Sechser 2012, for whom the strength is 0)."""

import numpy as np

from game.engine.arrays import F64, Columns
from game.engine.conditions.logic import all_hold
from game.engine.world import Cause, World
from game.model.ids import ActorId
from game.model.numbers import Number


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


def charge_backing_down(
    world: World,
    actor: ActorId,
    publicity: Number,
    severity: float,
    where: Columns,
    *,
    guilt: float | F64,
    cause: Cause,
) -> None:
    """Take the cost of backing down from an actor's track."""
    audience = world.program.scenario.audience
    if not audience.track or ("track", actor, audience.track) not in world.program.layout.numbers:
        return
    covered = all_hold(world, audience.covered_when) if audience.covered_when else world.nothing()
    cover = np.where(covered, world.value(audience.cover), 0.0)
    cost = backing_down_cost(strength_of(world, actor), world.value(publicity), severity, cover, guilt)
    world.change(actor, audience.track, -cost, where, cause)


def charge_threatening(
    world: World, actor: ActorId, publicity: Number, severity: float, where: Columns, *, cause: Cause
) -> None:
    """Take the cost of having threatened at all: lambda_b * publicity * S/100."""
    audience = world.program.scenario.audience
    if not audience.track or ("track", actor, audience.track) not in world.program.layout.numbers:
        return
    cost = world.value(audience.for_threatening) * world.value(publicity) * severity / 100.0
    world.change(actor, audience.track, -cost, where, cause)
