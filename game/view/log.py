"""The log: what this seat saw happen."""

from attrs import frozen


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
