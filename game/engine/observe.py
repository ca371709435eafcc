"""What one actor may know, built up row by row from what it is given; it never holds anything else."""

from collections.abc import Iterable, Sequence
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import F64, I32, I64, Mask
from game.engine.layout import RowName
from game.engine.legality import legal_moves, requirements, whose_turn
from game.engine.orders import Orders
from game.engine.program import Move, Program
from game.engine.world import World
from game.model.ids import ActorId, ContingencyId


class Hidden(KeyError):
    """A row that this actor was not given."""


@final
class Observation:
    """One actor's view of a batch of games, valid until the turn is resolved. It cannot be changed."""

    __slots__ = ("_holds", "_legal", "_rows", "actor", "games", "hour", "may_order", "program", "turn")

    def __init__(
        self,
        actor: ActorId,
        program: Program,
        clock: tuple[int, int],
        games: I64,
        rows: dict[RowName, NDArray[Any]],
        *,
        legal: Mask,
        holds: dict[int, Mask],
        may_order: bool,
    ) -> None:
        """Use `observe`."""
        self.actor, self.program, self.games, self.may_order = actor, program, games, may_order
        self.turn, self.hour = clock
        self._rows, self._legal, self._holds = rows, legal, holds

    @property
    def count(self) -> int:
        """How many games."""
        return len(self.games)

    def _row(self, name: RowName) -> NDArray[Any]:
        try:
            return self._rows[name]
        except KeyError:
            raise Hidden(f"{self.actor} is not given {name}") from None

    def number(self, *name: str) -> F64:
        """A row of numbers, float64 (games,). Raises Hidden for what this actor was not given."""
        return self._row(name)

    def whole(self, *name: str) -> I32:
        """A row of whole numbers, int32 (games,). Raises Hidden for what this actor was not given."""
        return self._row(name)

    def can_see(self, *name: str) -> bool:
        """Whether this actor was given that row."""
        return name in self._rows

    def own_acts(self, word: str) -> I32:
        """`until`, `did_at` or `times` of all of this actor's moves, (moves of the actor, games)."""
        moves = self.program.moves_of[self.actor]
        return (
            np.stack([self._row((word, move.name)) for move in moves])
            if moves
            else np.zeros((0, self.count), np.int32)
        )

    def names(self) -> Iterable[RowName]:
        """The names of all rows that this actor was given."""
        return self._rows.keys()

    def legal(self) -> Mask:
        """Which of `program.moves_of[actor]` can be made, bool (moves of the actor, games)."""
        return self._legal

    def why_not(self, move: Move, game: int = 0) -> tuple[str, ...]:
        """What keeps one of this actor's moves from being made, in plain words; nothing if it can be made."""
        if not self.may_order:
            return ("it is not your turn",)
        return tuple(
            f"needs: {self.program.explain(self.program.conditions[index])}"
            for index in move.requires
            if not self._holds[index][game]
        )

    def settled(self) -> "Observation":
        """A copy that stays as it is."""
        rows = {name: row.copy() for name, row in self._rows.items()}
        holds = {index: mask.copy() for index, mask in self._holds.items()}
        clock = (self.turn, self.hour)
        return Observation(
            self.actor,
            self.program,
            clock,
            self.games.copy(),
            rows,
            legal=self._legal.copy(),
            holds=holds,
            may_order=self.may_order,
        )

    def as_bytes(self) -> bytes:
        """Everything in it, for comparing observations byte by byte."""
        parts = [repr((self.actor, self.turn, self.hour, sorted(self._rows))).encode(), self._legal.tobytes()]
        parts.extend(self._rows[name].tobytes() for name in sorted(self._rows))
        return b"".join(parts)


def observe(world: World, actor: ActorId) -> Observation:
    """What that actor may know now, before anybody orders."""
    program = world.program
    numbers, whole = world.number_table.view(), world.whole_table.view()
    numbers.flags.writeable = whole.flags.writeable = False
    seen_numbers, seen_whole = program.seen_rows(actor)
    rows: dict[RowName, NDArray[Any]] = {name: numbers[index] for name, index in seen_numbers}
    rows.update((name, whole[index]) for name, index in seen_whole)
    mine = program.moves_of[actor]
    table = requirements(world)
    legal = (
        legal_moves(world)[mine[0].index : mine[-1].index + 1]
        if mine
        else np.zeros((0, world.count), dtype=np.bool_)
    )
    holds = {index: table[index] for move in mine for index in move.requires}
    may_order = actor in whose_turn(world)
    return Observation(
        actor,
        program,
        (world.turn, world.hour),
        world.games,
        rows,
        legal=legal,
        holds=holds,
        may_order=may_order,
    )


def check_orders(observation: Observation, orders: Orders) -> tuple[str, ...]:
    """What is wrong with orders for an observation's first game, in plain words; nothing where they stand."""
    program, scenario = observation.program, observation.program.scenario
    problems: list[str] = []
    names = [*orders.moves]
    asked = orders.contingent
    if asked is not None:
        problems.extend(_check_question(observation, asked.when))
        names += [n for n in (asked.then, asked.otherwise) if n]
    count = len(orders.moves) + (orders.contingent is not None)
    if count > scenario.orders.moves:
        problems.append(f"{count} moves ordered, but a turn has {scenario.orders.moves}")
    if len(set(orders.moves)) < len(orders.moves):
        problems.append("the same move is ordered twice")
    if asked is not None and asked.then in orders.moves:
        problems.append("a contingent order repeats a move that is ordered anyway")
    for branch in {asked.then, asked.otherwise} if asked is not None else {""}:
        problems.extend(p for p in _check_together(program, (*orders.moves, branch)) if p not in problems)
    mine = {move.name: place for place, move in enumerate(program.moves_of[observation.actor])}
    for name in names:
        if name not in mine:
            problems.append(f"{observation.actor} has no move called {name}")
        elif not observation.legal()[mine[name], 0]:
            reasons = "; ".join(observation.why_not(program.move(name))) or "not now"
            problems.append(f"{program.move(name).action.name} is not available: {reasons}")
    if orders.engagement is not None and not observation.can_see("roe", observation.actor):
        problems.append(f"{observation.actor} has no rules of engagement to set")
    if orders.claim is not None:
        problems.extend(_check_claim(observation, orders.claim))
    return tuple(problems)


def _check_together(program: Program, names: Sequence[str]) -> Iterable[str]:
    """Moves that exclude one another."""
    moves = [program.move(name) for name in names if program.has_move(name)]
    for place, one in enumerate(moves):
        for other in moves[:place]:
            if one is not other and program.excluded[one.index, other.index]:
                yield f"{other.action.name} and {one.action.name} cannot be ordered in the same turn"


def _check_question(observation: Observation, when: ContingencyId) -> Iterable[str]:
    scenario = observation.program.scenario
    if not scenario.orders.contingent:
        yield "this scenario has no contingent orders"
    elif when not in scenario.contingencies:
        yield f"there is no question called {when}"
    elif (by := scenario.contingencies[when].by) and observation.actor not in by:
        yield f"{scenario.contingencies[when].name}: {observation.actor} may not ask that"


def _check_claim(observation: Observation, claim: tuple[str, str]) -> Iterable[str]:
    scenario = observation.program.scenario
    incident, what = claim
    if not scenario.orders.claims:
        yield "this scenario has no claims"
    elif incident not in scenario.incidents or what not in scenario.claims:
        yield f"there is no incident {incident} or no claim {what}"
    elif observation.whole("happened", incident)[0] < 0:
        yield f"{scenario.incidents[incident].name} has not happened"  # type: ignore[index]  # checked above
    else:
        by = scenario.claims[what].by  # type: ignore[index]  # checked above
        if by and observation.actor not in by:
            yield f"that claim is not {observation.actor}'s to make"
