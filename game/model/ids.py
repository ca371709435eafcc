"""The id types. An id is a mapping key in a scenario file; each type says which mapping it must be found in.

The loader reads these types from the fields of the model, so a field typed `ActorId` is a cross-reference
that it checks; nothing else has to be registered.
"""

from typing import NewType

ActorId = NewType("ActorId", str)
"""A decision-maker of `actors`; inside an action also `$self` and `$target`."""
TypeId = NewType("TypeId", str)
"""A private type of some actor, such as `hard` or `soft`."""
TrackId = NewType("TrackId", str)
"""A bounded number of `tracks`."""
RungId = NewType("RungId", str)
"""A rung of the scenario's ladder."""
LimitId = NewType("LimitId", str)
"""A limit: a one-way flag of `limits`."""
RegionId = NewType("RegionId", str)
"""A place of `regions`."""
OptionId = NewType("OptionId", str)
"""A capability with a lead time, of `options`."""
ActionId = NewType("ActionId", str)
"""A verb of `actions`."""
ContingencyId = NewType("ContingencyId", str)
"""A named question of `contingencies` that a contingent order may hang on."""
IncidentId = NewType("IncidentId", str)
"""An incident of `incidents`."""
CauseId = NewType("CauseId", str)
"""A cause of `causes`."""
EvidenceId = NewType("EvidenceId", str)
"""An item of evidence of some incident."""
ClaimId = NewType("ClaimId", str)
"""A public claim of `claims`."""
ObserverId = NewType("ObserverId", str)
"""Whoever can hold or send information: an actor, a source of `informants`, or `public`."""
PromiseId = NewType("PromiseId", str)
"""A class of promise of `promises`, such as `guarantee` or `red_line`."""
CommitmentId = NewType("CommitmentId", str)
"""A commitment of `commitments`."""
PlanId = NewType("PlanId", str)
"""A response plan of `plans`."""
TierId = NewType("TierId", str)
"""A tier of some plan."""
ForceTypeId = NewType("ForceTypeId", str)
"""A kind of force of `force_types`."""
ForceId = NewType("ForceId", str)
"""A force of `forces`."""
MemberId = NewType("MemberId", str)
"""A member of some actor that is a coalition."""
DealId = NewType("DealId", str)
"""A table of `deals` at which some actors bargain."""
TermId = NewType("TermId", str)
"""A term card of some deal."""
StepId = NewType("StepId", str)
"""A step of `steps` towards a calmer crisis."""
ObjectiveId = NewType("ObjectiveId", str)
"""An objective of some actor."""
OutcomeId = NewType("OutcomeId", str)
"""An ending of `outcomes`."""
DoctrineId = NewType("DoctrineId", str)
"""A doctrine of the scenario's or the shipped library's `doctrines`."""
SourceId = NewType("SourceId", str)
"""A source of `sources`."""
AssumptionId = NewType("AssumptionId", str)
"""An assumption of `assumptions`, or one written in place (its id is then its path)."""
AssumptionSetId = NewType("AssumptionSetId", str)
"""A named choice of values, of `assumption_sets`."""
VariantId = NewType("VariantId", str)
"""A named set of changes, of `variants`."""
VariantGroupId = NewType("VariantGroupId", str)
"""A group of variants that exclude one another, of `variant_groups`."""

SELF = ActorId("$self")
"""In an action: the actor who does it."""
TARGET = ActorId("$target")
"""In an action: the actor it is done to."""
FRONT = RegionId("$front")
"""In an action's effects and requirements: the place of its front."""
PUBLIC = ObserverId("public")
"""The observer that stands for what everybody knows."""
