"""Section 25: how computer players choose."""

from collections.abc import Sequence

import numpy as np
import pytest

from game.engine.chance import Dice
from game.engine.program import Program
from game.players import player
from game.players.choice import TENTHS, quantal
from game.players.protocol import STREAM
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table, program

GAMES = 20_000
GAME = (
    TWO_ACTORS
    + LADDER
    + """
tracks: {nerve: {name: "Nerve", seen_by: owner, start: 50}}
causes: {order: {name: "An order"}, mistake: {name: "A mistake"}}
incidents:
  shot: {name: "A shot", text: "A shot.", at_hour: 0, accused: red, priors: {order: 0.5, mistake: 0.5}}
actions:
  wait: {name: "Wait", kind: inaction}
  low: {name: "Low", kind: posture, rung: low, target: {others: true}}
  bold:
    name: "Bold"
    kind: force
    rung: high
    target: {others: true}
    requires: [{track_at_least: {track: nerve, level: 40}}]
"""
)


def chosen(scores: Sequence[int], temperature: float, legal: Sequence[bool] | None = None) -> list[float]:
    """How often each of some moves is chosen that score so many tenths."""
    moves = len(scores)
    rows = np.repeat(np.array(scores, dtype=np.int32)[:, None], GAMES, axis=1)
    able = np.repeat(np.array(legal or [True] * moves)[:, None], GAMES, axis=1)
    picked = quantal(
        rows,
        able,
        np.eye(moves, dtype=np.bool_),
        temperature=temperature,
        slots=1,
        dice=Dice(1, np.arange(GAMES, dtype=np.int64), STREAM),
        name=("choose",),
    )[0]
    return [float(np.mean(picked == move)) for move in range(moves)]


@pytest.fixture(scope="module")
def game() -> Program:
    return program(GAME)


@clause("25.1")
@pytest.mark.parametrize("name", ["cautious", "reciprocal", "hawk", "random"])
def test_what_a_seat_may_not_know_does_not_change_its_orders(game: Program, name: str) -> None:
    plain, changed = Table(game, 200), Table(game, 200)
    changed.world.whole("cause", "shot")[:] = 1 - changed.world.whole("cause", "shot")
    changed.world.number("track", "red", "nerve")[:] = 90
    one, other = (player(name, game, 1).choose(table.sees("blue")) for table in (plain, changed))
    assert (one.moves == other.moves).all()
    assert (one.engagement == other.engagement).all()


@clause("25.2")
def test_choices_fall_by_e_for_each_temperature_below_the_best() -> None:
    weights = np.exp([0.0, -1.0, -2.0])
    expected = (weights / weights.sum()).tolist()
    scores = [100, 100 - 5 * TENTHS, 100 - 10 * TENTHS]
    assert chosen(scores, temperature=5) == pytest.approx(expected, abs=0.015)


@clause("25.3")
def test_without_temperature_it_makes_the_best_reply() -> None:
    assert chosen([100, 98, 40], temperature=0.1) == pytest.approx([0.88, 0.12, 0], abs=0.02)
    assert chosen([100, 80, 40], temperature=0.1) == [1, 0, 0]
    assert chosen([100, 80, 40], temperature=0.1, legal=[False, True, True]) == [0, 1, 0]


@clause("25.4")
def test_random_players_choose_evenly_among_legal_moves() -> None:
    table = Table(TWO_ACTORS.replace("moves: 3", "moves: 1") + LADDER + REST, 6000)
    table.world.number("track", "red", "nerve")[:] = 10
    mine = table.program.moves_of[table.program.played[0]]
    row = player("random", table.program, 1).choose(table.sees("red")).moves[0]
    shares = {move.name: float(np.mean(row == move.index)) for move in mine}
    assert shares["red/bold/blue"] == 0
    assert shares["red/wait"] == pytest.approx(0.5, abs=0.03)
    assert shares["red/low/blue"] == pytest.approx(0.5, abs=0.03)


REST = GAME.split(LADDER)[1]


@clause("25.5")
def test_players_have_dice_of_their_own() -> None:
    numbers = np.arange(1000, dtype=np.int64)
    rules, players = Dice(7, numbers), Dice(7, numbers, STREAM)
    same = rules.uniform(("hazard", "red", "blue")) == players.uniform(("hazard", "red", "blue"))
    assert not same.any()
