"""The array types of a batch of games. The last axis is always the games, side by side."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

F64: TypeAlias = NDArray[np.float64]
"""Numbers: (games,) or (rows, games)."""

I32: TypeAlias = NDArray[np.int32]
"""Whole numbers of the state: counts, rungs, turns, indices of rows."""

I64: TypeAlias = NDArray[np.int64]
"""Whole numbers that may be large, such as the numbers of the games of an ensemble."""

U64: TypeAlias = NDArray[np.uint64]
"""Bits of chance."""

Mask: TypeAlias = NDArray[np.bool_]
"""For each game: does it hold, does it happen."""

Columns: TypeAlias = NDArray[np.intp]
"""Which games of a batch, in which order; a game may be named twice."""


def columns_of(mask: Mask) -> Columns:
    """Return the columns in which a mask is true, in order."""
    found: Columns = mask.nonzero()[0]
    return found
