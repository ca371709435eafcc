"""Incidents, causes, evidence, trust and claims."""

from attrs import field, frozen

from game.model.ids import ActorId, CauseId, ClaimId, EvidenceId, IncidentId, ObserverId, RegionId
from game.model.numbers import Number, bounded
from game.model.primitives import Effect


@frozen
class Cause:
    """Why something may have happened. Causes are shared by all incidents."""

    id: CauseId
    """Its key."""
    name: str
    """Its title."""
    summary: str = ""
    """What it means."""
    staged: bool = False
    """Whether it means that somebody staged it, which may be found out."""
    by: ActorId | None = None
    """Who is behind it, if it is one of the actors."""


@frozen
class Informant:
    """A source of information that is not an actor: a monitoring mission, say."""

    id: ObserverId
    """Its key."""
    name: str
    """Its name."""


@frozen
class Evidence:
    """Something that may be learnt about an incident."""

    id: EvidenceId
    """Its key."""
    name: str
    """Its title."""
    source: ObserverId
    """Whose sensor or report it is; trust is trust in this source."""
    after_hours: Number = bounded(0, None)
    """How long after the incident it arrives."""
    shows: dict[str, "Showing"] = field(factory=dict)
    """What it may show; one showing is drawn, by the true cause."""
    to: tuple[ObserverId, ...] = ()
    """Who gets it at once: actors, or `public` for everybody. Others get it when it is released."""
    on_order: bool = False
    """Whether it comes only when somebody gathers it; `after_hours` then counts from that order."""
    costs_source: bool = False
    """Whether releasing it burns the source."""


@frozen
class Showing:
    """One thing that a piece of evidence may show."""

    text: str
    """What the reader sees."""
    likelihood: dict[CauseId, Number]
    """Probability of this showing given each cause; for each cause the showings of one item sum to 1."""


@frozen
class Incident:
    """Something happens at most once a game, and why is uncertain."""

    id: IncidentId
    """Its key."""
    name: str
    """Its title."""
    text: str
    """What everybody sees of it."""
    accused: ActorId | None = None
    """Whom it points at, so far as everybody sees."""
    severity: float = bounded(0, 100, default=0)
    """How grave it is, in points."""
    region: RegionId | None = None
    """Where it happens, for the map."""
    at_hour: int | None = None
    """The hour at which it happens; otherwise a hazard, an act or an effect brings it."""
    priors: dict[CauseId, Number] = field(factory=dict)
    """How likely each cause is, before any evidence, for everybody; rescaled to sum to 1."""
    known_to: dict[CauseId, dict[ActorId, Number]] = field(factory=dict)
    """For a drawn cause: the chance that an actor knows it from the start."""
    evidence: dict[EvidenceId, Evidence] = field(factory=dict)
    """What may be learnt, in order of arrival."""
    effects: tuple[Effect, ...] = ()
    """What it does when it happens."""
    exposure_per_day: Number = bounded(0, 1, default=0.0)
    """The probability a day that it is found out by itself, if it was staged."""
    exposure_convinces: Number = bounded(0.5, 0.999, default=0.98)
    """How likely observers think it that such an exposure is right rather than a forgery."""
    on_exposed: tuple[Effect, ...] = ()
    """What it brings when it is found out that it was staged; `$self` is the actor behind it."""


@frozen
class Claim:
    """Something a seat can say in public about why an incident happened. A separate act from believing it."""

    id: ClaimId
    """Its key."""
    name: str
    """Its title."""
    causes: tuple[CauseId, ...] = ()
    """The causes that it asserts; none for `undetermined`."""
    by: tuple[ActorId, ...] = ()
    """Who may make it; anybody where empty."""


@frozen
class Trust:
    """How far observers trust sources: 0 not at all, 1 as their own eyes."""

    own: Number = bounded(0, 1, default=1.0)
    """In one's own sensors."""
    default: Number = bounded(0, 1, default=0.5)
    """In a source that no line of `by_observer` names."""
    by_observer: dict[ObserverId, dict[ObserverId, Number]] = field(factory=dict)
    """Observer, source, trust."""
    claim_likelihood: Number = bounded(0.5, 0.999, default=0.7)
    """How much likelier a claim is heard if it is true, before trust in the claimant."""
