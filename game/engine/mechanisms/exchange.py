"""The law of exchange: what shares of their strength two sides lose to one another.

By a table, each side loses the share that the table gives for the ratio of weights, attacker over defender.
By Lanchester's square law (1916, "Aircraft in Warfare", chapter 5), A and B ready units that destroy one
another at rates a and b a day come after t days to

    A(t) = A cosh(rt) - B sqrt(b/a) sinh(rt),    B(t) = B cosh(rt) - A sqrt(a/b) sinh(rt),    r = sqrt(ab),

and once one side has nothing left the other keeps sqrt(A^2 - (b/a) B^2), as a A^2 - b B^2 never changes.
"""

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, Columns
from game.engine.exact import exp
from game.engine.world import World
from game.model.forces import ExchangeLaw, Force
from game.model.numbers import Number

LONGEST = 300.0
"""Beyond so many e-foldings nothing changes any more, and exp(x) is still a number."""


@frozen(eq=False)
class Side:
    """One side's forces in some games: rows are forces, columns are those games."""

    forces: tuple[Force, ...]
    """Those that could take part."""
    strength: F64
    """(forces, games): all units of those that take part, ready or not; 0 for the others."""
    ready: F64
    """(forces, games): units that can act at once."""
    attack: F64
    """(games,): what the ready ones weigh in attack."""
    defence: F64
    """(games,): what the ready ones weigh in defence."""

    @property
    def total(self) -> F64:
        """All units that take part, (games,)."""
        return units_of(self.strength)


def exchange(world: World, one: Side, other: Side, intensity: Number, where: Columns) -> tuple[F64, F64]:
    """The shares of their strength that attacker and defender lose, before noise, in the games of `where`."""
    rules = world.program.scenario.force_rules.exchange
    hard = at(world.value(intensity), where)
    if rules.law is ExchangeLaw.TABLE:
        shares = table_law(world, one.attack, other.defence, where)
        return np.minimum(shares[0] * hard, 1.0), np.minimum(shares[1] * hard, 1.0)
    units = units_of(one.ready), units_of(other.ready)
    rate = at(world.value(rules.rate_per_day), where)
    a, b = _over(one.attack, units[0]) * rate, _over(other.defence, units[1]) * rate
    return square_law(units[0], units[1], a, b, hard * (world.hours_per_turn / 24.0))


def one_sided(world: World, attack: F64, other: Side, intensity: Number, where: Columns) -> F64:
    """The share of its strength that a side loses to fire which it cannot answer, before noise.

    By Lanchester's law the weight destroys its rate of units a day; by the table, the defender's share.
    """
    rules = world.program.scenario.force_rules.exchange
    hard = at(world.value(intensity), where)
    if rules.law is ExchangeLaw.TABLE:
        return np.minimum(table_law(world, attack, other.defence, where)[1] * hard, 1.0)
    destroyed = attack * at(world.value(rules.rate_per_day), where) * (hard * (world.hours_per_turn / 24.0))
    return np.minimum(_over(destroyed, other.total), 1.0)


def table_law(world: World, attack: F64, defence: F64, where: Columns) -> tuple[F64, F64]:
    """The table's shares for attacker and defender, by the last line whose ratio is reached.

    Nothing is lost below the first line; a defender that weighs nothing is met by the last one.
    """
    shares = np.zeros(len(where)), np.zeros(len(where))
    for row in world.program.scenario.force_rules.exchange.table:
        reached = (attack >= row.ratio * defence) & (attack > 0)
        for share, number in zip(shares, (row.attacker_loses, row.defender_loses), strict=True):
            np.copyto(share, at(world.value(number), where), where=reached)
    return shares


def square_law(one: F64, other: F64, a: F64, b: F64, days: F64 | float) -> tuple[F64, F64]:
    """Shares lost by A and B units after so many days of Lanchester's square law (1916), without noise.

    One unit of A destroys `a` units of B a day, one of B destroys `b` of A; all (games,), shares from 0 to 1.
    Against a side that cannot fire back losses are linear in time; a side with no unit that can fire is
    lost whole as soon as the other fires.
    """
    fires, fires_back = a * one > 0, b * other > 0
    both = fires & fires_back
    grown = exp(np.minimum(np.sqrt(a * b) * days, LONGEST))
    with np.errstate(all="ignore"):
        weaker = np.where(both, np.sqrt(b / a) * other / one, 1.0)
        # cosh(rt) - q sinh(rt), in a form that stays exact where both are equally strong
        left_one = 0.5 * ((1.0 - weaker) * grown + (1.0 + weaker) / grown)
        left_other = 0.5 * ((1.0 - 1.0 / weaker) * grown + (1.0 + 1.0 / weaker) / grown)
        kept_one = np.sqrt(np.maximum(1.0 - weaker * weaker, 0.0))
        kept_other = np.sqrt(np.maximum(1.0 - 1.0 / (weaker * weaker), 0.0))
    gone_one, gone_other = left_one <= 0.0, left_other <= 0.0
    left_one = np.where(both, np.where(gone_other, kept_one, left_one), 1.0 - _over(b * other * days, one))
    left_other = np.where(
        both, np.where(gone_one, kept_other, left_other), 1.0 - _over(a * one * days, other)
    )
    return tuple(1.0 - np.minimum(np.maximum(left, 0.0), 1.0) for left in (left_one, left_other))  # type: ignore[return-value]


def units_of(rows: F64) -> F64:
    """Units of all forces of a side together, added in their order: (forces, games) to (games,)."""
    result = np.zeros(rows.shape[1])
    for row in rows:
        result += row
    return result


def at(value: float | F64, where: Columns) -> float | F64:
    """A world's value in some games."""
    return value[where] if isinstance(value, np.ndarray) else value


def _over(some: F64, of: F64) -> F64:
    """A quotient: 0 where there is nothing to divide, endless where there is nothing to divide by."""
    with np.errstate(all="ignore"):
        return np.where(some > 0, some / of, 0.0)
