"""What going on without a deal is worth to an actor, from what somebody may know: W of the bargain.

The points that its objectives would bring if it all ended now stand on both sides of the scale, so what is
weighed is the change to come: what the costs of maximal aims take in the hours that are left, by the drift of
the tracks it values, less what accidents would cost at the rung where the crisis stands (Fearon 1995; Powell
1988 for the risk).
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from attrs import frozen

from game.engine.arrays import F64
from game.engine.effects.branches import When
from game.engine.exact import exp, log
from game.engine.ledger import worth
from game.engine.program import Program
from game.model.actors import Objective, Owner
from game.model.deals import Deal
from game.model.ids import ActorId, TrackId
from game.model.numbers import Number

Amount = Callable[[Number], float | F64]
"""Gives the value of a number in the games that are looked at: one for all, or a column."""


def going_on(program: Program, rows: Any, actor: ActorId, deal: Deal | None = None) -> F64:
    """Points that an actor gains by going on without a deal, below zero for costs, (games,).

    `rows` is a world or an observation: what it is not given counts as if it did not change. A deal that does
    not end what goes on spares nobody its costs: nothing is weighed against it.
    """
    if deal is not None and not deal.ends_going_on:
        return np.zeros(rows.count)
    return Prospect(program, actor, rows.value).points(rows)


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
        moves = self.amount(track.drift_per_day) * days + _every_turn(self.program, owner, track.id) * days
        if not np.any(moves) or not _given(rows, "track", owner, track.id):
            return 0.0
        level: F64 = rows.number("track", owner, track.id)
        after = np.minimum(np.maximum(level + moves, track.low), track.high)
        now, then = (_share(objective, one) for one in (level, after))
        return self.amount(objective.points) * (then - now)

    def _expected_loss(self, rows: Any, days: float) -> F64 | float:
        """What an accident would cost, by how likely one is until the announced end at the present rung."""
        pairs = [pair for pair in self.program.in_contact if self.actor in (pair.one, pair.other)]
        if not pairs or not self.program.rungs:
            return 0.0
        rung = rows.whole("crisis")
        hazards = [self.amount(spec.hazard_per_day) for spec in self.program.rungs]
        chances = [
            _within_each(hazard, days) if isinstance(hazard, np.ndarray) else _within(float(hazard), days)
            for hazard in hazards
        ]
        if any(isinstance(chance, np.ndarray) and chance.ndim for chance in chances):
            by_rung = np.array([np.broadcast_to(chance, rows.count) for chance in chances])
            likely: F64 = by_rung[rung, np.arange(rows.count)]
        else:
            likely = np.array(chances)[rung]
        scale = worth(self.program, self.actor)
        harm = 0.0
        for effect in pairs[0].effects:
            for kind, by in effect.consequences(self.program.scenario):
                if kind in scale.tracks:
                    harm -= scale.tracks[kind].always * by
        return likely * max(0.0, harm)


@lru_cache(maxsize=512)
def _every_turn(program: Program, owner: str, track: TrackId) -> float:
    """How far the rules of every turn move a track in a day, unconditionally, by central values."""
    scenario = program.scenario
    moved = 0.0
    for effect in scenario.every_turn:
        for kind, by in () if isinstance(effect, When) else effect.consequences(scenario):
            moved += by if kind == ("track", owner, track) else 0.0
    return moved * 24.0 / scenario.clock.hours_per_turn


@lru_cache(maxsize=4096)
def _within(hazard_per_day: float, days: float) -> float:
    """How likely an accident is within so many days."""
    return float(_within_each(hazard_per_day, days))


def _within_each(hazard_per_day: float | F64, days: float) -> F64:
    return 1.0 - exp(log(1.0 - hazard_per_day) * days)


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
