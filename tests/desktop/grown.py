"""Games grown by chance: a seat's view of each shipped scenario after some turns, in any language."""

from functools import cache

from game.engine.program import Program
from game.engine.world import World
from game.language import Language, speaking
from game.view.seat import SeatView, seat_view
from tests.view.games import look, programs, seen, worlds

READINGS = tuple({program.scenario.id: program for program in programs()}.values())
"""One reading of each shipped scenario."""


@cache
def _played(program: Program, seed: int) -> list[World]:
    return worlds(program, seed, turns=8)


def grown(program: Program, language: Language, seed: int = 1, seat: int = 0) -> SeatView:
    """Return what a seat is shown after some turns of a game that random players play."""
    found = _played(program, seed)
    actor = program.played[seat]
    observation, earlier = look(found, actor)
    with speaking(language):
        return seat_view(observation, seen(found[-1], actor), earlier)
