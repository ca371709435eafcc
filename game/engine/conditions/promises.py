"""Conditions on plans, tiers, stand-downs and commitments."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from game.engine.arrays import Mask
from game.engine.clauses import one_of
from game.engine.conditions.logic import is_one_of
from game.engine.layout import RowName
from game.engine.registry import condition
from game.engine.world import World
from game.language import N_, N_sense, _, count, say, sense
from game.model.ids import CommitmentId, PlanId, TierId
from game.model.primitives import Words
from game.model.scenario import Scenario


class PlanState(StrEnum):
    """Where a plan's clock stands; rows count them in this order."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    ENDED = "ended"


_PLAN_STATES = {
    PlanState.IDLE: N_sense("clock of a plan", "idle"),
    PlanState.RUNNING: N_sense("clock of a plan", "running"),
    PlanState.PAUSED: N_sense("clock of a plan", "paused"),
    PlanState.STOPPED: N_sense("clock of a plan", "stopped"),
    PlanState.ENDED: N_sense("clock of a plan", "ended"),
}


class TierState(StrEnum):
    """Where a tier stands; rows count them in this order."""

    WAITING = "waiting"
    OPEN = "open"
    MET = "met"
    FAILED = "failed"
    PASSED = "passed"


_TIER_STATES = {
    TierState.WAITING: N_sense("tier of a plan", "waiting"),
    TierState.OPEN: N_sense("tier of a plan", "open"),
    TierState.MET: N_sense("tier of a plan", "met"),
    TierState.FAILED: N_sense("tier of a plan", "failed"),
    TierState.PASSED: N_sense("tier of a plan", "passed"),
}


class StandDownState(StrEnum):
    """Where a stand-down stands; rows count them in this order."""

    NONE = "none"
    DECLARED = "declared"
    CERTIFIED = "certified"
    REFUSED = "refused"


_STAND_DOWN_STATES = {
    StandDownState.NONE: N_("no stand-down has been declared"),
    StandDownState.DECLARED: N_("a stand-down has been declared"),
    StandDownState.CERTIFIED: N_("a stand-down has been certified"),
    StandDownState.REFUSED: N_("a stand-down has been refused"),
}


class CommitmentState(StrEnum):
    """Where a commitment stands; rows count them in this order."""

    DORMANT = "dormant"
    IN_FORCE = "in_force"
    DUE = "due"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


_COMMITMENT_STATES = {
    CommitmentState.DORMANT: N_sense("promise", "dormant"),
    CommitmentState.IN_FORCE: N_sense("promise", "in force"),
    CommitmentState.DUE: N_sense("promise", "due for an answer"),
    CommitmentState.KEPT: N_sense("promise", "kept"),
    CommitmentState.BROKEN: N_sense("promise", "broken"),
    CommitmentState.WITHDRAWN: N_sense("promise", "withdrawn"),
}


def number_of(state: StrEnum) -> int:
    """The number that rows use for a state."""
    return list(type(state)).index(state)


@condition("plan_is")
@frozen
class PlanIs:
    """A plan's clock is in one of these states."""

    plan: PlanId
    """Which plan."""
    state: PlanState | None = None
    """This one ..."""
    states: tuple[PlanState, ...] = ()
    """... or one of these."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        wanted = [number_of(s) for s in (*self.states, *((self.state,) if self.state else ()))]
        mask: Mask = is_one_of(world.whole("plan", self.plan), wanted)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("plan", self.plan),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        states = (*self.states, *((self.state,) if self.state else ()))
        said = one_of(sense("clock of a plan", _PLAN_STATES[state]) for state in states)
        return say("the clock of “{plan}” is {states}", plan=words(self.plan), states=said)


@condition("stand_down_is")
@frozen
class StandDownIs:
    """A stand-down is in a state."""

    plan: PlanId
    """Of which plan's accused party."""
    state: StandDownState
    """The state."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("stand_down", self.plan) == number_of(self.state)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("stand_down", self.plan),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return _(_STAND_DOWN_STATES[self.state])


@condition("tier_is")
@frozen
class TierIs:
    """A tier is in a state."""

    plan: PlanId
    """The plan."""
    tier: TierId
    """The tier."""
    state: TierState
    """The state."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("tier", self.plan, self.tier) == number_of(self.state)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("tier", self.plan, self.tier),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        state = sense("tier of a plan", _TIER_STATES[self.state])
        return say("“{tier}” is {state}", tier=words(self.tier), state=state)


@condition("tier_hours_left_at_most")
@frozen
class TierHoursLeft:
    """An open tier closes within so many hours."""

    plan: PlanId
    """The plan."""
    tier: TierId
    """The tier."""
    hours: int
    """The hours."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        tier = world.program.scenario.plans[self.plan].tiers[self.tier]
        if tier.to_hour is not None:
            closes = world.whole("plan_from", self.plan) + tier.to_hour
        else:
            closes = world.whole("tier_opened_at", self.plan, self.tier) + tier.within_hours
        is_open = world.whole("tier", self.plan, self.tier) == number_of(TierState.OPEN)
        mask: Mask = is_open & (closes - world.hour <= self.hours)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (
            ("plan_from", self.plan),
            ("tier", self.plan, self.tier),
            ("tier_opened_at", self.plan, self.tier),
        )

    def explain(self, words: Words) -> str:
        """In plain words."""
        return count(
            self.hours,
            "“{tier}” closes within {number} hour",
            "“{tier}” closes within {number} hours",
            tier=words(self.tier),
        )


@condition("true_line_crossed")
@frozen
class TrueLineCrossed:
    """What the issuer of a commitment would in truth answer has come about; only the issuer knows."""

    commitment: CommitmentId
    """Which; one that has a `truth`."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("true_line", self.commitment) >= 0
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("true_line", self.commitment),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("what “{promise}” in truth guards against has come about", promise=words(self.commitment))


@condition("commitment_is")
@frozen
class CommitmentIs:
    """A commitment is in a state."""

    commitment: CommitmentId
    """Which."""
    state: CommitmentState
    """The state."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("commitment", self.commitment) == number_of(self.state)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("commitment", self.commitment),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        state = sense("promise", _COMMITMENT_STATES[self.state])
        return say("“{promise}” is {state}", promise=words(self.commitment), state=state)
