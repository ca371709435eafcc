"""The exact functions are right, defined at the edges, and the same in a batch of any size."""

import hashlib
import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import exact
from game.engine.arrays import F64

NEAR = 4.5e-16
"""Two units in the last place: the platform's own functions may be one off as well."""

FUNCTIONS: list[Callable[[F64], F64]] = [exact.exp, exact.log, exact.logistic, exact.log_odds]


def spread(low: float, high: float, count: int = 5000) -> F64:
    """Return numbers between two bounds, on no simple grid."""
    golden = 0.6180339887498949
    steps = np.arange(1, count + 1) * golden
    result: F64 = low + (high - low) * (steps - np.floor(steps))
    return result


@pytest.mark.parametrize(("low", "high"), [(-708, 709), (-40, 40), (-1, 1), (-1e-3, 1e-3), (-1e-12, 1e-12)])
def test_exp_is_right(low: float, high: float) -> None:
    x = spread(low, high)
    assert np.allclose(exact.exp(x), [math.exp(v) for v in x], rtol=NEAR, atol=0)


@pytest.mark.parametrize(
    ("low", "high"), [(1e-9, 1e-3), (1e-3, 1), (0.5, 2), (0.99, 1.01), (2, 1e6), (1e200, 1e308)]
)
def test_log_is_right(low: float, high: float) -> None:
    x = spread(low, high)
    assert np.allclose(exact.log(x), [math.log(v) for v in x], rtol=NEAR, atol=0)


def test_exp_agrees_with_its_series_in_fractions() -> None:
    """Taylor's series, summed in whole fractions: an authority that owes nothing to a machine."""
    for x in (0.1, 0.34, 1.0, -0.5, 3.75, -2.25):
        term, series = Fraction(1), Fraction(1)
        for n in range(1, 60):
            term = term * Fraction(x) / n
            series += term
        error = Fraction(float(exact.exp(x))) / series - 1
        assert abs(error) < Fraction(1, 2**52)


def test_log_agrees_with_its_series_in_fractions() -> None:
    """Gregory's series: log x = 2 artanh((x - 1) / (x + 1))."""
    for x in (0.75, 1.1, 1.5, 2.0, 0.6):
        ratio = (Fraction(x) - 1) / (Fraction(x) + 1)
        series = 2 * sum((ratio ** (2 * n + 1) / (2 * n + 1) for n in range(60)), Fraction(0))
        error = Fraction(float(exact.log(x))) / series - 1
        assert abs(error) < Fraction(1, 2**51)


def test_edges_of_exp() -> None:
    x = np.array([0.0, -0.0, -np.inf, np.inf, -746.0, -1e308, 709.79, 1e308])
    assert exact.exp(x).tolist() == [1.0, 1.0, 0.0, np.inf, 0.0, 0.0, np.inf, np.inf]
    assert exact.exp(-745.13) == math.ulp(0.0)
    assert exact.exp(-740.0) == math.exp(-740.0)
    assert math.isnan(exact.exp(math.nan))


def test_edges_of_log() -> None:
    x = np.array([1.0, 0.0, -0.0, np.inf])
    assert exact.log(x).tolist() == [0.0, -np.inf, -np.inf, np.inf]
    assert np.isnan(exact.log(np.array([-1.0, -np.inf, np.nan]))).all()
    assert exact.log(math.ulp(0.0)) == math.log(math.ulp(0.0))


def test_power() -> None:
    assert exact.power(2.0, 10.0) == 1024.0
    assert exact.power(0.0, 0.5) == 0.0
    assert exact.power(np.array([0.0, 3.0, np.inf]), 0.0).tolist() == [1.0, 1.0, 1.0]
    x, y = spread(0.01, 20), spread(-8, 8)[::-1]
    reference = np.array([math.pow(a, b) for a, b in zip(x, y, strict=True)])
    allowed = 4e-16 * (1 + np.abs(y * np.log(x)))
    assert np.all(np.abs(exact.power(x, y) / reference - 1) < allowed)


def test_logistic_and_log_odds_are_inverse_and_symmetric() -> None:
    x = spread(-30, 30)
    assert np.allclose(exact.logistic(x), 1 / (1 + np.exp(-x)), rtol=4 * NEAR, atol=0)
    assert np.allclose(exact.logistic(x) + exact.logistic(-x), 1.0, rtol=NEAR, atol=0)
    assert np.allclose(exact.log_odds(exact.logistic(spread(-6, 6))), spread(-6, 6), rtol=1e-12, atol=1e-13)
    assert exact.logistic(np.array([-1000.0, 0.0, 1000.0])).tolist() == [0.0, 0.5, 1.0]
    assert exact.log_odds(np.array([0.0, 0.5, 1.0])).tolist() == [-np.inf, 0.0, np.inf]


def test_a_number_in_gives_a_number_out() -> None:
    for x in (0.25, 0.0):
        for function in FUNCTIONS:
            assert isinstance(function(x), np.float64)  # type: ignore[arg-type]
        assert isinstance(exact.power(x, x), np.float64)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("size", [1, 2, 7, 64, 1000])
def test_every_batch_size_gives_the_same_bits(function: Callable[[F64], F64], size: int) -> None:
    x = spread(0.001, 0.999, 2000)
    whole = function(x)
    parts = [function(x[start : start + size]) for start in range(0, len(x), size)]
    assert np.concatenate(parts).tobytes() == whole.tobytes()
    assert function(np.repeat(x, 2)[::2]).tobytes() == whole.tobytes()


def test_the_bits_are_those_of_every_other_machine() -> None:
    x = spread(-20, 20, 3000)
    digest = hashlib.sha256()
    for result in (exact.exp(x), exact.log(np.abs(x)), exact.logistic(x), exact.power(np.abs(x), x * 0.25)):
        digest.update(result.astype("<f8").tobytes())
    assert digest.hexdigest() == "7f77ac6e53271f9843415915fcfb451a5922b7bba07083601335b18d1a6d7721"


@given(st.floats(-700, 700), st.floats(-700, 700))
def test_exp_never_falls(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert exact.exp(low) <= exact.exp(high) * (1 + 4e-16)


@given(st.floats(1e-300, 1e300))
def test_log_undoes_exp(x: float) -> None:
    assert exact.exp(exact.log(x)) == pytest.approx(x, rel=2e-13)


def test_total_adds_first_to_last() -> None:
    rows = np.array([[1e16, 1.0], [1.0, 2.0], [-1e16, 3.0]])
    assert exact.total(rows).tolist() == [(1e16 + 1.0) - 1e16, 6.0]
    assert exact.total(list(rows)).tobytes() == exact.total(rows).tobytes()
    assert exact.total(rows[::-1]).tolist() == [(-1e16 + 1.0) + 1e16, 6.0]
    assert rows.tolist() == [[1e16, 1.0], [1.0, 2.0], [-1e16, 3.0]]


def test_total_of_nothing() -> None:
    assert exact.total(np.zeros((0, 3))).tolist() == [0.0, 0.0, 0.0]
    with pytest.raises(ValueError, match="no rows"):
        exact.total([])


def test_total_is_the_same_for_a_game_alone() -> None:
    rows = np.stack([spread(-1e6, 1e6, 50) * (index + 1) for index in range(37)])
    together = exact.total(rows)
    for game in range(50):
        assert exact.total(rows[:, game : game + 1])[0] == together[game]


@pytest.mark.parametrize("games", [1, 3, 64, 513])
def test_whole_product_is_exact(games: int) -> None:
    table = np.rint(spread(-1000, 1000, 40 * 17)).reshape(40, 17)
    values = np.rint(spread(-900, 900, 17 * games)).reshape(17, games)
    expected = table.astype(np.int64) @ values.astype(np.int64)
    product = exact.whole_product(table, values, checked=True)
    assert product.dtype == np.int32
    assert np.array_equal(product, expected)


def test_whole_product_checks_when_asked() -> None:
    with pytest.raises(ValueError, match="table must hold whole numbers"):
        exact.whole_product(np.array([[0.5]]), np.array([[1.0]]), checked=True)
    with pytest.raises(ValueError, match="values must hold whole numbers"):
        exact.whole_product(np.array([[1.0]]), np.array([[np.nan]]), checked=True)
    with pytest.raises(ValueError, match="may reach 16777216"):
        exact.whole_product(np.array([[4096.0]]), np.array([[4096.0]]), checked=True)
    assert exact.whole_product(np.array([[4096.0]]), np.array([[4095.0]]), checked=True) == 4096 * 4095


@given(st.integers(1, 300), st.integers(1, 130), st.integers(0, 5))
def test_counts_and_running_totals_of_whole_numbers(rows: int, games: int, seed: int) -> None:
    table = np.random.default_rng(seed).integers(0, 50, (rows, games))
    for kind in (np.int16, np.int32, np.int64):
        totals = exact.whole_running_total(table.astype(kind))
        assert totals.dtype == kind
        assert totals.tolist() == np.cumsum(table, axis=0).tolist()
    assert exact.count_true(table > 20).tolist() == (table > 20).sum(axis=0).tolist()
