"""What the lines of a record say, and how each is written as JSON and read back.

Reading trusts nothing: a value of another type than expected is a `Malformed` with words for people.
"""

from typing import Any, Final, TypeAlias, TypeVar

from attrs import frozen

from game.engine.orders import Contingent, Offer, Orders
from game.model.actions import Engagement
from game.model.deals import Reply
from game.model.ids import (
    ActorId,
    AssumptionId,
    AssumptionSetId,
    ClaimId,
    ContingencyId,
    DealId,
    IncidentId,
    OutcomeId,
    VariantId,
)
from game.session.predictions import Course, Prediction

FORMAT: Final = 1
"""The format of records that this version reads and writes."""
KIND: Final = "backstop game"
"""What the header calls the file."""

MOST_GAMES: Final = 2**63
"""Numbers of games stay below this."""

Line: TypeAlias = dict[str, Any]
"""One line as JSON gives it."""

_T = TypeVar("_T")


class Malformed(ValueError):
    """A line that says something else than lines of its kind say."""


@frozen
class Header:
    """What a game started from."""

    engine: str
    """The version of Backstop that wrote it."""
    scenario: str
    """The scenario's id."""
    content: str
    """The hash of the scenario's file."""
    file: str | None
    """The scenario's file, if it is not one that comes with Backstop."""
    variant: tuple[VariantId, ...]
    """The variants applied, in order."""
    assumptions: AssumptionSetId | None
    """The assumption set; central values where missing."""
    values: dict[AssumptionId, float]
    """The assumptions changed beyond that set."""
    seed: int
    """The seed."""
    game: int
    """The number of the game: 0 for one that people play, K for number K of an ensemble."""
    seats: dict[ActorId, str]
    """Who plays each actor: `human`, or the name of a computer player."""

    def as_line(self) -> Line:
        """The first line of a record."""
        return {
            "record": KIND,
            "format": FORMAT,
            "engine": self.engine,
            "scenario": self.scenario,
            "content": self.content,
            "file": self.file,
            "variant": list(self.variant),
            "assumptions": self.assumptions,
            "values": self.values,
            "seed": self.seed,
            "game": self.game,
            "seats": self.seats,
        }

    @classmethod
    def from_line(cls, line: Line) -> "Header":
        """Read it back."""
        return cls(
            engine=_field(line, "engine", str),
            scenario=_field(line, "scenario", str),
            content=_field(line, "content", str),
            file=_optional(line, "file", str),
            variant=tuple(VariantId(one) for one in _texts(line, "variant")),
            assumptions=_set(_optional(line, "assumptions", str)),
            values={AssumptionId(name): value for name, value in _numbers(line, "values").items()},
            seed=_field(line, "seed", int),
            game=_game_number(_field(line, "game", int)),
            seats={
                ActorId(actor): _of(who, str, "seats") for actor, who in _field(line, "seats", dict).items()
            },
        )


@frozen
class Turn:
    """One turn as it was played."""

    turn: int
    """Its number, from 1."""
    orders: dict[ActorId, Orders]
    """What every seat asked for."""
    predictions: dict[ActorId, tuple[Prediction, ...]]
    """What seats expected of each other."""
    events: str
    """The digest of this turn's events."""

    def as_line(self) -> Line:
        """Its line."""
        return {
            "turn": self.turn,
            "orders": {actor: _orders_line(orders) for actor, orders in self.orders.items()},
            "predictions": {
                actor: [[one.actor, one.course.value, one.sureness] for one in slip]
                for actor, slip in self.predictions.items()
            },
            "events": self.events,
        }

    @classmethod
    def from_line(cls, line: Line) -> "Turn":
        """Read it back."""
        return cls(
            turn=_field(line, "turn", int),
            orders={
                ActorId(actor): _orders(_of(orders, dict, "orders"))
                for actor, orders in _field(line, "orders", dict).items()
            },
            predictions={
                ActorId(actor): tuple(_prediction(one) for one in _of(slip, list, "predictions"))
                for actor, slip in _field(line, "predictions", dict).items()
            },
            events=_field(line, "events", str),
        )


@frozen
class End:
    """How the game ended."""

    outcome: OutcomeId
    """The outcome."""
    values: dict[ActorId, float]
    """What it is worth to each actor."""
    state: str
    """The digest of the end state."""

    def as_line(self) -> Line:
        """Its line."""
        return {"end": self.outcome, "values": self.values, "state": self.state}

    @classmethod
    def from_line(cls, line: Line) -> "End":
        """Read it back."""
        values = {ActorId(actor): value for actor, value in _numbers(line, "values").items()}
        return cls(OutcomeId(_field(line, "end", str)), values, _field(line, "state", str))


@frozen
class Undo:
    """The game went back to an earlier turn and was played on from there."""

    turn: int
    """The turn that is to be ordered again."""

    def as_line(self) -> Line:
        """Its line."""
        return {"undo_to": self.turn}

    @classmethod
    def from_line(cls, line: Line) -> "Undo":
        """Read it back."""
        return cls(_field(line, "undo_to", int))


def from_line(line: Line) -> Turn | Undo | End:
    """What a line after the header says."""
    kinds: dict[str, type[Turn | Undo | End]] = {"undo_to": Undo, "end": End, "turn": Turn}
    for word, kind in kinds.items():
        if word in line:
            return kind.from_line(line)
    raise Malformed("neither a turn, nor an undo, nor an end")


def _orders_line(orders: Orders) -> Line:
    line: Line = {"moves": list(orders.moves)}
    if orders.contingent is not None:
        line["contingent"] = [orders.contingent.when, orders.contingent.then, orders.contingent.otherwise]
    if orders.engagement is not None:
        line["engagement"] = orders.engagement.value
    if orders.claim is not None:
        line["claim"] = list(orders.claim)
    if orders.replies:
        line["replies"] = [[deal, reply.value] for deal, reply in orders.replies]
    if orders.offer is not None:
        line["offer"] = [orders.offer.deal, list(orders.offer.levels), orders.offer.first]
    return line


def _orders(line: Line) -> Orders:
    contingent = _words(line, "contingent", 3)
    claim = _words(line, "claim", 2)
    return Orders(
        moves=tuple(_texts(line, "moves")),
        contingent=Contingent(ContingencyId(contingent[0]), contingent[1], contingent[2])
        if contingent
        else None,
        engagement=_engagement(_optional(line, "engagement", str)),
        claim=(IncidentId(claim[0]), ClaimId(claim[1])) if claim else None,
        replies=tuple(_reply(one) for one in _optional(line, "replies", list) or ()),
        offer=_offer(_optional(line, "offer", list)),
    )


def _engagement(word: str | None) -> Engagement | None:
    try:
        return None if word is None else Engagement(word)
    except ValueError:
        raise Malformed(f"there are no rules of engagement called {word!r:.40}") from None


def _reply(value: object) -> tuple[DealId, Reply]:
    words = _of(value, list, "a reply")
    if len(words) != 2:
        raise Malformed("a reply is a table and what is said there")
    try:
        reply = Reply(words[1])
    except ValueError:
        raise Malformed(f"nobody replies {words[1]!r:.40}") from None
    return DealId(_of(words[0], str, "a reply")), reply


def _offer(value: list[Any] | None) -> Offer | None:
    if value is None:
        return None
    if len(value) != 3:
        raise Malformed("an offer is a table, the levels of its terms, and who goes first")
    levels = tuple(_level(one) for one in _of(value[1], list, "an offer"))
    first = None if value[2] is None else ActorId(_of(value[2], str, "an offer"))
    return Offer(DealId(_of(value[0], str, "an offer")), levels, first)


def _level(value: object) -> int:
    level = _of(value, int, "a level")
    if not 0 <= level <= 2:
        raise Malformed(f"no term has a level {level}")
    return level


def _prediction(value: object) -> Prediction:
    words = _of(value, list, "a prediction")
    if len(words) != 3:
        raise Malformed("a prediction is an actor, a course and a sureness")
    try:
        course = Course(words[1])
    except ValueError:
        raise Malformed(f"nobody goes {words[1]!r:.40}") from None
    return Prediction(ActorId(_of(words[0], str, "a prediction")), course, _of(words[2], int, "a prediction"))


def _game_number(value: int) -> int:
    if not 0 <= value < MOST_GAMES:
        raise Malformed(f"there is no game number {value}")
    return value


def _set(name: str | None) -> AssumptionSetId | None:
    return None if name is None else AssumptionSetId(name)


def _field(line: Line, word: str, kind: type[_T]) -> _T:
    if word not in line:
        raise Malformed(f"{word} is missing")
    return _of(line[word], kind, word)


def _optional(line: Line, word: str, kind: type[_T]) -> _T | None:
    return None if line.get(word) is None else _of(line[word], kind, word)


def _texts(line: Line, word: str) -> list[str]:
    return [_of(one, str, word) for one in _field(line, word, list)]


def _words(line: Line, word: str, count: int) -> list[str]:
    if line.get(word) is None:
        return []
    words = _texts(line, word)
    if len(words) != count:
        raise Malformed(f"{word} has {len(words)} words, not {count}")
    return words


def _numbers(line: Line, word: str) -> dict[str, float]:
    return {name: _number(value, word) for name, value in _field(line, word, dict).items()}


def _number(value: object, word: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(f"{word} holds {value!r:.40}, which is no number")
    try:
        return float(value)
    except OverflowError:
        raise Malformed(f"{word} holds a number out of all bounds") from None


def _of(value: object, kind: type[_T], word: str) -> _T:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Malformed(f"{word} is {value!r:.40}, which is not of its kind")
    return value
