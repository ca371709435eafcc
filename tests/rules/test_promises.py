"""Commitments, credibility and audience costs, against their closed forms (Fearon 1994, 1997)."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.events import EventKind
from game.engine.exact import logistic
from game.engine.mechanisms.audience import backing_down_cost
from game.engine.mechanisms.credibility import BOUND, when_broken, when_kept
from tests.rulebook.clauses import clause
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

DORMANT, IN_FORCE, DUE, KEPT, BROKEN, WITHDRAWN = range(6)

GAME = (
    TWO_ACTORS.replace('blue: {name: "Blue"}', 'blue: {name: "Blue"}\n  green: {name: "Green"}')
    + LADDER
    + """
tracks:
  support: {name: "Support", start: 60}
promises:
  line: {name: "Red line", cost_of_keeping: 15}
  pact: {name: "Pact", cost_of_keeping: 30}
reputation:
  start: 0
  starts: {blue: 0.5}
  weight: {assumption: phi}
  hard_scale: 60
  soft_scale: 20
  error: 0.05
  forgets_after_days: 60
  spill_over: 0.25
audience:
  strength: {assumption: lambda}
  for_threatening: 2
  track: support
  cover: 0.6
  covered_when: [{live: {actor: green, action: mediate}}]
assumptions:
  phi: {value: 1, low: 0, high: 1, unit: weight, grade: D, invented: "a test"}
  lambda: {value: 20, low: 0, high: 40, unit: points, grade: D, invented: "a test"}
commitments:
  red_line:
    name: "No further"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    within_hours: 12
    publicity: 0.5
  hint:
    name: "A hint"
    issuer: blue
    promise: pact
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: low
    within_hours: 6
    audience: [green]
actions:
  wait: {name: "Wait", kind: inaction}
  warn: {name: "Warn", kind: signal, by: [blue], effects: [{issue: {commitment: red_line}}]}
  hint: {name: "Hint", kind: signal, by: [blue], seen_by: self, effects: [{issue: {commitment: hint}}]}
  take_back: {name: "Take back", kind: signal, by: [blue], effects: [{retract: {commitment: red_line}}]}
  mediate: {name: "Mediate", kind: diplomacy, by: [green]}
  talk: {name: "Talk", kind: signal, by: [blue], effects: [{costly_signal: {promise: line, cost: 0}}]}
  spend: {name: "Spend", kind: signal, by: [blue], effects: [{costly_signal: {promise: line, cost: 12}}]}
  advance: {name: "Advance", kind: force, rung: middle, target: {others: true}}
  low: {name: "Low", kind: force, rung: low, target: {others: true}}
  answer: {name: "Answer", kind: force, rung: high, target: {others: true}}
"""
)


def credibility(table: Table, promise: str = "line", observer: str = "red") -> float:
    return table.number("credibility", observer, "blue", promise)


def state(table: Table, commitment: str = "red_line") -> int:
    return table.whole("commitment", commitment)


def support(table: Table) -> float:
    return table.number("track", "blue", "support")


def drifted(start: float, moved: float, turns: int = 1) -> float:
    return start + moved * math.exp(-0.25 * turns / 60)


# --- Credibility ---


@clause("10.2")
def test_keeping_moves_credibility_in_proportion_to_its_cost() -> None:
    world = Table(GAME).world
    for cost in (0.0, 1.0, 22.0, 80.0):
        assert when_kept(world, cost) == pytest.approx(cost * (1 / 20 - 1 / 60))


@clause("10.4")
@given(st.floats(0.01, 0.99), st.floats(0, 100))
def test_expected_credibility_is_credibility_now(prior: float, cost: float) -> None:
    world = WORLD
    hard, soft = 0.95 * math.exp(-cost / 60), 0.95 * math.exp(-cost / 20)
    kept = prior * hard + (1 - prior) * soft
    odds = math.log(prior / (1 - prior))
    after_kept = float(logistic(odds + when_kept(world, cost)))
    after_broken = float(logistic(odds + float(when_broken(world, cost))))
    assert kept * after_kept + (1 - kept) * after_broken == pytest.approx(prior, abs=1e-9)


WORLD = Table(GAME).world


@clause("10.3")
def test_breaking_what_costs_nothing_or_everything_says_nothing() -> None:
    assert float(when_broken(WORLD, 0.0)) == pytest.approx(0.0, abs=1e-12)
    assert float(when_broken(WORLD, 5000.0)) == pytest.approx(0.0, abs=1e-12)
    assert float(when_broken(WORLD, 20.0)) < 0


@clause("10.5")
def test_without_reputation_nothing_moves_it() -> None:
    table = Table(GAME, values={"phi": 0.0})
    table.turn(blue=("warn", "spend"), red="advance/green")
    table.turn(blue="answer/red")
    assert state(table) == KEPT
    assert credibility(table) == 0.5


@clause("10.6")
def test_cheap_talk_moves_nothing_and_sunk_costs_do() -> None:
    table = Table(GAME)
    table.turn(blue="talk")
    assert credibility(table) == 0.5
    table.turn(blue="spend")
    assert credibility(table) == pytest.approx(drifted(0.5, 12 * (1 / 20 - 1 / 60)))
    assert credibility(table, "pact") == pytest.approx(drifted(0.5, 0.25 * 12 * (1 / 20 - 1 / 60))), (
        "spill-over"
    )


@clause("10.8")
def test_credibility_drifts_back_to_where_it_started() -> None:
    table = Table(GAME)
    table.turn(blue="spend")
    table.turns(3)
    assert credibility(table) == pytest.approx(drifted(0.5, 0.4, 4))


@clause("10.9")
def test_credibility_stays_within_its_bounds() -> None:
    table = Table(GAME.replace("cost: 12", "cost: 500"))
    table.turn(blue="spend")
    assert credibility(table) == pytest.approx(drifted(0.5, BOUND - 0.5))


@clause("10.1")
def test_each_observer_judges_the_issuer_and_nobody_else() -> None:
    table = Table(GAME)
    table.turn(blue="spend")
    assert credibility(table, observer="green") == credibility(table, observer="red")
    assert [table.number("credibility", "red", "green", p) for p in ("line", "pact")] == [0.0, 0.0]


# --- Commitments ---


@clause("7.2")
def test_a_line_crossed_falls_due_and_an_answer_keeps_it() -> None:
    table = Table(GAME)
    table.turn(blue="warn")
    assert (state(table), support(table)) == (IN_FORCE, 60 - 2 * 0.5 * 0.62)
    table.turn(red="advance/green")
    assert (state(table), table.number("due", "red_line")) == (DUE, 18.0)
    table.turn(blue="answer/red")
    assert (state(table), table.number("due", "red_line")) == (KEPT, 1e9)
    assert credibility(table) == pytest.approx(drifted(0.5, 15 * (1 / 20 - 1 / 60)))


@clause("7.2")
def test_what_was_done_before_a_promise_was_given_does_not_keep_it() -> None:
    lasting = GAME.replace(
        'answer: {name: "Answer", kind: force,', 'answer: {name: "Answer", kind: force, stands: true,'
    )
    table = Table(lasting)
    table.turn(blue="answer/red")
    table.turn(blue="warn")
    table.turn(red="advance/blue")
    assert state(table) == DUE, "blue acted before it promised anything"
    table.turn()
    assert state(table) == BROKEN
    other = Table(lasting)
    other.turn(blue=("warn", "answer/red"))
    other.turn(red="advance/blue")
    assert state(other) == KEPT, "what is begun once it is promised, and still goes on, keeps it"


@clause("7.1")
def test_a_commitment_that_nobody_gave_is_never_due() -> None:
    table = Table(GAME)
    table.turn(red="advance/green")
    assert state(table) == DORMANT


@clause("7.3")
def test_too_weak_an_answer_is_none_and_the_issuer_has_its_hours() -> None:
    table = Table(GAME)
    table.turn(red="wait")
    table.turn(blue="warn", red="advance/green")
    assert (table.world.hour, state(table), table.number("due", "red_line")) == (12, DUE, 18.0)
    table.resolve(blue=("low/red", "answer/green"))
    assert state(table) == BROKEN, "the turn from hour 12 to 18 was the last"
    assert credibility(table) == pytest.approx(drifted(0.5, float(when_broken(table.world, 15.0))), rel=1e-6)


@clause("7.10")
@pytest.mark.parametrize(("hours", "turns"), [(0, 1), (3, 1), (6, 1), (7, 1), (12, 1), (13, 2), (18, 2)])
def test_hours_to_answer_are_rounded_up_to_whole_turns_and_leave_the_turn_after(
    hours: int, turns: int
) -> None:
    table = Table(GAME.replace("    within_hours: 12\n", f"    within_hours: {hours}\n", 1))
    table.turn(blue="warn", red="advance/green")
    for _ in range(turns):
        assert state(table) == DUE
        table.turn()
    assert state(table) == BROKEN


@clause("7.4")
def test_an_answer_in_the_same_turn_keeps_a_promise() -> None:
    table = Table(GAME)
    table.turn(blue=("warn", "answer/red"), red="advance/green")
    assert state(table) == KEPT


@clause("7.5")
def test_taking_back_costs_only_what_is_due() -> None:
    early, late = Table(GAME), Table(GAME)
    early.turn(blue="warn")
    early.turn(blue="take_back")
    assert (state(early), credibility(early), support(early)) == (WITHDRAWN, 0.5, 60 - 0.62)
    late.turn(blue="warn", red="advance/green")
    late.turn(blue="take_back")
    assert state(late) == BROKEN
    assert support(late) == pytest.approx(60 - 0.62 - 20 * 0.5 * 0.62)
    early.turn(blue="warn")
    assert state(early) == IN_FORCE, "it may be given again"


@clause("7.6")
def test_a_whispered_promise_is_known_to_its_audience_alone() -> None:
    table = Table(GAME)
    table.turn(blue="hint")
    assert [table.sees(actor).can_see("commitment", "hint") for actor in ("red", "blue", "green")] == [
        False,
        True,
        True,
    ]
    (event,) = table.events(EventKind.COMMITMENT)
    assert event.seen_by == ("blue", "green")
    assert all(e.cause == "" for e in table.events(EventKind.TRACK)), "nobody learns why support fell"


# --- Audience costs ---


@clause("11.1")
def test_the_cost_of_backing_down() -> None:
    assert backing_down_cost(20.0, 1.0, 62.0, 0.0, 1.0) == pytest.approx(12.4)


@clause("11.2")
@pytest.mark.parametrize("zero", range(4))
def test_it_is_nothing_when_any_factor_is_nothing(zero: int) -> None:
    factors = [20.0, 1.0, 62.0, 1.0]
    factors[zero] = 0.0
    strength, publicity, severity, guilt = factors
    assert backing_down_cost(strength, publicity, severity, 0.3, guilt) == 0.0
    assert backing_down_cost(20.0, 1.0, 62.0, 1.0, 1.0) == 0.0, "full cover"


@clause("11.3")
def test_a_mediator_covers_who_backs_down() -> None:
    open_, covered = Table(GAME), Table(GAME)
    for table, green in ((open_, "wait"), (covered, "mediate")):
        table.turn(blue="warn", red="advance/green")
        table.turn(green=green)
    base, cost = 60 - 2 * 0.5 * 0.62, 20 * 0.5 * 0.62
    assert support(open_) == pytest.approx(base - cost)
    assert support(covered) == pytest.approx(base - cost * 0.4)


@clause("11.5")
def test_an_assumed_strength_gives_each_game_its_own_cost() -> None:
    strength = np.array([0.0, 10.0, 40.0])
    table = Table(GAME, games=3, values={"lambda": strength})
    table.turn(blue="warn", red="advance/green")
    table.turns(1)
    expected = 60 - 0.62 - strength * 0.5 * 0.62
    assert table.world.number("track", "blue", "support") == pytest.approx(expected)
