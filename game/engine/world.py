"""The state of a batch of games: two tables of named rows, and the few named mutators.

One game is a batch of one. The game axis is last; finished games are dropped with `only`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, final

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, I32, I64, Columns, Mask
from game.engine.chance import Chance, Dice
from game.engine.events import Event, EventKind, Recorder, Turning
from game.engine.layout import RowName
from game.engine.program import Program
from game.language import N_, Phrase, opening, phrase, quote
from game.model.ids import ActorId, AssumptionId
from game.model.numbers import Assumed, Number

Values = Mapping[AssumptionId, float | F64]
"""Values of assumptions: one number for all games, or a column for each."""


@frozen
class Cause:
    """Who or what brings an effect about."""

    name: str
    """A move's name, an incident's or a rule's: part of the names of draws."""
    actor: ActorId | None = None
    """The actor behind it, if any."""
    target: ActorId | None = None
    """Its target, if any."""
    seen_by: tuple[Any, ...] | None = None
    """Who sees it; everybody where missing."""
    share: float = 1.0
    """How much of an effect on tracks applies: a liability may be halved."""

    def told(self, seen_by: tuple[Any, ...] | None) -> str:
        """Its name for an event that these see; nothing where one of them does not see what was done."""
        known = self.seen_by is None or (seen_by is not None and set(seen_by) <= set(self.seen_by))
        return self.name if known else ""


@final
class World:
    """The state of a batch of games, all at the same turn."""

    __slots__ = (
        "cache",
        "chance",
        "count",
        "games",
        "hour",
        "lasting",
        "number_table",
        "program",
        "recorder",
        "turn",
        "values",
        "whole_table",
    )

    def __init__(
        self, program: Program, chance: Chance, games: I64, values: Values, recorder: Recorder | None
    ) -> None:
        """Use `World.start`."""
        layout, count = program.layout, len(games)
        self.program, self.chance, self.games, self.recorder = program, chance, games, recorder
        central = {name: assumption.value for name, assumption in program.scenario.assumptions.items()}
        self.values: dict[AssumptionId, float | F64] = {**central, **values}
        self.turn, self.hour, self.count = 1, 0, count
        self.number_table: F64 = np.empty((len(layout.numbers), count))
        self.whole_table: I32 = np.empty((len(layout.whole), count), dtype=np.int32)
        for row in layout.numbers.values():
            self.number_table[row.index] = self.value(row.start)
        starts = np.array([row.start for row in layout.whole.values()], dtype=np.int32)
        self.whole_table[:] = starts[:, None] if len(starts) else 0
        self.cache: dict[str, Any] = {}
        """What was computed for this turn and can be computed again; dropped by `only` and at each turn."""
        self.lasting: dict[str, Any] = {}
        """What hangs on the values of assumptions alone, by name; dropped by `only`."""

    @classmethod
    def start(
        cls,
        program: Program,
        seed: int | str,
        games: I64 | None = None,
        values: Values | None = None,
        *,
        record: bool = False,
        chance: Chance | None = None,
    ) -> "World":
        """The games of these numbers at hour 0, with nothing drawn; `game.engine.turn.open_games` goes on."""
        numbers = np.zeros(1, dtype=np.int64) if games is None else np.asarray(games, dtype=np.int64)
        return cls(
            program,
            chance or Dice(seed, numbers),
            numbers,
            values or {},
            Recorder(len(numbers)) if record else None,
        )

    # --- reading ---

    def number(self, *name: str) -> F64:
        """A row of numbers, float64 (games,), as a view."""
        row: F64 = self.number_table[self.program.number_places[name]]
        return row

    def whole(self, *name: str) -> I32:
        """A row of whole numbers, int32 (games,), as a view."""
        row: I32 = self.whole_table[self.program.whole_places[name]]
        return row

    def has(self, name: RowName) -> bool:
        """Whether there is such a row."""
        return name in self.program.layout.numbers or name in self.program.layout.whole

    def value(self, number: Number) -> float | F64:
        """A constant, or this batch's value of an assumption."""
        return self.values[number.assumption] if isinstance(number, Assumed) else number

    def nothing(self) -> Mask:
        """A mask of no game."""
        return np.zeros(self.count, dtype=np.bool_)

    def everything(self) -> Mask:
        """A mask of all games."""
        return np.ones(self.count, dtype=np.bool_)

    def mask(self, columns: Columns) -> Mask:
        """The mask of those columns."""
        result = self.nothing()
        result[columns] = True
        return result

    @property
    def hours_per_turn(self) -> int:
        """The length of a turn."""
        return self.program.scenario.clock.hours_per_turn

    # --- changing ---

    def set_whole(self, name: RowName, value: Any, where: Columns) -> None:
        """Write a row of whole numbers in the columns `where`; no event."""
        self.whole_table[self.program.whole_places[name]][where] = value

    def set_number(self, name: RowName, value: Any, where: Columns) -> None:
        """Write a row of numbers in the columns `where`; no event."""
        self.number_table[self.program.number_places[name]][where] = value

    def change(self, actor: str, track: str, by: float | F64, where: Columns, cause: Cause) -> None:
        """Move a track by an amount (a number, or a column for all games), within its bounds; emits TRACK."""
        spec = self.program.scenario.tracks[track]  # type: ignore[index]  # ids are strings at run time
        row = self.number_table[self.program.number_places["track", actor, track]]
        step = by[where] if isinstance(by, np.ndarray) else by
        if cause.share != 1.0:
            step = step * cause.share
        before = row[where]
        after = before + step
        if isinstance(step, np.ndarray) or step < 0:
            np.maximum(after, spec.low, out=after)
        if isinstance(step, np.ndarray) or step > 0:
            np.minimum(after, spec.high, out=after)
        row[where] = after
        if self.recorder is not None:
            self._tell_track(actor, track, before, where, cause)

    def _tell_track(self, actor: str, track: str, before: F64, where: Columns, cause: Cause) -> None:
        row = self.program.layout.numbers["track", actor, track]
        seen_by = None if row.seen_by is None else tuple(sorted(row.seen_by))
        after = self.number_table[row.index]
        for place, column in enumerate(where.tolist()):
            moved = float(after[column] - before[place])
            if abs(moved) < 1e-9:  # less than anybody could see
                continue
            template = _MOVED[actor == "world", moved > 0]
            said = phrase(
                template,
                track=self.program.words(track),
                actor=self.program.words(actor),
                by=abs(moved),
                to=float(after[column]),
            )
            self.tell(
                EventKind.TRACK,
                np.array([column]),
                opening(said),
                actor=ActorId(actor),
                subject=track,
                cause=cause.told(seen_by),
                amount=moved,
                seen_by=seen_by,
            )

    def tell(
        self,
        kind: EventKind,
        where: Columns,
        text: str | Phrase | Sequence[str | Phrase],
        *,
        actor: ActorId | None = None,
        target: ActorId | None = None,
        subject: str = "",
        cause: str = "",
        amount: float = 0.0,
        seen_by: tuple[Any, ...] | None = None,
        turning: Turning = Turning.NEWS,
    ) -> None:
        """Emit one event in each column of `where`, if anybody records; `text` may be one for each column.

        A string is a text of the scenario; what the rules themselves say is a phrase.
        """
        if self.recorder is None or not len(where):
            return
        texts = [text] * len(where) if isinstance(text, str | Phrase) else text
        said = dict(zip(where.tolist(), texts, strict=True))
        self.recorder.note(
            where,
            lambda column: Event(
                self.hour,
                self.turn,
                kind,
                _phrase(said[column]),
                actor,
                target,
                subject,
                cause,
                amount,
                seen_by,
                turning,
            ),
        )

    # --- selecting ---

    def only(self, columns: Columns) -> "World":
        """The games of those columns, in that order: to drop, reorder or repeat games."""
        kept = object.__new__(World)
        kept.program, kept.turn, kept.hour = self.program, self.turn, self.hour
        kept.games, kept.chance, kept.count = self.games[columns], self.chance.only(columns), len(columns)
        kept.number_table, kept.whole_table = (
            np.take(self.number_table, columns, axis=1),
            np.take(self.whole_table, columns, axis=1),
        )
        kept.values = {k: v[columns] if isinstance(v, np.ndarray) else v for k, v in self.values.items()}
        kept.recorder = None if self.recorder is None else self.recorder.only(columns)
        kept.cache, kept.lasting = {}, {}
        return kept

    @property
    def over(self) -> Mask:
        """The games that have ended."""
        mask: Mask = self.whole("outcome") >= 0
        return mask


_MOVED = {
    (True, True): N_("{track}: up {by:.3g} to {to:.3g}"),
    (True, False): N_("{track}: down {by:.3g} to {to:.3g}"),
    (False, True): N_("{track} of {actor}: up {by:.3g} to {to:.3g}"),
    (False, False): N_("{track} of {actor}: down {by:.3g} to {to:.3g}"),
}
"""What is said of a track that moved: of the world's or of an actor's, up or down."""


def _phrase(text: str | Phrase) -> Phrase:
    return text if isinstance(text, Phrase) else quote(text)
