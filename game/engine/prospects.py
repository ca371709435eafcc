"""What going on without a deal is worth to an actor, from what somebody may know: W of the bargain.

The points that its objectives would bring if it all ended now stand on both sides of the scale, so what is
weighed is the change to come: what the costs of maximal aims take in the hours that are left, by the drift of
the tracks it values and what every turn does to them as things stand, less what accidents would cost
(Fearon 1995; Powell 1988 for the risk).
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from math import fsum
from typing import Any

import numpy as np
from attrs import frozen

from game.engine.arrays import F64, Mask
from game.engine.as_seen import seen_to_hold
from game.engine.effects.branches import When
from game.engine.ledger import worth
from game.engine.ledger.risk import standing
from game.engine.mechanisms.hazard import probability_within, rates_by_rung, scale_of
from game.engine.program import Program
from game.engine.world import World
from game.model.actors import Objective, Owner
from game.model.deals import Deal
from game.model.ids import ActorId, TrackId
from game.model.numbers import Number
from game.model.primitives import Condition, Effect

Amount = Callable[[Number], float | F64]
"""Gives the value of a number in the games that are looked at: one for all, or a column."""


def going_on(program: Program, rows: Any, actor: ActorId, deal: Deal | None = None) -> F64:
    """Points that an actor gains by going on without a deal, below zero for costs, (games,).

    `rows` is a world or an observation: what it is not given counts as if it did not change. A deal that does
    not end what goes on spares nobody its costs: nothing is weighed against it.
    """
    if deal is not None and not deal.ends_going_on:
        return np.zeros(rows.count)
    if isinstance(rows, World):
        return Prospect(program, actor, rows.value).points(rows)
    name = f"going on of {actor}"  # what an actor sees stays as it is until the turn is resolved
    if name not in rows.lasting:
        rows.lasting[name] = Prospect(program, actor, rows.value).points(rows)
    points: F64 = rows.lasting[name]
    return points


@frozen(eq=False)
class Prospect:
    """One actor's prospect without a deal."""

    program: Program
    """The compiled scenario."""
    actor: ActorId
    """Whose."""
    amount: Amount
    """The values of numbers."""

    def points(self, rows: Any) -> F64:
        """What it gains by going on, (games,)."""
        points = np.zeros(rows.count)
        days = max(0.0, float(self.program.scenario.clock.horizon_hours - rows.hour)) / 24.0
        if days <= 0:  # The hidden end is not known to anybody.
            return points
        for objective, counts in self._scaled_by_tracks(rows):
            points = points + counts * self._change(rows, objective, days)
        return points - self._expected_loss(rows, days)

    def _scaled_by_tracks(self, rows: Any) -> Iterator[tuple[Objective, Any]]:
        """What it values by a track, and whether (or how likely) that counts for it."""
        spec = self.program.scenario.actors[self.actor]
        for table, is_aim in ((spec.objectives, False), (spec.aims, True), (spec.aftermath, False)):
            for objective in table.values():
                if objective.track is None:
                    continue
                counts: Any = 1.0
                if is_aim:
                    drawn = _asked(rows, "aim", self.actor, objective.id)
                    counts = spec.aims_drawn / len(spec.aims) if drawn is None else drawn
                if objective.type is not None:
                    kind = _asked(rows, "type", self.actor)
                    place = list(spec.types).index(objective.type)
                    counts = counts * (1.0 / len(spec.types) if kind is None else kind == place)
                yield objective, counts

    def _change(self, rows: Any, objective: Objective, days: float) -> F64 | float:
        """What the drift of its track changes about an objective."""
        assert objective.track is not None
        track = self.program.scenario.tracks[objective.track]
        owner = "world" if track.owner is Owner.WORLD else str(objective.of or self.actor)
        moves = (self.amount(track.drift_per_day) + self._every_day(rows, owner, track.id)) * days
        if not np.any(moves) or not _given(rows, "track", owner, track.id):
            return 0.0
        level: F64 = rows.number("track", owner, track.id)
        after = np.minimum(np.maximum(level + moves, track.low), track.high)
        now, then = (_share(objective, one) for one in (level, after))
        return self.amount(objective.points) * (then - now)

    def _every_day(self, rows: Any, owner: str, track: TrackId) -> float | F64:
        """How far the rules of every turn move a track in a day, as things are seen to stand."""
        moved: float | F64 = 0.0
        for by, branches in _every_turn(self.program, owner, track):
            counts: Mask | None = None
            for conditions, wanted in branches:
                mask, given = _seen(rows, conditions)
                mask = mask if wanted else ~mask & given  # what hangs on hidden rows is left out
                counts = mask if counts is None else counts & mask
            moved = moved + (by if counts is None else np.where(counts, by, 0.0))
        return moved * 24.0 / self.program.scenario.clock.hours_per_turn

    def _expected_loss(self, rows: Any, days: float) -> F64 | float:
        """What accidents would cost, by how likely each is until the announced end as the pair stands now."""
        loss: F64 | float = 0.0
        scale = worth(self.program, self.actor)
        for pair in self.program.in_contact if self.program.rungs else ():
            if self.actor not in (pair.one, pair.other):
                continue
            harm = 0.0
            for effect in pair.effects:
                for kind, by in effect.consequences(self.program.scenario):
                    if kind in scale.tracks:
                        harm -= scale.tracks[kind].always * by
            if harm > 0:
                other = pair.other if pair.one == self.actor else pair.one
                rate = _at_rung(rates_by_rung(rows), standing(rows, self.actor, other), rows.count)
                loss = loss + harm * probability_within(rate * scale_of(rows, pair), days * 24.0)
        return loss


Branch = tuple[tuple[Condition, ...], bool]
"""Conditions, and whether they must all hold or must not."""


@lru_cache(maxsize=512)
def _every_turn(program: Program, owner: str, track: TrackId) -> tuple[tuple[float, tuple[Branch, ...]], ...]:
    """What the rules of every turn do to a track, by central values, and in which branches."""
    return tuple(_moved(program, program.scenario.every_turn, ("track", owner, track), ()))


def _moved(
    program: Program, effects: Iterable[Effect], wanted: tuple[str, ...], branches: tuple[Branch, ...]
) -> Iterator[tuple[float, tuple[Branch, ...]]]:
    for effect in effects:
        if isinstance(effect, When):
            for part, holds in ((effect.then, True), (effect.else_, False)):
                yield from _moved(program, part, wanted, (*branches, (effect.holds, holds)))
        else:
            by = fsum(amount for kind, amount in effect.consequences(program.scenario) if kind == wanted)
            if by:
                yield by, branches


def _seen(rows: Any, conditions: tuple[Condition, ...]) -> tuple[Mask, bool]:
    """Where conditions are seen to hold: asked once of what an actor sees, whatever tracks hang on them."""
    if isinstance(rows, World):
        return seen_to_hold(rows, conditions)
    name = f"branch {id(conditions)}"  # the scenario keeps them for as long as there are rows
    if name not in rows.lasting:
        rows.lasting[name] = seen_to_hold(rows, conditions)
    found: tuple[Mask, bool] = rows.lasting[name]
    return found


def _at_rung(rates: F64, rung: Any, count: int) -> F64:
    found: F64 = rates[rung] if rates.ndim == 1 else rates[rung, np.arange(count)]
    return found


def _share(objective: Objective, level: F64) -> F64:
    span = objective.full_at - objective.nothing_at
    return np.minimum(np.maximum((level - objective.nothing_at) / span, 0.0), 1.0)


def _given(rows: Any, *name: str) -> bool:
    """Whether these rows hold that one."""
    try:
        rows.number(*name)
    except KeyError:
        return False
    return True


def _asked(rows: Any, *name: str) -> Any:
    """A row of whole numbers; None where it is not given."""
    try:
        return rows.whole(*name)
    except KeyError:
        return None
