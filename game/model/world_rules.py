"""The clock, places, the hazard and orders: what a scenario's world is made of."""

from enum import StrEnum

from attrs import field, frozen

from game.model.ids import ActorId, IncidentId, RegionId, RungId
from game.model.numbers import Number, bounded
from game.model.primitives import Condition, Effect


class Sequence(StrEnum):
    """Who orders when."""

    SIMULTANEOUS = "simultaneous"
    """All in secret and at once."""
    BY_TURNS = "by_turns"
    """One actor a turn, in the order of `actors`."""


@frozen
class Clock:
    """Time. All durations are in hours."""

    hours_per_turn: int = bounded(1, None, default=6)
    """Length of a turn."""
    horizon_hours: int = bounded(1, None, default=72)
    """The announced end."""
    hidden_end_hours: int = bounded(0, None, default=0)
    """The true end lies up to this many hours later, drawn in whole turns; nobody knows it."""
    start: str = ""
    """When hour 0 is, for people to read."""


@frozen
class Ordering:
    """What a seat may order in a turn."""

    sequence: Sequence = Sequence.SIMULTANEOUS
    """At once or by turns."""
    moves: int = bounded(1, 4, default=1)
    """Moves a turn."""
    contingent: bool = False
    """Whether one of them may be contingent."""
    claims: bool = False
    """Whether a seat may make one public claim a turn."""


@frozen
class Region:
    """A place."""

    id: RegionId
    """Its key."""
    name: str
    """Its name."""
    x: float = 0.0
    """Degrees east where the scenario has `real_coast`, or else any map coordinate, rising to the east."""
    y: float = 0.0
    """Degrees north where the scenario has `real_coast`, or else any map coordinate, rising to the north."""
    holder: ActorId | None = None
    """Who holds it at the start."""
    owner: ActorId | None = None
    """Whose it was: facts on the ground harden only while somebody else holds it."""
    facts_per_hour: Number = bounded(0, None, default=0.0)
    """Points an hour that the holder consolidates."""
    sanctuary: bool = False
    """Whether it lies beyond the theatre as all understand it: a map draws it apart, and no rule reads it."""
    summary: str = ""
    """What it is."""


@frozen
class Contact:
    """Two actors whose forces may engage one another by accident."""

    between: tuple[ActorId, ActorId]
    """The pair."""
    level: Number = bounded(0, None, default=1.0)
    """How close their forces are; 1 is full contact."""
    while_: tuple[Condition, ...] = field(default=())
    """Counts only while all of these hold (`while` in a file)."""
    incident: IncidentId | None = None
    """The incident that an engagement raises, if it has not happened yet."""


@frozen
class Modifier:
    """Multiplies a hazard while something holds: a hotline, an alert."""

    name: str
    """Its title."""
    multiply: Number = bounded(0, None)
    """By how much."""
    while_: tuple[Condition, ...] = field(kw_only=True)
    """While all of these hold (`while` in a file)."""
    between: tuple[ActorId, ...] = ()
    """Only for pairs within these actors; for all pairs where empty."""


@frozen
class Hazard:
    """The threat that leaves something to chance (Schelling 1960; Powell 1988)."""

    contacts: tuple[Contact, ...] = ()
    """The pairs in contact."""
    modifiers: tuple[Modifier, ...] = ()
    """What raises or lowers it."""
    scope_eta: Number = bounded(0, None, default=0.0)
    """How much each further front adds."""
    highest: RungId = RungId("")
    """An accident never raises a pair above this rung; below the nuclear threshold in a serious scenario."""
    lasts_hours: int = bounded(0, None, default=12)
    """How long the engagement stays live on the ladder."""
    effects: tuple[Effect, ...] = ()
    """What an engagement does; `$self` and `$target` are the two actors."""
    name: str = "an accidental engagement"
    """What the log calls it."""
