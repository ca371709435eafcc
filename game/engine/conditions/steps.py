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
from game.language import N_, say
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


_STATES = {
    StepState.NONE: N_("the step “{step}” has not been announced"),
    StepState.ANNOUNCED: N_("the step “{step}” is announced"),
    StepState.VERIFIED: N_("the step “{step}” is verified"),
    StepState.ANSWERED: N_("the step “{step}” is answered"),
}
_POSTURES = {
    Posture.ROUTINE: N_("the strategic arms of {actor} stand at routine posture or above"),
    Posture.RAISED: N_("the strategic arms of {actor} stand at raised posture or above"),
    Posture.HIGH: N_("the strategic arms of {actor} stand at high posture"),
}


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
        return say(_STATES[self.state], step=words(self.step))


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
        return say(_POSTURES[self.posture], actor=words(self.actor))
