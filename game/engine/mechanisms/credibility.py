"""Credibility: each observer's belief, in log-odds, that an issuer is Hard, for each class of promise.

After Fearon (1997); Huth and Russett (1984) for the sceptics, for whom `weight` is 0. A type T pays a cost
K for keeping a promise with probability s_T(K) = (1-e) exp(-K/K_T).
"""

import numpy as np

from game.engine.arrays import F64, Columns
from game.engine.exact import FEW, exp, log
from game.engine.world import World
from game.model.ids import ActorId, PromiseId

BOUND = 4.6
"""Log-odds beyond which nobody is surer: about 99 in 100."""


def when_kept(world: World, cost: float | F64) -> float | F64:
    """phi ln(s_H/s_S): linear in the cost K."""
    r = world.program.scenario.reputation
    return world.value(r.weight) * (cost / world.value(r.soft_scale) - cost / world.value(r.hard_scale))


def when_broken(world: World, cost: float | F64) -> float | F64:
    """phi ln((1-s_H)/(1-s_S)): nothing at K = 0 and at K without bound."""
    r = world.program.scenario.reputation
    steady = 1.0 - world.value(r.error)
    hard = 1.0 - steady * exp(-cost / world.value(r.hard_scale))
    soft = 1.0 - steady * exp(-cost / world.value(r.soft_scale))
    return world.value(r.weight) * log(np.maximum(hard, 1e-12) / np.maximum(soft, 1e-12))


def move_credibility(
    world: World, issuer: ActorId, promise: PromiseId, by: float | F64, where: Columns
) -> None:
    """Move everybody else's belief about an issuer; other classes of promise move by the spill-over."""
    scenario = world.program.scenario
    spill = world.value(scenario.reputation.spill_over)
    step = by[where] if isinstance(by, np.ndarray) and by.ndim else by
    share = spill[where] if isinstance(spill, np.ndarray) else spill
    for observer in world.program.observers:
        if str(observer) == str(issuer):
            continue
        for other in scenario.promises:
            row = world.number("credibility", observer, issuer, other)
            moved = row[where] + (step if other == promise else step * share)
            row[where] = np.minimum(np.maximum(moved, -BOUND), BOUND)


def forget(world: World) -> None:
    """Drift back to the start: l0 + (l - l0) exp(-dt/T), over one turn."""
    scenario = world.program.scenario
    if not scenario.promises:
        return
    days = world.hours_per_turn / 24.0
    kept = exp(-days / world.value(scenario.reputation.forgets_after_days))
    rows = np.array(list(world.program.credibility_rows.values()), dtype=np.intp)
    starts = _starts(world)
    if world.count <= FEW:
        world.number_table[rows] = starts + (world.number_table[rows] - starts) * kept
        return
    for row, start in zip(rows.tolist(), starts, strict=True):
        values = world.number_table[row]
        values -= start
        values *= kept
        values += start


def _starts(world: World) -> F64:
    """Where each row of credibility started, (rows, 1), or (rows, games) where games differ."""
    reputation = world.program.scenario.reputation
    issuers = [ActorId(name[2]) for name in world.program.credibility_rows]
    starts = [world.value(reputation.starts.get(issuer, reputation.start)) for issuer in issuers]
    if any(isinstance(start, np.ndarray) for start in starts):
        return np.array([np.broadcast_to(start, world.count) for start in starts])
    return np.array(starts, dtype=np.float64)[:, None]
