"""Conditions on incidents found out, and on whether a belief is reason enough to act."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Mask
from game.engine.clauses import figure
from game.engine.conditions.knowledge import ME, belief_in
from game.engine.layout import RowName
from game.engine.mechanisms.attribution import proof_needed
from game.engine.registry import condition
from game.engine.world import World
from game.language import say
from game.model.ids import IncidentId, ObserverId, PlanId
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario


@condition("exposed")
@frozen
class Exposed:
    """It has come out that an incident was staged, and by whom."""

    incident: IncidentId
    """Which."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("exposed", self.incident) >= 0
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("exposed", self.incident),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("it has come out that “{incident}” was staged", incident=words(self.incident))


@condition("acting_beats_sparing")
@frozen
class ActingBeatsSparing:
    """Belief in a violation makes acting the better bet: pi > C_wrong / (C_wrong + C_missed)."""

    plan: PlanId
    """The plan that says what counts as a violation."""
    wrong: Number = bounded(0.001, None)
    """What it costs to act on the innocent, in points."""
    missed: Number = bounded(0.001, None)
    """What it costs to spare the guilty, in points."""
    observer: ObserverId = ME
    """Who."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        plan = world.program.scenario.plans[self.plan]
        belief = belief_in(world, plan.incident, self.observer, plan.counts)
        mask: Mask = belief > proof_needed(world.value(self.wrong), world.value(self.missed))
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        plan = scenario.plans[self.plan]
        return (("belief", plan.incident, self.observer, cause) for cause in plan.counts)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "{actor} believes enough in a violation to act (in points: {wrong} if wrong, {missed} if missed)",
            actor=words(self.observer),
            wrong=figure(self.wrong, words),
            missed=figure(self.missed, words),
        )
