"""What is wrong with replies and offers, in plain words, before they are given."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from game.engine.arrays import I32, Mask
from game.engine.orders import Offer, Orders
from game.engine.program import Program
from game.engine.tables import BROKEN, NONE, Card, Table
from game.model.deals import Reply
from game.model.ids import ActorId, DealId
from game.model.primitives import Condition


class Seen(Protocol):
    """What an observation answers about bargaining."""

    actor: ActorId
    program: Program
    may_order: bool

    def whole(self, *name: str) -> I32:
        """A row of whole numbers."""

    def table_open(self, deal: str) -> Mask:
        """Where it may bargain."""

    def can_offer(self, deal: str, term: str) -> Mask:
        """Where a term can be offered."""

    def unmet(self, conditions: Iterable[int], game: int = 0) -> tuple[Condition, ...]:
        """Conditions that do not hold."""


def check_bargaining(seen: Seen, orders: Orders) -> Iterable[str]:
    """What is wrong with the replies and the offer of some orders; nothing where they stand."""
    tables = seen.program.tables
    answered: set[DealId] = set()
    for deal, reply in orders.replies:
        if deal not in tables:
            yield f"there is no table called {deal}"
        elif deal in answered:
            yield f"{tables[deal].deal.name}: the offer is answered twice"
        else:
            yield from _check_reply(seen, tables[deal], reply)
        answered.add(deal)
    if orders.offer is not None:
        if orders.offer.deal not in tables:
            yield f"there is no table called {orders.offer.deal}"
            return
        yield from _check_offer(seen, tables[orders.offer.deal], orders.offer)
        if (orders.offer.deal, Reply.ACCEPT) in orders.replies:
            name = tables[orders.offer.deal].deal.name
            yield f"{name}: accept the offer that stands or put another, not both"


def _closed(seen: Seen, table: Table) -> str | None:
    """Why an actor cannot bargain at a table now; None if it can."""
    deal = table.deal
    if seen.actor not in deal.parties:
        return f"{deal.name}: {seen.program.words(seen.actor)} does not sit at this table"
    if not seen.may_order:
        return f"{deal.name}: it is not your turn"
    if seen.table_open(deal.id)[0]:
        return None
    if seen.whole("deal", deal.id)[0] not in (NONE, BROKEN):
        return f"{deal.name}: the table is closed, for a deal has been agreed"
    return f"{deal.name}: the table is closed; needs: {_needs(seen, table.when)}"


def _check_reply(seen: Seen, table: Table, reply: Reply) -> Iterable[str]:
    closed = _closed(seen, table)
    if closed:
        yield closed
        return
    if reply is Reply.LET_LIE:
        return
    offer_by = int(seen.whole("offer_by", table.deal.id)[0])
    if offer_by < 0:
        yield f"{table.deal.name}: no offer stands that could be answered"
    elif seen.program.actors[offer_by] == seen.actor:
        yield f"{table.deal.name}: the offer that stands is your own"


def _check_offer(seen: Seen, table: Table, offer: Offer) -> Iterable[str]:
    deal = table.deal
    closed = _closed(seen, table)
    if closed:
        yield closed
        return
    if len(offer.levels) != len(table.cards):
        yield f"{deal.name}: {len(offer.levels)} levels offered for {len(table.cards)} terms"
        return
    if offer.first is not None and offer.first not in deal.parties:
        yield f"{deal.name}: {seen.program.words(offer.first)} does not sit at this table, so cannot go first"
    if not any(offer.levels):
        yield f"{deal.name}: an offer of nothing at all is no offer"
    yield from _check_levels(seen, table, offer.levels)


def _check_levels(seen: Seen, table: Table, levels: Sequence[int]) -> Iterable[str]:
    for card, level in zip(table.cards, levels, strict=True):
        if not 0 <= level <= len(card.term.levels):
            yield f"{table.deal.name}: {card.term.name} has no level {level}"
        elif level and not seen.can_offer(table.deal.id, card.term.id)[0]:
            yield _not_to_be_had(seen, table, card)


def _not_to_be_had(seen: Seen, table: Table, card: Card) -> str:
    return f"{table.deal.name}: {card.term.name} cannot be offered now; needs: {_needs(seen, card.requires)}"


def _needs(seen: Seen, conditions: Iterable[int]) -> str:
    return "; ".join(seen.program.explain(condition) for condition in seen.unmet(conditions))
