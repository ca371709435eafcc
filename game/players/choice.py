"""Choosing among scored moves with integers only, so that a choice depends on neither machine nor batch.

Quantal response: a move's weight falls by the factor e for each temperature that it scores below the best.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import I32, I64, Mask
from game.engine.chance import Dice
from game.engine.exact import exp, whole_running_total

TENTHS = 10
"""Scores are whole tenths of a point."""
_TOP = 1 << 20
"""Weight of the best move."""


@lru_cache(maxsize=64)
def weights_by_distance(temperature: float) -> I64:
    """Weights for 0, 1, 2, ... tenths of a point below the best, down to none."""
    length = max(2, int(temperature * TENTHS * 14))
    distance = np.arange(length, dtype=np.float64)
    weights = np.rint(_TOP * exp(-distance / (temperature * TENTHS))).astype(np.int64)
    weights[-1] = 0
    weights.flags.writeable = False
    return weights


def pick_by_weight(weights: I64, dice: Dice, name: tuple[str, ...]) -> I32:
    """One row a game with its share of the column's total; -1 where nothing weighs anything."""
    running = whole_running_total(weights)
    total = running[-1]
    mark = (dice.uniform(name) * total).astype(np.int64)
    passed = np.count_nonzero(running <= mark, axis=0)
    return np.where(total > 0, passed, -1).astype(np.int32)


def quantal(
    scores: I32,
    legal: Mask,
    excluded: Mask,
    *,
    temperature: float,
    slots: int,
    dice: Dice,
    name: tuple[str, ...],
) -> I32:
    """Up to `slots` moves a game that can be ordered together, (slots, games); -1 where there is none left.

    `excluded`, (moves, moves), says which cannot: a move and itself at least.
    """
    chosen = np.full((slots, scores.shape[1]), -1, dtype=np.int32)
    if not len(scores):
        return chosen
    table = weights_by_distance(temperature)
    lowest = np.int32(-(1 << 24))
    scored = np.where(legal, scores, lowest)
    best = scored.max(axis=0)
    distance = np.minimum(best - scored, len(table) - 1)
    weights: NDArray[np.int64] = table[distance]
    weights *= legal
    for slot in range(slots):
        row = pick_by_weight(weights, dice, (*name, str(slot)))
        chosen[slot] = row
        if slot + 1 < slots:
            weights[excluded[:, np.maximum(row, 0)]] = 0
    return chosen
