"""Conditions on what has been done and how high the crisis stands."""

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from game.engine.arrays import I32, Mask
from game.engine.clauses import in_brackets, towards
from game.engine.layout import RowName
from game.engine.registry import condition
from game.engine.world import World
from game.language import _, count, say
from game.model.ids import PUBLIC, SELF, ActionId, ActorId, LimitId, ObserverId, RungId
from game.model.primitives import Words
from game.model.scenario import Scenario


def _rows(word: str, scenario: Scenario, actor: str, action: str, target: str | None) -> Iterable[RowName]:
    spec = scenario.actions[ActionId(action)]
    if spec.target is None:
        return ((word, f"{actor}/{action}"),)
    targets = tuple(scenario.actors) if spec.target.others else spec.target.actors
    return tuple((word, f"{actor}/{action}/{t}") for t in targets if t != actor and target in (None, t))


@condition("did")
@frozen
class Did:
    """An actor has done something."""

    action: ActionId
    """What."""
    actor: ActorId = SELF
    """Who."""
    target: ActorId | None = None
    """To whom; to anybody where missing."""
    within_hours: int | None = None
    """Not longer ago than this; 0 is this turn; ever where missing."""
    times: int = 1
    """At least so often (over all targets, ever)."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        since = 0 if self.within_hours is None else max(world.hour - self.within_hours, 0)
        moves = world.program.moves_matching(self.actor, self.action, self.target)
        mask = world.nothing()
        for move in moves:
            mask |= world.whole("did_at", move.name) >= since
        if self.times > 1:
            times = np.zeros(world.count, dtype=np.int32)
            for move in moves:
                times += world.whole("times", move.name)
            mask &= times >= self.times
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        for word in ("did_at", "times"):
            yield from _rows(word, scenario, self.actor, self.action, self.target)

    def explain(self, words: Words) -> str:
        """In plain words."""
        clause = say("{actor} has ordered “{action}”", actor=words(self.actor), action=words(self.action))
        clause = in_brackets(clause, words(self.target) if self.target else "")
        if self.times > 1:
            clause = count(self.times, "{clause} {number} time", "{clause} {number} times", clause=clause)
        if self.within_hours is None:
            return clause
        if self.within_hours == 0:
            return say("{clause} this turn", clause=clause)
        return count(
            self.within_hours,
            "{clause} in the last {number} hour",
            "{clause} in the last {number} hours",
            clause=clause,
        )


@condition("live")
@frozen
class Live:
    """An act of an actor is still live."""

    action: ActionId
    """Which."""
    actor: ActorId = SELF
    """Whose."""
    target: ActorId | None = None
    """On whom; on anybody where missing."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        moves = world.program.moves_matching(self.actor, self.action, self.target)
        if not moves:
            return world.nothing()
        mask: Mask = world.whole("until", moves[0].name) > world.hour
        for move in moves[1:]:
            mask |= world.whole("until", move.name) > world.hour
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return _rows("until", scenario, self.actor, self.action, self.target)

    def explain(self, words: Words) -> str:
        """In plain words."""
        whose = say("“{action}” of {actor}", action=words(self.action), actor=words(self.actor))
        act = in_brackets(whose, words(self.target) if self.target else "")
        return say("{act} is under way", act=act)


def _reading(world: World, observer: str, by: str | None, on: str | None) -> I32:
    """The highest rung that an observer reads in the live acts of `by` on `on` (None: anybody)."""
    if observer == PUBLIC and by is None and on is None:
        return world.whole("crisis")
    if by is not None and on is not None:
        return world.whole("read", observer, by, on)
    highest = np.zeros(world.count, dtype=np.int32)
    for one, other in world.program.pairs:
        if by in (None, one) and on in (None, other):
            np.maximum(highest, world.whole("read", observer, one, other), out=highest)
    return highest


def _reading_rows(scenario: Scenario, observer: str, by: str | None, on: str | None) -> Iterable[RowName]:
    ids = tuple(scenario.actors)
    return (
        ("read", observer, i, j) for i in ids for j in ids if i != j and by in (None, i) and on in (None, j)
    )


@condition("rung_at_least")
@frozen
class RungAtLeast:
    """An actor's live acts stand at this rung or above."""

    rung: RungId
    """The rung."""
    by: ActorId | None = None
    """Whose acts; anybody's where missing."""
    on: ActorId | None = None
    """On whom; on anybody where missing."""
    as_seen_by: ObserverId = PUBLIC
    """Who reads them."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = _reading(world, self.as_seen_by, self.by, self.on) >= world.program.rung_index(self.rung)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return _reading_rows(scenario, self.as_seen_by, self.by, self.on)

    def explain(self, words: Words) -> str:
        """In plain words."""
        who = towards(words(self.by) if self.by else _("somebody"), self.on, words)
        return say("{who} stands at “{rung}” or above", who=who, rung=words(self.rung))


@condition("rung_at_most")
@frozen
class RungAtMost:
    """An actor's live acts stand at this rung or below."""

    rung: RungId
    """The rung."""
    by: ActorId | None = None
    """Whose acts; everybody's where missing."""
    on: ActorId | None = None
    """On whom; on anybody where missing."""
    as_seen_by: ObserverId = PUBLIC
    """Who reads them."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        mask: Mask = _reading(world, self.as_seen_by, self.by, self.on) <= world.program.rung_index(self.rung)
        return mask

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return _reading_rows(scenario, self.as_seen_by, self.by, self.on)

    def explain(self, words: Words) -> str:
        """In plain words."""
        who = towards(words(self.by) if self.by else _("everybody"), self.on, words)
        return say("{who} stands at “{rung}” or below", who=who, rung=words(self.rung))


@condition("limit_crossed")
@frozen
class LimitCrossed:
    """A limit has been crossed."""

    limit: LimitId
    """Which."""
    by: ActorId | None = None
    """By whom first; by anybody where missing."""

    def holds(self, world: World) -> Mask:
        """The games in which it holds."""
        crossed: Mask = world.whole("limit", self.limit) >= 0
        if self.by is not None:
            crossed = crossed & (world.whole("limit_by", self.limit) == world.program.actor_index(self.by))
        return crossed

    def reads(self, scenario: Scenario) -> Iterable[RowName]:
        """The rows it looks at."""
        return (("limit", self.limit), ("limit_by", self.limit))

    def explain(self, words: Words) -> str:
        """In plain words."""
        if self.by:
            return say(
                "the limit “{limit}” has been crossed by {actor}",
                limit=words(self.limit),
                actor=words(self.by),
            )
        return say("the limit “{limit}” has been crossed", limit=words(self.limit))
