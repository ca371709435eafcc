"""Shares, intervals and spreads agree with published numbers."""

import pytest

from game.analysis.shares import share, spread


@pytest.mark.parametrize(
    ("count", "runs", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17:857, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_1927_as_tabled_by_newcombe_1998(count: int, runs: int, low: float, high: float) -> None:
    found = share(count, runs)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)
    assert found.share == count / runs


def test_certainty_and_impossibility_keep_their_ends() -> None:
    assert share(0, 10).low == 0.0
    assert share(10, 10).high == 1.0


def test_a_spread_is_that_of_a_sample() -> None:
    assert spread([5.0]).sd == 0.0
    found = spread([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])
    assert found.mean == 5.0
    assert found.sd == pytest.approx((32 / 7) ** 0.5)


def test_a_mean_does_not_depend_on_the_order() -> None:
    values = [1e16, 1.0, -1e16, 0.1, 0.2, 0.3] * 7
    assert spread(values) == spread(sorted(values)) == spread(values[::-1])
