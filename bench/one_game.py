"""One turn of one game, in milliseconds: what a person waits for after `end turn`.

The flagship with doctrines in all seats, batch 1: observing and choosing for four seats, resolving, and the
start of the next turn; plain as in a search, and recorded as in a played game. Run it as `python -m
bench.one_game`.
"""

from bench.measure import Result, arguments, report, spread

GAMES = 12
AIM = 10.0


def measure(repeats: int) -> Result:
    """Every turn of some games, each game played on its own."""
    from time import perf_counter, process_time

    import numpy as np

    from game.analysis.ensemble import default_players
    from game.engine.observe import observe
    from game.engine.program import compile_scenario
    from game.engine.turn import next_turn, open_games, resolve
    from game.engine.world import World
    from game.loading import assumption_values, load, scenario_path
    from game.players import player

    path = scenario_path("three_tiers_72h")
    assert path is not None
    scenario = load(path).scenario(("conditional",))
    program = compile_scenario(scenario)
    values = assumption_values(scenario, "play")
    hands = {actor: player(name, program, 1) for actor, name in default_players(scenario).items()}

    def turns(game: int, *, record: bool) -> list[tuple[float, float]]:
        world = World.start(program, 1, np.array([game]), values, record=record)
        open_games(world)
        times = []
        while True:
            started, busy = perf_counter(), process_time()
            resolve(world, {actor: hand.choose(observe(world, actor)) for actor, hand in hands.items()})
            over = bool(world.over[0])
            if not over:
                next_turn(world)
            times.append(((perf_counter() - started) * 1000, (process_time() - busy) * 1000))
            if over:
                return times

    turns(0, record=True)
    found: Result = {"bench": "one_game", "scenario": "three_tiers_72h", "unit": "milliseconds", "aim": AIM}
    for name, record in (("plain", False), ("recorded", True)):
        times = [t for _ in range(repeats) for game in range(GAMES) for t in turns(game, record=record)]
        found[name] = {
            **spread([waited for waited, _ in times]),
            "processor": spread([worked for _, worked in times]),
            "turns": len(times),
        }
    return found


def main() -> None:
    asked = arguments("one turn of one game", 5)
    found = measure(asked.repeats)
    plain, recorded = found["plain"], found["recorded"]
    line = (
        f"one turn at batch 1: median {plain['median']:.2f} ms (best {plain['best']:.2f}), "
        f"recorded {recorded['median']:.2f} ms; processor time {plain['processor']['median']:.2f} ms"
    )
    report(found, line, as_json=asked.json)


if __name__ == "__main__":
    main()
