"""Effects on tracks, options, places, live acts, commitments and credibility."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.clauses import figure, thing_of, track_of
from game.engine.conditions.situation import track_row
from game.engine.effects.branches import Consequence, central
from game.engine.mechanisms import accounting, ladders, preparation, promises
from game.engine.mechanisms.credibility import move_credibility, when_kept
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import _, say
from game.model.ids import (
    SELF,
    ActionId,
    ActorId,
    CommitmentId,
    OptionId,
    PromiseId,
    RegionId,
    RungId,
    TrackId,
)
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario


@effect("change_track")
@frozen
class ChangeTrack:
    """A track moves."""

    track: TrackId
    """Which."""
    by: Number
    """By how much."""
    actor: ActorId = SELF
    """Whose; it does not matter for the world's."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        _, owner, track = track_row(world.program.scenario, self.actor, self.track)
        world.change(owner, track, world.value(self.by), where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """The track moves by the central amount."""
        yield track_row(scenario, self.actor, self.track), central(scenario, self.by)

    def explain(self, words: Words) -> str:
        """In plain words."""
        track = track_of(self.actor, self.track, words)
        if not isinstance(self.by, int | float):
            return say("{track} moves by {points}", track=track, points=figure(self.by, words))
        if self.by >= 0:
            return say("{track} rises by {points:g}", track=track, points=float(self.by))
        return say("{track} falls by {points:g}", track=track, points=float(-self.by))


@effect("prepare")
@frozen
class Prepare:
    """An option is ordered, or kept ready."""

    option: OptionId
    """Which."""
    actor: ActorId = SELF
    """Whose."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        preparation.order(world, self.actor, self.option, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """An option to have."""
        yield ("option", self.actor, self.option), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{option} is ordered", option=thing_of(self.actor, self.option, words))


@effect("cancel_option")
@frozen
class CancelOption:
    """An option is given up."""

    option: OptionId
    """Which."""
    actor: ActorId = SELF
    """Whose."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        preparation.cancel(world, self.actor, self.option, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """An option less."""
        yield ("option", self.actor, self.option), -1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{option} is stood down", option=thing_of(self.actor, self.option, words))


@effect("take_region")
@frozen
class TakeRegion:
    """A place changes hands."""

    region: RegionId
    """Which."""
    by: ActorId = SELF
    """Who holds it from now on."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        accounting.take(world, self.region, self.by, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Ground gained."""
        yield ("holds", self.region, self.by), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{actor} holds {place}", actor=words(self.by), place=words(self.region))


@effect("withdraw")
@frozen
class Withdraw:
    """An actor's live acts end, except the one that ends them: how one climbs down."""

    actor: ActorId = SELF
    """Whose."""
    actions: tuple[ActionId, ...] = ()
    """These actions; all where empty."""
    at_least: RungId | None = None
    """Only acts at this rung or above."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        floor = world.program.rung_index(self.at_least) if self.at_least else 0
        ended = tuple(
            m
            for m in world.program.moves_of[self.actor]
            if (not self.actions or m.action.id in self.actions) and m.rung >= floor and m.name != cause.name
        )
        ladders.withdraw(world, ended, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Acts end."""
        yield ("withdraw", self.actor), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        acts = ", ".join(say("“{name}”", name=words(one)) for one in self.actions) or _("all acts")
        if self.at_least:
            acts = say("{acts} at “{rung}” or above", acts=acts, rung=words(self.at_least))
        return say("{acts} of {actor} end", acts=acts, actor=words(self.actor))


@effect("issue")
@frozen
class Issue:
    """A commitment is given."""

    commitment: CommitmentId
    """Which."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        promises.issue(world, self.commitment, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A promise stands."""
        yield ("issue", self.commitment), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("“{promise}” is given", promise=words(self.commitment))


@effect("retract")
@frozen
class Retract:
    """A commitment is taken back; once it is due, that is breaking it."""

    commitment: CommitmentId
    """Which."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        promises.retract(world, self.commitment, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A promise less."""
        yield ("issue", self.commitment), -1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("“{promise}” is taken back", promise=words(self.commitment))


@effect("costly_signal")
@frozen
class CostlySignal:
    """An actor pays to be believed: cheap talk (cost 0) moves nothing, sinking costs does."""

    promise: PromiseId
    """The class of promise it is about."""
    cost: Number = bounded(0, None)
    """K, in the issuer's own points."""
    actor: ActorId = SELF
    """Who."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        move_credibility(world, self.actor, self.promise, when_kept(world, world.value(self.cost)), where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Belief in one's word."""
        yield ("credibility", self.actor, self.promise), central(scenario, self.cost)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "others believe {actor}'s word more ({promise}, cost {points})",
            actor=words(self.actor),
            promise=words(self.promise),
            points=figure(self.cost, words),
        )
