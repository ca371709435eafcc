"""Ladders, rungs, thresholds and limits (Kahn 1965; Schelling 1966)."""

from attrs import frozen

from game.model.ids import ActorId, LimitId, RungId
from game.model.numbers import Number, bounded
from game.model.primitives import Effect


@frozen
class Rung:
    """One rung; rungs are written from the lowest up."""

    id: RungId
    """Its key."""
    name: str
    """Its title."""
    severity: float = bounded(0, 100)
    """Severity in points, 0-100, rising from rung to rung."""
    threshold: str | None = None
    """The name of the threshold crossed when this rung is reached from the one below."""
    summary: str = ""
    """What it looks like, in a sentence."""
    hazard_per_day: Number = bounded(0, 0.999, default=0.0)
    """Probability a day of an accidental engagement between two actors in full contact at this rung."""


@frozen
class Ladder:
    """An ordered ladder."""

    name: str
    """Its title."""
    rungs: dict[RungId, Rung]
    """From the lowest to the highest; the lowest is calm, with severity 0."""
    source: str = ""
    """Whose ladder it is."""


@frozen
class Limit:
    """A one-way flag: crossed once, it stays crossed."""

    id: LimitId
    """Its key."""
    name: str
    """Its title: `force used`, `foreign forces hit`."""
    at: RungId
    """Crossed by an act seen by others at this rung or above ..."""
    on: tuple[ActorId, ...] = ()
    """... on one of these actors; on anybody where empty."""
    by: tuple[ActorId, ...] = ()
    """... by one of these actors; by anybody where empty."""
    on_crossed: tuple[Effect, ...] = ()
    """What its first crossing brings, once; `$self` is who crossed it. A firebreak makes itself felt here."""
