"""Live turns a second: the flagship with doctrines in all seats, on one core, by the size of the batch.

Only turns of games that are not over count, and the time is that of whole games: observing, choosing,
resolving, dropping what is over, and the digests of the ends. Run it as `python -m bench.turns`.
"""

from bench.measure import Result, arguments, both, report

SIZES = (256, 1024, 4096, 8192, 16384)
AIMS = {"best": 100_000, "at_4096": 60_000}


def measure(repeats: int) -> Result:
    """Play each size of batch some times over; the best time of each counts, as others disturb it only."""
    import numpy as np

    from game.analysis.ensemble import default_players, play_games
    from game.engine.program import compile_scenario
    from game.loading import assumption_values, load, scenario_path
    from game.players import player

    path = scenario_path("three_tiers_72h")
    assert path is not None
    scenario = load(path).scenario(("conditional",))
    program = compile_scenario(scenario)
    values = assumption_values(scenario, "play")
    hands = {actor: player(name, program, 1) for actor, name in default_players(scenario).items()}
    play_games(program, 1, np.arange(256), values, hands)
    sizes = []
    for size in SIZES:
        games = np.arange(size)
        turns = int(play_games(program, 1, games, values, hands).turns.sum())
        times = [both(lambda g=games: play_games(program, 1, g, values, hands)) for _ in range(repeats)]  # type: ignore[misc]
        clock, processor = (min(column) for column in zip(*times, strict=True))
        sizes.append(
            {
                "batch": size,
                "turns": turns,
                "seconds": round(clock, 4),
                "turns_per_second": round(turns / clock),
                "turns_per_processor_second": round(turns / processor),
            }
        )
    return {
        "bench": "turns",
        "scenario": "three_tiers_72h",
        "variant": "conditional",
        "assumptions": "play",
        "moves": len(program.moves),
        "sizes": sizes,
        "best": max(s["turns_per_second"] for s in sizes),
        "at_4096": next(s["turns_per_second"] for s in sizes if s["batch"] == 4096),
        "aims": AIMS,
    }


def main() -> None:
    asked = arguments("live turns a second of the flagship with doctrines", 5)
    found = measure(asked.repeats)
    by_size = ", ".join(f"{s['batch']:,}: {s['turns_per_second']:,}" for s in found["sizes"])
    line = f"live turns a second, by games side by side: {by_size}; best {found['best']:,}"
    report(found, line, as_json=asked.json)


if __name__ == "__main__":
    main()
