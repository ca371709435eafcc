"""What a seat makes of its situation: threats it reads, guilt it believes in; rows are float64 (games,)."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, I32, Mask
from game.engine.exact import logistic, total
from game.engine.observe import Observation
from game.model.commitments import Commitment, ResponsePlan
from game.model.ids import PUBLIC

DUE, IN_FORCE = 2, 1
"""States of a commitment, as rows count them."""


@frozen(eq=False)
class Outlook:
    """One seat's reading of its observation."""

    seen: Observation
    """What it may know."""

    @cached_property
    def nothing(self) -> F64:
        """Zero in every game."""
        return np.zeros(self.seen.count)

    def severity(self, rung: I32) -> F64:
        """Severity of rungs, in points."""
        severities: F64 = self.seen.program.severities[rung]
        return severities

    @cached_property
    def crisis(self) -> F64:
        """Severity of the highest rung that everybody reads."""
        return self.severity(self.seen.whole("crisis")) if self.seen.program.rungs else self.nothing

    def sent(self, target: str) -> F64:
        """Severity of one's own live acts on somebody."""
        me = self.seen.actor
        return self.severity(self.seen.whole("read", me, me, target))

    @cached_property
    def _threats(self) -> dict[str, F64]:
        return {other: self._threat(other) for other in self.seen.program.actors if other != self.seen.actor}

    def threat(self, by: str) -> F64:
        """Severity of somebody's acts: on oneself in full, on others by how far one is pledged."""
        return self._threats[by]

    def _threat(self, by: str) -> F64:
        """Severity of somebody's acts: on oneself in full, on others by how far one is pledged."""
        me, program = self.seen.actor, self.seen.program
        pledged = self._pledged(by)
        worst = self.severity(self.seen.whole("read", me, by, me))
        for other in program.actors:
            if other not in (me, by):
                on_other = self.severity(self.seen.whole("read", me, by, other))
                worst = np.maximum(worst, on_other * np.where(pledged, 0.7, 0.2))
        return worst

    def _pledged(self, against: str) -> Mask:
        mask = np.zeros(self.seen.count, dtype=np.bool_)
        for commitment in self.seen.program.commitments.values():
            if commitment.issuer == self.seen.actor and commitment.on == against:
                state = self.seen.whole("commitment", commitment.id)
                mask |= (state == IN_FORCE) | (state == DUE)
        return mask

    @cached_property
    def worst_threat(self) -> F64:
        """The highest of all threats."""
        worst = self.nothing
        if self.seen.program.rungs:
            for other in self.seen.program.actors:
                if other != self.seen.actor:
                    worst = np.maximum(worst, self.threat(other))
        return worst

    @cached_property
    def plan(self) -> ResponsePlan | None:
        """The scenario's first response plan, if any."""
        return next(iter(self.seen.program.scenario.plans.values()), None)

    def belief(self, incident: str, causes: Sequence[str], observer: str | None = None) -> F64:
        """Somebody's belief, one's own where nobody is named, that an incident has one of these causes."""
        who = observer or self.seen.actor
        return total([self.seen.number("belief", incident, who, cause) for cause in causes])

    def guilt(self, observer: str | None = None) -> F64:
        """Belief that what happened counts as a violation; even odds without a plan."""
        if self.plan is None:
            return self.nothing + 0.5
        belief = self.belief(self.plan.incident, self.plan.counts, observer)
        happened = self.seen.whole("happened", self.plan.incident) >= 0
        return np.where(happened, belief, 0.0)

    @cached_property
    def mine(self) -> F64:
        """One's own belief in guilt."""
        return self.guilt()

    @cached_property
    def publics(self) -> F64:
        """The public's belief in guilt."""
        return self.guilt(PUBLIC)

    @cached_property
    def doubt(self) -> F64:
        """How open the question is: 1 at even odds, 0 when it is settled."""
        return 4.0 * self.mine * (1.0 - self.mine)

    @property
    def accused(self) -> bool:
        """Whether the plan accuses oneself."""
        return self.plan is not None and self.plan.accused == self.seen.actor

    @cached_property
    def resolve(self) -> F64:
        """How heavily one's word weighs with one's private type; 1 where there are no types."""
        types = self.seen.program.scenario.actors[self.seen.actor].types
        if not types:
            return self.nothing + 1.0
        by_type = np.array([kind.resolve for kind in types.values()])
        weight: F64 = by_type[self.seen.whole("type", self.seen.actor)]
        return weight

    @cached_property
    def running(self) -> Mask:
        """Where the plan's clock runs."""
        if self.plan is None:
            return np.zeros(self.seen.count, dtype=np.bool_)
        mask: Mask = self.seen.whole("plan", self.plan.id) == 1
        return mask

    @cached_property
    def late(self) -> float:
        """How far the announced time has run, 0-1."""
        return min(1.0, self.seen.hour / max(self.seen.program.scenario.clock.horizon_hours, 1))

    @cached_property
    def ground_lost(self) -> F64:
        """1 where a place that was one's own is held by another."""
        lost = self.nothing
        for region in self.seen.program.scenario.regions.values():
            if region.owner == self.seen.actor:
                me = self.seen.program.actor_index(self.seen.actor)
                lost = np.maximum(lost, (self.seen.whole("holds", region.id) != me).astype(np.float64))
        return lost

    def due(self, commitment: Commitment) -> F64:
        """1 where a commitment is due, a little where it is in force."""
        state = self.seen.whole("commitment", commitment.id)
        return np.where(state == DUE, 1.0, np.where(state == IN_FORCE, 0.1, 0.0))

    def word(self, commitment: Commitment) -> F64:
        """How likely it seems that a commitment of somebody else will be kept."""
        whose = (commitment.issuer, commitment.promise)
        if whose not in self._words:
            self._words[whose] = logistic(self.seen.number("credibility", self.seen.actor, *whose))
        return self._words[whose]

    @cached_property
    def _words(self) -> dict[tuple[str, str], F64]:
        """What has been asked about words so far: many commitments share an issuer and a class of promise."""
        return {}
