"""What a computer player expects of each of its moves: a table of moves by kinds of consequence.

The table is static and worked out once; what each kind is worth in each game is judged anew every turn
(`judgement`). Scores are their matrix product over whole numbers, so they are exact in any order.
"""

from functools import cached_property

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, Mask
from game.engine.conditions.acts import RungAtLeast
from game.engine.conditions.logic import AnyOf
from game.engine.ledger import Book, book
from game.engine.program import Move, Program
from game.model.commitments import Commitment
from game.model.endings import Drive, OutcomeClass
from game.model.ids import ActorId

Kind = tuple[str, ...]
"""What sort of consequence: a word, then ids."""

FINE = 10
"""Amounts in the table are whole tenths."""


@frozen(eq=False)
class Reckoning:
    """One actor's moves and what they bring."""

    program: Program
    """The compiled scenario."""
    actor: ActorId
    """Whose moves."""

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The actor's moves."""
        return self.program.moves_of[self.actor]

    @cached_property
    def own_promises(self) -> tuple[Commitment, ...]:
        """The commitments that it has given or may give."""
        return tuple(c for c in self.program.commitments.values() if c.issuer == self.actor)

    @cached_property
    def book(self) -> Book:
        """Which answers its moves may meet, so far as it knows of them."""
        return book(self.program, self.actor, self.actor)

    @cached_property
    def kinds(self) -> dict[Kind, int]:
        """Every kind of consequence that any of its moves has, with its column."""
        found: dict[Kind, int] = {}
        for row in self._rows:
            for kind in row:
                found.setdefault(kind, len(found))
        return found

    @cached_property
    def table(self) -> F64:
        """Whole tenths, (moves, kinds)."""
        table = np.zeros((len(self.moves), max(len(self.kinds), 1)))
        for place, row in enumerate(self._rows):
            for kind, amount in row.items():
                table[place, self.kinds[kind]] = float(round(amount * FINE))
        return table

    @cached_property
    def brings(self) -> Mask:
        """Which kinds each move brings, (moves, kinds)."""
        mask: Mask = self.table != 0.0
        return mask

    @cached_property
    def _rows(self) -> tuple[dict[Kind, float], ...]:
        return tuple(self._reckon(move) for move in self.moves)

    @cached_property
    def _ruin(self) -> int:
        """The rung that by itself ends a game in general war; 0 where none does."""
        for outcome in self.program.scenario.outcomes.values():
            if outcome.class_ is OutcomeClass.GENERAL_WAR and len(outcome.when) == 1:
                causes = outcome.when[0].of if isinstance(outcome.when[0], AnyOf) else outcome.when
                for cause in causes:
                    if isinstance(cause, RungAtLeast):
                        return self.program.rung_index(cause.rung)
        return 0

    def _reckon(self, move: Move) -> dict[Kind, float]:
        scenario = self.program.scenario
        row: dict[Kind, float] = {}
        if move.rung > 0 and move.target is not None:
            row["rung", move.target, str(move.rung)] = 1.0
        for drive in Drive:
            if drive.value in move.action.appeals:
                row["drive", drive.value] = move.action.appeals[drive.value]
        for effect in move.action.effects:
            for kind, amount in effect.consequences(scenario):
                row[kind] = row.get(kind, 0.0) + amount
        for commitment in self.own_promises:
            if move.target == commitment.on and move.rung >= self.program.rung_index(commitment.rung) > 0:
                row["keep", commitment.id] = 1.0
        act = self.book.act(move)
        if act is not None:
            row["act", str(self.book.distinct.index(act))] = 1.0
        for duty in self.program.duties:
            if duty.responder == self.actor and move.target == duty.accused and move.rung > duty.cap:
                row["above cap", duty.commitment] = 1.0
        if 0 < self._ruin <= move.rung:
            row["ruin",] = 1.0
        if move.action.kind.value != "inaction":
            row["effort",] = 1.0
        return row
