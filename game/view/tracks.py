"""Tracks, places and standing: the numbers that the rules move."""

from attrs import frozen


@frozen
class TrackView:
    """A bounded number."""

    id: str
    name: str
    owner: str
    """An actor, or `world`."""
    owner_name: str
    mine: bool
    value: float
    low: float
    high: float
    unit: str
    change: float | None
    """Since last turn; None in the first."""
    good: bool
    """Whether its owner wants it high."""
    summary: str


@frozen
class RegionView:
    """A place: who holds it and how far facts on the ground have hardened."""

    id: str
    name: str
    x: float
    y: float
    holder: str
    holder_name: str
    """Empty for nobody."""
    owner: str
    owner_name: str
    facts: float | None
    change: float | None
    summary: str


@frozen
class CredibilityView:
    """How believable an actor's promises of one class are, in somebody's eyes."""

    observer: str
    observer_name: str
    issuer: str
    issuer_name: str
    promise: str
    promise_name: str
    probability: float
    """That its issuer is of the kind that keeps such promises."""
    change: float | None
