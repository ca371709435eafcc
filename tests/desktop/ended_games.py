"""Games that were played to their end, for the screens that come after."""

from functools import cache

from game.engine.orders import Orders
from game.language import Language, speaking
from game.loading import find_scenario, load
from game.model.ids import ActorId
from game.session.game import Game
from game.session.predictions import Course, Prediction
from game.view.ending import ending_view
from game.view.seated import seated_view
from tests.desktop.table import StillPlay


@cache
def ended(scenario: str = "three_tiers_72h", seat: str = "ukraine", seed: int = 7) -> Game:
    """A game in which one person orders nothing and predicts the others."""
    document = load(find_scenario(scenario))
    me = ActorId(seat)
    game = Game.start(
        document.scenario(next(iter(document.combinations()))), seed=seed, seats={me: "human"}, save=False
    )
    others = [actor for actor in game.program.played if actor != me]
    while not game.over:
        slip = [
            Prediction(actor, list(Course)[(game.turn + place) % 3], 60 + 10 * place)
            for place, actor in enumerate(others[:3])
        ]
        if me in game.waiting_for():
            game.submit(me, Orders(), slip)
        game.end_turn()
    return game


def ended_play(game: Game, language: Language) -> StillPlay:
    """The end of a game as its person sees it, in a language."""
    me = game.people[0]
    with speaking(language):
        return StillPlay(seated_view(game, me), ending_view(game))
