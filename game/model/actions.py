"""Actions, options with lead time, rules of engagement and contingencies."""

from enum import StrEnum

from attrs import field, frozen

from game.model.ids import ActionId, ActorId, ContingencyId, OptionId, RegionId, RungId, TrackId
from game.model.numbers import Number, bounded
from game.model.primitives import Condition, Effect


class Kind(StrEnum):
    """What sort of act it is. Acts are resolved in this order within a turn."""

    INACTION = "inaction"
    DIPLOMACY = "diplomacy"
    STAND_DOWN = "stand_down"
    SIGNAL = "signal"
    POSTURE = "posture"
    PREPARATION = "preparation"
    MOVEMENT = "movement"
    INTELLIGENCE = "intelligence"
    COVERT = "covert"
    FORCE = "force"


class Visibility(StrEnum):
    """Who sees that an act was done."""

    EVERYONE = "everyone"
    TARGET = "target"
    """Its actor and its target."""
    SELF = "self"
    """Its actor alone."""


class Signal(StrEnum):
    """What sort of message an act is, apart from what it does. What it costs, its effects say."""

    SPEECH = "speech"
    LEAK = "leak"
    VISIT = "visit"
    EXERCISE = "exercise"
    MOBILISATION = "mobilisation"


class Engagement(StrEnum):
    """Standing rules of engagement: the soldiers' safety or control of the crisis."""

    TIGHT = "tight"
    NORMAL = "normal"
    FREE = "free"


@frozen
class Target:
    """Whom an action may be done to."""

    actors: tuple[ActorId, ...] = ()
    """These ..."""
    others: bool = False
    """... or every other actor."""


@frozen
class Front:
    """Where and in which domain an act of force is; distinct fronts widen the scope of the crisis."""

    region: RegionId
    """The place."""
    domain: str = "land"
    """`land`, `air`, `sea`, `cyber`, ..."""


@frozen
class Action:
    """A verb."""

    id: ActionId
    """Its key."""
    name: str
    """Its title, an imperative of a few words."""
    kind: Kind
    """What sort of act it is."""
    summary: str = ""
    """What it does and why one might, in a sentence or two."""
    rung: RungId | None = None
    """Where it stands on the ladder; calm where missing. A rung above calm needs a target."""
    by: tuple[ActorId, ...] = ()
    """Who may do it; every played actor where empty."""
    target: Target | None = None
    """Whom it is done to; nobody in particular where missing."""
    requires: tuple[Condition, ...] = ()
    """What must hold, all of it; only what its actor may see."""
    effects: tuple[Effect, ...] = ()
    """What it does, in order."""
    excludes: tuple[ActionId, ...] = ()
    """Actions that the same actor cannot order in the same turn; it works both ways."""
    persists_hours: int = bounded(0, None, default=0)
    """How long it stays live; at least the turn in which it is done."""
    stands: bool = False
    """Whether it stays live until it is withdrawn."""
    reads_as: dict[ActorId, RungId] = field(factory=dict)
    """The rung at which other observers read it, where that differs; `others` stands for all of them."""
    seen_by: Visibility = Visibility.EVERYONE
    """Who sees it."""
    front: Front | None = None
    """Where force is used."""
    fronts: dict[ActorId, Front] = field(factory=dict)
    """Where that differs by who acts; effects may say `$front` for the place."""
    signal: Signal | None = None
    """What sort of signal it is, if it is one: cheap unless its effects tie hands or sink costs."""
    appeals: dict[str, float] = field(factory=dict)
    """How far it serves each drive of a computer player, -10 to 10: what its effects cannot say."""
    text: str = ""
    """What the log says when it is done; `{actor}` and `{target}` are filled in."""


@frozen
class Option:
    """A capability that must be ordered in advance."""

    id: OptionId
    """Its key."""
    name: str
    """Its title."""
    by: tuple[ActorId, ...]
    """Who can have it."""
    lead_hours: Number = bounded(0, None)
    """From the order until it is ready."""
    lasts_hours: Number = bounded(0, None, default=24.0)
    """How long it stays ready before it lapses; ordering it again renews it."""
    visible: bool = True
    """Whether others see it being prepared."""
    summary: str = ""
    """What it allows."""


@frozen
class Rules:
    """What rules of engagement do to the hazard."""

    tight: Number = bounded(0, None, default=0.6)
    """Multiplier of the hazard for tight rules."""
    normal: Number = bounded(0, None, default=1.0)
    """For normal rules."""
    free: Number = bounded(0, None, default=1.7)
    """For free rules."""
    start: Engagement = Engagement.NORMAL
    """In force at the start."""
    actors: tuple[ActorId, ...] = ()
    """Who sets them; all played actors where empty."""
    losses_track: TrackId = TrackId("")
    """The track of soldiers lost that tight rules move, if any."""
    losses_tight: Number = 0.0
    """Points a turn that tight rules add to that track while an opponent's act of force on one is live."""
    losses_free: Number = 0.0
    """The same for free rules (usually below zero)."""


@frozen
class Contingency:
    """A question that a contingent order may hang on; it sees the turn's replies, stand-downs and signals."""

    id: ContingencyId
    """Its key."""
    name: str
    """As a clause: `Russia stands down this turn`."""
    when: tuple[Condition, ...]
    """All of these."""
    by: tuple[ActorId, ...] = ()
    """Who may use it; everybody where empty."""
