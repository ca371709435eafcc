"""Forces, links between places, and the law by which forces wear one another down."""

from enum import StrEnum

from attrs import field, frozen

from game.model.actors import Seen
from game.model.ids import ActorId, ForceId, ForceTypeId, MemberId, RegionId, TrackId
from game.model.numbers import Number, bounded
from game.model.primitives import Condition


class Domain(StrEnum):
    """Where a force moves and fights."""

    LAND = "land"
    AIR = "air"
    SEA = "sea"


@frozen
class Link:
    """A way between two places, usable in both directions."""

    between: tuple[RegionId, RegionId]
    """Its two ends."""
    hours: dict[Domain, float] = field(factory=dict)
    """Transit hours by domain, before `ForceRules.pace`; a domain that is missing cannot pass."""
    gate: str = ""
    """The access it needs (`straits`, `airspace`), which may be refused; none where empty."""


@frozen
class ForceType:
    """A kind of force."""

    id: ForceTypeId
    """Its key."""
    name: str
    """Its title."""
    domain: Domain
    """How it moves."""
    attack: Number = bounded(0, None, default=1.0)
    """Weight of one unit of strength in attack."""
    defence: Number = bounded(0, None, default=1.0)
    """Weight of one unit of strength in defence."""
    reach_hours: float = bounded(0, None, default=0.0)
    """It can act on any place within so many transit hours of its own; 0 means where it stands."""
    reach_by: Domain | None = None
    """The domain in which reach is counted, where it is not the one it moves in: missiles go by air."""
    stops: tuple[Domain, ...] = ()
    """The domains whose strikes it can stop: air defence."""
    holds_ground: bool = False
    """Whether it can take and hold a place."""
    strategic: bool = False
    """Whether it is deterrent weight only: it neither moves nor fights."""
    symbol: str = ""
    """What a map draws: `infantry`, `mechanised`, `armour`, `artillery`, `air`, `air_defence`, `drone`,
    `ship`, `missile`, `strategic`, or `unit` for a bare frame."""
    summary: str = ""
    """What it is for."""


@frozen
class Force:
    """A force of somebody, somewhere."""

    id: ForceId
    """Its key."""
    name: str
    """Its name."""
    owner: ActorId
    """Whose it is."""
    type: ForceTypeId
    """What it is."""
    region: RegionId
    """Where it stands at the start."""
    strength: Number = bounded(0, None, default=1.0)
    """Units at the start."""
    readiness: Number = bounded(0, 1, default=1.0)
    """Share of its strength that can act at once."""
    member: MemberId | None = None
    """The coalition member that lends it: it counts only while that member has joined."""
    seen_by: Seen = Seen.EVERYONE
    """Who sees where it is and how strong."""


class ExchangeLaw(StrEnum):
    """How losses follow from strengths."""

    TABLE = "table"
    """Shares of loss by the ratio of strengths: for short crises."""
    LANCHESTER = "lanchester"
    """Lanchester's square law (1916): for long fighting."""


@frozen
class ExchangeRow:
    """One line of an exchange table."""

    ratio: float = bounded(0, None)
    """From this ratio of attacker to defender up."""
    attacker_loses: Number = bounded(0, 1, default=0.0)
    """Share of the attacker's strength lost."""
    defender_loses: Number = bounded(0, 1, default=0.0)
    """Share of the defender's strength lost."""


@frozen
class Wear:
    """What losses cost: a track of the side that loses, moved for each unit of strength lost."""

    track: TrackId
    """Which track."""
    per_unit: Number
    """Points for each unit of strength lost."""


@frozen
class Exchange:
    """The law of engagements."""

    law: ExchangeLaw = ExchangeLaw.TABLE
    """Which law."""
    table: tuple[ExchangeRow, ...] = ()
    """For the table: lines by rising ratio; the last that is reached counts."""
    rate_per_day: Number = bounded(0, None, default=0.1)
    """For Lanchester: units destroyed in a day by one unit of equal weight."""
    noise: tuple[Number, ...] = ()
    """Equally likely multipliers of losses, one drawn for each engagement; none means no noise."""
    wear: tuple[Wear, ...] = ()
    """What losses cost the side that suffers them."""


@frozen
class ForceRules:
    """What holds for all forces of a scenario."""

    pace: Number = bounded(0.01, None, default=1.0)
    """Multiplies all transit hours."""
    recovers_per_day: Number = bounded(0, 1, default=0.5)
    """How much readiness a resting force regains in a day."""
    spent_moving: Number = bounded(0, 1, default=0.0)
    """Readiness lost for each link travelled."""
    spent_fighting: Number = bounded(0, 1, default=0.2)
    """Readiness lost in each engagement."""
    exchange: Exchange = field(factory=Exchange)
    """How losses follow from strengths."""
    closed: dict[str, tuple[Condition, ...]] = field(factory=dict)
    """Gates by name: closed to all while all of these hold, besides what coalition members refuse."""
