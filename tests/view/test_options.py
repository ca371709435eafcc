"""The last hour to order: ordered then, an option is ready while its tier is open; a turn later it is not."""

import pytest

from game.engine.orders import Orders
from game.loading import find_scenario, load
from game.model.ids import ActorId, VariantId
from game.session.game import Game
from game.view.options import OptionView
from game.view.seat import SeatView
from game.view.seated import seated_view

UKRAINE, COALITION = ActorId("ukraine"), ActorId("coalition")


def alleged() -> Game:
    """The flagship by the timetable, the clock started at hour 0; nobody does anything else."""
    scenario = load(find_scenario("three_tiers_72h")).scenario((VariantId("timetable"),))
    seats = {actor: "human" for actor, spec in scenario.actors.items() if spec.played}
    game = Game.start(scenario, seed=1, seats=seats, save=False)
    play(game, UKRAINE, "ukraine/allege")
    return game


def play(game: Game, actor: ActorId | None = None, *moves: str) -> None:
    """Everybody orders nothing, but for one who orders these moves (named by their beginnings)."""
    for seat in game.waiting_for():
        chosen: tuple[str, ...] = ()
        if seat == actor:
            names = [move.name for move in game.program.moves_of[seat]]
            chosen = tuple(next(name for name in names if name.startswith(begin)) for begin in moves)
        game.submit(seat, Orders(moves=chosen))
    game.end_turn()


def option(view: SeatView, name: str) -> OptionView:
    return next(option for option in view.options if option.mine and option.id == name)


@pytest.mark.parametrize("name", ["land", "air", "ships"])
def test_the_last_hour_to_order_is_the_last(name: str) -> None:
    game = alleged()
    (deadline,) = option(seated_view(game, COALITION), name).deadlines
    assert deadline.closes_at == 48
    order = next(
        move.name
        for move in game.program.moves_of[COALITION]
        for effect in move.action.effects
        if getattr(effect, "option", "") == name and type(effect).__name__ == "Prepare"
    )
    while game.hour < deadline.last_hour:
        play(game)
    state = option(seated_view(game, COALITION), name).deadlines[0].state
    assert state == "now"
    turn = game.turn
    play(game, COALITION, order)
    assert option(seated_view(game, COALITION), name).deadlines[0].state == "in_time"
    while game.hour < 42:
        play(game)
    assert option(seated_view(game, COALITION), name).state == "ready"
    game.undo_to(turn)
    play(game)
    assert option(seated_view(game, COALITION), name).deadlines[0].state == "missed"
