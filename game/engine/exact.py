"""Numeric functions whose every bit is the same on any processor and in a batch of any size.

A library's `exp` picks its method by processor and by position in the array, and a library's `sum` groups its
terms by the array's length. The functions here use only operations that IEEE 754 rounds in exactly one way
(addition, subtraction, multiplication, division, rounding to a whole number, comparison), one numpy call
each, so that nothing can be fused or regrouped. `exp` and `log` are within about one unit in the last place
of the truth.

A number in gives a numpy number out; an array in gives a new array out.
"""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import F64, I32, Mask

_LN2_HIGH: Final = float.fromhex("0x1.62e42feep-1")
"""The first 32 bits of the natural logarithm of 2: times a whole number below 2**20 it is exact."""

_LN2_LOW: Final = 1.9082149292705877e-10
"""The rest of the natural logarithm of 2."""

_PER_LN2: Final = 1.4426950408889634
_ROOT_HALF: Final = 0.7071067811865476

_EXP_TERMS: Final = tuple(1.0 / math.factorial(n) for n in range(14, 1, -1))
"""Taylor's series of (exp(r) - 1 - r) / r**2: for |r| < 0.35 what is left out is below 1e-18."""

_LOG_TERMS: Final = tuple(2.0 / (2 * n + 1) for n in range(12, 0, -1))
"""The series of (log((1 + s) / (1 - s)) - 2 s) / s, in powers of s**2, for |s| < 0.172."""

_BELOW_EXP: Final = -746.0
_ABOVE_EXP: Final = 710.0
_WHOLE_LIMIT: Final = 16_777_216
"""2**24: every whole number up to it is a float32."""

_BYTE: Final = 128
"""Fewer rows than this can be counted in a byte."""

FEW = 64
"""Up to so many games, numpy's own loop over rows is quicker than one row after the other."""


def exp(x: F64 | float) -> F64:
    """Return e to the power of x; 0 below the smallest number, infinity above the largest."""
    given = np.asarray(x, dtype=np.float64)
    with np.errstate(all="ignore"):
        rest = np.minimum(np.maximum(given, _BELOW_EXP), _ABOVE_EXP)
        halvings = np.rint(rest * _PER_LN2)
        rest = rest - halvings * _LN2_HIGH
        rest -= halvings * _LN2_LOW
        series = _horner(_EXP_TERMS, rest)
        series *= rest
        series *= rest
        series += rest
        series += 1.0
        # Twice half the power of two, so that neither half is out of range and a tiny result is rounded once.
        whole = halvings.astype(np.int64)
        first = whole >> 1
        series *= _two_to(first)
        whole -= first
        series *= _two_to(whole)
        result: F64 = series[()]
    return result


def log(x: F64 | float) -> F64:
    """Return the natural logarithm of x; minus infinity for 0, not a number below 0."""
    given = np.asarray(x, dtype=np.float64)
    with np.errstate(all="ignore"):
        mantissa, exponent = np.frexp(given)
        small = mantissa < _ROOT_HALF
        mantissa = np.where(small, mantissa + mantissa, mantissa)
        twos = exponent.astype(np.float64) - small
        over = mantissa - 1.0
        ratio = over / (over + 2.0)
        series = _horner(_LOG_TERMS, ratio * ratio)
        series = series * ratio * ratio
        half_square = over * over * 0.5
        inner = ratio * (half_square + series) + twos * _LN2_LOW
        result: F64 = twos * _LN2_HIGH - ((half_square - inner) - over)
        if not np.all((given > 0.0) & (given < np.inf)):
            result = np.where(given == 0.0, -np.inf, result)
            result = np.where(given == np.inf, np.inf, result)
            result = np.where((given < 0.0) | np.isnan(given), np.nan, result)[()]
    return result


def power(x: F64 | float, y: F64 | float) -> F64:
    """Return x to the power of y for x of 0 or more; anything to the power of 0 is 1.

    The relative error grows with |y log x|, about 2e-16 for each unit of it.
    """
    with np.errstate(all="ignore"):
        raised = np.asarray(y, dtype=np.float64) * log(x)
        return exp(np.where(np.equal(y, 0.0), 0.0, raised)[()])


def logistic(x: F64 | float) -> F64:
    """Return 1 / (1 + exp(-x)), without overflow on either side."""
    given = np.asarray(x, dtype=np.float64)
    tail = exp(-np.abs(given))
    result: F64 = np.where(given < 0.0, tail, 1.0) / (tail + 1.0)
    return result


def log_odds(p: F64 | float) -> F64:
    """Return log(p / (1 - p)). The caller keeps p away from 0 and 1, or gets an infinity."""
    given = np.asarray(p, dtype=np.float64)
    with np.errstate(divide="ignore"):
        return log(given / (1.0 - given))


def total(rows: F64 | Sequence[F64]) -> F64:
    """Add up the rows, first to last: (rows, games) to (games,)."""
    if isinstance(rows, np.ndarray):
        if len(rows) == 0:
            return np.zeros(rows.shape[1:])
        same: F64 = rows[0].astype(np.float64)
        for row in rows[1:]:
            np.add(same, row, out=same)
        return same
    if len(rows) == 0:
        raise ValueError("the total of no rows has no number of games")
    result: F64 = np.array(rows[0], dtype=np.float64)
    for row in rows[1:]:
        if np.shape(row) == result.shape:
            np.add(result, row, out=result)
        else:
            result = np.add(result, row)
    return result


def whole_running_total(rows: NDArray[np.signedinteger[Any]]) -> NDArray[np.signedinteger[Any]]:
    """Return running totals of whole numbers, (rows, games): exact in any order, so any way serves."""
    if rows.shape[1] <= FEW:
        few: NDArray[np.signedinteger[Any]] = np.cumsum(rows, axis=0, dtype=rows.dtype)
        return few
    result = rows.copy()
    for index in range(1, len(result)):
        np.add(result[index - 1], result[index], out=result[index])
    return result


def count_true(rows: Mask) -> I32:
    """Return how many rows are true, (rows, games) to (games,): a whole number, exact in any order."""
    size = np.int8 if len(rows) < _BYTE else np.int32
    counted: I32 = np.add.reduce(rows.view(np.int8), axis=0, dtype=size).astype(np.int32)
    return counted


def whole_product(table: NDArray[Any], values: NDArray[Any], *, checked: bool = False) -> I32:
    """Multiply a table of whole numbers (moves, kinds) with whole values (kinds, games).

    A float32 holds every whole number up to 2**24, so as long as no partial sum leaves that range each
    addition is exact and the order in which a processor makes them does not matter. The caller keeps within
    the range by rounding and clipping; `checked` verifies it, at several times the cost, and raises
    ValueError.
    """
    if checked:
        _check_whole("table", table)
        _check_whole("values", values)
        largest = np.abs(np.asarray(table, dtype=np.float64)) @ np.abs(np.asarray(values, dtype=np.float64))
        if largest.size and not np.max(largest) < _WHOLE_LIMIT:
            raise ValueError(f"a sum may reach {np.max(largest):.0f}, and only below 2**24 is it exact")
    product = np.asarray(table, dtype=np.float32) @ np.asarray(values, dtype=np.float32)
    return product.astype(np.int32)


def _horner(terms: tuple[float, ...], x: F64) -> F64:
    result: F64 = np.full(np.shape(x), terms[0])
    for term in terms[1:]:
        np.multiply(result, x, out=result)
        np.add(result, term, out=result)
    return result


def _two_to(whole: NDArray[np.int64]) -> F64:
    """Return two to a whole power from -1022 to 1023, by writing its exponent."""
    bits = np.asarray(whole + 1023)
    bits <<= 52
    return bits.view(np.float64)


def _check_whole(name: str, numbers: NDArray[Any]) -> None:
    if not np.all(np.asarray(numbers) == np.rint(numbers)):
        raise ValueError(f"the {name} must hold whole numbers only")
