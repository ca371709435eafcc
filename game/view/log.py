"""The log: what this seat saw happen."""

from attrs import frozen

from game.engine.events import EventKind
from game.view.sight import Sight


@frozen
class LogLine:
    """One event."""

    hour: int
    turn: int
    text: str
    kind: str
    """The event's kind."""
    actor: str
    """Who did it; empty for nobody."""
    mine: bool
    new: bool
    """Whether it happened since this seat last gave orders."""


def log(sight: Sight) -> tuple[LogLine, ...]:
    """What this seat saw, the oldest first; the beginnings of turns are left out."""
    return tuple(
        LogLine(
            event.hour,
            event.turn,
            event.text,
            event.kind.value,
            str(event.actor or ""),
            event.actor == sight.me,
            place >= sight.seen,
        )
        for place, event in enumerate(sight.events)
        if event.kind is not EventKind.TURN and event.visible_to(sight.me)
    )
