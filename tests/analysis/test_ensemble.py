"""A game of an ensemble is the same alone and among others, in any batch, order and process, on any CPU."""

import os
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from game.analysis.ensemble import Ensemble, Games, GameWithoutEnd, default_players, play_games, simulate
from game.engine.arrays import I64
from game.engine.program import Program, compile_scenario
from game.loading import find_scenario, load, readings
from game.model.endings import OutcomeClass
from game.model.ids import ActorId, AssumptionId, IncidentId, OutcomeId, VariantId
from game.model.scenario import Scenario
from game.players import player
from tests.analysis.games import committed, now

ROOT = Path(__file__).resolve().parents[2]
RUNS = 130
SCENARIOS = ("chicken", "first_ladder", "three_tiers_72h")


@cache
def scenario(name: str) -> Scenario:
    document = load(find_scenario(name))
    return document.scenario(readings(document)[0])


@cache
def program(name: str) -> Program:
    return compile_scenario(scenario(name))


@cache
def whole(name: str) -> Ensemble:
    return simulate(scenario(name), RUNS, 5)


def played(name: str, numbers: I64) -> Games:
    hands = {
        actor: player(doctrine, program(name), 5)
        for actor, doctrine in default_players(scenario(name)).items()
    }
    return play_games(program(name), 5, numbers, {}, hands)


def same(one: Games, other: Games) -> bool:
    columns = ("outcome", "turns", "value", "peak", "digest")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in columns)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("batch", [7, 64])
def test_the_size_of_batches_does_not_matter(name: str, batch: int) -> None:
    assert same(simulate(scenario(name), RUNS, 5, batch=batch).games, whole(name).games)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("batch", [1, 2])
def test_games_alone_and_in_pairs_are_those_of_the_ensemble(name: str, batch: int) -> None:
    runs = 10
    alone = simulate(scenario(name), runs, 5, batch=batch).games
    assert np.array_equal(alone.digest, whole(name).games.digest[:runs])
    assert np.array_equal(alone.value, whole(name).games.value[:, :runs])


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_order_of_games_does_not_matter(name: str) -> None:
    numbers = np.random.default_rng(0).permutation(RUNS).astype(np.int64)
    shuffled = played(name, numbers)
    assert np.array_equal(shuffled.digest, whole(name).games.digest[numbers])
    assert np.array_equal(shuffled.outcome, whole(name).games.outcome[numbers])


def test_the_number_of_workers_does_not_matter() -> None:
    runs = 600  # more than one chunk
    alone = simulate(scenario("first_ladder"), runs, 5)
    seen: list[int] = []
    shared = simulate(scenario("first_ladder"), runs, 5, workers=2, progress=seen.append)
    assert same(alone.games, shared.games)
    assert alone.digest == shared.digest
    assert sum(seen) == runs
    assert len(seen) > 1


def test_digests_are_those_committed() -> None:
    """Rules, doctrines and scenarios may change them; `python -m tests.analysis.games --write`."""
    assert now() == "".join(f"{' '.join(line)}\n" for line in committed())


def test_digests_do_not_depend_on_the_cpu() -> None:
    core = "numpy._core" if hasattr(np, "_core") else "numpy.core"
    built = import_module(f"{core}._multiarray_umath")  # the only place that says what can be switched off
    features = [name for name in built.__cpu_dispatch__ if built.__cpu_features__.get(name, False)]
    if not features:
        pytest.skip("this machine has nothing that could be switched off")
    environment = {**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(features), "PYTHONPATH": str(ROOT)}
    plain = subprocess.run(
        [sys.executable, "-m", "tests.analysis.games"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert plain.stdout == now()


def test_a_seed_makes_its_own_games() -> None:
    assert simulate(scenario("first_ladder"), RUNS, 6).digest != whole("first_ladder").digest


def test_what_is_counted() -> None:
    ensemble = whole("first_ladder")
    outcomes = ensemble.outcomes()
    assert list(outcomes) == list(scenario("first_ladder").outcomes)
    assert sum(found.count for found in outcomes.values()) == RUNS
    assert all(found.low <= found.share <= found.high for found in outcomes.values())
    for shares in ensemble.peak_rungs().values():
        assert sum(shares.values()) == pytest.approx(1)
        rungs = list(shares)
        ladder = scenario("first_ladder").ladder
        assert ladder is not None
        assert rungs == [rung for rung in ladder.rungs if rung in shares]
    assert RUNS <= ensemble.turns <= RUNS * 6
    assert whole("chicken").peak_rungs() == {}
    assert whole("chicken").turns == RUNS


def test_players_and_values_make_a_difference() -> None:
    orvana = ActorId("orvana")
    other = simulate(scenario("first_ladder"), RUNS, 5, players={orvana: "random"})
    assert other.digest != whole("first_ladder").digest
    name = AssumptionId("regions.skerry_rock.facts_per_hour")
    assumption = scenario("first_ladder").assumptions[name]
    changed = simulate(scenario("first_ladder"), RUNS, 5, values={name: assumption.high})
    assert changed.digest != whole("first_ladder").digest


def test_a_game_without_end_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.analysis.ensemble.longest", lambda scenario: 2)
    with pytest.raises(GameWithoutEnd, match="of seed 5 did not end in 2 turns"):
        played("first_ladder", np.arange(20, dtype=np.int64))


@pytest.mark.parametrize(("runs", "workers", "batch"), [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_an_empty_ensemble_is_refused(runs: int, workers: int, batch: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        simulate(scenario("chicken"), runs, 1, workers=workers, batch=batch)


def test_endings_by_cause_add_up_to_the_endings() -> None:
    flagship = load(find_scenario("three_tiers_72h")).scenario((VariantId("timetable"),))
    found = simulate(flagship, 300, 2)
    by_cause = found.outcomes_by_cause(IncidentId("border_incident"))
    assert len(by_cause) > 3
    for outcome, share in found.outcomes().items():
        assert share.count == sum(shares[outcome].count for shares in by_cause.values())
    assert {row.tobytes() for row in found.games.cause} == {
        row.tobytes() for row in simulate(flagship, 300, 2, batch=64, workers=2).games.cause
    }


def test_general_war_within_the_announced_hours_is_told_apart() -> None:
    flagship = load(find_scenario("three_tiers_72h")).scenario((VariantId("timetable"),))
    hawks = dict.fromkeys(default_players(flagship), "hawk")
    found = simulate(flagship, 400, 1, players=hawks)
    wars = found.games.outcome == list(flagship.outcomes).index(OutcomeId("general_war"))
    in_time = int(np.count_nonzero(wars & (found.games.turns <= 12)))
    assert 0 < found.by_horizon(OutcomeClass.GENERAL_WAR).count == in_time < np.count_nonzero(wars)
