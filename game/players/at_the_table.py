"""Who bargains for a computer player: one bargainer a table, for each reading of the assumptions.

Everybody knows what is assumed, so a player weighs a package by the numbers of the game it plays. In an
ensemble over ranges these differ from game to game: games of one reading are bargained for together.
"""

from collections.abc import Iterator
from typing import final

import numpy as np

from game.engine.arrays import Mask
from game.engine.chance import Dice
from game.engine.observe import Observation
from game.engine.orders import BatchOrders
from game.engine.program import Program
from game.engine.prospects import Amount
from game.model.endings import Doctrine
from game.model.ids import ActorId, AssumptionId
from game.model.numbers import Assumed, Number
from game.players.bargainer import Bargainer, bargainers

MOST_KEPT = 16
"""So many readings are kept in mind; more are reckoned anew each turn, for they take memory."""

Reading = tuple[float, ...]
"""The values of all assumptions, in the order of the scenario."""


def amount_of(program: Program, reading: Reading) -> Amount:
    """What numbers are worth under one reading."""
    values = dict(zip(program.scenario.assumptions, reading, strict=True))
    return lambda number: _value(values, number)


def _value(values: dict[AssumptionId, float], number: Number) -> float:
    return values[number.assumption] if isinstance(number, Assumed) else float(number)


@final
class AtTheTable:
    """One actor of one doctrine at all the tables at which it sits."""

    def __init__(self, program: Program, actor: ActorId, doctrine: Doctrine) -> None:
        self._program, self._actor, self._doctrine = program, actor, doctrine
        self._sits = any(actor in table.deal.parties for table in program.tables.values())
        self._kept: dict[Reading, tuple[Bargainer, ...]] = {}

    def bargain(self, seen: Observation, dice: Dice, orders: BatchOrders) -> None:
        """Fill in replies and an offer in every game."""
        if not self._sits:
            return
        for reading, among in self._readings(seen):
            for bargainer in self._bargainers(reading):
                bargainer.bargain(seen, dice, orders, among)

    def _readings(self, seen: Observation) -> Iterator[tuple[Reading, Mask]]:
        """Every reading of the assumptions, with the games that have it."""
        values = [seen.value(Assumed(id)) for id in self._program.scenario.assumptions]
        if all(isinstance(value, float | int) for value in values):
            yield tuple(float(value) for value in values), np.ones(seen.count, dtype=np.bool_)
            return
        columns = np.array([np.broadcast_to(value, seen.count) for value in values])
        rows, which = np.unique(columns, axis=1, return_inverse=True)
        for number in range(rows.shape[1]):
            yield tuple(rows[:, number].tolist()), which.reshape(-1) == number

    def _bargainers(self, reading: Reading) -> tuple[Bargainer, ...]:
        found = self._kept.get(reading)
        if found is None:
            amount = amount_of(self._program, reading)
            found = bargainers(self._program, self._actor, self._doctrine, amount)
            if len(self._kept) < MOST_KEPT:
                self._kept[reading] = found
        return found
