"""What happened: a small closed set of events, and the recorder of the games that are watched.

Events feed the log, replays, views and reports; a new rule primitive never needs a new kind.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from attrs import frozen

from game.engine.arrays import Columns
from game.language import Phrase
from game.model.ids import ActorId, ObserverId


class EventKind(StrEnum):
    """The closed set."""

    TURN = "turn"
    """A turn begins."""
    INCIDENT = "incident"
    """Something happened whose cause is uncertain."""
    EVIDENCE = "evidence"
    """Somebody learnt something about it."""
    INQUIRY = "inquiry"
    """An actor asked its own people what they did."""
    ACT = "act"
    """A move was made."""
    FORGONE = "forgone"
    """An order could not be carried out any more."""
    ENGAGEMENT = "engagement"
    """Rules of engagement were changed."""
    CLAIM = "claim"
    """Something was said in public about a cause."""
    TRACK = "track"
    """A track moved."""
    OPTION = "option"
    """An option was ordered, is ready, or lapsed."""
    FORCE = "force"
    """A force moved, waited, fought or was worn down."""
    REGION = "region"
    """A place changed hands."""
    PLAN = "plan"
    """A plan's clock started, paused, went on or stopped."""
    TIER = "tier"
    """A tier opened, was met, failed or passed."""
    STAND_DOWN = "stand_down"
    """A stand-down was declared, certified or refused."""
    COMMITMENT = "commitment"
    """A commitment was issued, fell due, was kept, broken or withdrawn."""
    DEAL = "deal"
    """An offer was put, answered or lapsed; a deal was agreed, kept or broken, a term of it delivered."""
    COALITION = "coalition"
    """A member of a coalition joined or left it, or it goes on without unanimity."""
    STEP = "step"
    """A step towards a calmer crisis was announced, verified, answered or given up."""
    POSTURE = "posture"
    """Strategic arms were brought to another posture."""
    LIMIT = "limit"
    """A limit was crossed for the first time."""
    ACCIDENT = "accident"
    """Forces met by accident."""
    ENDED = "ended"
    """The game is over."""


class Turning(StrEnum):
    """What an event means for what it is about: for people's eyes and ears, never for rules or records."""

    NEWS = "news"
    """Nothing turned: the kind of event says all."""
    GIVEN = "given"
    """A word was given, or terms were agreed."""
    DUE = "due"
    """A word now asks to be kept."""
    KEPT = "kept"
    """What was promised was done."""
    BROKEN = "broken"
    """What was promised was not done, or was undone."""
    LAPSED = "lapsed"
    """It no longer stands, and nobody broke it."""
    OPENS = "opens"
    """Its hours begin, or run on."""
    CALMER = "calmer"
    """A step back from the edge."""
    WORSE = "worse"
    """A step nearer to it."""


@frozen
class Event:
    """One thing that happened in one game."""

    hour: int
    """When, in hours since the start."""
    turn: int
    """In which turn, from 1."""
    kind: EventKind
    """What sort of thing."""
    said: Phrase
    """In plain words, in no language yet."""
    actor: ActorId | None = None
    """Who did it, if anybody."""
    target: ActorId | None = None
    """To whom, if anybody."""
    subject: str = ""
    """What it is about: the id of a move, an incident, a tier, a track ..."""
    cause: str = ""
    """What brought it: a move's name or a rule's."""
    amount: float = 0.0
    """By how much, for a track."""
    seen_by: tuple[ObserverId, ...] | None = None
    """Who sees it; everybody where missing."""
    turning: Turning = Turning.NEWS
    """What it means for what it is about; no part of its record, which holds the sentence."""

    @property
    def text(self) -> str:
        """In plain words, in the language that is spoken here."""
        return str(self.said)

    def visible_to(self, observer: str) -> bool:
        """Whether that observer sees it."""
        return self.seen_by is None or observer in self.seen_by

    def as_record(self) -> dict[str, object]:
        """A plain dictionary with a fixed order of keys, for JSON."""
        return {
            "hour": self.hour,
            "turn": self.turn,
            "kind": self.kind.value,
            "text": self.said.source,
            "actor": self.actor,
            "target": self.target,
            "subject": self.subject,
            "cause": self.cause,
            "amount": self.amount,
            "seen_by": None if self.seen_by is None else list(self.seen_by),
        }


class Recorder:
    """Keeps the events of every game of a batch, in the order in which they happened."""

    def __init__(self, games: int) -> None:
        self._events: list[list[Event]] = [[] for _ in range(games)]

    def note(self, where: Columns, event: Callable[[int], Event]) -> None:
        """Record `event(column)` for the columns of `where`."""
        for column in where.tolist():
            self._events[column].append(event(column))

    def events(self, column: int = 0) -> Sequence[Event]:
        """All events of the game in that column."""
        return tuple(self._events[column])

    def only(self, columns: Columns) -> "Recorder":
        """The recorder of the games that are kept."""
        kept = Recorder(0)
        kept._events = [list(self._events[column]) for column in columns.tolist()]
        return kept
