"""Effects on coalitions."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.effects.branches import Consequence
from game.engine.mechanisms import coalitions
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import say
from game.model.ids import SELF, ActorId
from game.model.primitives import Words
from game.model.scenario import Scenario


@effect("proceed")
@frozen
class Proceed:
    """A coalition goes on without unanimity, with the weight of those who have joined."""

    actor: ActorId = SELF
    """Which."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        coalitions.proceed(world, self.actor, where, cause)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Freedom to act, at the price of unity."""
        yield ("proceed", self.actor), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("{actor} goes on without the members that have not joined", actor=words(self.actor))
