"""Conditions on many small acts: triggers against salami tactics (Schelling 1966)."""

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from game.engine.arrays import I32, Mask
from game.engine.layout import RowName
from game.engine.memory import Memory
from game.engine.registry import condition
from game.engine.world import World
from game.language import _, count, say
from game.model.ids import SELF, TARGET, ActorId, RungId
from game.model.primitives import Words
from game.model.scenario import Scenario

ANYBODY = "anybody"
"""In names of rows: whoever."""


@frozen
class ActsDone:
    """Counts acts done, as everybody reads them."""

    rung: RungId
    """At this rung or more ..."""
    by: ActorId | None
    """... by this actor; by anybody where missing ..."""
    on: ActorId | None
    """... on this one; on anybody where missing."""

    @property
    def name(self) -> RowName:
        """What its rows are called."""
        return ("acts_done", self.rung, self.by or ANYBODY, self.on or ANYBODY)

    def count(self, world: World) -> I32:
        """The acts that were done this turn, (games,)."""
        program = world.program
        rows, read, by, on = program.public_acts
        counted = read >= program.rung_index(self.rung)
        if self.by is not None:
            counted &= by == program.actor_index(self.by)
        if self.on is not None:
            counted &= on == program.actor_index(self.on)
        done = world.whole_table[rows[counted]] == world.hour
        counts: I32 = np.count_nonzero(done, axis=0).astype(np.int32)
        return counts


@condition("acts_within")
@frozen
class ActsWithin:
    """So many acts were done within so many hours, each small enough to be let pass by itself."""

    rung: RungId
    """Acts at this rung or more, as everybody reads them."""
    at_least: int
    """How many; the same act done in two turns counts twice."""
    within_hours: int
    """In the last so many hours, up to the end of this turn."""
    by: ActorId | None = None
    """Whose acts; anybody's where missing."""
    on: ActorId | None = None
    """On whom; on anybody where missing."""

    def _turns(self, hours_per_turn: int) -> int:
        """How many turns before this one count: those that began less than the hours before its end."""
        return max(0, -(-self.within_hours // hours_per_turn) - 1)

    def memory(self, scenario: Scenario) -> Iterable[Memory]:
        """The counts it wants kept: one for each actor that a stand-in may mean."""
        everyone = tuple(scenario.actors)
        turns = self._turns(scenario.clock.hours_per_turn)
        for by in everyone if self.by in (SELF, TARGET) else (self.by,):
            for on in everyone if self.on in (SELF, TARGET) else (self.on,):
                done = ActsDone(self.rung, by, on)
                yield Memory(done.name, turns, done.count)

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        done = ActsDone(self.rung, self.by, self.on)
        count = done.count(world)
        for ago in range(1, self._turns(world.hours_per_turn) + 1):
            count += world.whole(*done.name, str(ago))
        mask: Mask = count >= self.at_least
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at, besides when acts were done that everybody saw."""
        name = ActsDone(self.rung, self.by, self.on).name
        turns = self._turns(scenario.clock.hours_per_turn)
        return ((*name, str(ago)) for ago in range(1, turns + 1))

    def explain(self, words: Words) -> str:
        """In plain words."""
        clause = count(
            self.at_least,
            "{actor} has done {number} act",
            "{actor} has done {number} acts",
            actor=words(self.by) if self.by else _("somebody"),
        )
        if self.on:
            clause = say("{clause} on {target}", clause=clause, target=words(self.on))
        return count(
            self.within_hours,
            "{clause} at “{rung}” or above within {number} hour",
            "{clause} at “{rung}” or above within {number} hours",
            clause=clause,
            rung=words(self.rung),
        )
