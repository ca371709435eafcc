"""Effects on response plans: allegations, the clock, stand-downs."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.effects.branches import Consequence
from game.engine.mechanisms import allegations, response_plan
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import _, say
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
        allegations.allege(world, self.plan, where, cause, investigating=self.investigating)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """The clock starts."""
        yield ("allege", self.plan), 0.5 if self.investigating else 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        if self.investigating:
            return say(
                "the clock of “{plan}” starts; half the liability if it proves wrong", plan=words(self.plan)
            )
        return say("the clock of “{plan}” starts", plan=words(self.plan))


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
        return say("the clock of “{plan}” pauses", plan=words(self.plan))


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
        return say("the clock of “{plan}” runs on", plan=words(self.plan))


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
        return say("the clock of “{plan}” is stopped", plan=words(self.plan))


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
        if self.admission:
            return _("a stand-down is declared, as an admission; monitors check it")
        return _("a stand-down is declared, without admission; monitors check it")
