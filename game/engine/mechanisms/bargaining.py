"""Bargaining: replies to the offer that stands on a table, then new offers (Fearon 1995).

At the beginning of resolution all replies of the turn are heard, on the offer as everybody saw it; then new
packages are put. One offer stands on a table. Whoever offers agrees by offering; a rejection clears the
table; a deal is in force when every party agrees. Where parties put packages at the same time, chance says
whose reached the table last and stands; parties who put the very same package agree to each other's. A
package put again keeps the agreement that it had. What is not legal is passed over.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen

from game.engine.arrays import I32, Columns, Mask, columns_of
from game.engine.events import EventKind, Turning
from game.engine.exact import count_true
from game.engine.layout import NEVER
from game.engine.legality import requirements
from game.engine.mechanisms import deals
from game.engine.orders import REPLIES, BatchOrders
from game.engine.tables import Table, available, open_now
from game.engine.world import Cause, World
from game.language import Phrase, joined, phrase
from game.model.deals import Reply
from game.model.ids import ActorId, DealId

ACCEPT, REJECT = (REPLIES.index(reply) for reply in (Reply.ACCEPT, Reply.REJECT))

Given = Mapping[ActorId, BatchOrders]
"""The orders of those who give orders this turn."""


_FALLS = phrase("the offer falls, for nobody bargains there any more")
_LAPSES = phrase("the offer lapses")
_IS_WITHDRAWN = phrase("the offer is withdrawn")


def bargain(world: World, orders: Given) -> None:
    """Hear replies, let offers lapse, put new ones; agreements come into force at once."""
    for table in world.program.tables.values():
        standing: Mask = world.whole("offer_by", table.deal.id) >= 0
        offered = any((asked.deal == table.index).any() for asked in orders.values())
        if not offered and not standing.any():
            continue
        holds = requirements(world)
        if standing.any():
            can = open_now(table, holds, world.whole("deal", table.deal.id))
            _clear(world, table, columns_of(standing & ~can), _FALLS)
            _reply(world, table, can, orders)
            _agree(world, table)
            _lapse(world, table)
        if offered:
            _put_offers(world, table, holds, orders)
            _agree(world, table)


def _reply(world: World, table: Table, can: Mask, orders: Given) -> None:
    """All replies at once: whoever accepts agrees, and one rejection clears the table."""
    deal = table.deal
    offer_by = world.whole("offer_by", deal.id)
    rejected = world.nothing()
    for party in deal.parties:
        if party not in orders:
            continue
        may = can & (offer_by >= 0) & (offer_by != world.program.actor_index(party))
        reply = orders[party].replies[table.index]
        accepted = columns_of(may & (reply == ACCEPT) & (world.whole("agrees", deal.id, party) == 0))
        if len(accepted):
            world.set_whole(("agrees", deal.id, party), 1, accepted)
            _tell(
                world,
                table,
                accepted,
                phrase("{actor} accepts the offer", actor=world.program.words(party)),
                party,
            )
        refused = may & (reply == REJECT)
        if refused.any():
            rejected |= refused
            _tell(
                world,
                table,
                columns_of(refused),
                phrase("{actor} rejects the offer", actor=world.program.words(party)),
                party,
                turning=Turning.LAPSED,
            )
    _clear(world, table, columns_of(rejected))


def _agree(world: World, table: Table) -> None:
    """Where every party agrees to what stands, the deal is in force."""
    deal = table.deal
    agreed: Mask = world.whole("offer_by", deal.id) >= 0
    for party in deal.parties:
        if not agreed.any():
            return
        agreed = agreed & (world.whole("agrees", deal.id, party) == 1)
    where = columns_of(agreed)
    if len(where):
        deals.bring_into_force(world, table, where)
        _empty(world, table, where)


def _lapse(world: World, table: Table) -> None:
    """An offer lapses after the replies of the turn in which its time is up."""
    up = (world.whole("offer_by", table.deal.id) >= 0) & (
        world.number("offer_until", table.deal.id) <= world.hour
    )
    _clear(world, table, columns_of(up), _LAPSES)


def withdraw(world: World, deal: DealId, by: ActorId | None, where: Columns) -> None:
    """Take an offer off its table: one's own, or anybody's where a rule does it."""
    table = world.program.tables[deal]
    offer_by = world.whole("offer_by", deal)[where]
    mine = offer_by >= 0 if by is None else offer_by == world.program.actor_index(by)
    _clear(world, table, where[mine], _IS_WITHDRAWN)


def _clear(world: World, table: Table, where: Columns, said: Phrase | None = None) -> None:
    """Take what stands off a table, and nobody agrees to anything any more."""
    if not len(where):
        return
    _empty(world, table, where)
    for party in table.deal.parties:
        world.set_whole(("agrees", table.deal.id, party), 0, where)
    world.set_whole(("offer_first", table.deal.id), -1, where)
    if said is not None:
        _tell(world, table, where, said, turning=Turning.LAPSED)


def _empty(world: World, table: Table, where: Columns) -> None:
    deal = table.deal.id
    world.set_whole(("offer_by", deal), -1, where)
    world.set_number(("offer_until", deal), NEVER, where)
    for card in table.cards:
        world.set_whole(("offer", deal, card.term.id), 0, where)


@frozen(eq=False)
class _Packages:
    """What one party puts on a table, or what stands on it, in each game."""

    party: ActorId | None
    put: Mask
    """Where there is a legal package."""
    levels: Sequence[I32]
    """The level of each card."""
    first: I32

    def same(self, other: "_Packages") -> Mask:
        """Where both are there and are the very same."""
        mask: Mask = self.put & other.put & (self.first == other.first)
        for one, another in zip(self.levels, other.levels, strict=True):
            mask = mask & (one == another)
        return mask


def _put_offers(world: World, table: Table, holds: Mask, orders: Given) -> None:
    deal = table.deal
    packages = [
        found
        for party in deal.parties
        if party in orders and (found := _legal(world, table, holds, party, orders[party])).put.any()
    ]
    if not packages:
        return
    count = count_true(np.array([one.put for one in packages]))
    last = np.argmax([one.put for one in packages], axis=0)
    several = count > 1
    if several.any():
        weights = [one.put.astype(np.float64) for one in packages]
        drawn = world.chance.pick(("offers cross", deal.id), weights, several)
        last = np.where(several, drawn, last)
    agreed = _agreed_before(world, table, packages, last)
    for number, winner in enumerate(packages):
        where = columns_of((count > 0) & (last == number))
        if len(where):
            _stand(world, table, winner, where)
            _tell_replaced(world, table, winner, where, packages)
    for party, agrees in agreed.items():
        where = columns_of(count > 0)
        world.set_whole(("agrees", deal.id, party), agrees[where].astype(np.int32), where)


def _legal(world: World, table: Table, holds: Mask, party: ActorId, asked: BatchOrders) -> _Packages:
    """A party's packages, where they can be put: every level exists and is to be had, and not all are 0."""
    can = open_now(table, holds, world.whole("deal", table.deal.id))
    levels = [asked.levels[card.place] for card in table.cards]
    put = can & (asked.deal == table.index)
    something = world.nothing()
    for card, level in zip(table.cards, levels, strict=True):
        free = available(card, holds) | (level == 0)
        put = put & (level >= 0) & (level <= len(card.term.levels)) & free
        something |= level > 0
    parties = [world.program.actor_index(one) for one in table.deal.parties]
    put = put & something & ((asked.first == -1) | np.isin(asked.first, parties))
    return _Packages(party, put, levels, asked.first)


def _agreed_before(
    world: World, table: Table, packages: Sequence[_Packages], last: I32
) -> dict[ActorId, Mask]:
    """Who agrees to the package that will stand: who has put the very same, or accepted it before."""
    deal = table.deal
    standing = _Packages(
        None,
        world.whole("offer_by", deal.id) >= 0,
        [world.whole("offer", deal.id, card.term.id).copy() for card in table.cards],
        world.whole("offer_first", deal.id).copy(),
    )
    agreed = {party: world.nothing() for party in deal.parties}
    for number, winner in enumerate(packages):
        wins = winner.put & (last == number)
        stood = wins & winner.same(standing)
        for party in deal.parties:
            agreed[party] |= stood & (world.whole("agrees", deal.id, party) == 1)
        for one in packages:
            if one.party is not None:
                agreed[one.party] |= wins & winner.same(one)
    return agreed


def _stand(world: World, table: Table, winner: _Packages, where: Columns) -> None:
    """A package stands from now on."""
    deal, party = table.deal, winner.party
    assert party is not None
    world.set_whole(("offer_by", deal.id), world.program.actor_index(party), where)
    world.set_whole(("offer_first", deal.id), winner.first[where], where)
    world.set_number(("offer_until", deal.id), float(world.hour + deal.stands_hours), where)
    for card, level in zip(table.cards, winner.levels, strict=True):
        world.set_whole(("offer", deal.id, card.term.id), level[where], where)
    if world.recorder is not None:
        who = world.program.words(party)
        texts = [
            phrase("{actor} offers {package}", actor=who, package=said_package(world, table, column))
            for column in where.tolist()
        ]
        _tell(world, table, where, texts, party)


def _tell_replaced(
    world: World, table: Table, winner: _Packages, where: Columns, packages: Sequence[_Packages]
) -> None:
    """Say whose packages of this turn another one replaces."""
    if world.recorder is None:
        return
    for one in packages:
        if one is not winner and one.party is not None:
            late = where[(one.put & ~winner.same(one))[where]]
            text = phrase(
                "{actor} put another package at the same time; it does not stand",
                actor=world.program.words(one.party),
            )
            _tell(world, table, late, text, one.party, turning=Turning.LAPSED)


def said_package(world: World, table: Table, column: int) -> Phrase:
    """What stands on a table in one game, in words."""
    deal, words = table.deal, world.program.words
    parts = []
    for card in table.cards:
        level = int(world.whole("offer", deal.id, card.term.id)[column])
        if level:
            name = card.term.levels[level - 1].name
            parts.append(phrase("{actor}: {action}", actor=words(card.term.giver), action=name))
    first = int(world.whole("offer_first", deal.id)[column])
    if first >= 0:
        parts.append(phrase("{actor} goes first", actor=words(world.program.actors[first])))
    return joined("{one}; {other}", parts)


def _tell(
    world: World,
    table: Table,
    where: Columns,
    text: Phrase | Sequence[Phrase],
    party: ActorId | None = None,
    *,
    turning: Turning = Turning.NEWS,
) -> None:
    """Emit DEAL to those who see what is on the table."""
    if world.recorder is None or not len(where):
        return
    name = table.deal.name
    texts = [text] * len(where) if isinstance(text, Phrase) else text
    said = [phrase("{deal}: {said}", deal=name, said=one) for one in texts]
    seen_by = Cause("", seen_by=table.seen_by).seen_by
    world.tell(
        EventKind.DEAL, where, said, actor=party, subject=table.deal.id, seen_by=seen_by, turning=turning
    )
