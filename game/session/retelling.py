"""What a replay says: the events of a recorded game, or whether it is the same game again."""

from collections.abc import Iterator

from game.engine.events import Event
from game.language import count, say
from game.language import told as named
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
        return say("not the same game: {difference}", difference=again.difference)
    turns = count(len(record.turns), "the events of {number} turn", "the events of {number} turns")
    if record.end is None:
        words = say("the same game: {turns}; it has not ended yet", turns=turns)
    else:
        words = say(
            "the same game: {turns}, the values and the end state; it ends as {outcome}",
            turns=turns,
            outcome=named(again.scenario.outcomes[record.end.outcome].name),
        )
    if again.lines == 1:
        return words
    return count(
        again.lines,
        "{verdict}; its {number} line of play was checked",
        "{verdict}; all its {number} lines of play were checked",
        verdict=words,
    )
