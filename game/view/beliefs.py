"""Beliefs: what happened, and how likely each cause is."""

from attrs import frozen


@frozen
class CauseView:
    """One possible cause of an incident."""

    id: str
    name: str
    summary: str
    mine: float | None
    """This seat's probability."""
    public: float | None
    """The public's."""
    change: float | None
    """Of mine, since last turn."""
    counts: bool
    """Whether some plan counts it as a violation."""


@frozen
class BeliefMark:
    """Beliefs when orders were asked for in some turn, in the order of `BeliefView.causes`."""

    turn: int
    hour: int
    mine: tuple[float, ...]
    public: tuple[float, ...]


@frozen
class BeliefView:
    """An incident that has happened, and what is believed about it."""

    incident: str
    incident_name: str
    text: str
    hour: int
    """When it happened."""
    severity: float
    accused_name: str
    causes: tuple[CauseView, ...]
    known_cause: str
    """The name of the cause, if this seat knows it for certain; else empty."""
    history: tuple[BeliefMark, ...]
    """Turn by turn, the present included last."""
