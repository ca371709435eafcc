"""The forms of the deterrence ledger, each one formula (Schelling 1960, 1966; Zagare and Kilgour 2000).

Numbers or columns of games go in and come out. Severities are points 0-100, probabilities 0-1, values points
of somebody's own scale.
"""

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from game.engine.arrays import F64

Amount = float | F64
"""One number for all games, or a column."""


@frozen
class Weights:
    """w_S, w_T, w_A, w_K and w_D, in log-odds; each may be 0."""

    stake: Amount = 0.0
    tripwire: Amount = 0.0
    tied_hands: Amount = 0.0
    cost: Amount = 0.0
    strategic: Amount = 0.0


@frozen
class Terms:
    """What bears on whether somebody answers, each 0-1."""

    stake: Amount = 0.0
    """s: what it has at stake in what is hit."""
    tripwire: Amount = 0.0
    """t: its people in harm's way."""
    tied_hands: Amount = 0.0
    """a: how far its promise binds it."""
    cost: Amount = 0.0
    """k: what answering would cost it."""
    strategic: Amount = 0.0
    """d: what it fears of the mover's strategic arms."""


def hands_tied(publicity: Amount, severity: Amount, belief: Amount) -> Amount:
    """a: publicity of a promise, times S/100 of what it promises, times public belief in its occasion."""
    return publicity * (severity / 100.0) * belief


def superiority(one: Amount, other: Amount) -> Amount:
    """x/(1+x) with x one's strength over the other's; one half where neither has any."""
    both = one + other
    none = np.equal(both, 0.0)
    if not np.any(none):
        return one / both
    return np.where(none, 0.5, one / np.where(none, 1.0, both))


def cost_of_answering(severity: Amount, superior: Amount) -> Amount:
    """k = S/100 * y/(1+y), y the mover's strength in reach over the responder's."""
    return severity / 100.0 * superior


def strategic_restraint(believed: Amount, severity: Amount, line: float) -> Amount:
    """d = beta max(0, (S - S_line)/(100 - S_line)): nothing for an answer below the line."""
    above = severity - line
    return believed * (np.maximum(above, 0.0) / (100.0 - line if line < 100.0 else 1.0))


def log_odds(credibility: Amount, weights: Weights, terms: Terms) -> Amount:
    """lo(q) = l + w_S s + w_T t + w_A a - w_K k - w_D d."""
    found = credibility + weights.stake * terms.stake
    for weight, term in (
        (weights.tripwire, terms.tripwire),
        (weights.tied_hands, terms.tied_hands),
        (-weights.cost, terms.cost),
        (-weights.strategic, terms.strategic),
    ):
        if not (isinstance(term, float | int) and term == 0):
            found = found + weight * term
    return found


def as_understood(pinned: Amount, understood: Amount, spoken: Amount, silent: Amount) -> Amount:
    """q^ = A (kappa q + (1-kappa) q(a=0)): a promise that was not understood ties no hands."""
    return pinned * (understood * spoken + (1.0 - understood) * silent)


def harm(vulnerability: Amount, severity: Amount, superior: Amount) -> Amount:
    """h = v S/100 x/(1+x), x the responder's ready strength in reach over the mover's."""
    return vulnerability * (severity / 100.0) * superior


@frozen
class Expected:
    """One responder in an act's balance."""

    likely: Amount
    """q^."""
    harm: Amount
    """h, in the mover's points."""
    denial: Amount = 0.0
    """delta: the share of the gain that it takes back."""


def gain_left(answers: Iterable[Expected]) -> Amount:
    """[1 - sum of delta q^], kept within 0 and 1."""
    left: Amount = 1.0
    for each in answers:
        left = left - each.denial * each.likely
    return np.minimum(np.maximum(left, 0.0), 1.0)


def worth_of_acting(
    gain: Amount, cost: Amount, answers: Iterable[Expected], risk: Amount = 0.0, after: Amount = 0.0
) -> Amount:
    """U(m) = G [1 - sum delta q^] - c - sum q^ h - risk + W.

    `risk` is V0 (P_haz(m) - P_haz(wait)) and what an audience would charge; `after` is W(after m).
    """
    answers = tuple(answers)
    worth = gain * gain_left(answers) - cost - risk + after
    for each in answers:
        worth = worth - each.likely * each.harm
    return worth


def critical_risk(gain: Amount, cost: Amount, waiting: Amount, harm: Amount, denial: Amount) -> Amount:
    """q* = (G - c - U(wait))/(h + delta G): the chance of an answer at which acting is worth waiting.

    Where an answer neither hurts nor denies, no chance deters what is worth more than waiting (infinity), and
    any deters what is not (minus infinity).
    """
    net = np.asarray(gain - cost - waiting, dtype=np.float64)
    stake = np.asarray(harm + denial * gain, dtype=np.float64)
    without = np.where(net > 0, np.inf, -np.inf)
    with np.errstate(over="ignore"):  # next to no harm deters as little as none: infinity is what is meant
        found: F64 = np.where(stake > 0, net / np.where(stake > 0, stake, 1.0), without)
    return found
