"""The view of a seat in a game that is being played."""

from attrs import evolve

from game.engine.orders import Orders
from game.language import _, told
from game.model.ids import ActorId, DealId
from game.session.game import Game
from game.session.replay import values_of
from game.view.diplomacy import WeighedView, weigh
from game.view.prediction import COURSES, ScoreView
from game.view.seat import SeatView, seat_view
from game.view.sight import Sight


def seated_view(game: Game, actor: ActorId) -> SeatView:
    """What that seat is shown now."""
    earlier = game.history(actor)[:-1]
    values = game.values_in_play()
    changed = game.changed()
    view = seat_view(
        game.observation(actor),
        game.events(actor),
        earlier,
        values,
        game.seen(actor),
        started=values_of(game.scenario, game.header) if changed else None,
        changed=changed,
    )
    return evolve(view, scores=seated_scores(game, actor))


def seated_scores(game: Game, actor: ActorId) -> tuple[ScoreView, ...]:
    """What that seat predicted so far, and what came of it."""
    actors = game.scenario.actors
    return tuple(
        ScoreView(
            turn=scored.turn,
            predictor_name=told(actors[actor].name),
            actor_name=told(actors[scored.prediction.actor].name),
            predicted=_(COURSES[scored.prediction.course][0]),
            sure=scored.prediction.sureness,
            happened=_(COURSES[scored.happened][0]),
            right=scored.right,
            score=scored.penalty,
        )
        for scored in game.score(actor).predictions
    )


def seated_weigh(
    game: Game, actor: ActorId, deal: DealId, levels: tuple[int, ...], first: str = ""
) -> tuple[WeighedView, ...]:
    """What a package would be worth to each party of a table, as that seat thinks now."""
    sight = Sight(game.observation(actor), (), (), game.values_in_play())
    return weigh(sight, deal, levels, first)


def seated_problems(game: Game, actor: ActorId, orders: Orders) -> tuple[str, ...]:
    """What is wrong with some orders, with the values in play for the assumptions that they hang on."""
    return game.check(actor, orders)
