"""A table at which two bargain, for the tests of bargaining."""

from game.engine.orders import Offer, Orders
from game.model.deals import Reply
from game.model.ids import ActorId, DealId
from tests.rules.by_hand import TWO_ACTORS

ACTIONS = """
actions:
  wait: {name: "Wait", kind: inaction}
  cheat: {name: "Cheat", kind: covert, effects: [breach: {deal: swap}], seen_by: self}
  retake: {name: "Take it back", kind: diplomacy, effects: [snap_back: {deal: swap}]}
  recall: {name: "Withdraw the offer", kind: diplomacy, effects: [withdraw_offer: {deal: swap}]}
  ask: {name: "Ask", kind: diplomacy, requires: [offer_stands: {deal: swap}]}
  thank: {name: "Thank", kind: diplomacy, requires: [deal_is: {deal: swap, state: in_force}]}
  cheer:
    name: "Cheer"
    kind: diplomacy
    requires: [term_is: {deal: swap, term: leave, state: delivered, level: 2}]
"""
GOODS = """
tracks:
  goods: {name: "Goods", start: 0, low: -100, high: 100}
  mood: {name: "Mood", owner: world, start: 50}
promises:
  term: {name: "Terms of deals", cost_of_keeping: 20}
"""
DEAL = """
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
          - name: "leaves half"
            worth: {red: -4, blue: 6}
            effects: [change_track: {track: goods, by: -1}]
            undone: [change_track: {track: goods, by: 1}]
          - name: "leaves"
            worth: {red: -8, blue: 12}
            effects: [change_track: {track: goods, by: -2}]
            undone: [change_track: {track: goods, by: 2}]
        detection: 1
        snaps_back: 0.7
      pay:
        name: "Blue pays"
        giver: blue
        levels:
          - name: "pays"
            worth: {red: 10, blue: -5}
            effects: [change_track: {track: goods, by: -3}]
            undone: [change_track: {track: goods, by: 3}]
        detection: 1
        snaps_back: 0.7
    on_agreed: [change_track: {track: mood, by: 5}]
    on_kept: [change_track: {track: mood, by: 10}]
    on_breach: [change_track: {track: mood, by: -20}, change_track: {track: goods, by: -7}]
"""
SWAP = DealId("swap")
GREEN = ('  blue: {name: "Blue"}', '  blue: {name: "Blue"}\n  green: {name: "Green"}')
"""A third actor, for `changed`."""
AT_THE_TABLE = "    promise: term\n"
GAME = TWO_ACTORS + GOODS + ACTIONS + DEAL


def changed(*replaced: tuple[str, str]) -> str:
    """The game with some of its text replaced."""
    text = GAME
    for old, new in replaced:
        assert old in text, old
        text = text.replace(old, new)
    return text


def offer(*levels: int, first: str | None = None) -> Orders:
    """A package on the table."""
    return Orders(offer=Offer(SWAP, levels, ActorId(first) if first else None))


def does(*moves: str) -> Orders:
    """Moves by their full names."""
    return Orders(moves=moves)


ACCEPT = Orders(replies=((SWAP, Reply.ACCEPT),))
REJECT = Orders(replies=((SWAP, Reply.REJECT),))
