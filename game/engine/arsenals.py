"""Strategic arms as others believe in them: what their posture adds to what they deter, and to the hazard.

After Schelling (1966); that they deter anything below their line is disputed (Huth and Russett 1984 found no
systematic effect), so the weight of this in the ledger may be 0. Works on the state of the world and on what
one actor may know of it alike: postures are public.
"""

from collections.abc import Callable
from typing import Protocol

import numpy as np

from game.engine.arrays import F64, I32
from game.engine.program import Program
from game.model.deterrence import Posture
from game.model.ids import ActorId
from game.model.numbers import Assumed, Number

POSTURES: tuple[Posture, ...] = tuple(Posture)
"""The order in which rows count postures, rising."""

Valued = Callable[[Number], float | F64]
"""What gives the value of a number that may be an assumption."""


class Rows(Protocol):
    """Named rows of a batch of games: the world's, or those that an actor was given."""

    @property
    def program(self) -> Program:
        """The compiled scenario."""

    @property
    def count(self) -> int:
        """How many games."""

    def whole(self, *name: str) -> I32:
        """A row of whole numbers, (games,)."""


def has_arsenal(program: Program, actor: str) -> bool:
    """Whether an actor has strategic arms."""
    return actor in program.scenario.deterrence.arsenals


def posture(rows: Rows, actor: str) -> I32:
    """Index into `POSTURES`, (games,). Raises KeyError for an actor without strategic arms."""
    return rows.whole("posture", actor)


def by_posture(rows: Rows, actor: str, raised: float | F64, high: float | F64) -> F64:
    """1 at routine posture and these factors above it, (games,)."""
    level = posture(rows, actor)
    return np.where(level == 0, 1.0, np.where(level == 1, raised, high))


def believed(rows: Rows, actor: str, value: Valued | None = None) -> F64:
    """How far others believe in an actor's strategic arms now: min(1, beta * multiplier), (games,).

    0 for an actor without any. `value` gives the values of assumptions, central ones where it is missing:
    players reckon with these, never with the game's own.
    """
    arsenal = rows.program.scenario.deterrence.arsenals.get(ActorId(actor))
    if arsenal is None:
        return np.zeros(rows.count)
    of = value or (lambda number: central(rows.program, number))
    factor = by_posture(rows, actor, of(arsenal.raised), of(arsenal.high))
    return np.minimum(of(arsenal.believed) * factor, 1.0)


def central(program: Program, number: Number) -> float:
    """The central value of a number."""
    return program.scenario.assumptions[number.assumption].value if isinstance(number, Assumed) else number
