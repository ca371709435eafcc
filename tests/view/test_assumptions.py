"""Assumptions as views: grouped, graded, with what they bear on, and what they were."""

import pytest

from game.language import speaking
from game.language.pseudo import PSEUDO
from game.loading import assumption_values, find_scenario, load, readings
from game.model.ids import AssumptionId
from game.model.numbers import Grade
from game.model.scenario import Scenario
from game.view.assumptions import GRADES, GROUPS, STOPS, assumptions, figure, stops, used_by

FLAGSHIP = "three_tiers_72h"


def scenario(name: str = FLAGSHIP) -> Scenario:
    document = load(find_scenario(name))
    return document.scenario(readings(document)[0])


@pytest.mark.parametrize("name", [FLAGSHIP, "the_bargain", "two_rivers_72h", "first_ladder", "chicken"])
def test_every_assumption_of_a_shipped_scenario_is_shown_and_bears_on_something(name: str) -> None:
    found = scenario(name)
    views = assumptions(found, {})
    assert {view.id for view in views} == set(found.assumptions)
    for view in views:
        assert view.name
        assert view.low <= view.value <= view.high
        assert view.source or view.invented
        assert used_by(found)[AssumptionId(view.id)]
    groups = [view.group for view in views]
    assert groups == sorted(groups, key=list(GROUPS).index)


def test_every_grade_has_its_meaning() -> None:
    assert set(GRADES) == set(Grade)


def test_values_at_the_start_and_overrides_are_told_apart() -> None:
    found = scenario()
    started = assumption_values(found, next(iter(found.assumption_sets)), {})
    hotline = AssumptionId("hotline_factor")
    now = {**started, hotline: 0.7}
    views = {view.id: view for view in assumptions(found, now, started)}
    assert views["hotline_factor"].overridden
    assert (views["hotline_factor"].started, views["hotline_factor"].central) == (0.5, 0.5)
    assert views["hazard_scale"].from_set
    assert not views["hazard_scale"].overridden
    assert not any(view.overridden for view in assumptions(found, started))


def test_what_a_number_bears_on_is_told_by_name() -> None:
    views = {view.id: view for view in assumptions(scenario(), {})}
    assert views["proof_east"].drives == ("Coalition › The east",)
    assert len(views["exposure"].drives) == 3
    assert views["proof_east"].group == "actors"
    assert views["radar_after"].group == "incidents"


def test_a_number_written_in_place_has_a_name_all_the_same() -> None:
    names = [view.name for view in assumptions(scenario("first_ladder"), {})]
    assert all("." not in name and "_" not in name for name in names)


def test_a_scenarios_words_are_said_in_the_language_that_is_spoken() -> None:
    with speaking(PSEUDO):
        views = assumptions(scenario(), {})
    assert all(
        view.grade_words.startswith(("Ínvéntéd", "Éstímátéd", "By ánálógy", "Méásúréd")) for view in views
    )


@pytest.mark.parametrize(("low", "high"), [(0.0006, 0.006), (6, 24), (0, 1), (-3, 1), (10, 80), (0.3, 3.0)])
def test_a_slider_has_about_twenty_round_stops_with_its_ends(low: float, high: float) -> None:
    found = stops(low, high, low + (high - low) / 3)
    assert (found[0], found[-1]) == (low, high)
    assert low + (high - low) / 3 in found
    assert STOPS / 3 <= len(found) <= STOPS + 4
    assert list(found) == sorted(set(found))


def test_a_range_without_width_has_one_stop() -> None:
    assert stops(2.0, 2.0) == (2.0,)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0006, "0.0006"),
        (0.25, "0.25"),
        (12.0, "12"),
        (0.105, "0.105"),
        (1234.5, "1234"),
        (-1.5, "-1.5"),
        (0, "0"),
    ],
)
def test_values_are_written_with_what_counts(value: float, said: str) -> None:
    assert figure(value) == said
