"""The view of a seat in a game that is being played."""

from game.model.ids import ActorId
from game.session.game import Game, effective_values
from game.view.seat import SeatView, seat_view


def seated_view(game: Game, actor: ActorId) -> SeatView:
    """What that seat is shown now."""
    earlier = game.history(actor)[:-1]
    values = effective_values(game.scenario, game.header)
    return seat_view(game.observation(actor), game.events(actor), earlier, values)
