"""Conditions on bargaining: offers, deals and their terms."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from game.engine.arrays import Mask
from game.engine.clauses import one_of
from game.engine.conditions.logic import is_one_of
from game.engine.conditions.promises import number_of
from game.engine.layout import RowName
from game.engine.registry import condition
from game.engine.world import World
from game.language import N_sense, say, sense
from game.model.ids import ActorId, DealId, TermId
from game.model.primitives import Words
from game.model.scenario import Scenario


class DealState(StrEnum):
    """Where a deal stands; rows count them in this order."""

    NONE = "none"
    """Not agreed so far."""
    IN_FORCE = "in_force"
    """Agreed; terms are still to be delivered."""
    KEPT = "kept"
    """Every term counts as delivered."""
    BROKEN = "broken"
    """A breach was found out, or a party took back what it had given."""


_DEAL_STATES = {
    DealState.NONE: N_sense("deal", "not agreed"),
    DealState.IN_FORCE: N_sense("deal", "in force"),
    DealState.KEPT: N_sense("deal", "kept"),
    DealState.BROKEN: N_sense("deal", "broken"),
}


class TermState(StrEnum):
    """Where a term stands; rows count them in this order."""

    NONE = "none"
    """Not agreed, or cancelled."""
    WAITING = "waiting"
    """Agreed and not delivered yet."""
    DELIVERED = "delivered"
    """It counts as delivered: it was, or nobody has found out that it was not."""
    BROKEN = "broken"
    """Found not to have been delivered."""
    SNAPPED_BACK = "snapped_back"
    """Delivered and taken back."""


_TERM_STATES = {
    TermState.NONE: N_sense("term of a deal", "not agreed"),
    TermState.WAITING: N_sense("term of a deal", "waiting"),
    TermState.DELIVERED: N_sense("term of a deal", "delivered"),
    TermState.BROKEN: N_sense("term of a deal", "broken"),
    TermState.SNAPPED_BACK: N_sense("term of a deal", "taken back"),
}


@condition("deal_is")
@frozen
class DealIs:
    """A deal is in one of these states."""

    deal: DealId
    """Which."""
    state: DealState | None = None
    """This one ..."""
    states: tuple[DealState, ...] = ()
    """... or one of these."""

    @property
    def wanted(self) -> tuple[DealState, ...]:
        """All of them."""
        return (*self.states, *((self.state,) if self.state else ()))

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = is_one_of(world.whole("deal", self.deal), [number_of(state) for state in self.wanted])
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("deal", self.deal),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        states = one_of(sense("deal", _DEAL_STATES[state]) for state in self.wanted)
        return say("“{deal}” is {states}", deal=words(self.deal), states=states)


@condition("offer_stands")
@frozen
class OfferStands:
    """An offer stands on a table."""

    deal: DealId
    """Which table."""
    by: ActorId | None = None
    """By whom; by anybody where missing."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        offer_by = world.whole("offer_by", self.deal)
        mask: Mask = offer_by >= 0 if self.by is None else offer_by == world.program.actor_index(self.by)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("offer_by", self.deal),)

    def explain(self, words: Words) -> str:
        """In plain words."""
        if self.by:
            return say("an offer of {actor} stands at “{deal}”", actor=words(self.by), deal=words(self.deal))
        return say("an offer stands at “{deal}”", deal=words(self.deal))


@condition("term_is")
@frozen
class TermIs:
    """A term of a deal is in a state."""

    deal: DealId
    """Of which deal."""
    term: TermId
    """Which."""
    state: TermState
    """The state."""
    level: int | None = None
    """Agreed at this level or above; at any where missing."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = world.whole("term_state", self.deal, self.term) == number_of(self.state)
        if self.level is not None:
            mask = mask & (world.whole("term", self.deal, self.term) >= self.level)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("term_state", self.deal, self.term), ("term", self.deal, self.term))

    def explain(self, words: Words) -> str:
        """In plain words."""
        state = sense("term of a deal", _TERM_STATES[self.state])
        clause = say("the term “{term}” is {state}", term=words(self.term), state=state)
        if self.level is None:
            return clause
        return say("{clause} at level {level} or above", clause=clause, level=self.level)
