"""Small games written in the test that needs them, and played by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import dedent

import numpy as np

from game.engine.arrays import F64, I32
from game.engine.chance import Chance, Dice
from game.engine.events import Event, EventKind
from game.engine.observe import Observation, observe
from game.engine.orders import Orders, batch_orders
from game.engine.program import Program, compile_scenario
from game.engine.turn import next_turn, open_games, resolve
from game.engine.world import World
from game.loading.document import Document
from game.loading.nodes import Fields, parse
from game.model.ids import ActorId, AssumptionId
from game.model.scenario import Scenario

TWO_ACTORS = """
format: 1
id: by_hand
title: "By hand"
clock: {hours_per_turn: 6, horizon_hours: 48}
orders: {moves: 3, contingent: true, claims: true}
actors:
  red: {name: "Red"}
  blue: {name: "Blue"}
outcomes:
  over: {name: "Over"}
"""
"""The start of most games here; tests add sections of their own."""

LADDER = """
ladder:
  name: "Four rungs"
  rungs:
    calm: {name: "Calm", severity: 0}
    low: {name: "Low", severity: 20}
    middle: {name: "Middle", severity: 50}
    high: {name: "High", severity: 62}
"""

WAIT = """
  wait: {name: "Wait", kind: inaction}
"""


def scenario(*sections: str) -> Scenario:
    """The scenario of these sections, checked as any file is."""
    text = "".join(dedent(section) for section in sections)
    root = parse(text, "by_hand.yaml")
    assert isinstance(root, Fields)
    return Document("by_hand.yaml", Path("by_hand.yaml"), text.encode(), root).scenario()


def program(*sections: str) -> Program:
    """The same, compiled."""
    return compile_scenario(scenario(*sections))


Ordered = Orders | str | Sequence[str]
"""Orders, or the names of moves without their actor."""


def _orders(actor: str, given: Ordered) -> Orders:
    if isinstance(given, Orders):
        return given
    names = (given,) if isinstance(given, str) else given
    return Orders(moves=tuple(f"{actor}/{name}" for name in names))


class Table:
    """A batch of games in which all seats do the same; draws are strict."""

    def __init__(
        self,
        source: Program | str,
        games: int = 1,
        seed: int = 1,
        values: Mapping[str, float | F64] | None = None,
        chance: Chance | None = None,
    ) -> None:
        self.program = program(source) if isinstance(source, str) else source
        numbers = np.arange(games, dtype=np.int64)
        assumed = {AssumptionId(name): value for name, value in (values or {}).items()}
        dice = chance or Dice(seed, numbers, strict=True)
        self.world = World.start(self.program, seed, numbers, assumed, record=True, chance=dice)
        open_games(self.world)

    def resolve(self, **orders: Ordered) -> None:
        """Phases 4 to 8 of this turn."""
        batch = {}
        for actor, given in orders.items():
            batch[ActorId(actor)] = batch_orders(self.program, [_orders(actor, given)] * self.world.count)
        resolve(self.world, batch)

    def turn(self, **orders: Ordered) -> None:
        """A whole turn, up to the orders of the next one."""
        self.resolve(**orders)
        self.go_on()

    def go_on(self) -> None:
        """To the next turn's orders."""
        assert not self.world.over.any(), "the game is over"
        next_turn(self.world)

    def turns(self, count: int) -> None:
        """So many turns in which nobody does anything."""
        for _ in range(count):
            self.turn()

    def number(self, *name: str) -> float:
        """A row of numbers in the first game."""
        return float(self.world.number(*name)[0])

    def whole(self, *name: str) -> int:
        """A row of whole numbers in the first game."""
        return int(self.world.whole(*name)[0])

    def rung(self, observer: str, one: str, other: str) -> str:
        """The rung that an observer reads, by its id."""
        return self.program.rungs[self.whole("read", observer, one, other)].id

    def sees(self, actor: str) -> Observation:
        """What an actor may know."""
        return observe(self.world, ActorId(actor))

    def legal(self, move: str) -> bool:
        """Whether a move can be made in the first game."""
        found = self.program.move(move)
        mine = self.program.moves_of[found.actor]
        return bool(self.sees(found.actor).legal()[mine.index(found), 0])

    def events(self, kind: EventKind) -> list[Event]:
        """The first game's events of a kind."""
        assert self.world.recorder is not None
        return [event for event in self.world.recorder.events(0) if event.kind is kind]


def rows(world: World) -> tuple[F64, I32]:
    """Copies of both tables."""
    return world.number_table.copy(), world.whole_table.copy()
