"""Which part of the rules and of the computer players takes what share of the time, by sampling.

The flagship with doctrines in all seats. Every few milliseconds of the processor's time the innermost part
that is named below is counted; what serves all parts (exact numbers, chance, rows, conditions) goes to the
part that asked for it. Run it as `python -m bench.shares`; it needs a system with interval timers.
"""

from collections import Counter
from types import FrameType

from bench.measure import Result, arguments, report

BATCH = 4096
AIM = 0.15
INTERVAL = 0.001

PARTS = {
    "bargaining": ("players/bargainer", "packages", "prospects", "mechanisms/bargaining", "mechanisms/deals"),
    "deterrence ledger": ("engine/ledger/",),
    "judging consequences": ("players/judgement", "players/conduct", "players/warfare", "players/dealings",
                             "players/outlook"),
    "scoring and choosing": ("players/doctrine_player", "players/choice"),
    "evidence, beliefs, claims": ("mechanisms/attribution", "mechanisms/claims", "effects/intelligence"),
    "forces": ("mechanisms/combat", "mechanisms/exchange", "mechanisms/movement", "effects/forces"),
    "ladders and limits": ("mechanisms/ladders",),
    "accidents": ("mechanisms/hazard", "mechanisms/exposure"),
    "promises, plans, credibility": ("mechanisms/promises", "mechanisms/response_plan",
                                     "mechanisms/credibility", "mechanisms/audience", "mechanisms/steps",
                                     "effects/signals"),
    "coalitions": ("mechanisms/coalitions",),
    "requirements": ("engine/legality",),
    "endings and digests": ("mechanisms/endings", "engine/digest", "analysis/ensemble"),
    "other effects and rules": ("engine/turn", "engine/effects/", "mechanisms/"),
}  # fmt: skip
"""Parts by what their files are called; the first that fits counts."""


def part_of(frame: FrameType | None) -> str:
    """The innermost part in which a frame stands."""
    while frame is not None:
        name = frame.f_code.co_filename.replace("\\", "/")
        if "/game/" in name:
            for part, files in PARTS.items():
                if any(file in name for file in files):
                    return part
        frame = frame.f_back
    return "elsewhere"


def measure(repeats: int) -> Result:
    """Play a batch some times over and count where the time goes."""
    import signal

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
    games, found = np.arange(BATCH), Counter[str]()
    play_games(program, 1, games, values, hands)
    before = signal.signal(signal.SIGPROF, lambda _, frame: found.update((part_of(frame),)))
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        for _ in range(repeats):
            play_games(program, 1, games, values, hands)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)
    samples = sum(found.values())
    return {
        "bench": "shares",
        "scenario": "three_tiers_72h",
        "batch": BATCH,
        "samples": samples,
        "aim": AIM,
        "shares": {part: round(count / samples, 3) for part, count in found.most_common()},
    }


def main() -> None:
    asked = arguments("which part of the rules takes what share of the time", 5)
    found = measure(asked.repeats)
    line = ", ".join(f"{part} {share:.1%}" for part, share in found["shares"].items())
    report(found, f"of {found['samples']} samples: {line}", as_json=asked.json)


if __name__ == "__main__":
    main()
