"""What is wrong with replies and offers, in plain words, before they are given."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from game.engine.arrays import I32, Mask
from game.engine.orders import Offer, Orders
from game.engine.program import Program
from game.engine.tables import BROKEN, NONE, Card, Table
from game.language import say, told
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

    def explain(self, condition: Condition, game: int = 0) -> str:
        """A condition in plain words."""


def check_bargaining(seen: Seen, orders: Orders) -> Iterable[str]:
    """What is wrong with the replies and the offer of some orders; nothing where they stand."""
    tables = seen.program.tables
    answered: set[DealId] = set()
    for deal, reply in orders.replies:
        if deal not in tables:
            yield say("there is no table called {name}", name=deal)
        elif deal in answered:
            yield say("{deal}: the offer is answered twice", deal=told(tables[deal].deal.name))
        else:
            yield from _check_reply(seen, tables[deal], reply)
        answered.add(deal)
    if orders.offer is not None:
        if orders.offer.deal not in tables:
            yield say("there is no table called {name}", name=orders.offer.deal)
            return
        yield from _check_offer(seen, tables[orders.offer.deal], orders.offer)
        if (orders.offer.deal, Reply.ACCEPT) in orders.replies:
            name = told(tables[orders.offer.deal].deal.name)
            yield say("{deal}: accept the offer that stands or put another, not both", deal=name)


def _closed(seen: Seen, table: Table) -> str | None:
    """Why an actor cannot bargain at a table now; None if it can."""
    deal, name = table.deal, told(table.deal.name)
    if seen.actor not in deal.parties:
        return say(
            "{deal}: {actor} does not sit at this table", deal=name, actor=seen.program.called(seen.actor)
        )
    if not seen.may_order:
        return say("{deal}: it is not your turn", deal=name)
    if seen.table_open(deal.id)[0]:
        return None
    if seen.whole("deal", deal.id)[0] not in (NONE, BROKEN):
        return say("{deal}: the table is closed, for a deal has been agreed", deal=name)
    return say("{deal}: the table is closed; needs: {needs}", deal=name, needs=_needs(seen, table.when))


def _check_reply(seen: Seen, table: Table, reply: Reply) -> Iterable[str]:
    closed = _closed(seen, table)
    if closed:
        yield closed
        return
    if reply is Reply.LET_LIE:
        return
    offer_by = int(seen.whole("offer_by", table.deal.id)[0])
    if offer_by < 0:
        yield say("{deal}: no offer stands that could be answered", deal=told(table.deal.name))
    elif seen.program.actors[offer_by] == seen.actor:
        yield say("{deal}: the offer that stands is your own", deal=told(table.deal.name))


def _check_offer(seen: Seen, table: Table, offer: Offer) -> Iterable[str]:
    deal, name = table.deal, told(table.deal.name)
    closed = _closed(seen, table)
    if closed:
        yield closed
        return
    if len(offer.levels) != len(table.cards):
        yield say(
            "{deal}: an offer has as many levels as there are terms ({terms}), not {levels}",
            deal=name,
            levels=len(offer.levels),
            terms=len(table.cards),
        )
        return
    if offer.first is not None and offer.first not in deal.parties:
        yield say(
            "{deal}: {actor} does not sit at this table, so cannot go first",
            deal=name,
            actor=seen.program.called(offer.first),
        )
    if not any(offer.levels):
        yield say("{deal}: an offer of nothing at all is no offer", deal=name)
    yield from _check_levels(seen, table, offer.levels)


def _check_levels(seen: Seen, table: Table, levels: Sequence[int]) -> Iterable[str]:
    name = told(table.deal.name)
    for card, level in zip(table.cards, levels, strict=True):
        if not 0 <= level <= len(card.term.levels):
            yield say(
                "{deal}: {term} has no level {level}", deal=name, term=told(card.term.name), level=level
            )
        elif level and not seen.can_offer(table.deal.id, card.term.id)[0]:
            yield _not_to_be_had(seen, table, card)


def _not_to_be_had(seen: Seen, table: Table, card: Card) -> str:
    return say(
        "{deal}: {term} cannot be offered now; needs: {needs}",
        deal=told(table.deal.name),
        term=told(card.term.name),
        needs=_needs(seen, card.requires),
    )


def _needs(seen: Seen, conditions: Iterable[int]) -> str:
    return "; ".join(seen.explain(condition) for condition in seen.unmet(conditions))
