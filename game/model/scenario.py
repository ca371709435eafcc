"""A scenario: everything an author writes, with all its references checked by the loader."""

from attrs import field, frozen

from game.model.actions import Action, Contingency, Option, Rules
from game.model.actors import Actor, Track
from game.model.commitments import Audience, Commitment, Promise, Reputation, ResponsePlan
from game.model.deals import Deal
from game.model.derivation import Derivation
from game.model.deterrence import Deterrence
from game.model.endings import Doctrine, Outcome, Variant, VariantGroup
from game.model.forces import Force, ForceRules, ForceType, Link
from game.model.ids import (
    ActionId,
    ActorId,
    AssumptionId,
    AssumptionSetId,
    CauseId,
    ClaimId,
    CommitmentId,
    ContingencyId,
    DealId,
    DoctrineId,
    ForceId,
    ForceTypeId,
    IncidentId,
    LimitId,
    ObserverId,
    OptionId,
    OutcomeId,
    PlanId,
    PromiseId,
    RegionId,
    SourceId,
    StepId,
    TrackId,
    VariantGroupId,
    VariantId,
)
from game.model.incidents import Cause, Claim, Incident, Informant, Trust
from game.model.ladder import Ladder, Limit
from game.model.numbers import Assumption, AssumptionSet, Source
from game.model.primitives import Effect
from game.model.steps import Step
from game.model.world_rules import Clock, Hazard, Ordering, Region

FORMAT = 1
"""The format this version reads and writes."""


@frozen(eq=False)
class Scenario:
    """A whole scenario with its variants applied."""

    format: int
    """The format's number."""
    id: str
    """The file's name without its ending, unless the file says otherwise."""
    title: str
    """Its title."""
    actors: dict[ActorId, Actor]
    """Who decides; at least one."""
    outcomes: dict[OutcomeId, Outcome]
    """How it may end; at least one must match always."""
    based_on: Derivation | None = None
    """Another scenario that this one is made from, if any."""
    actions: dict[ActionId, Action] = field(factory=dict)
    """What can be done."""
    summary: str = ""
    """What it is about, for the menu."""
    setting: str = ""
    """The situation at hour 0, for every seat."""
    not_a_forecast: str = ""
    """What is left out, and what the game cannot tell."""
    minutes: int = 30
    """How long a game takes, about."""
    level: str = "introductory"
    """`introductory`, `intermediate`, `advanced`."""
    clock: Clock = field(factory=Clock)
    """Time."""
    orders: Ordering = field(factory=Ordering)
    """What a seat may order in a turn."""
    ladder: Ladder | None = None
    """The ladder, inline, or by the name of a shipped one; a game without one has no rungs."""
    tracks: dict[TrackId, Track] = field(factory=dict)
    """Bounded numbers."""
    limits: dict[LimitId, Limit] = field(factory=dict)
    """One-way flags."""
    regions: dict[RegionId, Region] = field(factory=dict)
    """Places."""
    links: tuple[Link, ...] = ()
    """Ways between places."""
    real_coast: bool = False
    """Whether places lie on the real earth, so that a map draws its coast: their `x` and `y` are degrees
    then."""
    force_types: dict[ForceTypeId, ForceType] = field(factory=dict)
    """Kinds of force."""
    forces: dict[ForceId, Force] = field(factory=dict)
    """Who has what where."""
    force_rules: ForceRules = field(factory=ForceRules)
    """What holds for all forces."""
    options: dict[OptionId, Option] = field(factory=dict)
    """Capabilities with lead times."""
    rules_of_engagement: Rules | None = None
    """Where a scenario has them."""
    contingencies: dict[ContingencyId, Contingency] = field(factory=dict)
    """What contingent orders may hang on."""
    informants: dict[ObserverId, Informant] = field(factory=dict)
    """Sources of evidence that are not actors."""
    causes: dict[CauseId, Cause] = field(factory=dict)
    """Why things happen."""
    incidents: dict[IncidentId, Incident] = field(factory=dict)
    """What may happen."""
    trust: Trust = field(factory=Trust)
    """Who believes whom."""
    claims: dict[ClaimId, Claim] = field(factory=dict)
    """What may be said in public about incidents."""
    promises: dict[PromiseId, Promise] = field(factory=dict)
    """Classes of promise."""
    commitments: dict[CommitmentId, Commitment] = field(factory=dict)
    """Promises and red lines."""
    plans: dict[PlanId, ResponsePlan] = field(factory=dict)
    """Tiered response plans."""
    reputation: Reputation = field(factory=Reputation)
    """How words kept and broken are remembered."""
    audience: Audience = field(factory=Audience)
    """What audiences at home charge."""
    deterrence: Deterrence = field(factory=Deterrence)
    """How likely a response is believed to be, and who has strategic arms."""
    deals: dict[DealId, Deal] = field(factory=dict)
    """Tables at which some actors bargain."""
    steps: dict[StepId, Step] = field(factory=dict)
    """Announced steps towards a calmer crisis."""
    hazard: Hazard = field(factory=Hazard)
    """Accidents."""
    every_turn: tuple[Effect, ...] = ()
    """Effects of every turn, in the accounting phase, usually behind `when`."""
    doctrines: dict[DoctrineId, Doctrine] = field(factory=dict)
    """Computer players of this scenario, besides the shipped ones."""
    sources: dict[SourceId, Source] = field(factory=dict)
    """Where facts and numbers come from."""
    assumptions: dict[AssumptionId, Assumption] = field(factory=dict)
    """Numbers that could be otherwise."""
    assumption_sets: dict[AssumptionSetId, AssumptionSet] = field(factory=dict)
    """Named choices of their values."""
    variant_groups: dict[VariantGroupId, VariantGroup] = field(factory=dict)
    """Groups of variants."""
    variants: dict[VariantId, Variant] = field(factory=dict)
    """Named changes."""
    variant: tuple[VariantId, ...] = ()
    """Which variants this scenario has applied; set by the loader."""
    content_hash: str = ""
    """BLAKE2b of the file's bytes; set by the loader."""
