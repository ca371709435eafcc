"""What one seat knows at one moment, asked row by row; every part of a view is built from this alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from game.engine.conditions.logic import NoneOf
from game.engine.conditions.situation import TrackAtLeast, TrackAtMost, track_row
from game.engine.events import Event
from game.engine.grounding import ground, in_play, world_tracks
from game.engine.layout import NEVER
from game.engine.observe import Hidden, Observation
from game.engine.program import Program
from game.engine.prose import as_spoken
from game.language import _, say, told
from game.model.ids import ActorId, AssumptionId
from game.model.numbers import Assumed, Number
from game.model.primitives import Condition, Effect
from game.model.scenario import Scenario
from game.session.game import Game
from game.view.words import number


@frozen(eq=False)
class Sight:
    """An observation of one game, with the earlier ones and the events that the seat saw."""

    observation: Observation
    """The present."""
    history: tuple[Observation, ...]
    """Earlier turns, the oldest first."""
    events: tuple[Event, ...]
    """What the seat saw happen, in order."""
    values: Mapping[AssumptionId, float]
    """The assumptions in play, which every seat knows."""
    seen: int = 0
    """How many of the events the seat had seen when it last gave orders."""

    @property
    def me(self) -> ActorId:
        """Whose eyes."""
        return self.observation.actor

    @property
    def program(self) -> Program:
        """What the scenario was compiled to, with its names in the language that is spoken here."""
        return as_spoken(self.observation.program)

    @property
    def scenario(self) -> Scenario:
        """The scenario, which every seat has read, in the language that is spoken here."""
        return self.program.scenario

    @property
    def hour(self) -> int:
        """Now."""
        return self.observation.hour

    @property
    def turn(self) -> int:
        """From 1."""
        return self.observation.turn

    @property
    def before(self) -> "Sight | None":
        """The same seat a turn ago; None in the first."""
        return self.at(self.history[-1]) if self.history else None

    def at(self, observation: Observation) -> "Sight":
        """The same seat at another moment."""
        return Sight(observation, (), (), self.values)

    @property
    def moments(self) -> "tuple[Sight, ...]":
        """Every moment so far, the present last."""
        return (*(self.at(earlier) for earlier in self.history), self)

    def number(self, *name: str) -> float | None:
        """A row of numbers; None where this seat may not see it."""
        try:
            return float(self.observation.number(*name)[0])
        except Hidden:
            return None

    def whole(self, *name: str) -> int | None:
        """A row of whole numbers; None where this seat may not see it."""
        try:
            return int(self.observation.whole(*name)[0])
        except Hidden:
            return None

    def count(self, *name: str) -> int:
        """A row of whole numbers that everybody sees, or -1 where there is none."""
        found = self.whole(*name)
        return -1 if found is None else found

    def moment(self, *name: str) -> float | None:
        """A row that holds an hour; None where it is not seen, or never comes."""
        found = self.number(*name)
        return None if found is None or found >= NEVER or found < 0 else found

    def amount(self, value: Number) -> float:
        """A number of the scenario, under the assumptions in play."""
        if isinstance(value, int | float):
            return float(value)
        given = self.values.get(value.assumption)
        return self.scenario.assumptions[value.assumption].value if given is None else float(given)

    def name(self, actor: str) -> str:
        """An actor's, an informant's or an observer's name."""
        if actor in self.scenario.actors:
            return self.scenario.actors[ActorId(actor)].name
        return self.words(actor)

    def short(self, actor: str) -> str:
        """An actor's name for narrow columns."""
        return self.scenario.actors[ActorId(actor)].short or self.name(actor)

    def you(self, actor: str) -> str:
        """`you`, or an actor's name."""
        return _("you") if actor == self.me else self.name(actor)

    def actor(self, index: int | None) -> str:
        """The actor that a row names by its index; empty for nobody."""
        return "" if index is None or index < 0 else str(self.program.actors[index])

    def rung_name(self, index: int) -> str:
        """A rung's name; empty in a game without a ladder."""
        return self.program.rungs[index].name if 0 <= index < len(self.program.rungs) else ""

    def conditions(self, conditions: Sequence[Condition]) -> tuple[str, ...]:
        """Conditions as clauses, of which what must not hold reads `not while ...`."""
        return tuple(self._required(self._plain(condition)) for condition in conditions)

    def unmet(self, conditions: Sequence[Condition]) -> tuple[str, ...]:
        """Conditions that do not hold, as clauses: of a track that this seat sees also its present level."""
        return tuple(self._with_present(self._plain(condition)) for condition in conditions)

    def needs(self, conditions: Sequence[Condition]) -> tuple[str, ...]:
        """Conditions that do not hold, as reasons: `needs: ...` or `not while ...`."""
        plain = [self._plain(condition) for condition in conditions]
        return tuple(
            self._required(one)
            if isinstance(one, NoneOf)
            else say("needs: {condition}", condition=self._with_present(one))
            for one in plain
        )

    def effects(self, effects: Sequence[Effect]) -> tuple[str, ...]:
        """Effects as clauses."""
        return tuple(self._plain(effect).explain(self.words) for effect in effects)

    def _required(self, condition: Condition) -> str:
        if isinstance(condition, NoneOf):
            return say("not while {conditions}", conditions=condition.denied(self.words))
        return condition.explain(self.words)

    def _with_present(self, condition: Condition) -> str:
        clause = self._required(condition)
        if not isinstance(condition, TrackAtLeast | TrackAtMost):
            return clause
        now = self.number(*track_row(self.scenario, condition.actor, condition.track))
        if now is None:
            return clause
        return say("{condition} (now {value})", condition=clause, value=number(round(now, 1)))

    def _plain(self, primitive: Any) -> Any:
        """The same with the numbers in play, and with the tracks of the world as nobody's."""
        return in_play(ground(primitive, {}, world_tracks(self.scenario)), self.amount)

    def words(self, name: str) -> str:
        """What people call an id; an assumption is called by the number it stands for in this game."""
        if name in self.scenario.assumptions:
            return number(self.amount(Assumed(AssumptionId(name))))
        if self.program.named(name):
            return self.program.words(name)
        return told(self.program.words(name))  # what the file does not name is called by its id

    def last_order_hour(self, hour: float) -> int:
        """The last hour before `hour` at which orders are asked for."""
        step = self.scenario.clock.hours_per_turn
        return max(0, int((hour - 1e-9) // step)) * step


def sights(game: Game, actor: ActorId) -> list[Sight]:
    """What an actor saw before each turn that was played, with the assumptions that were in play then."""
    return [
        Sight(moment, (), (), game.values_in_play(turn))
        for turn, moment in enumerate(game.history(actor)[: game.turns_played], start=1)
    ]
