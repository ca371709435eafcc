"""The tiered response plan: what starts its clock, what its tiers ask, and how it ends short of them."""

import numpy as np
import pytest

from game.engine.events import EventKind
from game.engine.mechanisms.response_plan import (
    CERTIFIED,
    DECLARED,
    ENDED,
    FAILED,
    IDLE,
    MET,
    NONE,
    OPEN,
    PASSED,
    PAUSED,
    REFUSED,
    RUNNING,
    STOPPED,
    WAITING,
)
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

STATES = {"due": 2, "kept": 3, "broken": 4, "withdrawn": 5}

PLAN = """
    name: "the plan"
    incident: shot
    accused: red
    counts: [ordered]
    severity_threshold: 30
    on_alleged: [{change_track: {track: trust, by: -1, actor: red}}]
    below_threshold: [{change_track: {track: trust, by: -7, actor: blue}}]
    found_wrong: [{change_track: {track: trust, by: -10, actor: blue}}]
    wrong_below: 0.25
    above_cap: [{change_track: {track: trust, by: -3, actor: $self}}]
    tiers:
      first:
        name: "First"
        responders: [blue]
        from_hour: 0
        to_hour: 12
        obliged: low
        cap: middle
        promise: word
      second:
        name: "Second"
        responders: [green]
        from_hour: 12
        to_hour: 30
        when: [{rung_at_least: {rung: low, by: red, on: blue}}]
        obliged: middle
        cap: middle
        promise: word
    stand_down:
      verified_after_hours: 12
      missed: 0
      fooled: 0
      below: low
      on_certified: [{change_track: {track: trust, by: 20, actor: red}}]
      on_refused: [{change_track: {track: trust, by: -20, actor: red}}]
"""

GAME = (
    TWO_ACTORS.replace('blue: {name: "Blue"}', 'blue: {name: "Blue"}\n  green: {name: "Green"}')
    + LADDER
    + """
tracks:
  trust: {name: "Trust", start: 50}
causes: {ordered: {name: "Ordered"}, chance: {name: "By chance"}}
informants: {monitors: {name: "Monitors"}}
incidents:
  shot:
    name: "A shot"
    text: "Somebody fired."
    severity: 40
    at_hour: 0
    priors: {ordered: 0.5, chance: 0.5}
    evidence:
      film:
        name: "A film"
        source: monitors
        after_hours: 18
        to: [public]
        shows:
          clear: {text: "It was nobody.", likelihood: {ordered: 0.1, chance: 0.8}}
          dark: {text: "It was somebody.", likelihood: {ordered: 0.9, chance: 0.2}}
trust: {own: 1, default: 1}
promises: {word: {name: "Word", cost_of_keeping: 20}}
audience: {strength: 20, track: trust}
plans:
  plan:"""
    + PLAN
    + """actions:
  wait: {name: "Wait", kind: inaction}
  allege: {name: "Allege", kind: diplomacy, by: [blue], effects: [{allege: {plan: plan}}]}
  ask:
    name: "Ask"
    kind: diplomacy
    by: [blue]
    effects: [{allege: {plan: plan, investigating: true}}]
  pause: {name: "Pause", kind: diplomacy, effects: [{pause_plan: plan}]}
  resume: {name: "Resume", kind: diplomacy, effects: [{resume_plan: plan}]}
  stop: {name: "Stop", kind: diplomacy, effects: [{stop_plan: plan}]}
  yield:
    name: "Yield"
    kind: stand_down
    by: [red]
    effects: [{withdraw: {}}, {stand_down: {plan: plan, admission: true}}]
  take_back: {name: "Take back", kind: signal, by: [blue], effects: [{retract: plan.first.blue}]}
  low: {name: "Low act", kind: force, rung: low, target: {others: true}}
  middle: {name: "Middle act", kind: force, rung: middle, target: {others: true}}
  high: {name: "High act", kind: force, rung: high, target: {others: true}}
  siege: {name: "Siege", kind: force, rung: low, target: {others: true}, stands: true}
"""
)


def tier(table: Table, name: str) -> int:
    return table.whole("tier", "plan", name)


def duty(table: Table, name: str) -> int:
    return table.whole("commitment", name)


def trust(table: Table, actor: str) -> float:
    return table.number("track", actor, "trust")


@clause("8.1")
def test_an_allegation_starts_the_clock_once() -> None:
    table = Table(GAME)
    table.turn()
    assert table.whole("plan", "plan") == IDLE
    table.turn(blue="allege")
    assert (table.whole("plan", "plan"), table.whole("alleged_at", "plan")) == (RUNNING, 6)
    assert (table.whole("plan_from", "plan"), trust(table, "red")) == (6, 49.0)
    table.turn(blue="allege")
    assert (table.whole("alleged_at", "plan"), trust(table, "red")) == (6, 49.0)


@clause("8.1")
def test_nothing_can_be_alleged_before_something_happened() -> None:
    table = Table(GAME.replace("at_hour: 0", "at_hour: 6"))
    table.turn(blue="allege")
    assert table.whole("plan", "plan") == IDLE
    table.turn(blue="allege")
    assert table.whole("plan", "plan") == RUNNING


@clause("8.2")
def test_the_clock_may_count_from_the_incident() -> None:
    table = Table(GAME.replace("    wrong_below", "    clock_from_incident: true\n    wrong_below"))
    table.turns(2)
    table.turn(blue="allege")
    assert (table.whole("alleged_at", "plan"), table.whole("plan_from", "plan")) == (12, 0)
    assert tier(table, "first") == PASSED, "its window had closed before anybody alleged anything"
    assert duty(table, "plan.first.blue") == STATES["withdrawn"]


@clause("8.4")
def test_an_answer_within_the_window_meets_a_tier() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    assert tier(table, "first") == OPEN
    assert (duty(table, "plan.first.blue"), table.number("due", "plan.first.blue")) == (STATES["due"], 12.0)
    table.turn(blue="low/red")
    assert (tier(table, "first"), duty(table, "plan.first.blue")) == (MET, STATES["kept"])
    assert table.number("credibility", "red", "blue", "word") > 0


@clause("8.4")
def test_an_answer_already_under_way_counts() -> None:
    table = Table(GAME)
    table.turn(blue=("allege", "low/red"))
    assert tier(table, "first") == MET


@clause("8.5")
def test_a_window_that_closes_without_an_answer_breaks_the_promise() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    assert tier(table, "first") == OPEN
    table.turn(blue="low/green")
    assert (tier(table, "first"), duty(table, "plan.first.blue")) == (FAILED, STATES["broken"])
    assert table.number("credibility", "green", "blue", "word") < 0
    # lambda 20, a public promise of severity 20, and a public at even odds: 20 * 20/100 * 0.5.
    assert trust(table, "blue") == pytest.approx(50.0 - 2.0)


@clause("8.3")
def test_a_tier_waits_for_its_condition_and_passes_without_it() -> None:
    table = Table(GAME)
    table.turn(blue=("allege", "low/red"))
    table.turns(3)
    assert tier(table, "second") == WAITING
    table.turn()
    assert (tier(table, "second"), table.world.hour) == (PASSED, 30)
    assert duty(table, "plan.second.green") == STATES["withdrawn"]
    assert table.whole("plan", "plan") == ENDED
    assert trust(table, "green") == 50.0, "nobody pays for a promise whose condition never came about"


@clause("8.3")
def test_a_tier_opens_in_its_window_when_its_condition_comes_about() -> None:
    table = Table(GAME)
    table.turn(blue=("allege", "low/red"), red="low/blue")
    assert tier(table, "second") == WAITING, "the fighting came before the window"
    table.turn(red="low/blue")
    assert (tier(table, "second"), table.number("due", "plan.second.green")) == (OPEN, 30.0)
    table.turn(green="middle/red")
    assert tier(table, "second") == MET


@clause("8.6")
def test_acting_above_the_cap_costs_once() -> None:
    table = Table(GAME)
    table.turn(blue=("allege", "high/red"))
    assert (tier(table, "first"), trust(table, "blue")) == (MET, 47.0)
    table.turn(blue="high/red")
    assert trust(table, "blue") == 47.0


@clause("8.7")
def test_a_pause_holds_every_hour_of_the_clock() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    table.turn(green="pause")
    table.turn()
    assert (table.whole("plan", "plan"), tier(table, "first")) == (PAUSED, OPEN)
    assert table.number("due", "plan.first.blue") == 12.0 + 2 * 6
    table.turn(green="resume")
    assert tier(table, "first") == FAILED, "6 hours passed before the pause and 6 after it"


@clause("8.7")
def test_a_pause_holds_the_hours_of_a_tier_that_counts_from_its_opening() -> None:
    table = Table(GAME.replace("from_hour: 0\n        to_hour: 12", "within_hours: 18"))
    table.turn(blue="allege")
    assert (table.whole("tier_opened_at", "plan", "first"), table.number("due", "plan.first.blue")) == (
        6,
        24.0,
    )
    table.turn(green="pause")
    table.turns(2)
    table.turn(green="resume")
    assert (tier(table, "first"), table.number("due", "plan.first.blue")) == (OPEN, 24.0 + 3 * 6)
    table.turn()
    assert tier(table, "first") == OPEN
    table.turn()
    assert tier(table, "first") == FAILED


@clause("8.8")
def test_a_stopped_clock_frees_everybody() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    table.turn(green="stop")
    assert (table.whole("plan", "plan"), tier(table, "first"), tier(table, "second")) == (
        STOPPED,
        PASSED,
        PASSED,
    )
    assert {duty(table, d) for d in ("plan.first.blue", "plan.second.green")} == {STATES["withdrawn"]}
    table.turn(blue="allege", green="resume")
    assert table.whole("plan", "plan") == STOPPED, "for good"
    assert trust(table, "blue") == 50.0


def test_a_promise_taken_back_while_it_is_due_is_broken_once() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    table.resolve(blue="take_back")
    assert (tier(table, "first"), duty(table, "plan.first.blue")) == (FAILED, STATES["broken"])
    broken = [e for e in table.events(EventKind.COMMITMENT) if e.text.endswith("is not kept")]
    assert len(broken) == 1
    # Taken back outright: the whole of lambda S/100, whatever the public believes.
    assert trust(table, "blue") == pytest.approx(50.0 - 4.0)


def test_a_promise_taken_back_before_its_tier_opens_does_not_fall_due() -> None:
    table = Table(GAME)
    table.turn(blue="take_back")
    table.turn(blue="allege")
    assert (tier(table, "first"), duty(table, "plan.first.blue")) == (OPEN, STATES["withdrawn"])
    table.turns(1)
    assert (tier(table, "first"), trust(table, "blue")) == (FAILED, 50.0)


@clause("9.2")
def test_a_stand_down_is_verified_after_the_monitors_delay() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    table.turn(red="yield")
    assert table.whole("stand_down", "plan") == DECLARED
    table.turn()
    assert (table.whole("stand_down", "plan"), table.whole("plan", "plan")) == (CERTIFIED, STOPPED)
    assert trust(table, "red") == 50.0 - 1.0 + 20.0


@clause("9.4", "9.5")
def test_a_stand_down_that_is_none_is_refused_and_may_be_declared_again() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    table.turn(red="yield")
    table.turn(red="low/blue")
    assert (table.whole("stand_down", "plan"), table.whole("plan", "plan")) == (REFUSED, RUNNING)
    assert trust(table, "red") == 50.0 - 1.0 - 20.0
    table.turn(red="yield")
    table.turn()
    assert table.whole("stand_down", "plan") == CERTIFIED


@clause("9.4")
def test_one_who_withdraws_what_stands_complies() -> None:
    table = Table(GAME)
    table.turn(blue="allege", red="siege/blue")
    table.turn(red="yield")
    table.turn()
    assert table.whole("stand_down", "plan") == CERTIFIED


@clause("9.3")
def test_monitors_err_as_often_as_the_scenario_says() -> None:
    often = GAME.replace("missed: 0\n", "missed: 0.3\n").replace("fooled: 0\n", "fooled: 0.2\n")
    for acts, share in ((("wait",), 0.7), (("low/blue",), 0.2)):
        table = Table(often, games=4000)
        table.turn(blue="allege", red="yield")
        table.turn(red=acts)
        certified = np.mean(table.world.whole("stand_down", "plan") == CERTIFIED)
        assert certified == pytest.approx(share, abs=4 * (share * (1 - share) / 4000) ** 0.5)


@clause("9.1")
def test_a_stand_down_before_any_allegation_is_verified_whatever_other_games_do() -> None:
    alone, batch = Table(GAME), Table(GAME, games=3)
    batch.world.whole("plan", "plan")[2] = RUNNING
    for table in (alone, batch):
        assert table.whole("stand_down", "plan") == NONE
        table.turn(red="yield")
        table.turn()
        assert (table.whole("stand_down", "plan"), table.whole("plan", "plan")) == (CERTIFIED, STOPPED)
        table.turn(blue="allege")
        assert table.whole("plan", "plan") == STOPPED, "what was settled cannot be alleged"


@clause("8.9")
def test_alleging_what_is_too_slight_costs() -> None:
    table = Table(GAME.replace("severity: 40\n    at_hour", "severity: 29\n    at_hour"))
    table.turn(blue="allege")
    assert trust(table, "blue") == 50.0 - 7.0


@clause("8.9")
@pytest.mark.parametrize(("action", "price"), [("allege", 10.0), ("ask", 5.0)])
def test_whoever_alleged_pays_once_the_public_no_longer_believes_it(action: str, price: float) -> None:
    table = Table(GAME, games=40)
    table.turn(blue=(action, "low/red"))
    table.turns(2)
    assert set(table.world.number("track", "blue", "trust").tolist()) == {50.0}
    table.turns(2)
    cleared = table.world.whole("seen", "shot", "film", "public") == 0
    # By Bayes' rule 0.5 * 0.1 / (0.5 * 0.1 + 0.5 * 0.8) = 1/9, below a quarter; the other showing raises it.
    assert table.world.number("belief", "shot", "public", "ordered")[cleared] == pytest.approx(1 / 9)
    assert 0 < cleared.sum() < 40
    assert (
        table.world.number("track", "blue", "trust").tolist()
        == np.where(cleared, 50.0 - price, 50.0).tolist()
    )


@clause("9.6")
def test_a_certified_stand_down_is_void_once_the_accused_acts_against_it() -> None:
    table = Table(GAME)
    table.turn(blue="allege")
    table.turn(red="yield")
    table.turn()
    assert table.whole("stand_down", "plan") == CERTIFIED
    table.turn(red="low/blue")
    assert table.whole("stand_down", "plan") == REFUSED
    assert trust(table, "red") == 50.0 - 1.0 + 20.0 - 20.0


@clause("8.4")
def test_what_is_over_before_a_window_opens_does_not_answer_its_tier() -> None:
    table = Table(GAME.replace("        when: [{rung_at_least: {rung: low, by: red, on: blue}}]\n", ""))
    table.turn(blue=("allege", "low/red"))
    table.turn(green="middle/red")
    assert tier(table, "second") == OPEN, "it acted in hours 6 to 12, and the window is 12 to 30"
    table.turn(green="middle/red")
    assert tier(table, "second") == MET
