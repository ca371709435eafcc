"""Choosing among scored moves with integers only, so that a choice depends on neither machine nor batch.

Quantal response: a move's weight falls by the factor e for each temperature that it scores below the best.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import I32, Mask, columns_of
from game.engine.chance import Dice
from game.engine.exact import FEW, count_true, exp, whole_running_total

TENTHS = 10
"""Scores are whole tenths of a point."""
_TOP = 1 << 20
"""Weight of the best move."""
_FAR_BELOW = np.int32(1 << 24)
"""Tenths of a point by which a move that is not legal scores below any that is."""

Whole = NDArray[np.signedinteger[Any]]
"""Weights, whole numbers of any size that holds their total."""


@lru_cache(maxsize=64)
def weights_by_distance(temperature: float) -> I32:
    """Weights for 0, 1, 2, ... tenths of a point below the best, down to none.

    Those of a thousand moves still add up to less than 2**31.
    """
    length = max(2, int(temperature * TENTHS * 14))
    distance = np.arange(length, dtype=np.float64)
    weights = np.rint(_TOP * exp(-distance / (temperature * TENTHS))).astype(np.int32)
    weights[-1] = 0
    weights.flags.writeable = False
    return weights


def pick_by_weight(weights: Whole, dice: Dice, name: tuple[str, ...]) -> I32:
    """One row a game with its share of the column's total; -1 where nothing weighs anything."""
    running = whole_running_total(weights)
    total = running[-1]
    mark = (dice.uniform(name) * total).astype(running.dtype)
    return np.where(total > 0, count_true(running <= mark), np.int32(-1))


def strike(weights: Whole, row: I32, excluded: Mask) -> None:
    """Let nothing weigh anything that cannot be ordered together with the rows that were picked."""
    taken = np.maximum(row, 0)
    if len(row) <= FEW:
        weights[excluded[:, taken]] = 0
        return
    weights[taken, np.arange(len(row))] = 0
    for move in columns_of(np.count_nonzero(excluded, axis=0) > 1).tolist():
        where = columns_of(row == move)
        if len(where):
            weights[np.ix_(columns_of(excluded[:, move]), where)] = 0


def quantal_weights(scores: I32, legal: Mask, temperature: float) -> I32:
    """What every move weighs before anything is picked; nothing where it is not legal, (moves, games)."""
    scored = scores - ~legal * _FAR_BELOW
    best = scored.max(axis=0)
    weights: I32 = np.take(weights_by_distance(temperature), best - scored, mode="clip")
    weights *= legal
    return weights


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
    weights = quantal_weights(scores, legal, temperature)
    for slot in range(slots):
        row = pick_by_weight(weights, dice, (*name, str(slot)))
        chosen[slot] = row
        if slot + 1 < slots:
            strike(weights, row, excluded)
    return chosen
