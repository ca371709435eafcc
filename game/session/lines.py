"""What the lines of a record say, and how each is written as JSON and read back.

Reading trusts nothing: a value of another type than expected is a `Malformed` with words for people.
"""

from typing import Any, Final, TypeAlias

from attrs import frozen

from game.engine.orders import Contingent, Offer, Orders
from game.language import _, say
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
from game.session.fields import Line, Malformed, few_words, needed, numbers, of_kind, optional, texts
from game.session.predictions import Course, Prediction

FORMAT: Final = 1
"""The format of records that this version reads and writes."""
KIND: Final = "backstop game"
"""What the header calls the file."""

MOST_GAMES: Final = 2**63
"""Numbers of games stay below this."""


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
            engine=needed(line, "engine", str),
            scenario=needed(line, "scenario", str),
            content=needed(line, "content", str),
            file=optional(line, "file", str),
            variant=tuple(VariantId(one) for one in texts(line, "variant")),
            assumptions=_set(optional(line, "assumptions", str)),
            values={AssumptionId(name): value for name, value in numbers(line, "values").items()},
            seed=needed(line, "seed", int),
            game=_game_number(needed(line, "game", int)),
            seats={
                ActorId(actor): of_kind(who, str, "seats")
                for actor, who in needed(line, "seats", dict).items()
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
            "predictions": {actor: _slip_line(slip) for actor, slip in self.predictions.items()},
            "events": self.events,
        }

    @classmethod
    def from_line(cls, line: Line) -> "Turn":
        """Read it back."""
        return cls(
            turn=needed(line, "turn", int),
            orders={
                ActorId(actor): _orders(of_kind(orders, dict, "orders"))
                for actor, orders in needed(line, "orders", dict).items()
            },
            predictions={
                ActorId(actor): _slip(of_kind(slip, list, "predictions"))
                for actor, slip in needed(line, "predictions", dict).items()
            },
            events=needed(line, "events", str),
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
        values = {ActorId(actor): value for actor, value in numbers(line, "values").items()}
        return cls(OutcomeId(needed(line, "end", str)), values, needed(line, "state", str))


@frozen
class Undo:
    """The game went back to an earlier turn; what is played from there is a line of its own."""

    turn: int
    """The turn that is to be ordered again."""

    def as_line(self) -> Line:
        """Its line."""
        return {"undo_to": self.turn}

    @classmethod
    def from_line(cls, line: Line) -> "Undo":
        """Read it back."""
        return cls(needed(line, "undo_to", int))


@frozen
class Switch:
    """The game went over to the end of another line of play."""

    line: int
    """The number of that line, in the order in which lines were begun."""

    def as_line(self) -> Line:
        """Its line."""
        return {"switch_to": self.line}

    @classmethod
    def from_line(cls, line: Line) -> "Switch":
        """Read it back."""
        return cls(needed(line, "switch_to", int))


@frozen
class Override:
    """Assumptions were changed during the game, and hold so from a turn on."""

    turn: int
    """The first turn that is resolved under them."""
    values: dict[AssumptionId, float]
    """What they are from then on."""

    def as_line(self) -> Line:
        """Its line."""
        return {"override": self.turn, "values": self.values}

    @classmethod
    def from_line(cls, line: Line) -> "Override":
        """Read it back."""
        values = {AssumptionId(name): value for name, value in numbers(line, "values").items()}
        return cls(needed(line, "override", int), values)


@frozen
class Given:
    """One person's orders for a turn for which others have still to give theirs."""

    turn: int
    """The turn that is being ordered."""
    actor: ActorId
    """Whose orders."""
    orders: Orders
    """What was ordered."""
    prediction: tuple[Prediction, ...]
    """What that seat expects of others."""

    def as_line(self) -> Line:
        """Its line."""
        return {
            "given": self.turn,
            "actor": self.actor,
            "orders": _orders_line(self.orders),
            "prediction": _slip_line(self.prediction),
        }

    @classmethod
    def from_line(cls, line: Line) -> "Given":
        """Read it back."""
        return cls(
            needed(line, "given", int),
            ActorId(needed(line, "actor", str)),
            _orders(needed(line, "orders", dict)),
            _slip(needed(line, "prediction", list)),
        )


Entry: TypeAlias = Turn | Undo | Switch | Override | Given | End
"""What a line after the header says."""

_KINDS: Final[dict[str, type[Entry]]] = {
    "undo_to": Undo,
    "switch_to": Switch,
    "override": Override,
    "given": Given,
    "end": End,
    "turn": Turn,
}


def from_line(line: Line) -> Entry:
    """What a line after the header says."""
    for word, kind in _KINDS.items():
        if word in line:
            return kind.from_line(line)
    raise Malformed(_("a line of a kind that this version of Backstop does not know"))


def _slip_line(slip: tuple[Prediction, ...]) -> list[list[Any]]:
    return [[one.actor, one.course.value, one.sureness] for one in slip]


def _slip(values: list[Any]) -> tuple[Prediction, ...]:
    return tuple(_prediction(one) for one in values)


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
    contingent = few_words(line, "contingent", 3)
    claim = few_words(line, "claim", 2)
    return Orders(
        moves=tuple(texts(line, "moves")),
        contingent=Contingent(ContingencyId(contingent[0]), contingent[1], contingent[2])
        if contingent
        else None,
        engagement=_engagement(optional(line, "engagement", str)),
        claim=(IncidentId(claim[0]), ClaimId(claim[1])) if claim else None,
        replies=tuple(_reply(one) for one in optional(line, "replies", list) or ()),
        offer=_offer(optional(line, "offer", list)),
    )


def _engagement(word: str | None) -> Engagement | None:
    try:
        return None if word is None else Engagement(word)
    except ValueError:
        raise Malformed(say("there are no rules of engagement called {word}", word=f"{word!r:.40}")) from None


def _reply(value: object) -> tuple[DealId, Reply]:
    words = of_kind(value, list, "a reply")
    if len(words) != 2:
        raise Malformed(_("a reply is a table and what is said there"))
    try:
        reply = Reply(words[1])
    except ValueError:
        raise Malformed(say("nobody replies {word}", word=f"{words[1]!r:.40}")) from None
    return DealId(of_kind(words[0], str, "a reply")), reply


def _offer(value: list[Any] | None) -> Offer | None:
    if value is None:
        return None
    if len(value) != 3:
        raise Malformed(_("an offer is a table, the levels of its terms, and who goes first"))
    levels = tuple(_level(one) for one in of_kind(value[1], list, "an offer"))
    first = None if value[2] is None else ActorId(of_kind(value[2], str, "an offer"))
    return Offer(DealId(of_kind(value[0], str, "an offer")), levels, first)


def _level(value: object) -> int:
    level = of_kind(value, int, "a level")
    if not 0 <= level <= 2:
        raise Malformed(say("no term has a level {level}", level=level))
    return level


def _prediction(value: object) -> Prediction:
    words = of_kind(value, list, "a prediction")
    if len(words) != 3:
        raise Malformed(_("a prediction is an actor, a course and a sureness"))
    try:
        course = Course(words[1])
    except ValueError:
        raise Malformed(say("nobody goes {word}", word=f"{words[1]!r:.40}")) from None
    return Prediction(
        ActorId(of_kind(words[0], str, "a prediction")), course, of_kind(words[2], int, "a prediction")
    )


def _game_number(value: int) -> int:
    if not 0 <= value < MOST_GAMES:
        raise Malformed(say("there is no game number {number}", number=value))
    return value


def _set(name: str | None) -> AssumptionSetId | None:
    return None if name is None else AssumptionSetId(name)
