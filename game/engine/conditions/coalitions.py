"""Conditions on coalitions and their members."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Mask
from game.engine.clauses import figure, per_cent
from game.engine.conditions.knowledge import SLACK
from game.engine.layout import RowName
from game.engine.mechanisms import coalitions
from game.engine.registry import condition
from game.engine.world import World
from game.language import say
from game.model.ids import SELF, ActorId
from game.model.numbers import Number, bounded
from game.model.primitives import Words
from game.model.scenario import Scenario


def _rows(scenario: Scenario, actor: ActorId) -> Iterable[RowName]:
    spec = scenario.actors.get(actor)
    members = spec.coalition.members if spec is not None and spec.coalition is not None else ()
    return (("member", actor, member) for member in members)


@condition("members_joined")
@frozen
class MembersJoined:
    """Members with a share of a coalition's weight have joined."""

    share: Number = bounded(0, 1)
    """The least share, 0 to 1."""
    actor: ActorId = SELF
    """Whose members."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = coalitions.joined_share(world, self.actor) >= world.value(self.share) - SLACK
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return _rows(scenario, self.actor)

    def explain(self, words: Words) -> str:
        """In plain words."""
        part = per_cent(self.share) if isinstance(self.share, int | float) else figure(self.share, words)
        return say(
            "members with {share} of the weight of {actor} have joined", share=part, actor=words(self.actor)
        )


@condition("agreed")
@frozen
class Agreed:
    """A coalition consents: all members have joined, or enough have and it does not wait for the rest."""

    actor: ActorId = SELF
    """Which."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        return coalitions.agreed(world, self.actor)

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (*_rows(scenario, self.actor), ("proceeding", self.actor))

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say(
            "the members of {actor} agree, or enough of them do and it does not wait for all",
            actor=words(self.actor),
        )
