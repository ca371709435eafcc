"""Commitments, response plans, tiers and stand-downs."""

from attrs import field, frozen

from game.model.ids import (
    ActorId,
    CauseId,
    CommitmentId,
    IncidentId,
    ObserverId,
    PlanId,
    PromiseId,
    RungId,
    TierId,
    TrackId,
)
from game.model.numbers import Number, bounded
from game.model.primitives import Condition, Effect


@frozen
class Promise:
    """A class of promise; reputation is kept for each class apart."""

    id: PromiseId
    """Its key."""
    name: str
    """Its title."""
    cost_of_keeping: Number = bounded(0, None, default=20.0)
    """K, what keeping such a promise costs, in the issuer's own points."""


@frozen
class Commitment:
    """A promise to answer something with something."""

    id: CommitmentId
    """Its key."""
    name: str
    """Its title, in the issuer's words."""
    issuer: ActorId
    """Who promises."""
    promise: PromiseId
    """What class of promise it is."""
    trigger: tuple[Condition, ...]
    """It falls due when all of these hold."""
    on: ActorId
    """Against whom the answer goes."""
    rung: RungId
    """An act of the issuer on that actor at this rung or more keeps it."""
    within_hours: int = bounded(0, None, default=12)
    """How long the issuer has."""
    publicity: Number = bounded(0, 1, default=1.0)
    """How public it is: 0 whispered, 1 shouted."""
    audience: tuple[ObserverId, ...] = ()
    """Who knows of it besides the issuer; everybody where empty."""
    in_force: bool = False
    """Whether it stands from the start; otherwise an act issues it."""
    understood: Number = bounded(0, 1, default=1.0)
    """kappa at the start: how likely it is that others have understood it."""
    truth: tuple[Condition, ...] = ()
    """What the issuer would in truth answer, known to it alone; the declared trigger where empty."""
    stands_while: tuple[Condition, ...] = ()
    """In force only while all of these hold (a cease-fire, a deal); it is excused when they end."""
    chained_to: tuple[CommitmentId, ...] = ()
    """Promises that must be kept before this one is answered: their probabilities multiply."""


@frozen
class Tier:
    """A step of a response plan."""

    id: TierId
    """Its key."""
    name: str
    """Its title."""
    responders: tuple[ActorId, ...]
    """Who must respond."""
    from_hour: int | None = None
    """Opens this many hours after the plan's clock started, if its conditions hold then ..."""
    to_hour: int | None = None
    """... and closes at this hour; where it is missing, `within_hours` after it opened."""
    within_hours: int = bounded(1, None, default=24)
    """How long responders have where no closing hour is given."""
    when: tuple[Condition, ...] = ()
    """What must hold for it to open, or to stay in prospect."""
    obliged: RungId = field(kw_only=True)
    """An act on the accused party at this rung or more meets the obligation."""
    cap: RungId = field(kw_only=True)
    """An act above this rung is outside the plan."""
    promise: PromiseId = field(kw_only=True)
    """The class of promise."""
    publicity: Number = bounded(0, 1, default=1.0)
    """How public the obligation is."""


@frozen
class StandDown:
    """What ends the plan's clock short of its tiers: verifiable, with delay and error."""

    verified_after_hours: Number = bounded(0, None, default=6.0)
    """How long monitors need."""
    missed: Number = bounded(0, 1, default=0.1)
    """Probability that a true stand-down is not certified at a check."""
    fooled: Number = bounded(0, 1, default=0.1)
    """Probability that a false one is certified."""
    below: RungId = field(kw_only=True)
    """The accused party complies while none of its acts is at this rung or above."""
    on_certified: tuple[Effect, ...] = ()
    """What certification brings."""
    on_refused: tuple[Effect, ...] = ()
    """What a check that fails brings, and acting against what was certified."""
    on_voided: tuple[Effect, ...] = ()
    """What acting against what was certified brings besides: what undoes `on_certified`, say."""


@frozen
class ResponsePlan:
    """A clock started by an allegation, with tiers of responders (the flagship's heart)."""

    id: PlanId
    """Its key."""
    name: str
    """Its title."""
    incident: IncidentId
    """The incident that may be alleged."""
    accused: ActorId
    """The party it accuses."""
    counts: tuple[CauseId, ...]
    """The causes that are a violation."""
    severity_threshold: Number = bounded(0, 100, default=0.0)
    """Below this severity an incident is not what the plan was made for."""
    clock_from_incident: bool = False
    """Whether tiers count hours from the incident (the initial violation) rather than from the allegation."""
    tiers: dict[TierId, Tier] = field(kw_only=True)
    """In order."""
    stand_down: StandDown | None = None
    """How the accused party may end it."""
    on_alleged: tuple[Effect, ...] = ()
    """What an allegation brings at once."""
    below_threshold: tuple[Effect, ...] = ()
    """The liability for alleging below the threshold."""
    found_wrong: tuple[Effect, ...] = ()
    """The liability, once, when the public comes to believe that the plan does not count the cause ..."""
    wrong_below: Number = bounded(0, 1, default=0.25)
    """... that is, when public belief in the causes that count falls below this."""
    above_cap: tuple[Effect, ...] = ()
    """What a responder pays for acting above its tier's cap."""


@frozen
class Reputation:
    """How promises kept and broken move credibility (Fearon 1997; Huth and Russett 1984 for the sceptics)."""

    start: Number = bounded(-4.6, 4.6, default=0.0)
    """Credibility at the start, in log-odds, where `starts` is silent."""
    starts: dict[ActorId, Number] = field(factory=dict)
    """By issuer."""
    weight: Number = bounded(0, 1, default=1.0)
    """phi: 0 means that reputation does not exist."""
    hard_scale: Number = bounded(0.1, None, default=60.0)
    """K_Hard, own points."""
    soft_scale: Number = bounded(0.1, None, default=20.0)
    """K_Soft, own points; below K_Hard."""
    error: Number = bounded(0, 0.5, default=0.05)
    """e: how often even a willing issuer fails."""
    forgets_after_days: Number = bounded(0.1, None, default=60.0)
    """T of the drift back to the start."""
    spill_over: Number = bounded(0, 1, default=0.3)
    """How much of a change carries over to the other classes of promise; 0 is possible."""


@frozen
class Audience:
    """What audiences at home charge (Fearon 1994; Tomz 2007; against: Downes and Sechser 2012)."""

    strength: Number = bounded(0, 100, default=0.0)
    """lambda, points for backing down from a fully public promise of a severity of 100."""
    strengths: dict[ActorId, Number] = field(factory=dict)
    """By actor."""
    for_threatening: Number = bounded(0, 100, default=0.0)
    """lambda_b, for having threatened at all."""
    track: TrackId = TrackId("")
    """The track that pays; nobody pays where there is none."""
    cover: Number = bounded(0, 1, default=0.6)
    """mu while `covered_when` holds: how much a mediator or reciprocity covers."""
    covered_when: tuple[Condition, ...] = ()
    """When an issuer is covered."""
    for_wrong_claim: Number = bounded(0, 100, default=0.0)
    """Points a party pays once for each public claim of its own that the public has ceased to believe ..."""
    wrong_claim_below: Number = bounded(0, 1, default=0.2)
    """... that is, when public belief in what it asserts is below this, and below what it was at first."""

    @property
    def charges_wrong_claims(self) -> bool:
        """Whether public claims that prove wrong can cost anything."""
        return bool(self.track) and self.for_wrong_claim != 0
