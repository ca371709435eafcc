"""Conditions on what somebody may see: of the world's rows, or of those that an actor was given.

What hangs on a row that is not given is taken not to hold, in every game alike: nothing of it shows.
"""

from collections.abc import Iterable
from typing import Any, cast, final

import numpy as np

from game.engine.arrays import F64, I32, Mask
from game.engine.conditions.logic import All, AnyOf
from game.engine.world import World
from game.model.numbers import Number
from game.model.primitives import Condition


@final
class AsSeen:
    """Rows that somebody was given, asked as conditions ask the world: by name, and by nothing else."""

    __slots__ = ("_rows", "count", "hour", "program", "turn")

    def __init__(self, rows: Any) -> None:
        """Of an observation."""
        self._rows, self.program, self.count = rows, rows.program, rows.count
        self.hour, self.turn = rows.hour, rows.turn

    @property
    def hours_per_turn(self) -> int:
        """Length of a turn."""
        return self.program.scenario.clock.hours_per_turn  # type: ignore[no-any-return]  # rows are Any

    @property
    def whole_table(self) -> I32:
        """Not to be had: rows are given by name. Raises KeyError."""
        raise KeyError("the table of all rows is nobody's to see")

    def number(self, *name: str) -> F64:
        """A row of numbers. Raises KeyError for what is not given."""
        row: F64 = self._rows.number(*name)
        return row

    def whole(self, *name: str) -> I32:
        """A row of whole numbers. Raises KeyError for what is not given."""
        row: I32 = self._rows.whole(*name)
        return row

    def value(self, number: Number) -> float | F64:
        """A constant, or what is assumed."""
        value: float | F64 = self._rows.value(number)
        return value

    def nothing(self) -> Mask:
        """No game."""
        return np.zeros(self.count, dtype=np.bool_)

    def everything(self) -> Mask:
        """Every game."""
        return np.ones(self.count, dtype=np.bool_)


def seen_to_hold(rows: Any, conditions: Iterable[Condition]) -> tuple[Mask, bool]:
    """Where all of these are seen to hold, and whether all that they hang on is given."""
    world = rows if isinstance(rows, World) else cast(World, AsSeen(rows))
    return _all(world, conditions)


def _all(world: World, conditions: Iterable[Condition]) -> tuple[Mask, bool]:
    mask, given = np.ones(world.count, dtype=np.bool_), True
    for condition in conditions:
        found, known = _one(world, condition)
        mask &= found
        given &= known
    return mask, given


def _one(world: World, condition: Condition) -> tuple[Mask, bool]:
    match condition:
        case All():
            return _all(world, condition.of)
        case AnyOf():
            parts = [_one(world, part) for part in condition.of]
            mask = np.zeros(world.count, dtype=np.bool_)
            for found, _ in parts:
                mask |= found
            return mask, all(known for _, known in parts)
        case _:
            try:
                return condition.holds(world), True
            except KeyError:
                return np.zeros(world.count, dtype=np.bool_), False
