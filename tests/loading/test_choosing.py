"""What may be said on a command line, and what is answered to the rest: one line, with the near names."""

from pathlib import Path

import pytest

from game.loading import (
    Document,
    UnknownName,
    assumption_values,
    choose_variants,
    default_assumption_set,
    find_scenario,
    load,
    readings,
    undecided,
)  # fmt: skip

HERE = Path(__file__).resolve().parent


@pytest.fixture(name="good", scope="module")
def _good() -> Document:
    return load(HERE / "good.yaml")


def test_a_scenario_is_found_by_path_or_by_id() -> None:
    assert find_scenario(str(HERE / "good.yaml")) == HERE / "good.yaml"
    assert find_scenario("chicken").name == "chicken.yaml"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("chikken", r"^there is no scenario chikken \(did you mean chicken\?\)$"),
        ("xyzzy", r"^there is no scenario xyzzy; shipped are .*chicken"),
        ("nowhere/at/all.yaml", r"^there is no file nowhere/at/all.yaml$"),
        ("a\0b", r"^there is no scenario "),
        ("", r"^there is no scenario "),
    ],
)
def test_an_unknown_scenario_is_answered_in_one_line(text: str, answer: str) -> None:
    with pytest.raises(UnknownName, match=answer) as raised:
        find_scenario(text)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_has_near_ones_beside_it() -> None:
    with pytest.raises(UnknownName, match=r"did you mean good.yaml"):
        find_scenario(str(HERE / "god.yaml"))


def test_variants_are_joined_by_plus(good: Document) -> None:
    assert choose_variants(good, "") == ()
    assert choose_variants(good, "long_game+no_limits") == ("long_game", "no_limits")
    assert choose_variants(good, " no_limits + short_game ") == ("no_limits", "short_game")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("long_gme", r"^there is no variant long_gme \(did you mean long_game\?\)$"),
        ("x", r"^there is no variant x; it has short_game, long_game or no_limits$"),
        ("short_game+long_game", r"^short_game and long_game exclude one another; choose one$"),
        ("no_limits+no_limits", r"^variant no_limits is named twice$"),
    ],
)
def test_unknown_and_impossible_variants_are_answered(good: Document, text: str, answer: str) -> None:
    with pytest.raises(UnknownName, match=answer):
        choose_variants(good, text)


def test_required_groups_wait_for_a_decision(good: Document) -> None:
    assert [group.id for group in undecided(good, ())] == ["length"]
    assert undecided(good, ("long_game",)) == ()
    assert readings(good, ("no_limits",)) == (("short_game", "no_limits"), ("long_game", "no_limits"))
    assert readings(good, ("long_game",)) == (("long_game",),)


def test_values_come_from_the_set_and_then_from_the_command_line(good: Document) -> None:
    scenario = good.scenario(["short_game"])
    assert default_assumption_set(scenario) == "play"
    name = "actions.fire.effects.2.inquire.probability"
    assert assumption_values(scenario, None, None) == {}
    assert assumption_values(scenario, "play") == {"north_support": 60.0, name: 0.4}
    assert assumption_values(scenario, "play", {"north_support": 45.0}) == {"north_support": 45.0, name: 0.4}


@pytest.mark.parametrize(
    ("chosen", "overrides", "answer"),
    [
        ("paly", {}, r"^there is no assumption set paly \(did you mean play\?\)$"),
        ("q", {}, r"^there is no assumption set q; it has play or late$"),
        (
            None,
            {"north_suport": 45.0},
            r"^there is no assumption north_suport \(did you mean north_support\?\)$",
        ),
        (None, {"north_support": 90.0}, r"^north_support = 90 is outside its range, 40 to 70 points$"),
        (None, {"north_support": float("nan")}, r"outside its range"),
        (None, {"north_support": float("inf")}, r"outside its range"),
    ],
)
def test_unknown_sets_and_values_are_answered(
    good: Document, chosen: str | None, overrides: dict[str, float], answer: str
) -> None:
    with pytest.raises(UnknownName, match=answer):
        assumption_values(good.scenario(["short_game"]), chosen, overrides)
