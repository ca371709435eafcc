"""Games on the small shipped scenarios, for testing what goes on around them."""

from functools import cache
from pathlib import Path

from game.engine.orders import Orders
from game.loading import find_scenario, load
from game.model.ids import ActorId
from game.model.scenario import Scenario
from game.session.game import Game

ORVANA, KELLAND = ActorId("orvana"), ActorId("kelland")
ROW, COLUMN = ActorId("row"), ActorId("column")


@cache
def scenario(name: str = "first_ladder") -> Scenario:
    return load(find_scenario(name)).scenario()


def solo(path: Path | None = None, seed: int = 7) -> Game:
    """A person plays Orvana against Kelland's own doctrine."""
    return Game.start(scenario(), seed=seed, seats={ORVANA: "human"}, path=path, save=path is not None)


def some_orders(game: Game, actor: ActorId = ORVANA, skip: int = 0) -> Orders:
    """Orders for one move that can be made and ends nothing; another one for another `skip`."""
    quiet = ("wait", "send_divers", "protest", "sail_past", "order_squadron")
    legal = game.observation(actor).legal()[:, 0].tolist()
    moves = [
        move.name
        for move, may in zip(game.program.moves_of[actor], legal, strict=True)
        if may and move.action.id in quiet
    ]
    return Orders((moves[skip % len(moves)],))


def play_turn(game: Game, skip: int = 0) -> None:
    """Everybody who is asked orders something."""
    for actor in game.waiting_for():
        game.submit(actor, some_orders(game, actor, skip + game.turn))
    game.end_turn()


def play_out(game: Game, skip: int = 0) -> Game:
    while not game.over:
        play_turn(game, skip)
    return game
