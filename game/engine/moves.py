"""What a scenario's actions come down to once they are grounded on actors: moves, pairs and duties."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from game.engine.arrays import I32
from game.engine.layout import Audience
from game.model.actions import Action, Kind
from game.model.ids import ActorId, CommitmentId
from game.model.primitives import Effect
from game.model.world_rules import Contact, Modifier

STAGES: tuple[Kind, ...] = tuple(Kind)
"""The order in which acts are resolved within a turn."""
ANSWERED_AFTER = STAGES.index(Kind.SIGNAL)
"""The stage after which contingent orders get their answer: they see what was done up to it."""


@frozen(eq=False)
class Move:
    """One action grounded on its actor and target."""

    index: int
    """Its place in `Program.moves`, and in masks of legal moves of all actors."""
    name: str
    """`actor/action` or `actor/action/target`."""
    actor: ActorId
    """Who does it."""
    target: ActorId | None
    """To whom."""
    action: Action
    """The action, with `$self` and `$target` filled in."""
    stage: int
    """When it is resolved within a turn."""
    rung: int
    """Its rung's index on the ladder; 0 for calm."""
    reads: Mapping[str, int]
    """For each observer who sees it, the rung it is read at."""
    seen_by: Audience
    """Who sees it; everybody where None."""
    requires: tuple[int, ...] = ()
    """Indexes into `Program.conditions`."""


@frozen(eq=False)
class Acts:
    """The acts of one actor on another that everybody reads alike, so that all readings share one maximum."""

    rows: Any
    """Their `until` rows in the table of whole numbers: a slice where they lie together, or their indexes."""
    rungs: I32
    """Their rungs, (acts,)."""


@frozen(eq=False)
class PairInContact:
    """Two actors whose forces may meet by accident."""

    one: ActorId
    other: ActorId
    contacts: tuple[Contact, ...]
    """Where their forces meet."""
    modifiers: tuple[Modifier, ...]
    """What raises or lowers the hazard between them."""
    effects: tuple[Effect, ...]
    """What an engagement does to the two."""


@frozen(eq=False)
class TierDuty:
    """What a tier asks of one responder, as a commitment."""

    commitment: CommitmentId
    """`plan.tier.actor`."""
    plan: str
    tier: str
    responder: ActorId
    accused: ActorId
    obliged: int
    """Index of the obliged rung."""
    cap: int
    """Index of the cap."""
