"""Moves that random players order a second, beside random playouts of connect_four in OpenSpiel's C++ core.

The games differ a great deal: a move of the flagship has effects on tracks, beliefs, options and
commitments, is seen by some and read differently by others; a move of connect_four drops a counter. What
both have in common is that somebody must find the legal moves, pick one evenly, and play it. OpenSpiel is
measured in two ways: games of two of its random bots (`evaluate_bots`, counted exactly), and the roll-outs
of its tree search, which never leave C++ (their moves are estimated from the mean length of the games, and
so rather too many than too few). Run it as `python -m bench.random_orders`.
"""

from collections.abc import Callable
from time import perf_counter
from typing import Any

from bench.measure import Result, arguments, report, seconds

Play = Callable[[], tuple[int, int, float]]
"""Plays some games; gives the moves ordered, all orders (also on rules of engagement), and the seconds."""
BATCH = 32768
PLAYOUTS = 20_000
ROLL_OUTS = 1000


def ours(name: str, variant: tuple[str, ...]) -> Play:
    """A batch of a scenario at random."""
    import numpy as np

    from game.analysis.ensemble import DEAD_WEIGHT
    from game.engine.observe import observe
    from game.engine.program import compile_scenario
    from game.engine.turn import next_turn, open_games, resolve
    from game.engine.world import World
    from game.loading import load, scenario_path
    from game.players import player

    path = scenario_path(name)
    assert path is not None
    program = compile_scenario(load(path).scenario(variant))
    hands = {actor: player("random", program, 1) for actor in program.played}

    def play() -> tuple[int, int, float]:
        moves = rules = 0
        started = perf_counter()
        world = World.start(program, 1, np.arange(BATCH))
        open_games(world)
        while True:
            orders = {actor: hand.choose(observe(world, actor)) for actor, hand in hands.items()}
            going = ~world.over
            moves += sum(int(np.count_nonzero((o.moves >= 0) & going)) for o in orders.values())
            rules += sum(int(np.count_nonzero((o.engagement >= 0) & going)) for o in orders.values())
            resolve(world, orders)
            over = world.over
            if over.all():
                return moves, moves + rules, perf_counter() - started
            if np.count_nonzero(over) >= DEAD_WEIGHT * world.count:
                world = world.only(np.flatnonzero(~over))
            next_turn(world)

    return play


def bots(spiel: Any, mean: list[float]) -> Play:
    """Games of two random bots in C++, counted."""
    game = spiel.load_game("connect_four")
    hands = [spiel.make_uniform_random_bot(seat, seat + 1) for seat in range(2)]

    def play() -> tuple[int, int, float]:
        states = [game.new_initial_state() for _ in range(PLAYOUTS)]

        def run() -> None:
            for seed, state in enumerate(states):
                spiel.evaluate_bots(state, hands, seed)

        took = seconds(run)
        moves = sum(state.move_number() for state in states)
        mean[:] = [moves / PLAYOUTS]
        return moves, moves, took

    return play


def roll_outs(spiel: Any, mean: list[float]) -> Play:
    """Roll-outs inside OpenSpiel's tree search, estimated."""
    game = spiel.load_game("connect_four")

    def play() -> tuple[int, int, float]:
        searches = PLAYOUTS // ROLL_OUTS
        bot = spiel.MCTSBot(
            game, spiel.RandomRolloutEvaluator(ROLL_OUTS, 1), 2.0, searches, 1000, False, 1, False
        )
        took = seconds(lambda: bot.step(game.new_initial_state()))
        moves = round(PLAYOUTS * mean[0])
        return moves, moves, took

    return play


def main() -> None:
    asked = arguments("moves ordered a second by random players", 4)
    runs = {
        "three_tiers_72h+conditional": ours("three_tiers_72h", ("conditional",)),
        "first_ladder": ours("first_ladder", ()),
        "chicken": ours("chicken", ()),
    }
    note = ""
    try:
        import pyspiel
    except ImportError:
        note = "OpenSpiel is not installed (pip install open_spiel), so there is no peer in this run"
    else:
        mean: list[float] = []
        runs["open_spiel connect_four, random bots"] = bots(pyspiel, mean)
        runs["open_spiel connect_four, roll-outs"] = roll_outs(pyspiel, mean)
    rates: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(asked.repeats):  # in turn, so that whatever else the machine does falls on all alike
        for name, play in runs.items():
            moves, orders, took = play()
            rates[name].append((moves / took, orders / took))
    best = {name: max(found) for name, found in rates.items()}
    peers = {name: rate for name, (rate, _) in best.items() if name.startswith("open_spiel")}
    found: Result = {
        "bench": "random_orders",
        "batch": BATCH,
        "moves_per_second": {name: round(rate) for name, (rate, _) in best.items()},
        "orders_per_second": {name: round(rate) for name, (_, rate) in best.items() if name not in peers},
        "orders_to_peer": {
            name: {peer: round(orders / rate, 2) for peer, rate in peers.items()}
            for name, (_, orders) in best.items()
            if name not in peers
        },
        "note": note,
    }
    line = "a second: " + ", ".join(
        f"{name} {moves:,.0f} moves" + (f" ({orders:,.0f} orders)" if orders > moves else "")
        for name, (moves, orders) in best.items()
    )
    report(found, "; ".join(filter(None, (line, note))), as_json=asked.json)


if __name__ == "__main__":
    main()
