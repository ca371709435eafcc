"""Conditions on incidents, beliefs, evidence and claims."""

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, I32, Mask
from game.engine.clauses import one_of, per_cent
from game.engine.conditions.logic import is_one_of
from game.engine.exact import total
from game.engine.layout import RowName
from game.engine.registry import condition
from game.engine.world import World
from game.language import _, say
from game.model.ids import PUBLIC, SELF, ActorId, CauseId, ClaimId, EvidenceId, IncidentId, ObserverId, PlanId
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario

ME = ObserverId("$self")
"""In an action: the actor who does it, as an observer."""
SLACK = 1e-9
"""Beliefs have a floor, so those of somebody who knows can sum to a hair above 1."""


def belief_in(world: World, incident: str, observer: str, causes: Iterable[str]) -> F64:
    """An observer's probability that the incident has one of these causes, float64 (games,)."""
    return total([world.number("belief", incident, observer, cause) for cause in causes])


@condition("happened")
@frozen
class Happened:
    """An incident has happened."""

    incident: IncidentId
    """Which."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("happened", self.incident) >= 0
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("happened", self.incident),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("“{incident}” has happened", incident=words(self.incident))


@condition("believes")
@frozen
class Believes:
    """An observer's belief in some causes lies within bounds."""

    incident: IncidentId
    """About which incident."""
    causes: tuple[CauseId, ...]
    """The causes, together."""
    at_least: Number = bounded(0, 1, default=0.0)
    """Lower bound, probability."""
    at_most: Number = bounded(0, 1, default=1.0)
    """Upper bound, probability."""
    observer: ObserverId = ME
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        belief = belief_in(world, self.incident, self.observer, self.causes)
        mask: Mask = (belief >= world.value(self.at_least) - SLACK) & (
            belief <= world.value(self.at_most) + SLACK
        )
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("belief", self.incident, self.observer, cause) for cause in self.causes)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{actor}'s belief in {causes} is {bounds}",
            actor=words(self.observer),
            causes=one_of(words(cause) for cause in self.causes),
            bounds=_bounds(self.at_least, self.at_most),
        )


def _bounds(low: Number, high: Number) -> str:
    if not (isinstance(low, int | float) and isinstance(high, int | float)):
        return _("within the assumed bounds")
    if high >= 1:
        return say("at least {percent}", percent=per_cent(low))
    if low <= 0:
        return say("at most {percent}", percent=per_cent(high))
    return say("between {low} and {high}", low=per_cent(low), high=per_cent(high))


@condition("believes_counts")
@frozen
class BelievesCounts:
    """An observer's belief that a plan counts the cause as a violation lies within bounds."""

    plan: PlanId
    """The plan."""
    at_least: Number = bounded(0, 1, default=0.0)
    """Lower bound, probability."""
    at_most: Number = bounded(0, 1, default=1.0)
    """Upper bound, probability."""
    observer: ObserverId = ME
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        plan = world.program.scenario.plans[self.plan]
        belief = belief_in(world, plan.incident, self.observer, plan.counts)
        mask: Mask = (belief >= world.value(self.at_least) - SLACK) & (
            belief <= world.value(self.at_most) + SLACK
        )
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        plan = scenario.plans[self.plan]
        return (("belief", plan.incident, self.observer, cause) for cause in plan.counts)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{actor}'s belief in a violation is {bounds}",
            actor=words(self.observer),
            bounds=_bounds(self.at_least, self.at_most),
        )


@condition("has_evidence")
@frozen
class HasEvidence:
    """An observer has a piece of evidence."""

    incident: IncidentId
    """About which incident."""
    evidence: EvidenceId
    """Which piece."""
    observer: ObserverId = ME
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("seen", self.incident, self.evidence, self.observer) >= 0
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("seen", self.incident, self.evidence, self.observer),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{actor} has “{evidence}”", actor=words(self.observer), evidence=words(self.evidence))


@condition("can_release")
@frozen
class CanRelease:
    """An actor holds evidence that is not public."""

    incident: IncidentId
    """About which incident."""
    actor: ActorId = SELF
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        if not world.program.scenario.incidents[self.incident].evidence:
            return world.nothing()
        held, public = (self._seen(world, who) >= 0 for who in (self.actor, PUBLIC))
        mask: Mask = np.logical_or.reduce(held & ~public, axis=0)
        return mask

    def _seen(self, world: World, observer: str) -> I32:
        """What an observer has seen of each piece, (evidence, games): these rows lie together."""
        items = tuple(world.program.scenario.incidents[self.incident].evidence)
        first = world.program.whole_places["seen", self.incident, items[0], observer]
        table: I32 = world.whole_table[first : first + len(items)]
        return table

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        items = scenario.incidents[self.incident].evidence
        return (("seen", self.incident, item, who) for item in items for who in (self.actor, PUBLIC))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{actor} holds evidence on “{incident}” that is not public",
            actor=words(self.actor),
            incident=words(self.incident),
        )


@condition("claimed")
@frozen
class Claimed:
    """An actor's standing public claim about an incident."""

    incident: IncidentId
    """About which incident."""
    claim: ClaimId
    """What it says."""
    actor: ActorId = SELF
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        index = list(world.program.scenario.claims).index(self.claim)
        mask: Mask = world.whole("claim", self.incident, self.actor) == index
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("claim", self.incident, self.actor),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{actor} says “{claim}”", actor=words(self.actor), claim=words(self.claim))


@condition("cause_is")
@frozen
class CauseIs:
    """The truth about an incident: for outcomes and objectives, never for what a player may do."""

    incident: IncidentId
    """Which."""
    causes: tuple[CauseId, ...]
    """One of these."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        ids = list(world.program.scenario.causes)
        cause = world.whole("cause", self.incident)
        mask: Mask = is_one_of(cause, [ids.index(c) for c in self.causes])
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("cause", self.incident),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        causes = one_of(words(cause) for cause in self.causes)
        return say("the cause of “{incident}” is {causes}", incident=words(self.incident), causes=causes)


@condition("knows_cause")
@frozen
class KnowsCause:
    """An actor knows for certain why an incident happened."""

    incident: IncidentId
    """Which."""
    actor: ActorId = SELF
    """Who."""
    causes: tuple[CauseId, ...] = ()
    """One of these; any where empty."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        known = world.whole("knows", self.incident, self.actor)
        if not self.causes:
            mask: Mask = known >= 0
            return mask
        ids = list(world.program.scenario.causes)
        return is_one_of(known, [ids.index(c) for c in self.causes])

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("knows", self.incident, self.actor),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        clause = say(
            "{actor} knows why “{incident}” happened", actor=words(self.actor), incident=words(self.incident)
        )
        causes = one_of(words(cause) for cause in self.causes)
        return f"{clause}: {causes}" if causes else clause
