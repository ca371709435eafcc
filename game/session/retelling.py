"""What a replay says: the events of a recorded game, or whether it is the same game again."""

from collections.abc import Iterator

from game.engine.events import Event
from game.session.record import Record
from game.session.replay import Replay
from game.session.saves import HUMAN


def events_to_tell(record: Record, again: Replay) -> tuple[tuple[Event, ...], bool]:
    """The events, and whether that is all of them.

    While people still play a game, only what everybody saw is told: a record is no way to look at other
    hands.
    """
    if again.match.over or HUMAN not in record.header.seats.values():
        return again.events, True
    return tuple(event for event in again.events if event.seen_by is None), False


def told(events: tuple[Event, ...]) -> Iterator[str]:
    """Lines for people."""
    for event in events:
        seen = "" if event.seen_by is None else f" [seen by {', '.join(event.seen_by) or 'nobody'}]"
        yield f"{event.hour:>4} h  {event.text}{seen}"


def verdict(record: Record, again: Replay) -> str:
    """In one line, whether a record and its replay are the same game."""
    if again.difference is not None:
        return f"not the same game: {again.difference}"
    turns = f"{len(record.turns)} turn{'' if len(record.turns) == 1 else 's'}"
    if record.end is None:
        return f"the same game: the events of {turns}; it has not ended yet"
    return (
        f"the same game: the events of {turns}, the values and the end state; it ends as {record.end.outcome}"
    )
