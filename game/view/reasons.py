"""Why the computer players moved as they did: told when the game is over, turn by turn.

Scores, chances and beliefs are the players' own, worked out anew from what each saw then
(`game.players.account`); the rows of the ledger are those that its score counted.
"""

from collections.abc import Iterator

from attrs import define, field, frozen

from game.language import _, count, say, spoken, told
from game.model.ids import ActorId
from game.players import Account, Picked, Weighed, account, player
from game.session.game import Game
from game.session.saves import HUMAN
from game.view.kinds import kind_words
from game.view.ledger import LedgerRow, move_ledger
from game.view.sight import Sight, sights
from game.view.spoken_orders import dealt_words, other_orders
from game.view.words import number

REJECTED = 6
"""How many of the moves that it did not make are told, the best first."""
LEAST = 0.05
"""Points below which a consequence is not worth telling."""


@frozen
class WhyView:
    """One thing that counted for a move, or against it."""

    words: str
    points: float


@frozen
class MoveReason:
    """Why one move was made."""

    label: str
    score: float
    """Points of its own scale, beyond doing nothing at all."""
    rank: int
    """Its place among the moves that could be made; 1 scored highest."""
    chance: float
    """That it is picked when it was, 0-1."""
    behind: float
    """Points by which it scored below the best that could still be ordered; 0 for the best itself."""
    best: str
    """What that best was."""
    why: tuple[WhyView, ...]
    """What its score is made of, the weightiest first."""
    answers: tuple[LedgerRow, ...]
    """Who it thought would answer, how likely, and what it takes to deter."""
    words: str
    """Whether it was the best, or chance chose it, in a sentence."""


@frozen
class RejectedView:
    """A move that it could have made and did not."""

    label: str
    score: float
    behind: float
    """Points below the best of the turn; nothing for the best itself."""
    chance: float
    """That it had been picked first, 0-1."""
    why: tuple[WhyView, ...]


@frozen
class CauseBelief:
    """What it believed of one cause then."""

    name: str
    share: float
    true: bool
    """Whether that was the true cause."""


@frozen
class IncidentBelief:
    """What it believed of one incident then, the likeliest cause first."""

    incident_name: str
    causes: tuple[CauseBelief, ...]


@frozen
class TurnReasons:
    """One turn of one computer player."""

    turn: int
    hour: int
    moves: tuple[MoveReason, ...]
    """In the order in which they were picked; empty where it moved nothing, or moves blindly."""
    blind: tuple[str, ...]
    """What a player that weighs nothing did."""
    rejected: tuple[RejectedView, ...]
    could: int
    """How many moves it could have made."""
    believed: tuple[IncidentBelief, ...]
    also: tuple[str, ...]
    """What else it ordered, and why: rules of engagement, claims, what it said at tables."""


@frozen
class PlayerView:
    """A computer player of this game."""

    actor: str
    actor_name: str
    player_name: str
    summary: str
    """How it plays, in a sentence."""
    blind: bool


@define(eq=False)
class Reasons:
    """The reasons of every computer player; each is worked out when it is first asked for."""

    players: tuple[PlayerView, ...]
    _game: Game
    _found: dict[tuple[str, str], tuple[TurnReasons, ...]] = field(factory=dict, init=False)

    def of(self, actor: str) -> tuple[TurnReasons, ...]:
        """One player's turns, the first first; in the language that is spoken here."""
        key = actor, spoken().code
        if key not in self._found:
            told = accounts(self._game, ActorId(actor))
            self._found[key] = tuple(_turn(self._game, sight, why) for sight, why in told)
        return self._found[key]


def reasons(game: Game) -> Reasons:
    """The reasons of a game that is over. Asking for them during play raises NotYet."""
    game.truth()
    return Reasons(tuple(_players(game)), game)


def _players(game: Game) -> Iterator[PlayerView]:
    for actor, name in game.seats.items():
        if name == HUMAN:
            continue
        doctrine = game.scenario.doctrines.get(name)  # type: ignore[call-overload]  # ids are strings
        if doctrine is None:
            said = _("It chooses blindly: any move that is allowed is as good to it as another.")
            yield PlayerView(str(actor), _actor(game, actor), _("Random player"), said, True)
        else:
            yield PlayerView(
                str(actor), _actor(game, actor), told(doctrine.name), told(doctrine.summary), False
            )


def _actor(game: Game, actor: ActorId) -> str:
    return told(game.scenario.actors[actor].name)


def accounts(game: Game, actor: ActorId) -> Iterator[tuple[Sight, Account]]:
    """What a computer player saw and why it ordered what it did, for each turn in which it ordered."""
    asked = player(game.seats[actor], game.program, game.header.seed)
    ordered = game.own_orders(actor)
    for turn, sight in enumerate(sights(game, actor), start=1):
        if turn in ordered:
            yield sight, account(asked, sight.observation)


def _turn(game: Game, sight: Sight, why: Account) -> TurnReasons:
    by_name = {weighed.move: weighed for weighed in why.weighed}
    ranks = {weighed.move: rank for rank, weighed in enumerate(why.weighed, start=1)}
    made = {picked.move for picked in why.picked}
    top = why.weighed[0].score if why.weighed else 0.0
    return TurnReasons(
        turn=sight.turn,
        hour=sight.hour,
        moves=tuple(_move(sight, picked, by_name[picked.move], ranks[picked.move]) for picked in why.picked),
        blind=tuple(move_label(sight, name) for name in why.orders.moves) if why.blind else (),
        rejected=tuple(
            RejectedView(
                move_label(sight, weighed.move),
                weighed.score,
                round(top - weighed.score, 1),
                weighed.chance,
                _why(sight, weighed),
            )
            for weighed in why.weighed
            if weighed.move not in made
        )[:REJECTED],
        could=len(why.weighed),
        believed=tuple(_believed(game, sight)),
        also=(*other_orders(sight, why.orders), *dealt_words(sight, why)),
    )


def _move(sight: Sight, picked: Picked, weighed: Weighed, rank: int) -> MoveReason:
    ledger = move_ledger(sight, picked.move)
    best = move_label(sight, picked.best)
    if picked.behind <= 0:
        words = _("It scored highest of what it could still order.")
    else:
        words = count(
            round(picked.behind, 2),
            "Chance chose it: “{best}” scored {points} point more.",
            "Chance chose it: “{best}” scored {points} points more.",
            best=best,
            points=number(picked.behind),
        )
    return MoveReason(
        label=move_label(sight, picked.move),
        score=weighed.score,
        rank=rank,
        chance=picked.chance,
        behind=picked.behind,
        best=best,
        why=_why(sight, weighed),
        answers=ledger.rows if ledger is not None else (),
        words=words,
    )


def move_label(sight: Sight, name: str) -> str:
    """What a move is called: its action, and whom it is done to."""
    move = next(move for move in sight.program.moves_of[sight.me] if move.name == name)
    label = told(move.action.name)
    if move.target is None:
        return label
    return say("{act}: {actor}", act=label, actor=sight.name(move.target))


def _why(sight: Sight, weighed: Weighed) -> tuple[WhyView, ...]:
    points: dict[str, float] = {}
    for part in weighed.parts:
        words = kind_words(sight, part.kind)
        points[words] = points.get(words, 0.0) + part.points
    found = [WhyView(words, round(value, 2)) for words, value in points.items() if abs(value) >= LEAST]
    return tuple(sorted(found, key=lambda why: -abs(why.points)))


def _believed(game: Game, sight: Sight) -> Iterator[IncidentBelief]:
    causes = list(game.scenario.causes.values())
    truth = game.truth()
    for incident in game.scenario.incidents.values():
        if sight.count("happened", incident.id) < 0:
            continue
        true = causes[truth.whole("cause", incident.id)].id
        shares = [
            CauseBelief(
                told(cause.name),
                sight.number("belief", incident.id, sight.me, cause.id) or 0.0,
                cause.id == true,
            )
            for cause in causes
        ]
        shares.sort(key=lambda belief: -belief.share)
        yield IncidentBelief(
            told(incident.name),
            tuple(one for place, one in enumerate(shares) if one.true or (place < 4 and one.share >= 0.01)),
        )
