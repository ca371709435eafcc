"""Conditions on forces: strength in reach, presence, contact, movement and gates."""

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from game.engine.arrays import Mask
from game.engine.clauses import figure, in_brackets
from game.engine.conditions.logic import all_hold
from game.engine.layout import RowName
from game.engine.reach import counts, forces_of, in_reach, place_of, presence, rows_of, strength_of
from game.engine.registry import condition
from game.engine.world import World
from game.language import N_, _, say
from game.model.forces import Domain
from game.model.ids import SELF, TARGET, ActorId, ForceId, ForceTypeId, RegionId
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario


def gate_closed(world: World, gate: str, actor: str) -> Mask:
    """The games in which a gate is closed to an actor's forces.

    It is, to all, while the conditions of `ForceRules.closed` hold; and to a coalition also while a member
    that controls it has not joined.
    """
    scenario = world.program.scenario
    rules = scenario.force_rules.closed
    mask = all_hold(world, rules[gate]) if gate in rules else world.nothing()
    coalition = scenario.actors[ActorId(actor)].coalition
    for member in coalition.members.values() if coalition is not None else ():
        if gate in member.controls:
            mask = mask | (world.whole("member", actor, member.id) == 0)
    return mask


def _gate_rows(scenario: Scenario, gate: str, actor: str) -> Iterable[RowName]:
    for part in scenario.force_rules.closed.get(gate, ()):
        yield from part.reads(scenario)
    coalition = scenario.actors[ActorId(actor)].coalition
    for member in coalition.members.values() if coalition is not None else ():
        if gate in member.controls:
            yield "member", actor, member.id


_FORCES = {
    None: N_("forces"),
    Domain.LAND: N_("land forces"),
    Domain.AIR: N_("air forces"),
    Domain.SEA: N_("sea forces"),
}


def which_forces(domain: Domain | None, kind: ForceTypeId | None, words: Words) -> str:
    """Which forces a condition or an effect means, in plain words."""
    return in_brackets(_(_FORCES[domain]), words(kind) if kind else "")


@condition("force_ready")
@frozen
class ForceReady:
    """An actor has so much strength, anywhere or in reach of a place."""

    at_least: Number = bounded(0, None)
    """How many units."""
    actor: ActorId = SELF
    """Whose."""
    domain: Domain | None = None
    """Only forces that move in this domain."""
    type: ForceTypeId | None = None
    """Only forces of this type."""
    within_reach_of: RegionId | None = None
    """Only forces that reach this place from where they stand."""
    now: bool = True
    """Whether only what can act at once counts (strength times readiness), or all of its strength."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        if self.within_reach_of is not None:
            strength = in_reach(
                world, self.actor, self.within_reach_of, domain=self.domain, kind=self.type, now=self.now
            )
        else:
            strength = np.zeros(world.count)
            for force in forces_of(world.program.scenario, self.actor, self.domain, self.type):
                strength += strength_of(world, force, now=self.now)
        mask: Mask = strength >= world.value(self.at_least)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return rows_of(forces_of(scenario, self.actor, self.domain, self.type))

    def explain(self, words: Words) -> str:
        """In plain words."""
        strength = say(
            "{forces} of {units} or more",
            forces=which_forces(self.domain, self.type, words),
            units=figure(self.at_least, words),
        )
        if self.within_reach_of:
            strength = say("{forces} in reach of {place}", forces=strength, place=words(self.within_reach_of))
        if self.now:
            return say("{actor} has ready {forces}", actor=words(self.actor), forces=strength)
        return say("{actor} has {forces}", actor=words(self.actor), forces=strength)


@condition("forces_in")
@frozen
class ForcesIn:
    """An actor's forces stand in a place, ready or not: a tripwire."""

    region: RegionId
    """The place."""
    actor: ActorId = SELF
    """Whose."""
    at_least: Number = bounded(0, None, default=0.01)
    """How many units."""
    domain: Domain | None = None
    """Only forces that move in this domain."""
    type: ForceTypeId | None = None
    """Only forces of this type."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        strength = presence(world, self.actor, self.region, domain=self.domain, kind=self.type)
        mask: Mask = strength >= world.value(self.at_least)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return rows_of(forces_of(scenario, self.actor, self.domain, self.type))

    def explain(self, words: Words) -> str:
        """In plain words."""
        which = which_forces(self.domain, self.type, words)
        if not (isinstance(self.at_least, int | float) and self.at_least <= 0.01):
            which = say("{forces} of {units} or more", forces=which, units=figure(self.at_least, words))
        return say(
            "{actor} has {forces} in {place}", actor=words(self.actor), forces=which, place=words(self.region)
        )


@condition("forces_meet")
@frozen
class ForcesMeet:
    """Forces of two actors stand in the same place."""

    one: ActorId = SELF
    """One of the two."""
    other: ActorId = TARGET
    """The other."""
    domain: Domain | None = None
    """Only forces that move in this domain."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        scenario, mask = world.program.scenario, world.nothing()
        others = forces_of(scenario, self.other, self.domain)
        there = [
            (counts(world, f) & (world.number("strength", f.id) > 0), place_of(world, f)) for f in others
        ]
        for force in forces_of(scenario, self.one, self.domain):
            here, place = (
                counts(world, force) & (world.number("strength", force.id) > 0),
                place_of(world, force),
            )
            for exists, where in there:
                mask |= here & exists & (place == where)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        both = (forces_of(scenario, actor, self.domain) for actor in (self.one, self.other))
        return (row for forces in both for row in rows_of(forces))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{forces} of {one} and {other} stand in the same place",
            forces=which_forces(self.domain, None, words),
            one=words(self.one),
            other=words(self.other),
        )


@condition("force_strength_at_most")
@frozen
class ForceStrengthAtMost:
    """A force has been worn down to a strength."""

    force: ForceId
    """Which."""
    level: Number = bounded(0, None)
    """In units, ready or not."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.number("strength", self.force) <= world.value(self.level)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("strength", self.force),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "the strength of {force} is {units} or less",
            force=words(self.force),
            units=figure(self.level, words),
        )


@condition("force_under_way")
@frozen
class ForceUnderWay:
    """A force has been sent to a place that it has not reached."""

    force: ForceId
    """Which."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("going", self.force) >= 0
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("going", self.force),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{force} is under way", force=words(self.force))


@condition("gate_open")
@frozen
class GateOpen:
    """A gate (bases, airspace, straits) lets an actor's forces pass."""

    gate: str
    """Which, by the name that links give it."""
    actor: ActorId = SELF
    """Whose forces."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        return ~gate_closed(world, self.gate, self.actor)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return tuple(_gate_rows(scenario, self.gate, self.actor))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{gate} is open to {actor}", gate=words(self.gate), actor=words(self.actor))
