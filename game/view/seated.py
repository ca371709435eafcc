"""The view of a seat in a game that is being played."""

from game.model.ids import ActorId
from game.session.game import Game
from game.session.replay import values_of
from game.view.seat import SeatView, seat_view


def seated_view(game: Game, actor: ActorId) -> SeatView:
    """What that seat is shown now."""
    earlier = game.history(actor)[:-1]
    values = values_of(game.scenario, game.header)
    return seat_view(game.observation(actor), game.events(actor), earlier, values, game.seen(actor))
