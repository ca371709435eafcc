"""Strategic arms: postures taken in the open, what others believe of them, what they add to the hazard."""

import numpy as np
import pytest

from game.engine.arrays import F64
from game.engine.arsenals import POSTURES, believed, has_arsenal
from game.engine.events import EventKind
from game.engine.mechanisms.arsenals import hazard_factor
from game.engine.mechanisms.hazard import pair_rate, pair_rung, probability_within
from game.model.ids import ActorId
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS.replace('blue: {name: "Blue"}', 'blue: {name: "Blue"}\n  green: {name: "Green"}')
    + LADDER.replace('"Low", severity: 20', '"Low", severity: 20, hazard_per_day: 0.1')
    + """
hazard:
  contacts:
    - {between: [red, blue]}
    - {between: [blue, green]}
deterrence:
  arsenals:
    red:
      line: middle
      believed: {assumption: beta}
      raised: 1.25
      high: 1.5
      hazard_raised: 1.2
      hazard_high: {assumption: jumpy}
    blue: {line: high, believed: 0.4, hazard_raised: 3, hazard_high: 3}
assumptions:
  beta: {value: 0.5, low: 0, high: 1, unit: share, grade: D, invented: "a test"}
  jumpy: {value: 2, low: 1, high: 4, unit: factor, grade: D, invented: "a test"}
actions:
  wait: {name: "Wait", kind: inaction}
  poke: {name: "Poke", kind: posture, rung: low, target: {others: true}, stands: true}
  raise_it: {name: "Raise", kind: posture, by: [red, blue], effects: [{set_posture: {posture: raised}}]}
  high_alert:
    name: "High alert"
    kind: posture
    by: [red]
    requires: [{posture_is: {posture: raised}}]
    effects: [{set_posture: {posture: high}}]
  stand_back: {name: "Stand back", kind: stand_down, by: [red], effects: [{set_posture: {posture: routine}}]}
"""
)


def rate(table: Table, one: str = "red", other: str = "blue") -> float:
    (pair,) = (p for p in table.program.in_contact if (p.one, p.other) == (one, other))
    return float(pair_rate(table.world, pair, pair_rung(table.world, pair))[0])


def posture(table: Table) -> str:
    return POSTURES[table.whole("posture", "red")].value


@clause("18.1")
def test_a_posture_is_taken_for_everybody_to_see_and_stands() -> None:
    table = Table(GAME)
    assert posture(table) == "routine"
    table.turn(red="raise_it")
    table.turns(2)
    assert posture(table) == "raised"
    (event,) = table.events(EventKind.POSTURE)
    assert event.text == "Red brings its strategic arms to raised posture"
    assert event.seen_by is None
    assert all(table.sees(actor).can_see("posture", "red") for actor in ("red", "blue", "green"))
    table.turn(red="raise_it")
    assert len(table.events(EventKind.POSTURE)) == 1, "what stands already is not told again"
    table.turn(red="stand_back")
    assert posture(table) == "routine"


def test_a_condition_asks_for_a_posture_or_more() -> None:
    table = Table(GAME)
    assert not table.legal("red/high_alert")
    table.turn(red="raise_it")
    assert table.legal("red/high_alert")
    table.turn(red="high_alert")
    assert table.legal("red/high_alert")


@clause("18.3")
def test_posture_raises_the_hazard_exactly_by_its_multiplier() -> None:
    table = Table(GAME, values={"jumpy": 2.5})
    table.turn(red="poke/blue", blue="poke/green")
    base, others = rate(table), rate(table, "blue", "green")
    assert base == others > 0
    table.turn(red="raise_it")
    assert (rate(table), rate(table, "blue", "green")) == (base * 1.2, others)
    table.turn(red="high_alert")
    assert (rate(table), rate(table, "blue", "green")) == (base * 2.5, others)
    table.turn(red="stand_back")
    assert rate(table) == base


@clause("18.3")
def test_the_postures_of_both_sides_multiply() -> None:
    table = Table(GAME)
    table.turn(red=("poke/blue", "raise_it"), blue=("poke/green", "raise_it"))
    base = -np.log(0.9)
    assert rate(table) == pytest.approx(base * 1.2 * 3)
    assert rate(table, "blue", "green") == pytest.approx(base * 3), "every pair with the owner"
    assert probability_within(rate(table), 24) == pytest.approx(1 - 0.9**3.6)


@pytest.mark.parametrize(
    ("orders", "factor"), [((), 1.0), (("raise_it",), 1.25), (("raise_it", "high_alert"), 1.5)]
)
@clause("18.2")
def test_belief_in_arms_rises_with_posture(orders: tuple[str, ...], factor: float) -> None:
    table = Table(GAME)
    for order in orders:
        table.turn(red=order)
    assert believed(table.world, "red").tolist() == [0.5 * factor]
    assert believed(table.sees("green"), "red").tolist() == [0.5 * factor]


@clause("18.2")
def test_belief_is_at_most_certain_and_nobody_believes_in_arms_that_are_not_there() -> None:
    table = Table(GAME, games=3, values={"beta": np.array([0.0, 0.6, 0.9])})
    table.turn(red="raise_it")
    table.turn(red="high_alert")
    assert believed(table.world, "red", table.world.value).tolist() == pytest.approx([0.0, 0.9, 1.0])
    assert believed(table.world, "red").tolist() == [0.75] * 3, "players reckon with the central value"
    assert believed(table.world, "green").tolist() == [0.0] * 3
    assert [has_arsenal(table.program, a) for a in ("red", "blue", "green")] == [True, True, False]


def test_what_arms_do_is_the_same_in_a_batch_as_alone() -> None:
    values = np.array([1.0, 1.7, 3.9])

    def factors(jumpy: F64) -> list[float]:
        table = Table(GAME, games=len(jumpy), values={"jumpy": jumpy})
        table.turn(red="raise_it")
        table.turn(red="high_alert")
        return list(np.asarray(hazard_factor(table.world, ActorId("red"))))

    assert factors(values) == [factors(values[n : n + 1])[0] for n in range(3)] == values.tolist()
