"""Computer players weigh packages by what is assumed in the game that they play."""

from functools import cache

import numpy as np
import pytest

from game.analysis.ensemble import numbers, play_games
from game.engine.program import Program, compile_scenario
from game.engine.prospects import going_on
from game.engine.world import World
from game.loading import find_scenario, load
from game.model.ids import ActorId, AssumptionId, DealId
from game.players import player
from tests.rulebook.clauses import clause

GAMES = 24
FACE = AssumptionId("face_russia")
DEAR, CHEAP = -20.0, 0.0
"""What stopping short costs in Moscow: at either end of its range."""


@cache
def bargain() -> Program:
    return compile_scenario(load(find_scenario("the_bargain")).scenario())


def ends(values: dict[AssumptionId, float | np.ndarray], first: int = 0, games: int = GAMES) -> list[bytes]:
    """The end states of some games."""
    program = bargain()
    hands = {actor: player("reciprocal", program, 5) for actor in program.played}
    played = play_games(program, 5, numbers(range(first, first + games)), values, hands)
    return [bytes(one) for one in played.digest]


def test_games_of_different_readings_are_bargained_for_as_if_each_were_alone() -> None:
    column = np.where(np.arange(GAMES) % 2 == 0, DEAR, CHEAP)
    mixed = ends({FACE: column})
    dear, cheap = ends({FACE: DEAR}), ends({FACE: CHEAP})
    assert mixed == [dear[n] if n % 2 == 0 else cheap[n] for n in range(GAMES)]
    assert dear != cheap


@pytest.mark.parametrize("value", [DEAR, CHEAP])
def test_a_game_is_the_same_alone(value: float) -> None:
    together = ends({FACE: value})
    assert ends({FACE: value}, first=7, games=1) == [together[7]]


def test_whoever_may_stop_short_cheaply_agrees_more_often() -> None:
    program = bargain()

    def agreed(value: float) -> int:
        hands = {ActorId(a): player("reciprocal", program, 5) for a in program.played}
        played = play_games(program, 5, numbers(range(200)), {FACE: value}, hands)
        settled = [
            n for n, o in enumerate(program.scenario.outcomes.values()) if o.class_.value == "settlement"
        ]
        return int(np.isin(played.outcome, settled).sum())

    assert agreed(CHEAP) > agreed(DEAR) + 20


@clause("20.17")
def test_a_deal_that_ends_no_war_spares_nobody_its_costs() -> None:
    program = bargain()
    deals = program.scenario.deals
    world = World.start(program, 1)
    for actor in map(ActorId, ("russia", "ukraine", "us")):
        alone = going_on(program, world, actor)
        assert alone[0] < 0
        assert going_on(program, world, actor, deals[DealId("settlement")])[0] == alone[0]
        if actor in deals[DealId("compact")].parties:
            assert going_on(program, world, actor, deals[DealId("compact")])[0] == 0
