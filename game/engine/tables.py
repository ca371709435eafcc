"""Tables at which some actors bargain, compiled: cards with their effects grounded on who gives."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from attrs import frozen

from game.engine.arrays import I32, Mask
from game.engine.grounding import ground, world_tracks
from game.model.deals import Deal, Term
from game.model.ids import SELF, ActorId, CommitmentId, DealId
from game.model.primitives import Condition, Effect
from game.model.scenario import Scenario

NONE, IN_FORCE, KEPT, BROKEN = range(4)
"""States of a deal, as rows count them."""
NOTHING, WAITING, DELIVERED, FOUND_BROKEN, SNAPPED_BACK = range(5)
"""States of a term, as rows count them. One that is withheld and not found out passes for delivered."""


@frozen(eq=False)
class Card:
    """A term as a table holds it."""

    place: int
    """Its place among the deal's terms."""
    term: Term
    """What an author wrote."""
    requires: tuple[int, ...]
    """Indexes into the program's conditions: it can be offered only while all of these hold."""
    effects: tuple[tuple[Effect, ...], ...]
    """What delivering it brings, by level from 1."""
    undone: tuple[tuple[Effect, ...], ...]
    """What undoes it, by level from 1."""


@frozen(eq=False)
class Table:
    """A deal's table."""

    index: int
    """Its place among the scenario's deals."""
    deal: Deal
    """What an author wrote."""
    when: tuple[int, ...]
    """Indexes into the program's conditions: open only while all of these hold."""
    cards: tuple[Card, ...]
    """Its terms."""
    covered_when: tuple[int, ...]
    """Indexes into the program's conditions: while all hold, a part of the face at stake is saved."""
    on_breach: Mapping[ActorId, tuple[Effect, ...]]
    """What being found out brings, by who broke it."""
    pledges: Mapping[ActorId, tuple[CommitmentId, ...]]
    """The public commitments by which a guarantor stands behind it: those of the deal's class of promise."""

    def vouches(self, rows: Any, guarantor: ActorId) -> Mask | bool:
        """Where a guarantor vouches: while one of its pledges stands; always where it has none to give."""
        pledges = self.pledges[guarantor]
        if not pledges:
            return True
        stands: Mask = np.logical_or.reduce(
            [(state == 1) | (state == 2) for state in (rows.whole("commitment", one) for one in pledges)]
        )
        return stands

    @property
    def seen_by(self) -> tuple[ActorId, ...] | None:
        """Who sees what is offered; everybody where missing."""
        return self.deal.parties if self.deal.secret else None


def conditions_of(scenario: Scenario) -> Iterator[Condition]:
    """Everything that opens tables, lets a term be offered, or covers a face at home."""
    for deal in scenario.deals.values():
        yield from deal.when
        for term in deal.terms.values():
            yield from term.requires
    if scenario.deals:
        yield from scenario.audience.covered_when


def lay_tables(scenario: Scenario, conditions: Sequence[Condition]) -> dict[DealId, Table]:
    """The tables of a scenario; `conditions` holds everything that `conditions_of` gives."""
    places = {condition: place for place, condition in enumerate(conditions)}
    shared = world_tracks(scenario)

    def on(actor: ActorId, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
        grounded: tuple[Effect, ...] = ground(effects, {str(SELF): str(actor)}, shared)
        return grounded

    found = {}
    for index, deal in enumerate(scenario.deals.values()):
        cards = tuple(
            Card(
                place,
                term,
                tuple(places[condition] for condition in term.requires),
                tuple(on(term.giver, level.effects) for level in term.levels),
                tuple(on(term.giver, level.undone) for level in term.levels),
            )
            for place, term in enumerate(deal.terms.values())
        )
        found[deal.id] = Table(
            index,
            deal,
            tuple(places[condition] for condition in deal.when),
            cards,
            tuple(places[condition] for condition in scenario.audience.covered_when),
            {party: on(party, deal.on_breach) for party in deal.parties},
            {guarantor: _pledges(scenario, deal, guarantor) for guarantor in deal.guarantors},
        )
    return found


def _pledges(scenario: Scenario, deal: Deal, guarantor: ActorId) -> tuple[CommitmentId, ...]:
    return tuple(
        one.id
        for one in scenario.commitments.values()
        if one.issuer == guarantor and one.promise == deal.promise and not one.audience
    )


def open_now(table: Table, holds: Mask, state: I32) -> Mask:
    """Where offers can be put on a table: its conditions hold, and no deal is in force or kept.

    `holds`, bool (conditions + 1, games), says which conditions hold; `state` is the row of the deal.
    """
    mask: Mask = (state == NONE) | (state == BROKEN)
    for index in table.when:
        mask = mask & holds[index]
    return mask


def available(card: Card, holds: Mask) -> Mask:
    """Where a term can be offered."""
    mask: Mask = holds[-1]
    for index in card.requires:
        mask = mask & holds[index]
    return mask
