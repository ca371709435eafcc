"""Moves that dominate: ordering them whenever they are legal beats a seat's own play, whoever it plays with.

The same games, with the same dice, are played with and without the forced move; what the end was worth to
the seat is compared game by game. A move is told only if the lower end of the interval of that difference
lies above the margin in every mix of doctrines.
"""

from math import sqrt

import numpy as np
from attrs import frozen

from game.analysis.deep.findings import Checked, Found, Sheet
from game.analysis.deep.mixes import Mix, doctrine_mixes
from game.analysis.deep.sample import LARGEST, Material, Play, Reading
from game.engine.arrays import F64, I64
from game.engine.moves import Move
from game.loading.lint.walk import central
from game.model.ids import ActorId

MARGIN = 0.05
"""Share of a seat's scale by which it must be better, at least."""
SIGMAS = 3.0
"""Standard errors on either side: many moves are tried, and one in twenty would pass by luck at two."""
MOST_MIXES = 4
"""Mixes of doctrines in which a move must be better."""
TOLD = 4
"""Moves that the report lists: the best."""


@frozen
class Gain:
    """What forcing a move brought its seat, in points, in one mix."""

    mean: float
    low: float
    high: float


def check(material: Material) -> Checked:
    """A move that dominates is a problem; where the file states what endings are worth, it is noted.

    A textbook game may well have a dominant move: that is then its lesson.
    """
    found: list[Found] = []
    rows: list[tuple[str, ...]] = []
    for reading in material.readings:
        gains = _gains(material, reading)
        least = {move: min(gain.low for gain in every) for move, every in gains.items()}
        for name in sorted(least, key=lambda one: -least[one])[:TOLD]:
            rows.append((reading.name, name, _said(gains[name][0]), _said(_worst(gains[name]))))
        for name, low in least.items():
            move = reading.program.move(name)
            if low > MARGIN * _scale(reading, move.actor) and len(gains[name]) == len(_mixes(reading)):
                worst, best = _worst(gains[name]), max(gains[name], key=lambda gain: gain.mean)
                found.append(
                    Found(
                        material.grave,
                        ("actions", str(move.action.id)),
                        f"ordering {name} whenever it is legal beats that seat's own play in all "
                        f"{len(gains[name])} mixes of doctrines{reading.within}, by {_said(worst)} to "
                        f"{_said(best)} points",
                    )
                )
    heads = ("Reading", "Move, ordered whenever legal", "Own doctrines", "Worst mix")
    sheet = Sheet("Moves that come nearest to dominating (points gained, with interval)", heads, tuple(rows))
    return Checked(tuple(found), sheet if rows else None)


def _mixes(reading: Reading) -> tuple[Mix, ...]:
    return doctrine_mixes(reading.scenario)[:MOST_MIXES]


def _gains(material: Material, reading: Reading) -> dict[str, list[Gain]]:
    """For each move its gain in every mix; those that are not better in one mix are tried in no other.

    Few games of the first mix show most moves not to be worth more; only the others get as many as count.
    """
    able = np.logical_or.reduce([sampled.tally.possible for sampled in material.of(reading)])
    moves = [move for move in reading.program.moves if able[move.index]]
    few = _try(material, reading, _mixes(reading)[0], moves, material.sizes.screened)
    left = [move for move in moves if few[move.name].mean > 0]
    gains: dict[str, list[Gain]] = {}
    for mix in _mixes(reading):
        tried = _try(material, reading, mix, left, material.sizes.forced)
        for move in left:
            gains.setdefault(move.name, []).append(tried[move.name])
        left = [m for m in left if tried[m.name].low > MARGIN * _scale(reading, m.actor)]
        if not left:
            break
    return gains


def _try(material: Material, reading: Reading, mix: Mix, moves: list[Move], games: int) -> dict[str, Gain]:
    """What forcing each of these moves brings its seat in so many games."""
    numbers: I64 = np.arange(games, dtype=np.int64)
    wanted = np.repeat(np.array([-1, *(move.index for move in moves)], dtype=np.int32), games)
    every = np.tile(numbers, len(moves) + 1)
    step = max(1, LARGEST // games) * games
    tasks = [
        Play(reading.packed, mix.seats, every[at : at + step], dict(reading.values), wanted[at : at + step])
        for at in range(0, len(every), step)
    ]
    values = np.concatenate([played.games.value for played in material.play(tasks)], axis=1)
    by_move = values.reshape(len(reading.program.played), len(moves) + 1, games)
    seats = {actor: row for row, actor in enumerate(reading.program.played)}
    return {
        move.name: _gain(by_move[seats[move.actor], place] - by_move[seats[move.actor], 0])
        for place, move in enumerate(moves, 1)
    }


def _gain(differences: F64) -> Gain:
    mean = float(differences.mean())
    half = SIGMAS * float(differences.std(ddof=1)) / sqrt(len(differences))
    return Gain(mean, mean - half, mean + half)


def _worst(gains: list[Gain]) -> Gain:
    return min(gains, key=lambda gain: gain.low)


def _scale(reading: Reading, actor: ActorId) -> float:
    """How many points lie between the worst and the best that a seat can come to."""
    if not reading.textbook:
        return 100.0
    outcomes = reading.scenario.outcomes.values()
    worth = [central(reading.scenario, outcome.values.get(actor, 0.0)) for outcome in outcomes]
    return max(worth) - min(worth)


def _said(gain: Gain) -> str:
    return f"{gain.mean:+.1f} ({gain.low:+.1f} to {gain.high:+.1f})"
