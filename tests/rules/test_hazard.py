"""The threat that leaves something to chance, against its closed forms (Schelling 1960; Powell 1988)."""

import math

import numpy as np
import pytest

from game.engine.ledger.risk import chances
from game.engine.mechanisms.hazard import pair_rate, pair_rung, probability_within, rate_of
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

GAME = (
    TWO_ACTORS
    + LADDER.replace('"Low", severity: 20', '"Low", severity: 20, hazard_per_day: 0.1').replace(
        '"Middle", severity: 50', '"Middle", severity: 50, hazard_per_day: 0.3'
    )
    + """
tracks:
  losses: {name: "Losses", good: false}
regions:
  north: {name: "North"}
  south: {name: "South"}
causes: {mistake: {name: "A mistake"}}
incidents:
  near_miss: {name: "A near miss", text: "It was close.", priors: {mistake: 1}}
limits:
  blood: {name: "blood", at: middle}
rules_of_engagement: {tight: 0.6, normal: 1, free: 1.7}
hazard:
  contacts:
    - {between: [red, blue], level: 1, incident: near_miss}
  modifiers:
    - {name: "A hotline", multiply: 0.5, while: [{live: {actor: red, action: call}}]}
  scope_eta: 0.2
  highest: middle
  effects:
    - change_track: {track: losses, by: 3, actor: $self}
    - change_track: {track: losses, by: 3, actor: $target}
actions:
  wait: {name: "Wait", kind: inaction}
  call: {name: "Call", kind: diplomacy}
  low: {name: "Low", kind: posture, rung: low, target: {others: true}, stands: true}
  north: {name: "North", kind: force, rung: low, target: {others: true}, stands: true, front: {region: north}}
  south: {name: "South", kind: force, rung: low, target: {others: true}, stands: true, front: {region: south}}
"""
)


def share_that_met(table: Table) -> float:
    return float(np.mean(table.world.whole("happened", "near_miss") >= 0))


def rate_now(table: Table) -> float:
    (pair,) = table.program.in_contact
    return float(pair_rate(table.world, pair, pair_rung(table.world, pair))[0])


def close_to(share: float, games: int) -> object:
    return pytest.approx(share, abs=4 * math.sqrt(share * (1 - share) / games))


@clause("4.2")
@pytest.mark.parametrize("h", [0.002, 0.05, 0.3, 0.9])
@pytest.mark.parametrize("hours", [1, 6, 12, 24, 72])
def test_one_pair_with_unit_multipliers(h: float, hours: int) -> None:
    expected = 1 - (1 - h) ** (hours / 24)
    assert probability_within(rate_of(h), hours) == pytest.approx(expected, rel=1e-13)


@clause("4.2")
def test_ten_per_cent_a_day_is_twenty_seven_in_three_days() -> None:
    assert probability_within(rate_of(0.1), 72) == pytest.approx(0.271)


@clause("4.5")
def test_two_turns_of_six_hours_equal_one_of_twelve() -> None:
    six, twelve = (probability_within(rate_of(0.2), hours) for hours in (6, 12))
    assert 1 - (1 - six) ** 2 == pytest.approx(float(twelve), rel=1e-13)


def test_calm_forces_do_not_meet() -> None:
    table = Table(GAME, games=500)
    table.turns(4)
    assert share_that_met(table) == 0


@clause("4.8")
def test_engagements_come_as_often_as_the_form_says() -> None:
    games = 6000
    table = Table(GAME, games=games)
    table.resolve(red="low/blue")
    assert share_that_met(table) == close_to(1 - 0.9 ** (6 / 24), games)


@clause("4.4", "14.2")
def test_what_multiplies_the_rate() -> None:
    table = Table(GAME)
    table.turn(red=("low/blue", "call"))

    def rate() -> float:
        return rate_now(table)

    base = -math.log(0.9)
    assert rate() == pytest.approx(base), "the call was over with its turn"
    table.resolve(red="call")
    assert rate() == pytest.approx(base * 0.5)
    table.world.whole("roe", "red")[:] = 0
    table.world.whole("roe", "blue")[:] = 2
    assert rate() == pytest.approx(base * 0.5 * 0.6 * 1.7)
    for fronts, factor in ((0, 1.0), (1, 1.0), (2, 1.2), (4, 1.6)):
        table.world.whole("fronts")[:] = fronts
        assert rate() == pytest.approx(base * 0.5 * 0.6 * 1.7 * factor)


@clause("4.3")
def test_the_higher_of_the_two_rungs_counts() -> None:
    table = Table(GAME.replace("rung: low, target", "rung: middle, target", 1))
    table.resolve(red="north/blue", blue="low/red")
    assert rate_now(table) == pytest.approx(-math.log(0.7))


def with_an_accident(text: str = GAME) -> Table:
    """A table of one game in which forces met in the first turn."""
    certain = text.replace("level: 1,", "level: 10000,")
    table = Table(certain)
    table.resolve(red="low/blue")
    assert share_that_met(table) == 1
    return table


@clause("4.6")
def test_an_engagement_raises_the_pair_by_one_rung_for_a_while() -> None:
    table = with_an_accident()
    both = (("red", "blue"), ("blue", "red"))
    assert [table.rung(o, *pair) for o in ("red", "blue", "public") for pair in both] == ["middle"] * 6
    assert (table.number("track", "red", "losses"), table.number("track", "blue", "losses")) == (3.0, 3.0)


@clause("4.6")
def test_an_engagement_never_goes_above_the_highest_rung_and_never_lowers_one() -> None:
    table = with_an_accident()
    for _ in range(4):
        table.go_on()
        table.resolve()
        assert table.rung("public", "red", "blue") == "middle"


@clause("3.9", "4.7")
def test_what_nobody_ordered_crosses_no_limit_and_is_nobodys_peak() -> None:
    table = with_an_accident()
    assert (table.rung("public", "red", "blue"), table.whole("limit", "blood")) == ("middle", -1)
    assert (table.whole("peak", "red"), table.whole("peak", "blue")) == (1, 0)
    assert not table.world.over.any()


@clause("4.7")
def test_what_nobody_ordered_keeps_no_word_and_breaks_no_stand_down() -> None:
    promised = (
        GAME
        + """
promises: {word: {name: "Word"}}
commitments:
  line:
    name: "No further"
    issuer: blue
    promise: word
    trigger: [{rung_at_least: {rung: low, by: red}}]
    on: red
    rung: middle
    within_hours: 24
    in_force: true
plans:
  plan:
    name: "the plan"
    incident: near_miss
    accused: blue
    counts: [mistake]
    tiers:
      first:
        name: "First"
        responders: [red]
        from_hour: 0
        to_hour: 24
        obliged: middle
        cap: middle
        promise: word
    stand_down: {below: middle, verified_after_hours: 0, missed: 0, fooled: 0}
"""
    )
    table = with_an_accident(
        promised.replace(
            "  call:",
            "  allege: {name: Allege, kind: diplomacy, by: [red], effects: [{allege: {plan: plan}}]}\n"
            "  yield: {name: Yield, kind: stand_down, by: [blue],"
            " effects: [{stand_down: {plan: plan, admission: false}}]}\n"
            "  call:",
        )
    )
    table.go_on()
    table.resolve(red="allege", blue="yield")
    assert table.rung("public", "blue", "red") == table.rung("public", "red", "blue") == "middle"
    assert table.whole("commitment", "line") == 2, "due: Blue did nothing"
    assert table.whole("tier_met", "plan", "first", "red") == 0
    assert table.whole("stand_down", "plan") == 2, "certified: none of Blue's acts stands"


@clause("4.1")
def test_forces_meet_only_where_they_are_in_contact() -> None:
    apart = GAME.replace(
        "level: 1, incident: near_miss",
        "level: 9999, incident: near_miss, while: [{live: {actor: blue, action: north}}]",
    )
    table = Table(apart)
    table.turn(red="low/blue")
    assert share_that_met(table) == 0
    table.turn(blue="north/red")
    assert share_that_met(table) == 1


@clause("4.4")
def test_the_ledger_and_what_going_on_is_worth_use_the_rule_itself() -> None:
    table = Table(GAME)
    table.turn(red=["call", "north/blue"], blue="south/red")
    (pair,) = table.program.in_contact
    rung = pair_rung(table.world, pair)
    ruled = pair_rate(table.world, pair, rung)
    seen = table.sees("red")
    assert pair_rate(seen, pair, rung) == pytest.approx(ruled)
    within = probability_within(ruled, table.world.hours_per_turn)
    assert chances(seen, pair)[rung, np.arange(1)] == pytest.approx(within)


@clause("4.4")
def test_what_hangs_on_hidden_rows_is_taken_not_to_hold() -> None:
    secret = '{name: "Call", kind: covert, seen_by: self, persists_hours: 24}'
    table = Table(GAME.replace('{name: "Call", kind: diplomacy}', secret))
    table.turn(red="call", blue="south/red")
    (pair,) = table.program.in_contact
    rung = pair_rung(table.world, pair)
    ruled = float(pair_rate(table.world, pair, rung)[0])
    assert float(pair_rate(table.sees("red"), pair, rung)[0]) == pytest.approx(ruled)
    assert float(pair_rate(table.sees("blue"), pair, rung)[0]) == pytest.approx(2 * ruled)
