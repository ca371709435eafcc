"""The same question over the ranges of the assumptions."""

import numpy as np
import pytest

from game.analysis.ensemble import simulate
from game.analysis.ranges import draw_values, over_ranges
from game.loading import find_scenario, load
from game.model.endings import OutcomeClass
from game.model.ids import AssumptionId, VariantId
from game.model.scenario import Scenario


@pytest.fixture(scope="module")
def flagship() -> Scenario:
    return load(find_scenario("three_tiers_72h")).scenario((VariantId("timetable"),))


def test_every_draw_lies_in_its_range_and_depends_on_its_number_only(flagship: Scenario) -> None:
    many = draw_values(flagship, 3, np.arange(50, dtype=np.int64))
    one = draw_values(flagship, 3, np.array([17], dtype=np.int64))
    assert set(many) == set(flagship.assumptions)
    for id, spec in flagship.assumptions.items():
        assert (many[id] >= spec.low).all()
        assert (many[id] <= spec.high).all()
        assert many[id][17] == one[id][0]
    assert len(set(many[AssumptionId("hazard_scale")].tolist())) == 50


def test_a_draw_is_the_ensemble_under_its_values(flagship: Scenario) -> None:
    found = over_ranges(flagship, 64, 5, draws=4)
    again = over_ranges(flagship, 64, 5, draws=4, workers=2)
    assert found.ensemble.digest == again.ensemble.digest
    values = {id: float(drawn[1]) for id, drawn in found.values.items()}
    alone = simulate(flagship, 32, 5, values=values)
    assert [alone.state(n) for n in range(16, 32)] == [found.ensemble.state(n) for n in range(16, 32)]
    for ending, told in found.ranges().items():
        shares = found.shares(ending)
        assert told.share == pytest.approx(float(np.average(shares)))
        assert shares.min() <= told.low <= told.high <= shares.max()


def test_what_decides_the_end_is_named(flagship: Scenario) -> None:
    """Nobody finds out anything where trust is nothing; here only the sample could mislead."""
    found = over_ranges(flagship, 1600, 1, draws=80)
    for ending in OutcomeClass:
        for pull in found.pulls(ending):
            assert abs(pull.difference) > 3 * pull.error


def test_unequal_parts_are_refused(flagship: Scenario) -> None:
    with pytest.raises(ValueError, match="equal parts"):
        over_ranges(flagship, 10, 1, draws=4)
