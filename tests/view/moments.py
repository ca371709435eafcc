"""Moments of the crisis at the ford: columns march, arms are raised, an offer and a step are made."""

from collections.abc import Mapping, Sequence

from game.engine.observe import observe
from game.engine.orders import Offer, Orders, batch_orders
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.model.ids import ActorId, DealId
from game.view.seat import SeatView, seat_view
from tests.view.games import ALONE, seen
from tests.view.theatre import theatre

OFFER = Offer(DealId("ford_talks"), (1, 1, 2, 0), ActorId("norland"))
"""What Sudria offers: half of its own cards, for the whole of a statement."""
SCRIPT: Sequence[Mapping[str, Orders]] = (
    {
        "norland": Orders(moves=("norland/march",)),
        "sudria": Orders(moves=("sudria/advance", "sudria/raise_arms"), offer=OFFER),
    },
    {"sudria": Orders(moves=("sudria/lift",))},
)
"""What is ordered, turn by turn."""


def played(turns: int, seed: int = 3) -> list[World]:
    """The game so far, each turn as it stood when orders were asked for."""
    program = theatre()
    world = World.start(program, seed, record=True)
    open_games(world)
    found = [world]
    for turn in range(turns):
        world = world.only(ALONE)
        orders = SCRIPT[turn] if turn < len(SCRIPT) else {}
        batch = {ActorId(actor): batch_orders(program, [order]) for actor, order in orders.items()}
        resolve(world, batch)
        next_turn(world)
        found.append(world)
    return found


def moment(actor: str, turns: int) -> SeatView:
    """What a seat is shown after so many turns."""
    found = played(turns)
    earlier = [observe(world, ActorId(actor)) for world in found[:-1]]
    return seat_view(observe(found[-1], ActorId(actor)), seen(found[-1], ActorId(actor)), earlier)
