"""Who is said to get a piece of evidence."""

from game.desktop.screens.evidence import _holders
from game.engine.orders import Orders
from game.loading import find_scenario, load
from game.session.game import Game
from game.view.seated import seated_view


def test_what_is_gathered_for_everybody_is_not_said_to_come_to_oneself_alone() -> None:
    spec = load(find_scenario("first_ladder")).scenario(())
    game = Game.start(spec, seed=1, seats=dict.fromkeys(spec.actors, "human"), save=False)
    while game.waiting_for() and not seated_view(game, next(iter(spec.actors))).evidence:
        for actor in game.waiting_for():
            game.submit(actor, Orders())
        game.end_turn()
    for actor in spec.actors:
        items = {item.item: item for item in seated_view(game, actor).evidence}
        assert items["divers"].state == "on_order"
        assert items["divers"].public
        assert _holders(items["divers"]) == "Everybody gets it"
