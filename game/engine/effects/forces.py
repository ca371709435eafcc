"""Effects on forces: orders to move, engagements, strength and readiness."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.clauses import figure
from game.engine.conditions.forces import which_forces
from game.engine.effects.branches import Consequence, central
from game.engine.mechanisms import combat, movement
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import N_, say
from game.model.forces import Domain
from game.model.ids import SELF, TARGET, ActorId, ForceId, ForceTypeId, RegionId
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario


@effect("move_force")
@frozen
class MoveForce:
    """A force is sent to a place: it travels by the quickest open way and arrives when the way is done."""

    force: ForceId
    """Which."""
    to: RegionId
    """Where to."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        movement.send(world, self.force, self.to, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Presence there."""
        yield ("presence", scenario.forces[self.force].owner, self.to), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{force} is sent to {place}", force=words(self.force), place=words(self.to))


@effect("halt_force")
@frozen
class HaltForce:
    """A force stops where it stands, or at the end of the link it is on."""

    force: ForceId
    """Which."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        movement.halt(world, self.force, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Nothing that a player reckons with."""
        return ()

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{force} halts", force=words(self.force))


@effect("battle")
@frozen
class Battle:
    """Two sides fight over a place with all that reaches it, and both lose by the law of exchange."""

    region: RegionId
    """Where."""
    by: ActorId = SELF
    """The attacker."""
    against: ActorId = TARGET
    """The defender."""
    domain: Domain | None = None
    """Only forces of this domain fight, on both sides."""
    intensity: Number = bounded(0, None, default=1.0)
    """How hard they fight: 1 is a turn of full fighting."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        fight = combat.Fight(self.region, self.by, self.against, self.domain, intensity=self.intensity)
        combat.battle(world, fight, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A battle there."""
        yield ("battle", self.region, self.by, self.against), central(scenario, self.intensity)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{forces} of {one} fight those of {other} at {place}",
            forces=which_forces(self.domain, None, words),
            one=words(self.by),
            other=words(self.against),
            place=words(self.region),
        )


@effect("strike")
@frozen
class Strike:
    """One side strikes the forces that stand in a place; air defence may stop a part of it."""

    region: RegionId
    """Where."""
    by: ActorId = SELF
    """Who strikes."""
    against: ActorId = TARGET
    """Whose forces."""
    type: ForceTypeId | None = None
    """Only forces of this type strike."""
    domain: Domain | None = None
    """Only forces that move in this domain strike."""
    intensity: Number = bounded(0, None, default=1.0)
    """How hard: 1 is a turn of full use."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        fight = combat.Fight(
            self.region,
            self.by,
            self.against,
            self.domain,
            self.type,
            self.intensity,
            N_("Forces of {one} strike forces of {other} at {place}"),
        )
        combat.strike(world, fight, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A strike there."""
        yield ("strike", self.region, self.by, self.against), central(scenario, self.intensity)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{forces} of {one} strike those of {other} at {place}",
            forces=which_forces(self.domain, self.type, words),
            one=words(self.by),
            other=words(self.against),
            place=words(self.region),
        )


@effect("reinforce_force")
@frozen
class ReinforceForce:
    """A force gains strength; one that was destroyed is raised anew where it stood last."""

    force: ForceId
    """Which."""
    by: Number = bounded(0, None)
    """How many units."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        movement.reinforce(world, self.force, world.value(self.by), where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Strength to act with."""
        yield ("ready force", scenario.forces[self.force].owner), central(scenario, self.by)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{force} gains {units} in strength", force=words(self.force), units=figure(self.by, words))


@effect("ready_force")
@frozen
class ReadyForce:
    """A force gains readiness, or loses it."""

    force: ForceId
    """Which."""
    by: Number = bounded(-1, 1)
    """How much, as a share: 0.5 makes a force that could do nothing half ready."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        movement.make_ready(world, self.force, world.value(self.by), where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Strength to act with, as far as the force has it at the start."""
        force = scenario.forces[self.force]
        yield ("ready force", force.owner), central(scenario, self.by) * central(scenario, force.strength)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "the readiness of {force} changes by {points}",
            force=words(self.force),
            points=figure(self.by, words),
        )
