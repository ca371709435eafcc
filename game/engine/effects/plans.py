"""Effects on response plans: allegations, the clock, stand-downs."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.effects.branches import Consequence
from game.engine.mechanisms import response_plan
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.model.ids import PlanId
from game.model.primitives import Words
from game.model.scenario import Scenario


@effect("allege")
@frozen
class Allege:
    """A violation is alleged: the plan's clock starts, and with it the liability for being wrong."""

    plan: PlanId
    """Which plan."""
    investigating: bool = False
    """Whether it is alleged "under investigation", which halves the liability."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        response_plan.allege(world, self.plan, where, cause, investigating=self.investigating)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """The clock starts."""
        yield ("allege", self.plan), 0.5 if self.investigating else 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        half = "; half the liability if it proves wrong" if self.investigating else ""
        return f"the clock of “{words(self.plan)}” starts{half}"


@effect("pause_plan")
@frozen
class PausePlan:
    """The clock rests."""

    plan: PlanId
    """Which plan."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        response_plan.pause(world, self.plan, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Time gained."""
        yield ("pause", self.plan), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return f"the clock of “{words(self.plan)}” pauses"


@effect("resume_plan")
@frozen
class ResumePlan:
    """The clock goes on."""

    plan: PlanId
    """Which plan."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        response_plan.resume(world, self.plan, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Time runs."""
        yield ("pause", self.plan), -1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return f"the clock of “{words(self.plan)}” runs on"


@effect("stop_plan")
@frozen
class StopPlan:
    """The clock ends for good."""

    plan: PlanId
    """Which plan."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        response_plan.stop(world, self.plan, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """The obligations end."""
        yield ("stop", self.plan), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return f"the clock of “{words(self.plan)}” is stopped"


@effect("stand_down")
@frozen
class StandDown:
    """The accused party declares a stand-down that monitors will check."""

    plan: PlanId
    """Under which plan."""
    admission: bool
    """Whether it reads as an admission (plain), or is without one."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        response_plan.stand_down(world, self.plan, where, cause, admission=self.admission)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A way out."""
        yield ("stand_down", self.plan), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        how = "as an admission" if self.admission else "without admission"
        return f"a stand-down is declared, {how}; monitors check it"
