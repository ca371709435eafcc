"""Game number K is the same alone, in any batch, in any order, whatever becomes of its neighbours."""

import numpy as np
import pytest

from game.engine.arrays import I64
from game.engine.program import Program
from game.engine.turn import next_turn, resolve
from tests.engine.shipped import all_play, digests, named, play_on, programs, spread_values, start
from tests.rulebook.clauses import clause

GAMES = np.arange(64, dtype=np.int64)
SOME = (0, 5, 40, 63)


def in_batches(program: Program, size: int, numbers: I64, hands: str) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for first in range(0, len(numbers), size):
        found |= digests(start(program, numbers[first : first + size]), all_play(program, hands))
    return found


@clause("26.2")
@pytest.mark.parametrize("hands", ["random", "doctrine"])
@pytest.mark.parametrize("program", programs(), ids=named)
def test_a_game_is_the_same_alone_in_any_batch_and_in_any_order(program: Program, hands: str) -> None:
    """No address is drawn twice on the way, since the dice are strict."""
    together = in_batches(program, 64, GAMES, hands)
    assert len(together) == 64
    shuffled = np.random.default_rng(1).permutation(GAMES)
    assert in_batches(program, 64, shuffled, hands) == together
    for size, few in ((1, np.array(SOME)), (2, GAMES[10:14]), (7, shuffled[:14])):
        assert in_batches(program, size, few, hands).items() <= together.items()


@pytest.mark.parametrize("program", programs(), ids=named)
def test_games_may_be_dropped_and_reordered_on_the_way(program: Program) -> None:
    together = in_batches(program, 64, GAMES, "doctrine")
    hands = all_play(program, "doctrine")
    world = start(program, GAMES)
    resolve_one = next(iter(play_on(world, hands)))
    kept = resolve_one.only(np.flatnonzero(~resolve_one.over)[::-3])
    if kept.count:
        next_turn(kept)
        found = digests(kept, hands)
        assert len(found) == kept.count
        assert found.items() <= together.items()


@clause("22.4")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_assumptions_may_differ_from_game_to_game(program: Program) -> None:
    values = spread_values(program, 16)
    hands = all_play(program, "doctrine")
    together = digests(start(program, GAMES[:16], values), hands)
    for game in (0, 7, 15):
        mine = {name: float(column[game]) for name, column in values.items()}
        assert digests(start(program, GAMES[game : game + 1], mine), hands) == {game: together[game]}
    central = {a.id: np.full(16, a.value) for a in program.scenario.assumptions.values()}
    plain = digests(start(program, GAMES[:16]), hands)
    assert digests(start(program, GAMES[:16], central), hands) == plain
    if values:
        assert together != plain


DRAWN = [p for p in programs() if p.scenario.incidents or p.scenario.clock.hidden_end_hours]
"""The programs in which something is drawn besides what players choose."""


@clause("26.6")
@pytest.mark.parametrize("program", DRAWN, ids=named)
def test_another_seed_is_another_game(program: Program) -> None:
    one, other = start(program, GAMES, seed=1), start(program, GAMES, seed=2)
    hands = all_play(program, "cautious")
    assert digests(one, hands) != digests(other, hands)


@clause("2.8")
@pytest.mark.parametrize("program", programs(), ids=named)
def test_a_turn_without_orders_is_a_turn(program: Program) -> None:
    world = start(program, GAMES[:3])
    resolve(world, {})
    assert world.turn == 1
