"""Conditions on steps towards a calmer crisis, and on the posture of strategic arms."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from game.engine.arrays import Mask
from game.engine.arsenals import POSTURES, posture
from game.engine.conditions.promises import number_of
from game.engine.layout import RowName
from game.engine.registry import condition
from game.engine.world import World
from game.model.deterrence import Posture
from game.model.ids import SELF, ActorId, StepId
from game.model.primitives import Words
from game.model.scenario import Scenario


class StepState(StrEnum):
    """Where a step stands; rows count them in this order."""

    NONE = "none"
    ANNOUNCED = "announced"
    VERIFIED = "verified"
    ANSWERED = "answered"


@condition("step_is")
@frozen
class StepIs:
    """A step towards a calmer crisis is in a state."""

    step: StepId
    """Which."""
    state: StepState
    """The state."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("step", self.step) == number_of(self.state)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("step", self.step),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        said = "has not been announced" if self.state is StepState.NONE else f"is {self.state.value}"
        return f"the step “{words(self.step)}” {said}"


@condition("posture_is")
@frozen
class PostureIs:
    """An actor's strategic arms stand at a posture or above it."""

    posture: Posture
    """At least this one."""
    actor: ActorId = SELF
    """Whose."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = posture(world, self.actor) >= POSTURES.index(self.posture)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("posture", self.actor),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        above = "" if self.posture is Posture.HIGH else " or above"
        return f"the strategic arms of {words(self.actor)} stand at {self.posture.value} posture{above}"
