"""One game on the engine, turn by turn, without seats, files or secrets.

Every point at which somebody must choose keeps a world of its own, so going back is a step in a list, and an
observation stays true for as long as anybody looks at it.
"""

from collections.abc import Mapping
from typing import Self

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, I32
from game.engine.digest import state_digests
from game.engine.events import Event
from game.engine.legality import whose_turn
from game.engine.mechanisms.endings import Score, scores
from game.engine.observe import Observation, check_orders, observe
from game.engine.orders import Orders, batch_orders
from game.engine.program import Program
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.language import say
from game.model.ids import PUBLIC, ActorId, AssumptionId, OutcomeId

_ALONE = np.zeros(1, dtype=np.intp)
"""The only column of a batch of one."""


@frozen(eq=False)
class Match:
    """A single game: how it stood each time somebody had to choose, and now."""

    _worlds: tuple[World, ...]
    _reached: tuple[World, ...]
    """The same as each turn was reached, before assumptions were changed in it."""

    @classmethod
    def start(cls, program: Program, seed: int, game: int, values: Mapping[AssumptionId, float]) -> Self:
        """Open a game, up to its first orders."""
        world = World.start(program, seed, np.array([game], dtype=np.int64), dict(values), record=True)
        open_games(world)
        return cls((world,), (world,))

    def played(self, orders: Mapping[ActorId, Orders]) -> Self:
        """The match after one more turn; this one stays as it is."""
        world = self._worlds[-1].only(_ALONE)
        resolve(world, {actor: batch_orders(world.program, [given]) for actor, given in orders.items()})
        if not world.over[0]:
            next_turn(world)
        world.cache.clear()
        return type(self)((*self._worlds, world), (*self._reached, world))

    def overridden(self, values: Mapping[AssumptionId, float]) -> Self:
        """The match with other assumptions from now on; what has happened stays as it is."""
        world = self._worlds[-1].only(_ALONE)
        world.values = {**world.values, **values}
        return type(self)((*self._worlds[:-1], world), self._reached)

    def back_to(self, turn: int) -> Self:
        """The match as it stood when that turn was reached."""
        return type(self)((*self._worlds[: turn - 1], self._reached[turn - 1]), self._reached[:turn])

    @property
    def program(self) -> Program:
        """What is played."""
        return self._worlds[-1].program

    @property
    def turns(self) -> int:
        """How many turns were played."""
        return len(self._worlds) - 1

    @property
    def turn(self) -> int:
        """The turn to be ordered now, from 1; the last turn once the game is over."""
        return self._worlds[-1].turn

    @property
    def hour(self) -> int:
        """When this turn began, in hours since the start."""
        return self._worlds[-1].hour

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return bool(self._worlds[-1].over[0])

    @property
    def outcome(self) -> OutcomeId | None:
        """How it ended, if it did."""
        if not self.over:
            return None
        return tuple(self.program.scenario.outcomes)[int(self._worlds[-1].whole("outcome")[0])]

    def ordering(self) -> tuple[ActorId, ...]:
        """Who gives orders now; nobody once the game is over."""
        return () if self.over else whose_turn(self._worlds[-1])

    def observation(self, actor: ActorId) -> Observation:
        """What an actor may know now."""
        return observe(self._worlds[-1], actor)

    def history(self, actor: ActorId) -> tuple[Observation, ...]:
        """What an actor knew when each turn was to be ordered, and knows now."""
        return tuple(observe(world, actor) for world in self._worlds)

    def problems(self, orders: Mapping[ActorId, Orders]) -> tuple[str, ...]:
        """What is wrong with a turn's orders, in words; nothing if the turn can be played."""
        wanted, given = set(self.ordering()), set(orders)
        called = self.program.called
        found = [say("{actor} gave orders out of turn", actor=called(one)) for one in sorted(given - wanted)]
        found += [say("orders of {actor} are missing", actor=called(one)) for one in sorted(wanted - given)]
        for actor in sorted(wanted & given):
            found += [
                say("{actor}: {problem}", actor=called(actor), problem=problem)
                for problem in check_orders(self.observation(actor), orders[actor])
            ]
        return tuple(found)

    def events(self) -> tuple[Event, ...]:
        """Everything that happened so far."""
        return _recorded(self._worlds[-1])

    def events_before(self, turn: int) -> tuple[Event, ...]:
        """Everything that had happened when that turn was to be ordered."""
        return _recorded(self._worlds[turn - 1])

    def latest_events(self) -> tuple[Event, ...]:
        """What came of the last turn that was played, with the opening of the game if it was the first."""
        known = len(self.events_before(self.turns)) if self.turns > 1 else 0
        return self.events()[known:]

    def public_rungs(self) -> dict[int, dict[ActorId, int]]:
        """By turn, the highest rung of every actor's own acts, as the public read it when the turn began.

        Under the number after the last turn: as it was read once the last turn had been resolved.
        """
        if not self.program.rungs:
            return {}
        return {turn: _public_rungs(world) for turn, world in enumerate(self._worlds, start=1)}

    def values(self) -> dict[ActorId, float]:
        """What the end is worth to each actor with a seat."""
        world = self._worlds[-1]
        return {actor: float(world.number("value", actor)[0]) for actor in self.program.played}

    def state(self) -> str:
        """The digest of the state."""
        return state_digests(self._worlds[-1])[0].hex()

    def truth(self) -> "Truth":
        """Everything that was hidden. Not for seats while the game goes on."""
        return Truth(self._worlds)


@frozen(eq=False)
class Truth:
    """How things stood, turn by turn, with all that was hidden: for the review of a game that is over."""

    _worlds: tuple[World, ...]

    @property
    def hours(self) -> tuple[int, ...]:
        """The hours at which rows can be read: the beginning of each turn, then the end of the last."""
        *begun, end = self._worlds
        return (*(world.hour for world in begun), end.hour + end.hours_per_turn)

    def has(self, *name: str) -> bool:
        """Whether there is such a row."""
        return self._worlds[-1].has(name)

    def number(self, *name: str, at: int = -1) -> float:
        """A row of numbers; `at` counts like `hours`, and is the end where it is missing."""
        row: F64 = self._worlds[at].number(*name)
        return float(row[0])

    def whole(self, *name: str, at: int = -1) -> int:
        """A row of whole numbers; `at` counts like `hours`, and is the end where it is missing."""
        row: I32 = self._worlds[at].whole(*name)
        return int(row[0])

    def names(self) -> tuple[tuple[str, ...], ...]:
        """The names of all rows."""
        layout = self._worlds[-1].program.layout
        return (*layout.numbers, *layout.whole)

    def scores(self, actor: ActorId) -> tuple[Score, ...]:
        """What each of an actor's objectives came to."""
        return scores(self._worlds[-1], actor)


def _recorded(world: World) -> tuple[Event, ...]:
    assert world.recorder is not None
    return tuple(world.recorder.events(0))


def _public_rungs(world: World) -> dict[ActorId, int]:
    actors = world.program.actors
    return {
        one: max(
            (int(world.whole("read", PUBLIC, one, other)[0]) for other in actors if other != one), default=0
        )
        for one in actors
    }
