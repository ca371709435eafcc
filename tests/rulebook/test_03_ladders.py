"""Section 3: what a ladder is, and where the crisis stands on it."""

import pytest

from game.loading.problems import ScenarioProblems
from game.model.scenario import Scenario
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table, scenario


@clause("3.1")
@pytest.mark.parametrize(
    ("rung", "instead"),
    [
        ('"Calm", severity: 0', '"Calm", severity: 5'),
        ('"Middle", severity: 50', '"Middle", severity: 20'),
        ('"High", severity: 62', '"High", severity: 101'),
    ],
)
def test_severity_rises_from_nothing_to_a_hundred_at_most(rung: str, instead: str) -> None:
    actions = "actions:\n  act: {name: Act, kind: posture, rung: high, target: {others: true}}\n"
    assert isinstance(scenario(TWO_ACTORS, LADDER, actions), Scenario)
    with pytest.raises(ScenarioProblems):
        scenario(TWO_ACTORS, LADDER.replace(rung, instead), actions)


@clause("3.7")
def test_the_crisis_is_the_highest_public_reading_of_any_pair() -> None:
    table = Table(
        TWO_ACTORS
        + LADDER
        + """
actions:
  low: {name: "Low", kind: posture, rung: low, target: {others: true}, stands: true}
  middle: {name: "Middle", kind: posture, rung: middle, target: {others: true}, reads_as: {others: low}}
  secret: {name: "Secret", kind: covert, rung: high, target: {others: true}, seen_by: self}
"""
    )
    crisis = []
    for red, blue in (("low/blue", ()), ((), "secret/red"), ((), ())):
        table.turn(red=red, blue=blue)
        crisis.append(table.whole("crisis"))
    assert crisis == [1, 1, 1], "a secret act is no crisis"
    table.turn(blue="middle/red")
    assert table.whole("crisis") == 1, "what everybody reads as low is low"
