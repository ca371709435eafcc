"""Conditions made of conditions, and of the clock."""

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen

from game.engine.arrays import I32, Mask
from game.engine.clauses import all_of, one_of
from game.engine.layout import RowName
from game.engine.registry import condition
from game.engine.world import World
from game.language import say
from game.model.primitives import Condition, Words
from game.model.scenario import Scenario


def all_hold(world: World, conditions: Sequence[Condition]) -> Mask:
    """The games in which all of these hold; every game where there are none."""
    if not conditions:
        return world.everything()
    mask: Mask = conditions[0].holds(world)
    for another in conditions[1:]:
        mask = mask & another.holds(world)
    return mask


def any_holds(world: World, conditions: Sequence[Condition]) -> Mask:
    """The games in which at least one of these holds; no game where there are none."""
    if not conditions:
        return world.nothing()
    mask: Mask = conditions[0].holds(world)
    for another in conditions[1:]:
        mask = mask | another.holds(world)
    return mask


def is_one_of(row: I32, wanted: Sequence[int]) -> Mask:
    """The games in which a row of whole numbers has one of these values."""
    mask = np.zeros(len(row), dtype=np.bool_)
    for value in wanted:
        mask |= row == value
    return mask


@condition("all")
@frozen
class All:
    """Every one of these holds."""

    of: tuple[Condition, ...]
    """The conditions."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        return all_hold(world, self.of)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (row for c in self.of for row in c.reads(scenario))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return all_of(c.explain(words) for c in self.of)


@condition("any")
@frozen
class AnyOf:
    """At least one of these holds."""

    of: tuple[Condition, ...]
    """The conditions."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        return any_holds(world, self.of)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (row for c in self.of for row in c.reads(scenario))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("either {clauses}", clauses=one_of(c.explain(words) for c in self.of))


@condition("no")
@frozen
class NoneOf:
    """None of these holds."""

    of: tuple[Condition, ...]
    """The conditions."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        return ~any_holds(world, self.of)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (row for c in self.of for row in c.reads(scenario))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("it is not so that {clauses}", clauses=self.denied(words))

    def denied(self, words: Words) -> str:
        """What must not hold, in plain words."""
        return one_of(c.explain(words) for c in self.of)


@condition("on_turn")
@frozen
class OnTurn:
    """It is one of these turns, counted from 1."""

    turns: tuple[int, ...]
    """The turns."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        return np.full(world.count, world.turn in self.turns)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at: none, for everybody knows the time."""
        return ()

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("it is turn {turns}", turns=one_of(map(str, self.turns)))


@condition("hour_at_least")
@frozen
class HourAtLeast:
    """The clock shows this hour or a later one."""

    hour: int
    """The hour."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        return np.full(world.count, world.hour >= self.hour)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at: none, for everybody knows the time."""
        return ()

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("hour {hour} has come", hour=self.hour)
