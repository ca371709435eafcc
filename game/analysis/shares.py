"""Shares with their intervals, means with their spread: exact sums, so that no order of adding matters."""

from collections.abc import Sequence
from math import fsum, sqrt
from statistics import NormalDist
from typing import Final

from attrs import frozen

LEVEL: Final = 0.95
"""Of intervals."""
_Z: Final = NormalDist().inv_cdf(0.5 + LEVEL / 2)


@frozen
class Share:
    """How often something happened in a number of games."""

    count: int
    """In so many games."""
    share: float
    """Of all of them."""
    low: float
    """The lower end of the 95 % interval: the chance is not known better than this from so few games."""
    high: float
    """The upper end."""


@frozen
class Spread:
    """The middle of some values, and how far they lie around it."""

    mean: float
    """The mean."""
    sd: float
    """The standard deviation of a sample (n - 1); 0 for a single value."""


def share(count: int, runs: int) -> Share:
    """A share with its score interval (Wilson 1927, Journal of the American Statistical Association 22:209).

    Four lines of arithmetic: statsmodels or scipy would bring 100 MB for them.
    """
    part = count / runs
    pull = _Z * _Z / runs
    middle = (part + pull / 2) / (1 + pull)
    half = _Z / (1 + pull) * sqrt(part * (1 - part) / runs + pull / (4 * runs))
    low = 0.0 if count == 0 else middle - half
    high = 1.0 if count == runs else middle + half
    return Share(count, part, low, high)


def spread(values: Sequence[float]) -> Spread:
    """The mean and the standard deviation of some values."""
    mean = fsum(values) / len(values)
    if len(values) == 1:
        return Spread(mean, 0.0)
    return Spread(mean, sqrt(fsum((value - mean) * (value - mean) for value in values) / (len(values) - 1)))
