"""Ensembles: the same scenario played many times by computer players, and what came of it.

Chance is addressed by the number of the game, so a game is the same alone and among ten thousand. Nothing
here may depend on how the games were dealt to batches and processes: results are put in the order of the
games first, and only then counted, averaged and hashed.
"""

import pickle
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from multiprocessing import get_context, resource_tracker
from time import perf_counter
from typing import Protocol, TypeVar

import numpy as np
from attrs import frozen

from game.analysis.shares import Share, Spread, share, spread
from game.engine.arrays import F64, I32, I64, Columns, Mask
from game.engine.digest import SIZE, state_digests
from game.engine.observe import observe
from game.engine.orders import BatchOrders
from game.engine.program import Program, compile_scenario
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import Values, World
from game.model.endings import OutcomeClass
from game.model.ids import ActorId, CauseId, IncidentId, OutcomeId, RungId
from game.model.scenario import Scenario
from game.players import Player, player

BATCH = 4096
"""Games side by side: enough to drown numpy's overhead, few enough to stay in the processor's caches."""
SMALLEST_CHUNK = 256
"""Games: a worker is not sent fewer, or handing them over would cost more than playing them."""
SPARE_TURNS = 2
"""How many turns a game may be longer than its clock says before the engine must be wrong."""

DEAD_WEIGHT = 0.1
"""Games that are over stay in a batch until they are this share of it: copying the others costs more."""

Progress = Callable[[int], None]
"""Told how many more games are finished."""

TaskT = TypeVar("TaskT")
"""Some work that can be sent to another process."""
DoneT = TypeVar("DoneT")
"""What came of it."""


class Watch(Protocol):
    """Somebody who looks on while games are played, and may change what seats order."""

    def turn(self, world: World, places: Columns, going: Mask, orders: dict[ActorId, BatchOrders]) -> None:
        """Before orders are resolved. `places`: which games these are; `going`: which are not over yet."""

    def ended(self, world: World, places: Columns) -> None:
        """The games of this world have ended, and are those of `places`."""


class GameWithoutEnd(RuntimeError):
    """A game went on after its clock had run out: an error of the engine, never of an author."""


@frozen(eq=False)
class Games:
    """What came of some games, in columns: one place for each game, in order."""

    outcome: I32
    """The index of the outcome in the scenario's `outcomes`."""
    turns: I32
    """How many turns it took."""
    value: F64
    """(played actors, games) What the end was worth."""
    peak: I32
    """(played actors, games) The highest rung of the actor's own acts, as its index on the ladder."""
    cause: I32
    """(incidents, games) The index of each incident's true cause in the scenario's `causes`; -1 for none."""
    digest: np.ndarray[tuple[int, int], np.dtype[np.uint8]]
    """(games, bytes) The digest of the end state."""


@frozen(eq=False)
class Ensemble:
    """The result of an ensemble."""

    scenario: Scenario
    """What was played, with its variants applied."""
    seed: int
    """The seed."""
    actors: tuple[ActorId, ...]
    """The played actors, in the order of the rows."""
    games: Games
    """What came of each game, in the order of their numbers."""
    seconds: float
    """How long it took, with the time to start workers."""

    @property
    def runs(self) -> int:
        """How many games were played."""
        return len(self.games.outcome)

    @property
    def turns(self) -> int:
        """How many turns were played, by games that were not over yet."""
        return int(np.sum(self.games.turns, dtype=np.int64))

    def state(self, number: int) -> str:
        """The digest of the end state of one game."""
        return bytes(self.games.digest[number].tolist()).hex()

    @property
    def digest(self) -> str:
        """A digest of the end states of all games, in the order of their numbers."""
        return blake2b(self.games.digest.tobytes(), digest_size=16).hexdigest()

    def outcomes(self) -> dict[OutcomeId, Share]:
        """How often the games ended in each way, in the order of the file, with those that never happened."""
        counts = np.bincount(self.games.outcome, minlength=len(self.scenario.outcomes)).tolist()
        return {
            outcome: share(count, self.runs)
            for outcome, count in zip(self.scenario.outcomes, counts, strict=True)
        }

    def by_horizon(self, ending: OutcomeClass) -> Share:
        """How often a class of endings came before or at the announced end; the true end may be later."""
        clock, outcomes = self.scenario.clock, self.scenario.outcomes.values()
        of_class = np.array([outcome.class_ is ending for outcome in outcomes])
        in_time = self.games.turns * clock.hours_per_turn <= clock.horizon_hours
        return share(int(np.count_nonzero(of_class[self.games.outcome] & in_time)), self.runs)

    def outcomes_by_cause(self, incident: IncidentId) -> dict[CauseId, dict[OutcomeId, Share]]:
        """The same among the games in which an incident had each cause; causes that none had are left out."""
        true = self.games.cause[list(self.scenario.incidents).index(incident)]
        found = {}
        for index, cause in enumerate(self.scenario.causes):
            ended = self.games.outcome[true == index]
            if len(ended):
                counts = np.bincount(ended, minlength=len(self.scenario.outcomes)).tolist()
                shares = (share(count, len(ended)) for count in counts)
                found[cause] = dict(zip(self.scenario.outcomes, shares, strict=True))
        return found

    def peak_rungs(self) -> dict[ActorId, dict[RungId, float]]:
        """For each actor the shares of games by the highest rung of its own acts; empty without a ladder."""
        if self.scenario.ladder is None:
            return {}
        rungs = tuple(self.scenario.ladder.rungs)
        return {
            actor: {
                rungs[rung]: count / self.runs
                for rung, count in enumerate(np.bincount(row).tolist())
                if count
            }
            for actor, row in zip(self.actors, self.games.peak, strict=True)
        }

    def values(self) -> dict[ActorId, Spread]:
        """What the ends were worth to each actor, on its own scale."""
        return {actor: spread(row.tolist()) for actor, row in zip(self.actors, self.games.value, strict=True)}


def simulate(
    scenario: Scenario,
    runs: int,
    seed: int,
    *,
    values: Values | None = None,
    players: Mapping[ActorId, str] | None = None,
    workers: int = 1,
    batch: int = BATCH,
    progress: Progress | None = None,
) -> Ensemble:
    """Play games number 0 to `runs - 1`. Seats that `players` leaves out follow their doctrine.

    `values`: for each assumption one number for all games, or a column of one for each.
    """
    if runs < 1 or workers < 1 or batch < 1:
        raise ValueError("an ensemble needs at least one game, one worker and one game in a batch")
    started = perf_counter()
    seats = {**default_players(scenario), **(players or {})}
    program = compile_scenario(scenario)
    size = _chunk(runs, workers, batch)
    parts = [range(first, min(first + size, runs)) for first in range(0, runs, size)]
    found: list[Games] = []
    if workers == 1 or len(parts) == 1:
        hands = {actor: player(name, program, seed) for actor, name in seats.items()}
        played: Iterator[Games] = (
            play_games(program, seed, numbers(part), _of(values or {}, part), hands) for part in parts
        )
    else:
        packed = pickle.dumps(scenario)
        tasks = [_Task(packed, seed, part, _of(values or {}, part), seats) for part in parts]
        played = in_processes(_Task.games, tasks, workers)
    for part, games in zip(parts, played, strict=True):
        found.append(games)
        if progress is not None:
            progress(len(part))
    return Ensemble(scenario, seed, program.played, _joined(found), perf_counter() - started)


def default_players(scenario: Scenario) -> dict[ActorId, str]:
    """Who plays each seat where nobody says otherwise."""
    return {id: str(actor.doctrine) for id, actor in scenario.actors.items() if actor.played}


def numbers(part: range) -> I64:
    """The numbers of some games."""
    return np.arange(part.start, part.stop, part.step, dtype=np.int64)


def play_games(
    program: Program,
    seed: int,
    games: I64,
    values: Values,
    players: Mapping[ActorId, Player],
    *,
    watch: Watch | None = None,
) -> Games:
    """Play the games of these numbers side by side to their ends; the results are in the order of `games`."""
    result = _room(program, len(games))
    places: Columns = np.arange(len(games))
    kept: Mask = np.zeros(len(games), dtype=np.bool_)
    world = World.start(program, seed, games, values)
    open_games(world)
    for turn in range(1, longest(program.scenario) + 1):
        orders = {actor: players[actor].choose(observe(world, actor)) for actor in program.played}
        if watch is not None:
            watch.turn(world, places, ~kept, orders)
        resolve(world, orders)
        ended = np.flatnonzero(world.over & ~kept)
        if len(ended):
            over = world.only(ended)
            _keep(result, program, over, places[ended], turn)
            if watch is not None:
                watch.ended(over, places[ended])
            kept[ended] = True
            going = np.flatnonzero(~kept)
            if not len(going):
                return result
            if len(going) <= (1.0 - DEAD_WEIGHT) * world.count:
                world, places, kept = world.only(going), places[going], np.zeros(len(going), dtype=np.bool_)
        next_turn(world)
    raise GameWithoutEnd(
        f"game {int(world.games[0])} of seed {seed} did not end in {longest(program.scenario)} turns"
    )


def longest(scenario: Scenario) -> int:
    """How many turns a game of a scenario can have."""
    clock = scenario.clock
    return -(-(clock.horizon_hours + clock.hidden_end_hours) // clock.hours_per_turn) + SPARE_TURNS


def _room(program: Program, count: int) -> Games:
    actors = len(program.played)
    return Games(
        outcome=np.full(count, -1, dtype=np.int32),
        turns=np.zeros(count, dtype=np.int32),
        value=np.zeros((actors, count)),
        peak=np.zeros((actors, count), dtype=np.int32),
        cause=np.full((len(program.scenario.incidents), count), -1, dtype=np.int32),
        digest=np.zeros((count, SIZE), dtype=np.uint8),
    )


def _keep(result: Games, program: Program, ended: World, places: Columns, turn: int) -> None:
    result.outcome[places] = ended.whole("outcome")
    result.turns[places] = turn
    for row, actor in enumerate(program.played):
        result.value[row, places] = ended.number("value", actor)
        if program.rungs:
            result.peak[row, places] = ended.whole("peak", actor)
    for row, incident in enumerate(program.scenario.incidents):
        result.cause[row, places] = ended.whole("cause", incident)
    result.digest[places] = np.frombuffer(b"".join(state_digests(ended)), dtype=np.uint8).reshape(-1, SIZE)


def _joined(parts: list[Games]) -> Games:
    return Games(
        outcome=np.concatenate([part.outcome for part in parts]),
        turns=np.concatenate([part.turns for part in parts]),
        value=np.concatenate([part.value for part in parts], axis=1),
        peak=np.concatenate([part.peak for part in parts], axis=1),
        cause=np.concatenate([part.cause for part in parts], axis=1),
        digest=np.concatenate([part.digest for part in parts]),
    )


def _chunk(runs: int, workers: int, batch: int) -> int:
    """A whole batch, or less where that would leave workers idle."""
    fair = -(-runs // (2 * workers)) if workers > 1 else runs
    return max(1, min(batch, max(fair, SMALLEST_CHUNK)))


def _of(values: Values, part: range) -> Values:
    """The values of some games."""
    return {
        id: value[part.start : part.stop] if isinstance(value, np.ndarray) else value
        for id, value in values.items()
    }


@frozen(eq=False)
class _Task:
    """Some games of an ensemble, as they are sent to a worker."""

    scenario: bytes
    """The scenario, pickled once for all tasks."""
    seed: int
    part: range
    values: Values
    seats: dict[ActorId, str]

    def games(self) -> Games:
        """Play them."""
        program = compiled(self.scenario)
        hands = {actor: player(name, program, self.seed) for actor, name in self.seats.items()}
        return play_games(program, self.seed, numbers(self.part), self.values, hands)


def in_processes(work: Callable[[TaskT], DoneT], tasks: Sequence[TaskT], workers: int) -> Iterator[DoneT]:
    """Do tasks in processes of their own; what came of them is in the order of the tasks."""
    with ProcessPoolExecutor(
        min(workers, len(tasks)), mp_context=get_context("spawn"), initializer=_ignore_interrupts
    ) as pool:
        try:
            with _born_deaf():
                played = pool.map(work, tasks)
            yield from played
        except BaseException:
            # A pool that is not waited for may be gone before its thread has heard what it is to cancel
            pool.shutdown(cancel_futures=True)
            raise


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; the one that started the others answers for all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _born_deaf() -> Iterator[None]:
    """Processes started here do not hear Ctrl-C from their first moment, also while they still import.

    They inherit that it is blocked; here it waits until the end of the block, so none is lost.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Were it started within the block, it would take the block away
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@lru_cache(maxsize=1)
def compiled(packed: bytes) -> Program:
    """A scenario that was pickled for other processes, compiled."""
    scenario: Scenario = pickle.loads(packed)
    return compile_scenario(scenario)
