"""The deterrence ledger against its closed forms (Schelling 1966; Zagare and Kilgour 2000), and in games."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.arrays import F64
from game.engine.chance import Dice
from game.engine.exact import log_odds, logistic
from game.engine.ledger import Answer, Ledger
from game.engine.ledger.formulas import (
    Expected,
    Terms,
    Weights,
    answer,
    as_understood,
    cost_of_answering,
    critical_risk,
    deters,
    gain_left,
    hands_tied,
    harm,
    in_harms_way,
    strategic_restraint,
    superiority,
    worth_of_acting,
)
from game.engine.ledger.tabled import chance, saturating
from game.players.choice import quantal
from tests.rules.by_hand import LADDER, TWO_ACTORS, Table

SHARES = st.floats(0, 1)
WEIGHTS = st.floats(0, 4)
WORDS = st.floats(-4.6, 4.6)
POINTS = st.floats(0, 50)


def column(value: float) -> F64:
    return np.array([value])


def likely(word: float, weights: Weights, terms: Terms) -> float:
    return float(answer(column(word), weights, terms)[0])


# --- would they respond?


@given(WORDS, st.tuples(*[WEIGHTS] * 5))
def test_all_terms_0_give_q_equal_to_credibility(word: float, weights: tuple[float, ...]) -> None:
    assert likely(word, Weights(*weights), Terms()) == pytest.approx(float(logistic(word)))


@given(WORDS, st.tuples(*[SHARES] * 5))
def test_all_weights_0_give_q_equal_to_credibility(word: float, terms: tuple[float, ...]) -> None:
    assert likely(word, Weights(), Terms(*terms)) == pytest.approx(float(logistic(word)))


def test_the_log_odds_are_a_weighted_sum() -> None:
    weights, terms = Weights(1.0, 0.6, 0.8, 1.2, 2.0), Terms(0.5, 0.4, 0.3, 0.2, 0.1)
    expected = 0.7 + 0.5 + 0.6 * 0.4 + 0.8 * 0.3 - 1.2 * 0.2 - 2.0 * 0.1
    assert log_odds(likely(0.7, weights, terms)) == pytest.approx(expected)


@given(WORDS, st.tuples(*[WEIGHTS] * 5), st.tuples(*[SHARES] * 5), st.integers(0, 4), SHARES)
def test_weakly_monotone_in_each_term(
    word: float, weights: tuple[float, ...], terms: tuple[float, ...], which: int, more: float
) -> None:
    higher = tuple(max(term, more) if place == which else term for place, term in enumerate(terms))
    before = likely(word, Weights(*weights), Terms(*terms))
    after = likely(word, Weights(*weights), Terms(*higher))
    if which < 3:
        assert after >= before - 1e-12
    else:
        assert after <= before + 1e-12


@given(SHARES, st.floats(0, 100), st.floats(0, 99))
def test_d_is_0_below_the_line_and_never_above_belief(belief: float, severity: float, line: float) -> None:
    d = float(strategic_restraint(belief, severity, line))
    assert d == 0.0 if severity <= line else 0.0 <= d <= belief + 1e-12


def test_d_is_the_share_of_the_way_from_the_line_to_the_top() -> None:
    assert float(strategic_restraint(0.5, 80, 60)) == pytest.approx(0.25)


def test_a_tripwire_of_n0_has_about_two_thirds_of_its_effect() -> None:
    assert float(in_harms_way(2.0, 2.0)) == pytest.approx(1 - math.exp(-1))
    assert float(in_harms_way(0.0, 2.0)) == 0.0


def test_hands_are_tied_by_publicity_severity_and_belief_together() -> None:
    assert hands_tied(0.8, 62, 0.5) == pytest.approx(0.248)
    assert 0.0 == hands_tied(0, 62, 1) == hands_tied(1, 0, 1) == hands_tied(1, 62, 0)


def test_the_cost_of_answering_is_half_the_severity_among_equals() -> None:
    assert float(cost_of_answering(60, superiority(3.0, 3.0))) == pytest.approx(0.3)
    assert float(superiority(0.0, 0.0)) == 0.5


def test_what_was_not_understood_ties_no_hands_and_what_is_not_pinned_is_not_answered() -> None:
    assert as_understood(1.0, 0.0, 0.8, 0.3) == pytest.approx(0.3)
    assert as_understood(1.0, 0.5, 0.8, 0.3) == pytest.approx(0.55)
    assert as_understood(0.0, 0.5, 0.8, 0.3) == 0.0


@given(st.floats(-20, 20))
def test_the_tabled_curves_are_those_of_the_rules(x: float) -> None:
    assert float(chance(column(x))[0]) == pytest.approx(float(logistic(x)), abs=0.0005)
    if x >= 0:
        assert float(saturating(column(x))[0]) == pytest.approx(1 - math.exp(-x), abs=0.002)


@given(st.floats(-20, 20), st.floats(0, 3))
def test_the_tabled_chance_never_falls(x: float, more: float) -> None:
    assert chance(column(x + more))[0] >= chance(column(x))[0]


# --- the balance of an act


@given(st.floats(-30, 30), POINTS, st.floats(-20, 20))
def test_with_no_responder_one_acts_exactly_if_the_net_gain_beats_waiting(
    gain: float, cost: float, waiting: float
) -> None:
    assert (worth_of_acting(gain, cost, ()) > waiting) == (gain - cost > waiting)


@given(POINTS, st.floats(0.001, 1), st.floats(-20, 20))
def test_harm_without_bound_deters_for_any_chance(gain: float, q: float, waiting: float) -> None:
    assert worth_of_acting(gain, 0.0, [Expected(q, 1e9)]) < waiting
    assert deters(q, critical_risk(gain, 0.0, waiting, 1e9, 0.0)) or gain <= waiting


@given(POINTS, POINTS, st.floats(-20, 20), POINTS, SHARES, SHARES)
def test_the_margin_says_whether_an_answer_deters(
    gain: float, cost: float, waiting: float, hurts: float, denies: float, q: float
) -> None:
    critical = float(critical_risk(gain, cost, waiting, hurts, denies))
    net = gain - cost - q * (hurts + denies * gain) - waiting
    if abs(net) > 1e-6:
        assert deters(q, critical) == (net < 0)


def test_the_critical_risk_has_its_closed_form() -> None:
    critical = critical_risk(20.0, 4.0, 2.0, 30.0, 0.5)
    assert float(critical) == pytest.approx((20 - 4 - 2) / (30 + 0.5 * 20))
    indifferent = worth_of_acting(20.0, 4.0, [Expected(float(critical), 30.0, 0.5)])
    assert float(indifferent) == pytest.approx(2.0)


@given(POINTS, POINTS, st.floats(-20, 20), st.floats(0, 20), st.floats(1, 50), SHARES)
def test_raising_the_value_of_waiting_deters(
    gain: float, cost: float, waiting: float, more: float, hurts: float, denies: float
) -> None:
    lower = critical_risk(gain, cost, waiting + more, hurts, denies)
    assert float(lower) <= float(critical_risk(gain, cost, waiting, hurts, denies))


@given(st.lists(st.tuples(SHARES, SHARES), max_size=4))
def test_no_more_than_the_gain_can_be_taken_back(answers: list[tuple[float, float]]) -> None:
    left = float(gain_left(Expected(q, 0.0, delta) for q, delta in answers))
    assert 0.0 <= left <= 1.0


def test_punishment_and_denial_are_apart() -> None:
    denial, punishment = Expected(0.5, 0.0, 0.4), Expected(0.5, 10.0, 0.0)
    assert float(worth_of_acting(20.0, 0.0, [denial])) == pytest.approx(16.0)
    assert float(worth_of_acting(20.0, 0.0, [punishment])) == pytest.approx(15.0)


def test_harm_is_0_3_points_for_each_point_of_severity_where_a_scenario_is_silent() -> None:
    assert harm(60.0, 50.0, 0.5) == pytest.approx(15.0)


def test_at_no_temperature_the_choice_is_the_best_reply() -> None:
    scores = np.array([[10, 60], [40, 20], [20, 30]], dtype=np.int32)
    dice = Dice(1, np.arange(2))
    chosen = quantal(
        scores,
        np.ones((3, 2), dtype=np.bool_),
        np.eye(3, dtype=np.bool_),
        temperature=0.1,
        slots=1,
        dice=dice,
        name=("best",),
    )
    assert chosen[0].tolist() == [1, 0]


# --- in games

GAME = (
    TWO_ACTORS.replace(
        'blue: {name: "Blue"}',
        'blue: {name: "Blue"}\n  green: {name: "Green"}\n  grey: {name: "Grey", played: false}',
    )
    + LADDER
    + """
promises:
  line: {name: "Red line"}
reputation:
  start: 0
  starts: {blue: 0.8}
commitments:
  soft:
    name: "A soft word"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: low, by: red}}]
    on: red
    rung: low
    in_force: true
    publicity: 0.5
    understood: 0.4
  hard:
    name: "A hard word"
    issuer: blue
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: high
    in_force: true
  after:
    name: "Only behind Blue"
    issuer: green
    promise: line
    trigger: [{rung_at_least: {rung: middle, by: red}}]
    on: red
    rung: middle
    in_force: true
    chained_to: [hard]
actions:
  wait: {name: "Wait", kind: inaction}
  push: {name: "Push", kind: force, rung: middle, target: {others: true}}
  nudge: {name: "Nudge", kind: force, rung: low, target: {others: true}}
  stab: {name: "Stab", kind: covert, rung: middle, seen_by: self, target: {others: true}}
"""
)
DETERRENCE = """
deterrence:
  stake: 1
  tripwire: 0.6
  tied_hands: 1.5
  cost: 1
  strategic: 2
  uncommitted: -1
  stakes: {green: {blue: 0.5}}
  denial: {blue: {red: 0.25}}
  vulnerability: {red: 40}
  arsenals: {red: {line: middle, believed: 0.6}}
"""


def ledger(table: Table) -> Ledger:
    return Ledger(table.world, table.program.move("red/push/blue").actor)


def answers(table: Table, move: str) -> dict[tuple[str, str | None], Answer]:
    found = ledger(table).book.act(table.program.move(f"red/{move}"))
    return (
        {}
        if found is None
        else {(str(a.issuer), a.commitment and str(a.commitment)): a for a in found.answers}
    )


def test_a_scenario_without_weights_gives_credibility_itself() -> None:
    table = Table(GAME)
    hard = answers(table, "push/blue")["blue", "hard"]
    assert float(ledger(table).likely(hard)[0]) == pytest.approx(float(logistic(0.8)), abs=0.001)
    assert float(np.asarray(ledger(table).row(hard).harm)) == pytest.approx(0.3 * 62)


def test_each_responder_answers_once_by_its_strongest_word() -> None:
    table = Table(GAME)
    found = ledger(table)
    act = found.book.act(table.program.move("red/push/blue"))
    assert act is not None
    by_hand: dict[str, float] = {}
    for each in act.answers:
        cost = float(found.cost(each)[0])
        by_hand[each.issuer] = max(by_hand.get(each.issuer, 0.0), cost)
    assert float(found.loss(act)[0]) == pytest.approx(math.fsum(by_hand.values()))
    assert len([a for a in act.answers if a.issuer == "blue"]) == 3


def test_an_answer_that_hangs_on_another_multiplies() -> None:
    table = Table(GAME)
    found, all_of_them = ledger(table), answers(table, "push/blue")
    chain = float(found.likely(all_of_them["blue", "hard"])[0])
    assert float(found.likely(all_of_them["green", "after"])[0]) == pytest.approx(0.5 * chain, abs=0.001)
    table.world.whole("commitment", "hard")[:] = 3
    assert float(ledger(table).likely(all_of_them["green", "after"])[0]) == pytest.approx(0.5, abs=0.001)
    table.world.whole("commitment", "hard")[:] = 4
    assert float(ledger(table).likely(all_of_them["green", "after"])[0]) == 0.0


def test_responders_with_no_commitment_get_a_row_if_they_have_a_stake() -> None:
    table = Table(GAME + DETERRENCE)
    assert ("blue", None) in answers(table, "push/blue")
    assert ("green", None) in answers(table, "push/blue")
    assert ("green", None) not in answers(table, "push/grey")
    assert ("grey", None) not in answers(table, "push/grey"), "nobody plays it"


def test_a_covert_act_is_pinned_on_nobody_who_does_not_see_it() -> None:
    assert answers(Table(GAME + DETERRENCE), "stab/blue") == {}


def test_a_word_that_does_not_stand_is_no_answer() -> None:
    table = Table(GAME)
    table.world.whole("commitment", "hard")[:] = 0
    assert float(ledger(table).likely(answers(table, "push/blue")["blue", "hard"])[0]) == 0.0


def test_all_terms_of_a_row_come_together() -> None:
    table = Table(GAME + DETERRENCE)
    found, soft = ledger(table), answers(table, "push/blue")["blue", "soft"]
    row = found.row(soft)
    terms = (row.terms.stake, row.terms.tripwire, row.terms.tied_hands, row.terms.cost, row.terms.strategic)
    assert [float(np.asarray(t).reshape(-1)[0]) for t in terms] == pytest.approx([1, 0, 0.5 * 0.2, 0.1, 0])
    unspoken, spoken = logistic(0.8 + 1 - 0.1), logistic(0.8 + 1 + 1.5 * 0.1 - 0.1)
    expected = 0.4 * float(spoken) + 0.6 * float(unspoken)
    assert float(row.likely[0]) == pytest.approx(expected, abs=0.001)
    assert float(np.asarray(row.harm)) == pytest.approx(40 * 0.2 * 0.5)
    assert row.denial == 0.25


def test_strategic_arms_hold_off_an_answer_above_their_line_only() -> None:
    table = Table(GAME + DETERRENCE)
    found = answers(table, "push/blue")
    below, above = (ledger(table).row(found["blue", name]) for name in ("soft", "hard"))
    assert float(np.asarray(below.terms.strategic)) == 0.0
    assert float(np.asarray(above.terms.strategic).reshape(-1)[0]) == pytest.approx(0.6 * 12 / 50)


def test_an_answer_in_kind_costs_what_it_adds_to_what_is_done_already() -> None:
    table = Table(GAME)
    in_kind = answers(table, "push/blue")["blue", None]
    before = float(ledger(table).cost(in_kind)[0])
    assert before == pytest.approx(float(ledger(table).likely(in_kind)[0]) * 0.5 * 0.3 * 50)
    table.turn(blue="nudge/red")
    after = float(ledger(table).cost(in_kind)[0])
    assert after == pytest.approx(before * (50 - 20) / 50)


def test_one_who_looks_on_reads_the_public_record() -> None:
    table = Table(GAME)
    table.world.number("credibility", "red", "blue", "line")[:] = 3.0
    mover = table.program.move("red/push/blue").actor
    hard = answers(table, "push/blue")["blue", "hard"]
    onlooker = table.program.move("green/push/red").actor
    own, public = Ledger(table.world, mover), Ledger(table.world, mover, onlooker)
    assert float(own.likely(hard)[0]) == pytest.approx(float(logistic(3.0)), abs=0.001)
    assert float(public.likely(hard)[0]) == pytest.approx(float(logistic(0.8)), abs=0.001)
