"""The only source of randomness: chance is addressed, never consumed.

A draw depends on the seed, the number of the game, the turn and the draw's name, and on nothing else: not on
the draws before it, not on the other games of the batch, not on the machine. So game 3127 of an ensemble is
the same alone and among ten thousand, and a rule that draws less often disturbs no other draw.

The names of draws, and the order of the branches of a pick, are a contract of saved records: a record holds
orders and a seed, and replays to the same game only as long as each draw keeps its name. Rename one, and old
records need an upgrade. A name says what is drawn, in words from the scenario: `("incident",
"drone_strike")`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, Protocol, Self, TypeAlias, TypeVar, final

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, I32, I64, U64, Columns, Mask, columns_of

Name: TypeAlias = tuple[str, ...]
"""What is drawn, in words; together with the turn it is the address of a draw."""

Weights: TypeAlias = Sequence[F64 | float] | F64 | I32 | I64
"""One row for each branch; what a row weighs in a game is its share of that game's total."""

_T = TypeVar("_T")

GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
"""The step of splitmix64: 2**64 divided by the golden ratio."""

_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_30, _27, _31, _11 = (np.uint64(shift) for shift in (30, 27, 31, 11))
_STEP: Final = 1.0 / 9_007_199_254_740_992
"""2**-53: uniform draws are whole multiples of it."""

_SEPARATOR: Final = "\x1f"


class AddressUsedTwice(RuntimeError):
    """Two draws of one game shared a turn and a name, so they would always agree."""


class BadChance(ValueError):
    """A probability or a set of weights that no dice could follow."""


class ScriptMismatch(RuntimeError):
    """A script was played again and met other branches than before."""


def mix(bits: U64) -> U64:
    """Scramble 64 bits, each input to a different output (the finaliser of splitmix64)."""
    result: U64 = bits >> _30
    result ^= bits
    result *= _FIRST
    result ^= result >> _27
    result *= _SECOND
    result ^= result >> _31
    return result


@lru_cache(maxsize=1 << 16)
def key(*words: str) -> int:
    """Return 64 bits that stand for these words."""
    if any(_SEPARATOR in word for word in words):
        raise BadChance(f"a word of {words!r} holds the separator character")
    digest = blake2b(_SEPARATOR.join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


class Chance(Protocol):
    """Who answers when the rules ask what happens: dice, or a script."""

    def at(self, turn: int) -> None:
        """Set the turn of the draws that follow."""

    def only(self, columns: Columns) -> Self:
        """Return the chance of these games, in this order; a game may be named twice."""

    def happens(self, name: Name, probability: F64 | float, where: Mask | None = None) -> Mask:
        """Draw for each game whether something happens; it does not where `where` is False."""

    def pick(self, name: Name, weights: Weights, where: Mask | None = None) -> I32:
        """Draw for each game one row of the weights; the index is 0 where `where` is False."""


@final
class Dice:
    """Chance for a batch of games.

    Streams keep apart what may not know of each other: players who search or doubt get a stream of their own,
    and cannot foresee the dice of the rules. With `strict`, an address used twice and impossible weights are
    errors.
    """

    def __init__(self, seed: int | str, games: I64, stream: str = "seed", *, strict: bool = False) -> None:
        numbers = np.asarray(games, dtype=np.int64).astype(np.uint64)
        self._root: U64 = mix(((numbers + np.uint64(1)) * GOLDEN) ^ np.uint64(key(stream, str(seed))))
        self._used: dict[tuple[int, Name], Mask] | None = {} if strict else None
        self.at(0)

    def at(self, turn: int) -> None:
        """Set the turn of the draws that follow; before the first call it is 0."""
        self._turn = turn
        self._now: U64 = mix(self._root ^ np.uint64(key("turn", str(turn))))

    def only(self, columns: Columns) -> "Dice":
        """Return the dice of these games, in this order; a game may be named twice."""
        kept = object.__new__(Dice)
        kept._root = self._root[columns]
        kept._now = self._now[columns]
        kept._turn = self._turn
        kept._used = None if self._used is None else {at: used[columns] for at, used in self._used.items()}
        return kept

    def happens(self, name: Name, probability: F64 | float, where: Mask | None = None) -> Mask:
        """Draw for each game whether something happens; it does not where `where` is False."""
        if self._used is not None:
            self._note(name, where)
            _check_probability(probability, where)
        if where is None:
            return self._uniform(name, self._now) < probability
        result = np.zeros(len(self._now), dtype=np.bool_)
        columns = columns_of(where)
        if len(columns):
            result[columns] = self._uniform(name, self._now[columns]) < _at(probability, columns)
        return result

    def pick(self, name: Name, weights: Weights, where: Mask | None = None) -> I32:
        """Draw for each game one row of the weights; the index is 0 where `where` is False.

        A row is picked with its share of the total of the game's column. A row that weighs nothing is never
        picked.
        """
        if self._used is not None:
            self._note(name, where)
            _check_signs(weights)
        if where is None:
            return _picked(self._uniform(name, self._now), weights)
        result = np.zeros(len(self._now), dtype=np.int32)
        columns = columns_of(where)
        if len(columns):
            chosen: Weights
            if isinstance(weights, np.ndarray) and weights.ndim > 1:
                chosen = weights[:, columns]
            else:
                chosen = [_at(row, columns) for row in weights]
            result[columns] = _picked(self._uniform(name, self._now[columns]), chosen)
        return result

    def uniform(self, name: Name) -> F64:
        """Draw for each game a number from 0 up to, not including, 1.

        Not part of `Chance`: no script can enumerate it. Rules that may be solved exactly use the other two.
        """
        if self._used is not None:
            self._note(name, None)
        return self._uniform(name, self._now)

    @staticmethod
    def _uniform(name: Name, now: U64) -> F64:
        bits = mix(now ^ np.uint64(key(*name)))
        bits >>= _11
        return np.multiply(bits, _STEP, dtype=np.float64)

    def _note(self, name: Name, where: Mask | None) -> None:
        assert self._used is not None
        asked = np.ones(len(self._now), dtype=np.bool_) if where is None else where
        used = self._used.get((self._turn, name))
        if used is not None:
            if np.any(used & asked):
                raise AddressUsedTwice(f"turn {self._turn}: {' '.join(name)} was drawn twice in one game")
            asked = asked | used
        self._used[self._turn, name] = np.array(asked)


@frozen
class Draw:
    """One answer of a script."""

    turn: int
    name: Name
    branches: int
    """How many branches were possible; always two or more."""
    chosen: int
    """Which of the possible branches was taken, counted from 0."""
    result: int
    """What the rules were told: 0 or 1 for `happens`, the index of the row for `pick`."""
    probability: float
    """The probability of the branch."""


@final
class Script:
    """Chance for one game that takes the branches it is told, and the first of each draw after those.

    A draw with only one possible result is not a branch and is not recorded.
    """

    def __init__(self, forced: Sequence[int] = ()) -> None:
        self._forced = tuple(forced)
        self._draws: list[Draw] = []
        self._used: set[tuple[int, Name]] = set()
        self._games = 1
        self._turn = 0

    @property
    def draws(self) -> tuple[Draw, ...]:
        """What was drawn so far, in order."""
        return tuple(self._draws)

    @property
    def probability(self) -> float:
        """The probability of all that was drawn so far."""
        result = 1.0
        for draw in self._draws:
            result *= draw.probability
        return result

    def at(self, turn: int) -> None:
        """Set the turn of the draws that follow."""
        self._turn = turn

    def only(self, columns: Columns) -> "Script":
        """Return this script, or one for no game at all once the game is over."""
        if len(columns) > 1:
            raise ValueError("a script plays a single game")
        if len(columns) == self._games:
            return self
        nobody = Script()
        nobody._games = 0
        nobody._turn = self._turn
        return nobody

    def happens(self, name: Name, probability: F64 | float, where: Mask | None = None) -> Mask:
        """Answer whether something happens."""
        if not self._asked(where):
            return np.zeros(self._games, dtype=np.bool_)
        _check_probability(probability, None)
        likely = _number(probability)
        return np.array([self._take(name, [1.0 - likely, likely]) == 1])

    def pick(self, name: Name, weights: Weights, where: Mask | None = None) -> I32:
        """Answer which row of the weights is picked."""
        if not self._asked(where):
            return np.zeros(self._games, dtype=np.int32)
        _check_signs(weights)
        rows = [_number(row) for row in weights]
        whole = _checked_total([np.array([row]) for row in rows])[0]
        return np.array([self._take(name, [row / whole for row in rows])], dtype=np.int32)

    def _asked(self, where: Mask | None) -> bool:
        return self._games > 0 and (where is None or bool(where[0]))

    def _take(self, name: Name, probabilities: Sequence[float]) -> int:
        if (self._turn, name) in self._used:
            raise AddressUsedTwice(f"turn {self._turn}: {' '.join(name)} was drawn twice")
        self._used.add((self._turn, name))
        possible = [index for index, probability in enumerate(probabilities) if probability > 0.0]
        if len(possible) == 1:
            return possible[0]
        place = len(self._draws)
        chosen = self._forced[place] if place < len(self._forced) else 0
        if not 0 <= chosen < len(possible):
            raise ScriptMismatch(f"{' '.join(name)} has {len(possible)} branches, not one numbered {chosen}")
        result = possible[chosen]
        draw = Draw(self._turn, name, len(possible), chosen, result, probabilities[result])
        self._draws.append(draw)
        return result


def enumerate_games(play: Callable[[Script], _T]) -> Iterator[tuple[float, _T]]:
    """Play every game that chance allows, each once, and yield its probability and what `play` returned.

    `play` must depend on nothing but the script it is given. The order is depth first: the last draw varies
    first.
    """
    forced: list[int] = []
    while True:
        script = Script(forced)
        result = play(script)
        if len(script.draws) < len(forced):
            raise ScriptMismatch(f"a game met {len(script.draws)} draws where it had met {len(forced)}")
        yield script.probability, result
        draws = list(script.draws)
        while draws and draws[-1].chosen == draws[-1].branches - 1:
            draws.pop()
        if not draws:
            return
        forced = [draw.chosen for draw in draws]
        forced[-1] += 1


def _picked(uniform: F64, weights: Weights) -> I32:
    """Return the first row whose running total is above the uniform draw's share of the total."""
    threshold = uniform * _checked_total(weights)
    running = np.zeros(len(uniform))
    result = np.zeros(len(uniform), dtype=np.int32)
    for row in weights[:-1]:
        np.add(running, row, out=running)
        result += running <= threshold
    return result


def _checked_total(weights: Weights) -> F64:
    if len(weights) == 0:
        raise BadChance("there is nothing to pick from")
    result: F64 = np.zeros(np.broadcast_shapes(*(np.shape(row) for row in weights)))
    for row in weights:
        np.add(result, row, out=result)
    if not np.all((result > 0.0) & (result < np.inf)):
        raise BadChance("in each game some weight must be above 0, and none endless")
    return result


def _check_signs(weights: Weights) -> None:
    if any(np.any(np.less(row, 0)) for row in weights):
        raise BadChance("weights must be 0 or more")


def _check_probability(probability: F64 | float, where: Mask | None) -> None:
    sound = np.greater_equal(probability, 0.0) & np.less_equal(probability, 1.0)
    if where is not None:
        sound = sound | ~where
    if not np.all(sound):
        raise BadChance("a probability must be between 0 and 1")


def _at(row: F64 | float, columns: Columns) -> F64 | float:
    return row[columns] if isinstance(row, np.ndarray) and row.ndim else row


def _number(value: F64 | float) -> float:
    return float(np.asarray(value, dtype=np.float64).reshape(-1)[0])
