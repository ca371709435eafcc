"""Conditions on plans, tiers, stand-downs and commitments."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from game.engine.arrays import Mask
from game.engine.conditions.logic import is_one_of
from game.engine.layout import RowName
from game.engine.registry import condition
from game.engine.world import World
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


class TierState(StrEnum):
    """Where a tier stands; rows count them in this order."""

    WAITING = "waiting"
    OPEN = "open"
    MET = "met"
    FAILED = "failed"
    PASSED = "passed"


class StandDownState(StrEnum):
    """Where a stand-down stands; rows count them in this order."""

    NONE = "none"
    DECLARED = "declared"
    CERTIFIED = "certified"
    REFUSED = "refused"


class CommitmentState(StrEnum):
    """Where a commitment stands; rows count them in this order."""

    DORMANT = "dormant"
    IN_FORCE = "in_force"
    DUE = "due"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


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
        which = " or ".join(s.value for s in (*self.states, *((self.state,) if self.state else ())))
        return f"the clock of “{words(self.plan)}” is {which}"


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
        if self.state is StandDownState.NONE:
            return "no stand-down has been declared"
        return f"a stand-down has been {self.state.value}"


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
        return f"“{words(self.tier)}” is {self.state.value}"


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
        return f"“{words(self.tier)}” closes within {self.hours} hours"


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
        return f"what “{words(self.commitment)}” in truth guards against has come about"


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
        said = {"in_force": "in force", "due": "due for an answer"}.get(self.state.value, self.state.value)
        return f"“{words(self.commitment)}” is {said}"
