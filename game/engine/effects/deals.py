"""Effects on bargains: breach, snap-back, offers withdrawn, limits that a deal clears."""

from collections.abc import Iterable

from attrs import frozen

from game.engine.arrays import Columns
from game.engine.effects.branches import Consequence
from game.engine.events import EventKind
from game.engine.mechanisms import bargaining, deals
from game.engine.registry import effect
from game.engine.world import Cause, World
from game.language import phrase, say
from game.model.ids import DealId, LimitId, TermId
from game.model.primitives import Words
from game.model.scenario import Scenario


@effect("breach")
@frozen
class Breach:
    """Whoever acts does not mean to deliver its terms of a deal, or undoes them; it may be found out."""

    deal: DealId
    """Which deal."""
    term: TermId | None = None
    """Which of its terms; all that it gives where missing."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        deals.breach(world, self.deal, cause.actor, where, self.term)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """A word secretly broken."""
        yield ("breach", self.deal), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        if self.term:
            return say(
                "the term “{term}” of “{deal}” is not kept; it may be found out",
                term=words(self.term),
                deal=words(self.deal),
            )
        return say("what was agreed of “{deal}” is not kept; it may be found out", deal=words(self.deal))


@effect("snap_back")
@frozen
class SnapBack:
    """Whoever acts takes back all that it has delivered; a deal that stood until then is broken."""

    deal: DealId
    """Which deal."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        deals.snap_back(world, self.deal, cause.actor, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Concessions returned."""
        yield ("snap back", self.deal), 1.0

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("what was delivered under “{deal}” is taken back", deal=words(self.deal))


@effect("withdraw_offer")
@frozen
class WithdrawOffer:
    """The offer of whoever acts is taken off a table; any offer, where a rule does it."""

    deal: DealId
    """Which table."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        bargaining.withdraw(world, self.deal, cause.actor, where)

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Nothing that could be reckoned."""
        return ()

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("the offer at “{deal}” is withdrawn", deal=words(self.deal))


@effect("clear_limit")
@frozen
class ClearLimit:
    """A limit counts as never crossed again: only a term of a deal can do that."""

    limit: LimitId
    """Which."""

    def apply(self, world: World, where: Columns, cause: Cause) -> None:
        """Apply to the games of `where`."""
        crossed = where[world.whole("limit", self.limit)[where] >= 0]
        if len(crossed):
            world.set_whole(("limit", self.limit), -1, crossed)
            world.set_whole(("limit_by", self.limit), -1, crossed)
            text = phrase("The limit “{limit}” stands again", limit=world.program.words(self.limit))
            world.tell(EventKind.LIMIT, crossed, text, subject=self.limit, cause=cause.told(None))

    def consequences(self, scenario: Scenario) -> Iterable[Consequence]:
        """Terms are weighed by their worth."""
        return ()

    def explain(self, words: Words) -> str:
        """In plain words."""
        return say("the limit “{limit}” stands again", limit=words(self.limit))
