"""What a seat asks for in a turn. An order is intent; what came of it is an event."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from game.engine.arrays import I32
from game.engine.layout import ENGAGEMENTS
from game.engine.program import Program
from game.model.actions import Engagement
from game.model.deals import Reply
from game.model.ids import ActorId, ClaimId, ContingencyId, DealId, IncidentId

REPLIES: tuple[Reply, ...] = tuple(Reply)
"""The order in which rows count replies."""


@frozen
class Contingent:
    """A move that hangs on a question which is answered while the turn is resolved."""

    when: ContingencyId
    """The question."""
    then: str
    """The move made if the answer is yes, or empty for none."""
    otherwise: str = ""
    """The move made if it is no, or empty for none."""


@frozen
class Offer:
    """A package put on a table; it replaces whatever offer stands there."""

    deal: DealId
    """The table."""
    levels: tuple[int, ...]
    """The level, 0 to 2, of each of its terms, in the order of the file."""
    first: ActorId | None = None
    """Whose terms come first; the others follow when those have been delivered. All at once where missing."""


@frozen
class Orders:
    """One seat's orders for one turn."""

    moves: tuple[str, ...] = ()
    """Names of moves: `actor/action` or `actor/action/target`; at most as many as the scenario allows."""
    contingent: Contingent | None = None
    """At most one contingent move; it counts as one of the moves."""
    engagement: Engagement | None = None
    """New rules of engagement; unchanged where missing."""
    claim: tuple[IncidentId, ClaimId] | None = None
    """A public claim, if any."""
    replies: tuple[tuple[DealId, Reply], ...] = ()
    """What it says to offers that stand; at most one to each."""
    offer: Offer | None = None
    """At most one package of its own."""


@frozen(eq=False)
class BatchOrders:
    """One seat's orders in every game of a batch. Moves are indexes into `Program.moves`; -1 is none."""

    moves: I32
    """(slots, games)."""
    contingency: I32
    """Index of the question, (games,)."""
    then: I32
    """The move if it is answered with yes, (games,)."""
    otherwise: I32
    """The move if it is answered with no, (games,)."""
    engagement: I32
    """Index of the new rules of engagement, (games,)."""
    incident: I32
    """Index of the incident that a claim is about, (games,)."""
    claim: I32
    """Index of the claim, (games,)."""
    replies: I32
    """For each deal the index of the reply in `REPLIES`, (deals, games)."""
    deal: I32
    """Index of the deal on whose table an offer is put, (games,)."""
    levels: I32
    """Level of each of its terms, (terms of the longest deal, games)."""
    first: I32
    """Index of the actor whose terms come first, (games,)."""

    @classmethod
    def none(cls, program: Program, games: int, slots: int = 0) -> "BatchOrders":
        """Orders for nothing."""
        scenario = program.scenario
        cards = max((len(deal.terms) for deal in scenario.deals.values()), default=0)

        def rows(count: int) -> I32:
            return np.full((count, games), -1, dtype=np.int32)

        one = {name: rows(1)[0] for name in _ONE_A_GAME}
        return cls(
            moves=rows(max(slots, scenario.orders.moves)),
            replies=rows(len(scenario.deals)),
            levels=rows(cards),
            **one,
        )


_ONE_A_GAME = ("contingency", "then", "otherwise", "engagement", "incident", "claim", "deal", "first")
"""The fields of batched orders that hold one number a game."""


def batch_orders(program: Program, orders: Sequence[Orders]) -> BatchOrders:
    """Orders of one seat in each game, as arrays. Raises KeyError for a name that no move has."""
    scenario = program.scenario
    result = BatchOrders.none(program, len(orders), max((len(o.moves) for o in orders), default=0))
    for column, order in enumerate(orders):
        for slot, name in enumerate(order.moves):
            result.moves[slot, column] = program.move(name).index
        if order.contingent is not None:
            asked = order.contingent
            result.contingency[column] = list(scenario.contingencies).index(asked.when)
            result.then[column] = program.move(asked.then).index if asked.then else -1
            result.otherwise[column] = program.move(asked.otherwise).index if asked.otherwise else -1
        if order.engagement is not None:
            result.engagement[column] = ENGAGEMENTS.index(order.engagement)
        if order.claim is not None:
            result.incident[column] = list(scenario.incidents).index(order.claim[0])
            result.claim[column] = list(scenario.claims).index(order.claim[1])
        for deal, reply in order.replies:
            result.replies[list(scenario.deals).index(deal), column] = REPLIES.index(reply)
        if order.offer is not None:
            offer = order.offer
            result.deal[column] = list(scenario.deals).index(offer.deal)
            result.levels[: len(offer.levels), column] = offer.levels
            result.first[column] = program.actor_index(offer.first) if offer.first else -1
    return result


def orders_of(program: Program, batch: BatchOrders, column: int) -> Orders:
    """One game's orders out of a batch: what a record keeps."""
    scenario = program.scenario

    def name(index: int) -> str:
        return program.moves[index].name if index >= 0 else ""

    contingent = None
    if batch.contingency[column] >= 0:
        contingent = Contingent(
            list(scenario.contingencies)[batch.contingency[column]],
            name(batch.then[column]),
            name(batch.otherwise[column]),
        )
    claim = None
    if batch.claim[column] >= 0:
        claim = (list(scenario.incidents)[batch.incident[column]], list(scenario.claims)[batch.claim[column]])
    offer = None
    if batch.deal[column] >= 0:
        deal_id = list(scenario.deals)[batch.deal[column]]
        offer = Offer(
            deal_id,
            tuple(batch.levels[: len(scenario.deals[deal_id].terms), column].tolist()),
            program.actors[batch.first[column]] if batch.first[column] >= 0 else None,
        )
    return Orders(
        moves=tuple(name(index) for index in batch.moves[:, column].tolist() if index >= 0),
        contingent=contingent,
        engagement=ENGAGEMENTS[batch.engagement[column]] if batch.engagement[column] >= 0 else None,
        claim=claim,
        replies=tuple(
            (deal, REPLIES[reply])
            for deal, reply in zip(scenario.deals, batch.replies[:, column].tolist(), strict=True)
            if reply >= 0
        ),
        offer=offer,
    )
