"""What a seat makes of its situation: threats it reads, guilt it believes in; rows are float64 (games,)."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine.arrays import F64, I32, Mask, columns_of
from game.engine.exact import total
from game.engine.ledger import Ledger
from game.engine.observe import Observation
from game.model.commitments import Commitment, ResponsePlan
from game.model.ids import PUBLIC

DUE, IN_FORCE = 2, 1
"""States of a commitment, as rows count them."""
BLUFF = 0.4
"""How far one's own word presses where its true line was not crossed, beside one that was meant."""
MEANT = 0.7
"""How far it presses where the true line was crossed and nothing is due yet."""


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
    def ledger(self) -> Ledger:
        """Who would answer its acts, how likely, and what that would cost."""
        return Ledger(self.seen, self.seen.actor)

    @cached_property
    def plans(self) -> tuple[ResponsePlan, ...]:
        """The scenario's response plans."""
        return tuple(self.seen.program.scenario.plans.values())

    def of_plan(self, plan: str) -> ResponsePlan:
        """A plan by its id."""
        return self.seen.program.scenario.plans[plan]  # type: ignore[index]  # ids are strings

    @cached_property
    def _which(self) -> I32:
        """Which plan matters now in each game: one whose clock runs, else one whose incident happened."""
        which = np.zeros(self.seen.count, dtype=np.int32)
        closest = np.full(self.seen.count, -1, dtype=np.int32)
        for index, plan in enumerate(self.plans):
            happened = (self.seen.whole("happened", plan.incident) >= 0).astype(np.int32)
            close = happened + 2 * (self.seen.whole("plan", plan.id) == 1)
            nearer = close > closest
            which[nearer], closest[nearer] = index, close[nearer]
        return which

    def _by_plan(self, rows: Sequence[F64] | Sequence[Mask]) -> NDArray[Any]:
        """Of one row for each plan, that of the plan that matters in each game."""
        found = rows[0]
        for index, row in enumerate(rows[1:], start=1):
            found = np.where(self._which == index, row, found)
        return found

    def belief(self, incident: str, causes: Sequence[str], observer: str | None = None) -> F64:
        """Somebody's belief, one's own where nobody is named, that an incident has one of these causes."""
        who = observer or self.seen.actor
        return total([self.seen.number("belief", incident, who, cause) for cause in causes])

    def guilt(self, plan: ResponsePlan, observer: str | None = None) -> F64:
        """Belief that what happened counts as a violation of a plan; 0 until it has happened."""
        key = (plan.id, observer)
        if key not in self._guilts:
            belief = self.belief(plan.incident, plan.counts, observer)
            happened = self.seen.whole("happened", plan.incident) >= 0
            self._guilts[key] = np.where(happened, belief, 0.0)
        return self._guilts[key]

    @cached_property
    def _guilts(self) -> dict[tuple[str, str | None], F64]:
        return {}

    def suspicion(self, target: str) -> F64 | None:
        """One's own belief in the guilt of somebody whom some plan accuses; None where none does."""
        accusing = [plan for plan in self.plans if plan.accused == target]
        found: F64 | None = None
        for plan in accusing:
            guilt = self.guilt(plan)
            found = guilt if found is None else np.maximum(found, guilt)
        return found

    def plan_about(self, incident: str) -> ResponsePlan | None:
        """The plan that an incident may be alleged under, if any."""
        return next((plan for plan in self.plans if plan.incident == incident), None)

    @cached_property
    def mine(self) -> F64:
        """One's own belief in guilt under the plan that matters; even odds without a plan."""
        return self._by_plan([self.guilt(p) for p in self.plans]) if self.plans else self.nothing + 0.5

    @cached_property
    def publics(self) -> F64:
        """The public's belief in guilt."""
        if not self.plans:
            return self.nothing + 0.5
        return self._by_plan([self.guilt(p, PUBLIC) for p in self.plans])

    @cached_property
    def doubt(self) -> F64:
        """How open the question is: 1 at even odds, 0 when it is settled."""
        return 4.0 * self.mine * (1.0 - self.mine)

    @cached_property
    def accused(self) -> Mask:
        """Whether the plan that matters accuses oneself."""
        me = [np.full(self.seen.count, plan.accused == self.seen.actor) for plan in self.plans]
        return self._by_plan(me) if me else np.zeros(self.seen.count, dtype=np.bool_)

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
        """Where the clock of the plan that matters runs."""
        runs = [self.seen.whole("plan", plan.id) == 1 for plan in self.plans]
        return self._by_plan(runs) if runs else np.zeros(self.seen.count, dtype=np.bool_)

    @cached_property
    def need(self) -> F64:
        """How pressing it is to have something in hand: by suspicion, or by threats to the accused."""
        accused = columns_of(self.accused)
        needed: F64 = self.mine * (0.6 + 0.8 * self.running) + self.worst_threat / 120.0
        if len(accused):
            needed[accused] = self.worst_threat[accused] / 60.0 + 0.4 * self.running[accused]
        return needed

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
        """How far one's own word presses: 1 where it is due, a little where it is in force.

        With a true line apart from the declared one, what lies between is a bluff, and presses less; where
        the true line has been crossed, it presses whether or not anything is due.
        """
        if commitment.id not in self._dues:
            self._dues[commitment.id] = self._due(commitment)
        return self._dues[commitment.id]

    @cached_property
    def _dues(self) -> dict[str, F64]:
        return {}

    def _due(self, commitment: Commitment) -> F64:
        state = self.seen.whole("commitment", commitment.id)
        presses = np.where(state == DUE, 1.0, np.where(state == IN_FORCE, 0.1, 0.0))
        if commitment.truth and commitment.issuer == self.seen.actor:
            crossed = self.seen.whole("true_line", commitment.id) >= 0
            standing = (state == IN_FORCE) | (state == DUE)
            meant = np.where(standing, np.maximum(presses, MEANT), presses)
            presses = np.where(crossed, meant, BLUFF * presses)
        return presses
