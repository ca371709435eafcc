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
    since = _last_orders(sight)
    return tuple(
        LogLine(
            event.hour,
            event.turn,
            event.text,
            event.kind.value,
            str(event.actor or ""),
            event.actor == sight.me,
            place >= since,
        )
        for place, event in enumerate(sight.events)
        if event.kind is not EventKind.TURN and event.visible_to(sight.me)
    )


def _last_orders(sight: Sight) -> int:
    """The place of the first event after this seat last gave orders."""
    for place, event in enumerate(sight.events):
        if event.turn >= sight.turn - 1 and event.kind not in BEFORE_ORDERS:
            return place
    return 0


BEFORE_ORDERS = frozenset({EventKind.TURN, EventKind.INCIDENT, EventKind.EVIDENCE})
"""What the first two phases of a turn bring, before anybody orders."""
