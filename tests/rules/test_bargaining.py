"""The table: who may offer and reply, what stands, what is agreed, what lapses."""

import pytest

from game.engine.events import EventKind
from game.engine.orders import Offer, Orders
from game.model.deals import Reply
from game.model.ids import ActorId, DealId
from tests.rules.by_hand import TWO_ACTORS, Table

TABLE = """
tracks:
  goods: {name: "Goods", start: 0, low: -100, high: 100}
promises:
  term: {name: "Terms of deals", cost_of_keeping: 20}
deals:
  swap:
    name: "A swap"
    parties: [red, blue]
    promise: term
    stands_hours: 12
    terms:
      leave:
        name: "Red leaves"
        giver: red
        levels:
          - name: "Red leaves half"
            worth: {red: -4, blue: 6}
            effects: [change_track: {track: goods, by: -1}]
            undone: [change_track: {track: goods, by: 1}]
          - name: "Red leaves"
            worth: {red: -8, blue: 12}
            effects: [change_track: {track: goods, by: -2}]
            undone: [change_track: {track: goods, by: 2}]
        detection: 1
        snaps_back: 0.7
      pay:
        name: "Blue pays"
        giver: blue
        levels:
          - name: "Blue pays"
            worth: {red: 10, blue: -5}
            effects: [change_track: {track: goods, by: -3}]
            undone: [change_track: {track: goods, by: 3}]
        detection: 1
        snaps_back: 0.7
actions:
  wait: {name: "Wait", kind: inaction}
  cheat: {name: "Cheat", kind: covert, effects: [breach: {deal: swap}], seen_by: self}
  retake: {name: "Take it back", kind: diplomacy, effects: [snap_back: {deal: swap}]}
  recall: {name: "Withdraw the offer", kind: diplomacy, effects: [withdraw_offer: {deal: swap}]}
"""

SWAP = DealId("swap")


def offer(*levels: int, first: str | None = None) -> Orders:
    return Orders(offer=Offer(SWAP, levels, ActorId(first) if first else None))


ACCEPT = Orders(replies=((SWAP, Reply.ACCEPT),))
REJECT = Orders(replies=((SWAP, Reply.REJECT),))


@pytest.fixture
def table() -> Table:
    return Table(TWO_ACTORS + TABLE)


def test_an_offer_stands_and_its_offerer_agrees(table: Table) -> None:
    table.turn(red=offer(1, 1, first="blue"))
    assert table.whole("offer_by", "swap") == 0
    assert (table.whole("offer", "swap", "leave"), table.whole("offer", "swap", "pay")) == (1, 1)
    assert table.whole("offer_first", "swap") == 1
    assert (table.whole("agrees", "swap", "red"), table.whole("agrees", "swap", "blue")) == (1, 0)
    assert table.whole("deal", "swap") == 0


def test_an_accepted_offer_is_in_force(table: Table) -> None:
    table.turn(red=offer(1, 1, first="blue"))
    table.turn(blue=ACCEPT)
    assert table.whole("deal", "swap") == 1
    assert table.whole("term_state", "swap", "pay") == 2
    assert table.whole("term_state", "swap", "leave") == 1
    table.turn()
    assert table.whole("deal", "swap") == 2
    print([e.text for e in table.events(EventKind.DEAL)])

