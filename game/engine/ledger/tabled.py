"""Two curves of the ledger looked up in a table: as the rules' own functions to within a small rounding.

`exp` to the last bit costs some twenty array operations, and a ledger asks for a probability for every answer
to every act of every seat. Looked up, the argument is rounded to the nearest 1/256, so that a probability is
never further off than 0.0005. The tables hold exact values, so every machine finds the same.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np

from game.engine.arrays import F64
from game.engine.exact import exp, logistic

STEPS: Final = 256.0
"""Entries for one unit of the argument."""
_EDGE: Final = 16.0
"""Beyond so many log-odds, or scales of a tripwire, nothing changes that anybody could see."""


@lru_cache(maxsize=4)
def _table(curve: Callable[[F64], F64]) -> F64:
    count = int(2 * _EDGE * STEPS) + 1
    table = curve(np.arange(count) / STEPS - _EDGE)
    table.flags.writeable = False
    return table


def _looked_up(curve: Callable[[F64], F64], x: F64) -> F64:
    place = x * STEPS
    place += _EDGE * STEPS + 0.5
    np.maximum(place, 0.0, out=place)
    np.minimum(place, 2 * _EDGE * STEPS, out=place)
    found: F64 = np.take(_table(curve), place.astype(np.int32))
    return found


def _rising(x: F64) -> F64:
    return 1.0 - exp(-np.maximum(x, 0.0))


def chance(log_odds: F64) -> F64:
    """1 / (1 + exp(-x)), to within 0.0005, (games,)."""
    return _looked_up(logistic, log_odds)


def saturating(x: F64) -> F64:
    """1 - exp(-x) for x of 0 or more, to within 0.002, (games,)."""
    return _looked_up(_rising, x)
