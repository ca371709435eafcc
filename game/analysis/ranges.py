"""The same question over the ranges of the assumptions: how far the answer moves, and what moves it.

Each draw takes every assumption evenly from its range, and the same number of games is played under it. The
spread of the shares of the draws says how much the answer hangs on what nobody knows; comparing the draws
with a high and with a low value of one assumption says which of them it hangs on most.
"""

from collections.abc import Mapping
from math import sqrt
from statistics import NormalDist, quantiles

import numpy as np
from attrs import frozen

from game.analysis.ensemble import Ensemble, Progress, numbers, simulate
from game.analysis.shares import spread
from game.engine.arrays import F64, I64
from game.engine.chance import Dice
from game.model.endings import OutcomeClass
from game.model.ids import ActorId, AssumptionId
from game.model.scenario import Scenario

STREAM = "assumptions"
"""Assumptions are drawn from a stream of their own: the dice of a game stay those of its number."""
DOUBT = 0.05
"""The chance that any difference at all is told that is only one of the sample's."""


def draw_values(scenario: Scenario, seed: int, draws: I64) -> dict[AssumptionId, F64]:
    """Every assumption drawn evenly over its range, for draws of these numbers, (draws,)."""
    dice = Dice(seed, draws, STREAM)
    return {
        id: spec.low + dice.uniform(("assumption", str(id))) * (spec.high - spec.low)
        for id, spec in scenario.assumptions.items()
    }


@frozen
class Range:
    """How often something happened, over many draws of the assumptions."""

    share: float
    """In all games together."""
    low: float
    """The share that 5 in 100 draws stay below ..."""
    high: float
    """... and the one that 5 in 100 exceed."""


@frozen
class Pull:
    """What one assumption does to a share."""

    assumption: AssumptionId
    below: float
    """The mean share of draws in the lower half of its range."""
    above: float
    """And in the upper half."""
    error: float
    """The standard error of the difference."""

    @property
    def difference(self) -> float:
        """Upper less lower half."""
        return self.above - self.below


@frozen(eq=False)
class OverRanges:
    """An ensemble whose games differ in their assumptions too."""

    ensemble: Ensemble
    """All games, those of the first draw first."""
    values: Mapping[AssumptionId, F64]
    """What was drawn, (draws,)."""
    draws: int
    """How many draws."""

    def shares(self, ending: OutcomeClass) -> F64:
        """For each draw the share of its games that ended in a class of endings, (draws,)."""
        outcomes = self.ensemble.scenario.outcomes.values()
        of_class = np.array([outcome.class_ is ending for outcome in outcomes])
        hit = of_class[self.ensemble.games.outcome].reshape(self.draws, -1)
        counts: F64 = np.count_nonzero(hit, axis=1) / hit.shape[1]
        return counts

    def ranges(self) -> dict[OutcomeClass, Range]:
        """The range of every class of endings that the scenario has, in the order of the file."""
        classes = dict.fromkeys(outcome.class_ for outcome in self.ensemble.scenario.outcomes.values())
        return {ending: _range(self.shares(ending)) for ending in classes}

    def pulls(self, ending: OutcomeClass) -> tuple[Pull, ...]:
        """What each assumption does to the share of a class, the strongest first; only what is certain."""
        shares = self.shares(ending)
        found = [_pull(id, drawn, shares) for id, drawn in self.values.items()]
        # So many comparisons are made that one in twenty would look certain by itself (Bonferroni 1936)
        errors = NormalDist().inv_cdf(1.0 - DOUBT / (2 * max(len(found), 1)))
        certain = [pull for pull in found if abs(pull.difference) > errors * pull.error > 0]
        return tuple(sorted(certain, key=lambda pull: -abs(pull.difference)))


def over_ranges(
    scenario: Scenario,
    runs: int,
    seed: int,
    *,
    draws: int,
    players: Mapping[ActorId, str] | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> OverRanges:
    """Play `runs` games in equal parts under so many draws. Raises ValueError where they do not divide."""
    if draws < 4 or runs % draws:
        raise ValueError(f"{runs} games cannot be dealt to {draws} draws in equal parts of one or more")
    values = draw_values(scenario, seed, numbers(range(draws)))
    of_game = {id: np.repeat(drawn, runs // draws) for id, drawn in values.items()}
    ensemble = simulate(
        scenario, runs, seed, values=of_game, players=players, workers=workers, progress=progress
    )
    return OverRanges(ensemble, values, draws)


def _range(shares: F64) -> Range:
    cuts = quantiles(shares.tolist(), n=20, method="inclusive")
    return Range(spread(shares.tolist()).mean, cuts[0], cuts[-1])


def _pull(id: AssumptionId, drawn: F64, shares: F64) -> Pull:
    order = np.argsort(drawn, kind="stable")
    half = len(order) // 2
    below, above = (spread(shares[part].tolist()) for part in (order[:half], order[half:]))
    error = sqrt(below.sd**2 / half + above.sd**2 / (len(order) - half))
    return Pull(id, below.mean, above.mean, error)
