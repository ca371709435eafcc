"""Graduated reciprocation in tension reduction (Osgood 1962): announced, verifiable, reciprocated steps."""

from attrs import frozen

from game.model.ids import ActionId, ActorId, StepId, TrackId
from game.model.numbers import Number, bounded


@frozen
class Step:
    """A unilateral concession that is announced, can be verified, and invites an answer."""

    id: StepId
    """Its key."""
    name: str
    """Its title."""
    by: ActorId
    """Who takes it."""
    action: ActionId
    """The act that announces it; it must stay live to be verified."""
    answered_by: tuple[ActionId, ...] = ()
    """Acts of the other side that reciprocate it ..."""
    of: ActorId | None = None
    """... by this actor."""
    within_hours: int = bounded(1, None, default=24)
    """How long an answer still counts as one."""
    verified_after_hours: Number = bounded(0, None, default=6.0)
    """How long after the turn of its announcement everybody can see that it was carried out."""
    face: Number = bounded(0, None, default=0.0)
    """Points that announcing it costs on the audience's track."""
    returned: Number = bounded(0, 1, default=0.7)
    """Share of those points that an answer gives back."""
    track: TrackId | None = None
    """A track of the world that a verified step moves (tension, talks) ..."""
    moves: Number = 0.0
    """... by so many points; a reciprocated step moves it twice."""
