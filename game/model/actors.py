"""Actors, their tracks, types, objectives and seats."""

from enum import StrEnum

from attrs import field, frozen

from game.model.coalitions import Coalition
from game.model.ids import ActorId, DoctrineId, ObjectiveId, TrackId, TypeId
from game.model.numbers import Number, bounded
from game.model.primitives import Condition


class Owner(StrEnum):
    """Whose number a track is."""

    ACTOR = "actor"
    """One number for each actor of `actors`."""
    WORLD = "world"
    """One number for all."""


class Seen(StrEnum):
    """Who sees something."""

    EVERYONE = "everyone"
    OWNER = "owner"
    NOBODY = "nobody"


@frozen
class Track:
    """A bounded number that the rules move."""

    id: TrackId
    """Its key."""
    name: str
    """Its title."""
    owner: Owner = Owner.ACTOR
    """Whose number it is."""
    actors: tuple[ActorId, ...] = ()
    """For an actor's track: who has one; all where empty."""
    unit: str = "points"
    """What it counts."""
    low: float = 0.0
    """Its floor."""
    high: float = 100.0
    """Its ceiling."""
    start: Number = 0.0
    """Its value at hour 0."""
    starts: dict[ActorId, Number] = field(factory=dict)
    """Its value at hour 0 for particular actors."""
    drift_per_day: Number = 0.0
    """How much it moves by itself in 24 hours."""
    seen_by: Seen = Seen.EVERYONE
    """Who sees it."""
    good: bool = True
    """Whether its owner wants it high (a screen says so; the rules do not care)."""
    summary: str = ""
    """What it means."""


@frozen
class Objective:
    """Something an actor values, in points of its own 0-100 scale."""

    id: ObjectiveId
    """Its key."""
    name: str
    """What the actor wants, as its own briefing would say it."""
    points: Number = bounded(-100, 100)
    """What it is worth when fully met; an aftermath may be negative."""
    when: tuple[Condition, ...] = ()
    """Met when all of these hold at the end (nothing where `track` scales it alone)."""
    track: TrackId | None = None
    """Scaled by this track: by one's own, or the world's."""
    of: ActorId | None = None
    """Scaled by this actor's track instead of one's own."""
    nothing_at: float = 0.0
    """The track's value at which the objective is worth nothing ..."""
    full_at: float = 100.0
    """... and the value at which it is worth all its points (below `nothing_at` for a track wanted low)."""
    type: TypeId | None = None
    """Counts only for an actor of this private type."""


@frozen
class ActorType:
    """A private type of an actor (hard or soft, say)."""

    id: TypeId
    """Its key."""
    name: str
    """Its title."""
    probability: Number = bounded(0, 1)
    """How likely it is at the start; those of an actor sum to 1."""
    resolve: float = bounded(0, 3, default=1.0)
    """How heavily its word weighs with a computer player of this type; 1 is ordinary."""
    summary: str = ""
    """What it means."""


@frozen
class Seat:
    """How an actor is briefed. Each briefing makes its seat's own strongest case."""

    role: str
    """Who you are."""
    briefing: str
    """The case, the stakes and the dilemma, a few short paragraphs."""
    dilemma: str = ""
    """The hard choice in one sentence."""


@frozen
class Actor:
    """A decision-maker."""

    id: ActorId
    """Its key."""
    name: str
    """Its name."""
    short: str = ""
    """A name of at most twelve letters for narrow columns."""
    played: bool = True
    """Whether it has a seat; one that is not played gives no orders."""
    seat: Seat | None = None
    """Its briefing."""
    types: dict[TypeId, ActorType] = field(factory=dict)
    """Its private types, if any; one is drawn."""
    objectives: dict[ObjectiveId, Objective] = field(factory=dict)
    """What it values, always."""
    aims: dict[ObjectiveId, Objective] = field(factory=dict)
    """Private aims to draw from."""
    aims_drawn: int = bounded(0, None, default=0)
    """How many of them are drawn."""
    aftermath: dict[ObjectiveId, Objective] = field(factory=dict)
    """What the situation left behind is worth, so that the last turn is no free grab."""
    coalition: Coalition | None = None
    """Its members, if it is many."""
    doctrine: DoctrineId = DoctrineId("reciprocal")
    """How the computer plays it where nobody says otherwise."""
