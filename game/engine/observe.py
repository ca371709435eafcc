"""What one actor may know: the rows that its seat was given when the scenario was compiled, and nothing else.

An observation answers by the names it was given; there is no way to ask it for another row. While a turn is
being ordered it looks at the batch's tables, so that ten thousand games cost no copy; `settled` builds tables
of its own that hold its rows only.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from game.engine.arrays import F64, I32, I64, Mask
from game.engine.bargaining_orders import check_bargaining
from game.engine.grounding import in_play
from game.engine.layout import RowName
from game.engine.legality import legal_moves, requirements, whose_turn
from game.engine.orders import Orders
from game.engine.program import Move, Program
from game.engine.tables import available, open_now
from game.engine.world import Values, World
from game.language import _, count, say, told
from game.model.ids import ActorId, ContingencyId, DealId
from game.model.numbers import Assumed, Number
from game.model.primitives import Condition

Given = Mapping[RowName, tuple[bool, int]]
"""The rows that an actor was given: whether each is one of numbers, and its place in its table."""


class Hidden(KeyError):
    """A row that this actor was not given."""


@final
class Observation:
    """One actor's view of a batch of games, valid until the turn is resolved. It cannot be changed."""

    __slots__ = (
        "_given",
        "_holds",
        "_legal",
        "_numbers",
        "_values",
        "_whole",
        "actor",
        "games",
        "hour",
        "lasting",
        "may_order",
        "program",
        "turn",
    )

    def __init__(
        self,
        actor: ActorId,
        program: Program,
        clock: tuple[int, int],
        games: I64,
        rows: tuple[Given, F64, I32],
        *,
        legal: Mask,
        holds: Mask,
        may_order: bool,
        values: Values,
    ) -> None:
        """Use `observe`."""
        self.actor, self.program, self.games, self.may_order = actor, program, games, may_order
        self.turn, self.hour = clock
        self._given, self._numbers, self._whole = rows
        self._legal, self._holds, self._values = legal, holds, values
        self.lasting: dict[str, Any] = {}
        """What was worked out from these rows and can be worked out again, for as long as they are valid."""

    @property
    def count(self) -> int:
        """How many games."""
        return len(self.games)

    def _row(self, name: RowName) -> NDArray[Any]:
        try:
            is_number, index = self._given[name]
        except KeyError:
            raise Hidden(f"{self.actor} is not given {name}") from None
        row: NDArray[Any] = self._numbers[index] if is_number else self._whole[index]
        return row

    def number(self, *name: str) -> F64:
        """A row of numbers, float64 (games,). Raises Hidden for what this actor was not given."""
        return self._row(name)

    def whole(self, *name: str) -> I32:
        """A row of whole numbers, int32 (games,). Raises Hidden for what this actor was not given."""
        return self._row(name)

    def value(self, number: Number) -> float | F64:
        """A constant, or the value of an assumption in these games: everybody knows what is assumed."""
        return self._values[number.assumption] if isinstance(number, Assumed) else number

    @property
    def assumed(self) -> Values:
        """Every assumption's value in these games."""
        return self._values

    def can_see(self, *name: str) -> bool:
        """Whether this actor was given that row."""
        return name in self._given

    def own_acts(self, word: str) -> I32:
        """`until`, `did_at` or `times` of all of this actor's moves, (moves of the actor, games)."""
        moves = self.program.moves_of[self.actor]
        if not moves:
            return np.zeros((0, self.count), np.int32)
        (_, first), (_, last) = (self._given[word, move.name] for move in (moves[0], moves[-1]))
        return self._whole[first : last + 1]

    def names(self) -> Iterable[RowName]:
        """The names of all rows that this actor was given."""
        return self._given.keys()

    def legal(self) -> Mask:
        """Which of `program.moves_of[actor]` can be made, bool (moves of the actor, games)."""
        return self._legal

    def why_not(self, move: Move, game: int = 0) -> tuple[str, ...]:
        """What keeps one of this actor's moves from being made, in plain words; nothing if it can be made."""
        if move.actor != self.actor:
            raise Hidden(f"{self.actor} does not know what {move.actor} could do")
        if not self.may_order:
            return (_("it is not your turn"),)
        return tuple(
            say("needs: {condition}", condition=self.explain(self.program.conditions[index], game))
            for index in move.requires
            if not self._holds[index][game]
        )

    def explain(self, condition: Condition, game: int = 0) -> str:
        """A condition in plain words, with the numbers in play wherever it names an assumption."""

        def amount(number: Assumed) -> float:
            value = self._values[number.assumption]
            return float(value[game]) if isinstance(value, np.ndarray) and value.ndim else float(value)

        return self.program.explain(in_play(condition, amount))

    def table_open(self, deal: str) -> Mask:
        """Where this actor may put an offer on a table, or reply to one; nowhere if it is no party."""
        table = self.program.tables[DealId(deal)]
        if not self.may_order or self.actor not in table.deal.parties:
            return np.zeros(self.count, dtype=np.bool_)
        return open_now(table, self._holds, self.whole("deal", deal))

    def can_offer(self, deal: str, term: str) -> Mask:
        """Where a term of a table at which this actor sits can be offered. Raises Hidden for others."""
        table = self.program.tables[DealId(deal)]
        if self.actor not in table.deal.parties:
            raise Hidden(f"{self.actor} does not sit at {deal}")
        (card,) = (card for card in table.cards if card.term.id == term)
        return available(card, self._holds)

    def unmet(self, conditions: Iterable[int], game: int = 0) -> tuple[Condition, ...]:
        """Which of the program's conditions at these indexes, which this actor may see, do not hold."""
        return tuple(self.program.conditions[index] for index in conditions if not self._holds[index][game])

    def face_covered(self, deal: str) -> Mask:
        """Where a mediator or reciprocity covers what a deal costs at home, as far as this actor can tell."""
        indexes = self.program.tables[DealId(deal)].covered_when
        mask = np.full(self.count, bool(indexes))
        for index in indexes:
            reads = self.program.conditions[index].reads(self.program.scenario)
            mask &= self._holds[index] & all(row in self._given for row in reads)
        return mask

    def settled(self) -> "Observation":
        """A copy that stays as it is."""
        given: dict[RowName, tuple[bool, int]] = {}
        places: tuple[list[int], list[int]] = ([], [])
        for name, (is_number, index) in self._given.items():
            given[name] = (is_number, len(places[is_number]))
            places[is_number].append(index)
        rows = (given, self._numbers[places[True]], self._whole[places[False]])
        for table in rows[1:]:
            table.flags.writeable = False
        clock = (self.turn, self.hour)
        return Observation(
            self.actor,
            self.program,
            clock,
            self.games.copy(),
            rows,
            legal=self._legal.copy(),
            holds=self._holds.copy(),
            may_order=self.may_order,
            values=self._values,
        )

    def as_bytes(self) -> bytes:
        """Everything in it, for comparing observations byte by byte."""
        names = sorted(self._given)
        parts = [repr((self.actor, self.turn, self.hour, names)).encode(), self._legal.tobytes()]
        parts.extend(self._row(name).tobytes() for name in names)
        return b"".join(parts)


def observe(world: World, actor: ActorId) -> Observation:
    """What that actor may know now, before anybody orders."""
    program = world.program
    numbers, whole = world.number_table.view(), world.whole_table.view()
    numbers.flags.writeable = whole.flags.writeable = False
    mine = program.moves_of[actor]
    legal = (
        legal_moves(world)[mine[0].index : mine[-1].index + 1]
        if mine
        else np.zeros((0, world.count), dtype=np.bool_)
    )
    may_order = actor in whose_turn(world)
    return Observation(
        actor,
        program,
        (world.turn, world.hour),
        world.games,
        (program.seen_rows(actor), numbers, whole),
        legal=legal,
        holds=requirements(world),
        may_order=may_order,
        values=world.values,
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
    ordered = len(orders.moves) + (orders.contingent is not None)
    if ordered > scenario.orders.moves:
        problems.append(
            count(
                ordered,
                "{number} move ordered, but a turn has {most}",
                "{number} moves ordered, but a turn has {most}",
                most=scenario.orders.moves,
            )
        )
    if len(set(orders.moves)) < len(orders.moves):
        problems.append(_("the same move is ordered twice"))
    if asked is not None and asked.then in orders.moves:
        problems.append(_("a contingent order repeats a move that is ordered anyway"))
    for branch in (asked.then, asked.otherwise) if asked is not None else ("",):
        problems.extend(p for p in _check_together(program, (*orders.moves, branch)) if p not in problems)
    mine = {move.name: place for place, move in enumerate(program.moves_of[observation.actor])}
    for name in names:
        if name not in mine:
            problems.append(say("{actor} has no move called {name}", actor=observation.actor, name=name))
        elif not observation.legal()[mine[name], 0]:
            reasons = "; ".join(observation.why_not(program.move(name))) or _("not now")
            action = told(program.move(name).action.name)
            problems.append(say("{action} is not available: {reasons}", action=action, reasons=reasons))
    if orders.engagement is not None and not observation.can_see("roe", observation.actor):
        problems.append(say("{actor} has no rules of engagement to set", actor=observation.actor))
    if orders.claim is not None:
        problems.extend(_check_claim(observation, orders.claim))
    problems.extend(check_bargaining(observation, orders))
    return tuple(problems)


def _check_together(program: Program, names: Sequence[str]) -> Iterable[str]:
    """Moves that exclude one another."""
    moves = [program.move(name) for name in names if program.has_move(name)]
    for place, one in enumerate(moves):
        for other in moves[:place]:
            if one is not other and program.excluded[one.index, other.index]:
                yield say(
                    "{one} and {other} cannot be ordered in the same turn",
                    one=told(other.action.name),
                    other=told(one.action.name),
                )


def _check_question(observation: Observation, when: ContingencyId) -> Iterable[str]:
    scenario = observation.program.scenario
    if not scenario.orders.contingent:
        yield _("this scenario has no contingent orders")
    elif when not in scenario.contingencies:
        yield say("there is no question called {name}", name=when)
    elif (by := scenario.contingencies[when].by) and observation.actor not in by:
        question = told(scenario.contingencies[when].name)
        yield say("{question}: {actor} may not ask that", question=question, actor=observation.actor)


def _check_claim(observation: Observation, claim: tuple[str, str]) -> Iterable[str]:
    scenario = observation.program.scenario
    incident, what = claim
    if not scenario.orders.claims:
        yield _("this scenario has no claims")
    elif incident not in scenario.incidents or what not in scenario.claims:
        yield say("there is no incident {incident} or no claim {claim}", incident=incident, claim=what)
    elif observation.whole("happened", incident)[0] < 0:
        name = scenario.incidents[incident].name  # type: ignore[index]  # checked above
        yield say("{incident} has not happened", incident=told(name))
    else:
        by = scenario.claims[what].by  # type: ignore[index]  # checked above
        if by and observation.actor not in by:
            yield say("that claim is not {actor}'s to make", actor=observation.actor)
