"""Conditions on tracks, options, rules of engagement, places and private types."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import F64, Mask
from game.engine.clauses import figure, thing_of, track_of
from game.engine.layout import ENGAGEMENTS, NEVER, RowName
from game.engine.registry import condition
from game.engine.world import World
from game.language import N_, say
from game.model.actions import Engagement
from game.model.actors import Owner
from game.model.ids import SELF, ActorId, OptionId, RegionId, TrackId, TypeId
from game.model.numbers import Number
from game.model.primitives import Words
from game.model.scenario import Scenario

_ENGAGEMENT = {
    Engagement.TIGHT: N_("the rules of engagement of {actor} are tight"),
    Engagement.NORMAL: N_("the rules of engagement of {actor} are normal"),
    Engagement.FREE: N_("the rules of engagement of {actor} are free"),
}


def track_row(scenario: Scenario, actor: str, track: TrackId) -> RowName:
    """The row of an actor's track, or of the world's."""
    return ("track", "world" if scenario.tracks[track].owner is Owner.WORLD else actor, track)


def _track(world: World, actor: str, track: TrackId) -> F64:
    return world.number(*track_row(world.program.scenario, actor, track))


@condition("track_at_least")
@frozen
class TrackAtLeast:
    """A track has reached a level."""

    track: TrackId
    """Which."""
    level: Number
    """The level."""
    actor: ActorId = SELF
    """Whose; it does not matter for the world's."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = _track(world, self.actor, self.track) >= world.value(self.level)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (track_row(scenario, self.actor, self.track),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{track} is {level} or more",
            track=track_of(self.actor, self.track, words),
            level=figure(self.level, words),
        )


@condition("track_at_most")
@frozen
class TrackAtMost:
    """A track has fallen to a level."""

    track: TrackId
    """Which."""
    level: Number
    """The level."""
    actor: ActorId = SELF
    """Whose; it does not matter for the world's."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = _track(world, self.actor, self.track) <= world.value(self.level)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (track_row(scenario, self.actor, self.track),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{track} is {level} or less",
            track=track_of(self.actor, self.track, words),
            level=figure(self.level, words),
        )


@condition("option_ready")
@frozen
class OptionReady:
    """A capability that was ordered in advance is ready."""

    option: OptionId
    """Which."""
    actor: ActorId = SELF
    """Whose."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.number("ready_at", self.actor, self.option) <= world.hour
        return mask & (world.number("lapses_at", self.actor, self.option) > world.hour)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("ready_at", self.actor, self.option), ("lapses_at", self.actor, self.option))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{option} is ready", option=thing_of(self.actor, self.option, words))


@condition("option_ordered")
@frozen
class OptionOrdered:
    """A capability has been ordered and has not lapsed."""

    option: OptionId
    """Which."""
    actor: ActorId = SELF
    """Whose."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.number("ready_at", self.actor, self.option) < NEVER
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("ready_at", self.actor, self.option),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{option} has been ordered", option=thing_of(self.actor, self.option, words))


@condition("engagement_is")
@frozen
class EngagementIs:
    """An actor's rules of engagement."""

    rules: Engagement
    """Tight, normal or free."""
    actor: ActorId = SELF
    """Whose."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("roe", self.actor) == ENGAGEMENTS.index(self.rules)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("roe", self.actor),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(_ENGAGEMENT[self.rules], actor=words(self.actor))


@condition("region_held_by")
@frozen
class RegionHeldBy:
    """An actor holds a place."""

    region: RegionId
    """Which."""
    actor: ActorId = SELF
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("holds", self.region) == world.program.actor_index(self.actor)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("holds", self.region),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{actor} holds {place}", actor=words(self.actor), place=words(self.region))


@condition("facts_at_least")
@frozen
class FactsAtLeast:
    """Facts on the ground have hardened past a mark."""

    region: RegionId
    """Where."""
    points: Number
    """The mark."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.number("facts", self.region) >= world.value(self.points)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("facts", self.region),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "facts on the ground at {place} stand at {level} or more",
            place=words(self.region),
            level=figure(self.points, words),
        )


@condition("type_is")
@frozen
class TypeIs:
    """An actor is of a private type."""

    type: TypeId
    """Which."""
    actor: ActorId = SELF
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        types = list(world.program.scenario.actors[self.actor].types)
        mask: Mask = world.whole("type", self.actor) == types.index(self.type)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("type", self.actor),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{actor} is {type}", actor=words(self.actor), type=words(self.type))
