"""The games that the deep checks look at: what a task plays, and how many of them there are."""

import pickle
from collections.abc import Mapping, Sequence

import numpy as np
from attrs import field, frozen

from game.analysis.deep.findings import Weight
from game.analysis.deep.mixes import Mix, all_mixes
from game.analysis.deep.tally import Tally, Tallying
from game.analysis.ensemble import Games, compiled, in_processes, longest, play_games
from game.analysis.ranges import draw_values
from game.engine.arrays import I32, I64, Columns, Mask
from game.engine.legality import legal_moves
from game.engine.orders import BatchOrders
from game.engine.program import Program, compile_scenario
from game.engine.world import Values, World
from game.loading import Document, assumption_values, default_assumption_set, readings
from game.model.ids import ActorId, AssumptionId, VariantId
from game.model.scenario import Scenario
from game.players import player

SEED = 1
"""Of all samples: the same file gives the same report."""
LARGEST = 4096
"""Games of one task."""


@frozen
class Sizes:
    """How many games are played, for each reading of a file."""

    games: int = 4000
    """In the sample of all mixes together, in equal shares."""

    @property
    def forced(self) -> int:
        """For each move that is ordered whenever it is legal, in each mix of doctrines."""
        return max(32, self.games // 32)

    @property
    def screened(self) -> int:
        """For each move at first, to see which of them are worth so many."""
        return max(24, self.games // 128)

    @property
    def changed(self) -> int:
        """For each end of each assumption's range, in each mix."""
        return max(16, self.games // 100)


@frozen(eq=False)
class Reading:
    """One way to decide what a file leaves open."""

    variants: tuple[VariantId, ...]
    """Its variants."""
    scenario: Scenario
    """The scenario with them."""
    program: Program
    """The same, compiled."""
    values: dict[AssumptionId, float]
    """The assumptions that differ from their central values: those of the set that is played by default."""
    packed: bytes = field(repr=False)
    """The scenario, for other processes."""

    @property
    def name(self) -> str:
        """What reports call it."""
        return "+".join(self.variants)

    @property
    def textbook(self) -> bool:
        """Whether the file states what every ending is worth: what is rare or dominant may be its lesson."""
        return all(outcome.values for outcome in self.scenario.outcomes.values())

    @property
    def within(self) -> str:
        """Where something holds, as the end of a sentence; nothing where there is one reading only."""
        return f" (with {self.name})" if self.variants else ""


@frozen(eq=False)
class Play:
    """Some games, as they may be sent to a worker."""

    packed: bytes
    """The scenario."""
    seats: Mapping[ActorId, str]
    """Who plays."""
    numbers: I64
    """The number of each game; the same number twice is the same dice twice."""
    values: Values
    """Assumptions, a number for all or a column."""
    forced: I32 | None = None
    """For each game the index of a move that its actor orders whenever it is legal, or -1."""
    tallied: bool = False
    """Whether all is counted that a tally counts."""

    def done(self) -> "Played":
        """Play them."""
        program = compiled(self.packed)
        hands = {actor: player(name, program, SEED) for actor, name in self.seats.items()}
        watch: Tallying | Forcing | None = None
        if self.tallied:
            watch = Tallying.of(program, len(self.numbers), longest(program.scenario))
        elif self.forced is not None:
            watch = Forcing(self.forced)
        games = play_games(program, SEED, self.numbers, self.values, hands, watch=watch)
        return Played(games, watch.tally if isinstance(watch, Tallying) else None)


@frozen(eq=False)
class Played:
    """What came of them."""

    games: Games
    tally: Tally | None


@frozen(eq=False)
class Forcing:
    """Makes each game's actor order a certain move whenever it can; the rest of its orders stay its own."""

    moves: I32
    """For each game the index of the move, or -1."""

    def turn(self, world: World, places: Columns, going: Mask, orders: dict[ActorId, BatchOrders]) -> None:
        """Put the move first where it is legal and not ordered anyway."""
        wanted = self.moves[places]
        able = (wanted >= 0) & legal_moves(world)[np.maximum(wanted, 0), np.arange(world.count)]
        for actor, asked in orders.items():
            mine = world.program.moves_of[actor]
            if not mine:
                continue
            own = able & (wanted >= mine[0].index) & (wanted <= mine[-1].index)
            fresh = np.flatnonzero(own & ~(asked.moves == wanted).any(axis=0))
            asked.moves[0, fresh] = wanted[fresh]

    def ended(self, world: World, places: Columns) -> None:
        """Nothing is counted."""


@frozen(eq=False)
class Sampled:
    """The games of one reading in one mix."""

    reading: Reading
    mix: Mix
    games: Games
    tally: Tally


@frozen(eq=False)
class Material:
    """What all checks look at, and the means to play more."""

    readings: tuple[Reading, ...]
    sizes: Sizes
    workers: int
    samples: tuple[Sampled, ...]
    """Every reading in every mix."""

    def of(self, reading: Reading, *, counting: bool = False) -> tuple[Sampled, ...]:
        """The samples of one reading; those that shares are taken from, if asked."""
        return tuple(s for s in self.samples if s.reading is reading and (s.mix.counts or not counting))

    @property
    def grave(self) -> Weight:
        """How much it weighs that something never happens, or always pays; a textbook game may mean it."""
        return Weight.NOTE if all(reading.textbook for reading in self.readings) else Weight.PROBLEM

    def play(self, tasks: Sequence[Play]) -> list[Played]:
        """Play more games, in the order of the tasks."""
        return play(tasks, self.workers)


def play(tasks: Sequence[Play], workers: int) -> list[Played]:
    """Play some tasks, here or in processes of their own."""
    if workers == 1 or len(tasks) < 2:
        return [task.done() for task in tasks]
    return list(in_processes(Play.done, tasks, workers))


def reading_of(document: Document, variants: tuple[VariantId, ...]) -> Reading:
    """One reading of a file without problems."""
    scenario = document.scenario(variants)
    values = assumption_values(scenario, default_assumption_set(scenario))
    return Reading(variants, scenario, compile_scenario(scenario), values, pickle.dumps(scenario))


def gather(document: Document, sizes: Sizes, workers: int) -> Material:
    """Play the sample of every reading that the file requires a choice of."""
    found = tuple(reading_of(document, chosen) for chosen in readings(document))
    wanted = [(reading, mix) for reading in found for mix in all_mixes(reading.scenario)]
    tasks = []
    for reading, mix in wanted:
        share = max(1, sizes.games // len(all_mixes(reading.scenario)))
        numbers: I64 = np.arange(share, dtype=np.int64)
        values: Values = dict(reading.values)
        if mix.drawn:
            values = draw_values(reading.scenario, SEED, numbers)
        tasks.append(Play(reading.packed, mix.seats, numbers, values, tallied=True))
    samples = []
    for (reading, mix), played in zip(wanted, play(tasks, workers), strict=True):
        assert played.tally is not None
        samples.append(Sampled(reading, mix, played.games, played.tally))
    return Material(found, sizes, workers, tuple(samples))
