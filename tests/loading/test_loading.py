"""What a good file becomes."""

from pathlib import Path

import pytest

from game.engine.conditions.acts import Did
from game.engine.conditions.logic import AnyOf
from game.loading import ScenarioProblems, UnknownName, load, problems, shipped_scenarios
from game.loading.document import Document
from game.loading.library import shipped_doctrines, shipped_ladder, shipped_ladders
from game.model.actions import Kind
from game.model.actors import Owner
from game.model.endings import OutcomeClass
from game.model.numbers import Assumed, Grade
from game.places import scenario_path

HERE = Path(__file__).resolve().parent

TINY = """
format: 1
title: "Tiny"
actors: {north: {name: "North"}, south: {name: "South"}}
actions: {wait: {name: "Wait", kind: inaction}}
outcomes: {end: {name: "The end"}}
"""


@pytest.fixture(name="good", scope="module")
def _good() -> Document:
    return load(HERE / "good.yaml")


def tiny(folder: Path, text: str) -> Document:
    path = folder / "tiny_game.yaml"
    path.write_text(TINY + text, encoding="utf-8")
    return load(path)


def test_fields_become_values_of_their_types(good: Document) -> None:
    scenario = good.scenario(["short_game"])
    assert scenario.clock.horizon_hours == 24
    assert scenario.actions["wait"].kind is Kind.INACTION  # type: ignore[index]
    assert scenario.tracks["heat"].owner is Owner.WORLD  # type: ignore[index]
    assert scenario.outcomes["war"].class_ is OutcomeClass.GENERAL_WAR  # type: ignore[index]
    assert scenario.regions["rock"].y == -2.0  # type: ignore[index]
    assert isinstance(scenario.regions["rock"].y, float)  # type: ignore[index]
    assert scenario.actors["mission"].played is False  # type: ignore[index]
    assert scenario.actors["north"].id == "north"  # type: ignore[index]
    assert [rung.hazard_per_day for rung in scenario.ladder.rungs.values()][6] == 0.05  # type: ignore[union-attr]


def test_primitives_come_from_the_registry(good: Document) -> None:
    fire = good.scenario().actions["fire"]  # type: ignore[index]
    either = fire.requires[1]
    assert isinstance(either, AnyOf)
    assert isinstance(either.of[1], Did)
    assert (either.of[1].actor, either.of[1].target, either.of[1].within_hours) == ("$target", "$self", 12)


def test_an_assumption_in_place_is_named_by_its_path(good: Document) -> None:
    scenario = good.scenario()
    name = "actions.fire.effects.2.inquire.probability"
    found = scenario.assumptions[name]  # type: ignore[index]
    assert (found.value, found.low, found.high, found.grade) == (0.3, 0.1, 0.5, Grade.C)
    assert scenario.actions["fire"].effects[1].probability == Assumed(name)  # type: ignore[index,attr-defined,arg-type]
    assert scenario.tracks["support"].starts["north"] == Assumed("north_support")  # type: ignore[index,arg-type]


def test_variants_are_merged_in_order(good: Document) -> None:
    long = good.scenario(["long_game"])
    assert long.variant == ("long_game",)
    assert long.clock.horizon_hours == 48
    assert long.clock.hours_per_turn == 6
    assert long.options["boats"].lead_hours == Assumed("clock_only_in_long")  # type: ignore[index,arg-type]
    bare = good.scenario(["long_game", "no_limits"])
    assert bare.limits == {}
    assert bare.actors["north"].aims == {}  # type: ignore[index]
    assert good.scenario().limits != {}


def test_a_set_keeps_only_the_assumptions_of_the_variant(good: Document) -> None:
    assert good.scenario(["short_game"]).assumption_sets["late"].values == {}  # type: ignore[index]
    late = good.scenario(["long_game"]).assumption_sets["late"]  # type: ignore[index]
    assert late.values == {"clock_only_in_long": 3.0}


def test_the_hash_is_of_the_bytes_that_were_used(good: Document, tmp_path: Path) -> None:
    assert good.scenario().content_hash == load(HERE / "good.yaml").scenario().content_hash
    assert len(good.scenario().content_hash) == 32
    changed = tmp_path / "good.yaml"
    changed.write_bytes((HERE / "good.yaml").read_bytes() + b"# one more line\n")
    assert load(changed).scenario().content_hash != good.scenario().content_hash


def test_a_scenario_without_an_id_is_called_after_its_file(tmp_path: Path) -> None:
    assert tiny(tmp_path, "").scenario().id == "tiny_game"
    assert tiny(tmp_path, "id: other").scenario().id == "other"


def test_a_scenarios_own_doctrine_stands_before_the_shipped_one(tmp_path: Path) -> None:
    scenario = tiny(tmp_path, 'doctrines: {hawk: {name: "Our hawk"}}').scenario()
    assert scenario.doctrines["hawk"].name == "Our hawk"  # type: ignore[index]
    assert set(shipped_doctrines()[0]) <= set(scenario.doctrines)


def test_legal_combinations_take_one_of_each_required_group(good: Document) -> None:
    assert list(good.combinations()) == [
        ("short_game",), ("short_game", "no_limits"), ("long_game",), ("long_game", "no_limits"),
    ]  # fmt: skip


def test_an_unknown_variant_is_named_with_the_near_ones(good: Document) -> None:
    with pytest.raises(UnknownName, match=r"short_gam.*did you mean short_game"):
        good.scenario(["short_gam"])


def test_problems_are_raised_together_and_in_order(tmp_path: Path) -> None:
    document = tiny(tmp_path, "clock: {hours_per_turn: 0}\nladder: khan44\n")
    with pytest.raises(ScenarioProblems) as raised:
        document.scenario()
    assert [problem.path for problem in raised.value.problems] == ["clock.hours_per_turn", "ladder"]
    assert str(raised.value) == "\n".join(map(str, raised.value.problems))


def test_shipped_ladders_load() -> None:
    assert shipped_ladders() == ("crisis12", "glasl9", "kahn44")
    for name, rungs in (("crisis12", 13), ("glasl9", 10), ("kahn44", 45)):
        ladder, _ = shipped_ladder(name)
        severities = [rung.severity for rung in ladder.rungs.values()]
        assert len(severities) == rungs
        assert severities == sorted(set(severities))
        assert (severities[0], severities[-1]) == (0, 100)


def test_kahns_thresholds_stand_where_he_put_them() -> None:
    """Kahn, On Escalation (1965), p. 39: thresholds below rungs 4, 10, 21, 26, 32 and 39."""
    ladder, _ = shipped_ladder("kahn44")
    crossed = [number for number, rung in enumerate(ladder.rungs.values()) if rung.threshold is not None]
    assert crossed == [4, 10, 21, 26, 32, 39]


@pytest.mark.parametrize("name", shipped_scenarios())
def test_shipped_scenarios_are_clean(name: str) -> None:
    path = scenario_path(name)
    assert path is not None
    assert [str(problem) for problem in problems(path)] == []
