"""The deterrence ledger against its closed forms (Schelling 1966; Zagare and Kilgour 2000), and in games."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.arrays import F64
from game.engine.chance import Dice
from game.engine.exact import log_odds, logistic
from game.engine.ledger import formulas
from game.engine.ledger.formulas import (
    Expected,
    Terms,
    Weights,
    as_understood,
    cost_of_answering,
    critical_risk,
    gain_left,
    hands_tied,
    harm,
    strategic_restraint,
    superiority,
    worth_of_acting,
)
from game.engine.ledger.tabled import chance, saturating
from game.players.choice import quantal
from tests.rulebook.clauses import clause

SHARES = st.floats(0, 1)
WEIGHTS = st.floats(0, 4)
WORDS = st.floats(-4.6, 4.6)
POINTS = st.floats(0, 50)


def column(value: float) -> F64:
    return np.array([value])


def likely(word: float, weights: Weights, terms: Terms) -> float:
    return float(np.asarray(logistic(formulas.log_odds(column(word), weights, terms)))[0])


# --- would they respond?


@clause("17.1")
@given(WORDS, st.tuples(*[WEIGHTS] * 5))
def test_all_terms_0_give_q_equal_to_credibility(word: float, weights: tuple[float, ...]) -> None:
    assert likely(word, Weights(*weights), Terms()) == pytest.approx(float(logistic(word)))


@clause("17.1")
@given(WORDS, st.tuples(*[SHARES] * 5))
def test_all_weights_0_give_q_equal_to_credibility(word: float, terms: tuple[float, ...]) -> None:
    assert likely(word, Weights(), Terms(*terms)) == pytest.approx(float(logistic(word)))


@clause("17.1")
def test_the_log_odds_are_a_weighted_sum() -> None:
    weights, terms = Weights(1.0, 0.6, 0.8, 1.2, 2.0), Terms(0.5, 0.4, 0.3, 0.2, 0.1)
    expected = 0.7 + 0.5 + 0.6 * 0.4 + 0.8 * 0.3 - 1.2 * 0.2 - 2.0 * 0.1
    assert log_odds(likely(0.7, weights, terms)) == pytest.approx(expected)


@clause("17.2")
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


@clause("17.7")
@given(SHARES, st.floats(0, 100), st.floats(0, 99))
def test_d_is_0_below_the_line_and_never_above_belief(belief: float, severity: float, line: float) -> None:
    d = float(strategic_restraint(belief, severity, line))
    assert d == 0.0 if severity <= line else 0.0 <= d <= belief + 1e-12


@clause("17.7")
def test_d_is_the_share_of_the_way_from_the_line_to_the_top() -> None:
    assert float(strategic_restraint(0.5, 80, 60)) == pytest.approx(0.25)


@clause("17.4")
def test_a_tripwire_of_n0_has_about_two_thirds_of_its_effect() -> None:
    assert float(saturating(column(2.0 / 2.0))[0]) == pytest.approx(1 - math.exp(-1), abs=0.002)
    assert float(saturating(column(0.0))[0]) == 0.0


@clause("17.5")
def test_hands_are_tied_by_publicity_severity_and_belief_together() -> None:
    assert hands_tied(0.8, 62, 0.5) == pytest.approx(0.248)
    assert 0.0 == hands_tied(0, 62, 1) == hands_tied(1, 0, 1) == hands_tied(1, 62, 0)


@clause("17.6")
def test_the_cost_of_answering_is_half_the_severity_among_equals() -> None:
    assert float(cost_of_answering(60, superiority(3.0, 3.0))) == pytest.approx(0.3)
    assert float(superiority(0.0, 0.0)) == 0.5


@clause("17.8")
def test_what_was_not_understood_ties_no_hands_and_what_is_not_pinned_is_not_answered() -> None:
    assert as_understood(1.0, 0.0, 0.8, 0.3) == pytest.approx(0.3)
    assert as_understood(1.0, 0.5, 0.8, 0.3) == pytest.approx(0.55)
    assert as_understood(0.0, 0.5, 0.8, 0.3) == 0.0


@clause("17.17")
@given(st.floats(-20, 20))
def test_the_tabled_curves_are_those_of_the_rules(x: float) -> None:
    assert float(chance(column(x))[0]) == pytest.approx(float(logistic(x)), abs=0.0005)
    if x >= 0:
        assert float(saturating(column(x))[0]) == pytest.approx(1 - math.exp(-x), abs=0.002)


@given(st.floats(-20, 20), st.floats(0, 3))
def test_the_tabled_chance_never_falls(x: float, more: float) -> None:
    assert chance(column(x + more))[0] >= chance(column(x))[0]


# --- the balance of an act


@clause("17.14")
@given(st.floats(-30, 30), POINTS, st.floats(-20, 20))
def test_with_no_responder_one_acts_exactly_if_the_net_gain_beats_waiting(
    gain: float, cost: float, waiting: float
) -> None:
    assert (worth_of_acting(gain, cost, ()) > waiting) == (gain - cost > waiting)


@clause("17.15")
@given(POINTS, st.floats(0.001, 1), st.floats(-20, 20))
def test_harm_without_bound_deters_for_any_chance(gain: float, q: float, waiting: float) -> None:
    assert worth_of_acting(gain, 0.0, [Expected(q, 1e9)]) < waiting
    assert q > float(critical_risk(gain, 0.0, waiting, 1e9, 0.0)) or gain <= waiting


@clause("17.15")
@given(POINTS, POINTS, st.floats(-20, 20), POINTS, SHARES, SHARES)
def test_the_margin_says_whether_an_answer_deters(
    gain: float, cost: float, waiting: float, hurts: float, denies: float, q: float
) -> None:
    critical = float(critical_risk(gain, cost, waiting, hurts, denies))
    net = gain - cost - q * (hurts + denies * gain) - waiting
    if abs(net) > 1e-6:
        assert (q > critical) == (net < 0)


@clause("17.15")
def test_the_critical_risk_has_its_closed_form() -> None:
    critical = critical_risk(20.0, 4.0, 2.0, 30.0, 0.5)
    assert float(critical) == pytest.approx((20 - 4 - 2) / (30 + 0.5 * 20))
    indifferent = worth_of_acting(20.0, 4.0, [Expected(float(critical), 30.0, 0.5)])
    assert float(indifferent) == pytest.approx(2.0)


@clause("17.15")
@given(POINTS, POINTS, st.floats(-20, 20), st.floats(0, 20), st.floats(1, 50), SHARES)
def test_raising_the_value_of_waiting_deters(
    gain: float, cost: float, waiting: float, more: float, hurts: float, denies: float
) -> None:
    lower = critical_risk(gain, cost, waiting + more, hurts, denies)
    assert float(lower) <= float(critical_risk(gain, cost, waiting, hurts, denies))


@clause("17.13")
@given(st.lists(st.tuples(SHARES, SHARES), max_size=4))
def test_no_more_than_the_gain_can_be_taken_back(answers: list[tuple[float, float]]) -> None:
    left = float(gain_left(Expected(q, 0.0, delta) for q, delta in answers))
    assert 0.0 <= left <= 1.0


@clause("17.13")
def test_punishment_and_denial_are_apart() -> None:
    denial, punishment = Expected(0.5, 0.0, 0.4), Expected(0.5, 10.0, 0.0)
    assert float(worth_of_acting(20.0, 0.0, [denial])) == pytest.approx(16.0)
    assert float(worth_of_acting(20.0, 0.0, [punishment])) == pytest.approx(15.0)


@clause("17.9")
def test_harm_is_0_3_points_for_each_point_of_severity_where_a_scenario_is_silent() -> None:
    assert harm(60.0, 50.0, 0.5) == pytest.approx(15.0)


@clause("25.3")
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
