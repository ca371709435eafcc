"""Coalitions: members with thresholds and vetoes, and what they wait for."""

from attrs import frozen

from game.model.ids import ActorId, MemberId, PlanId, PromiseId, TrackId
from game.model.numbers import Number, bounded


@frozen
class Member:
    """One member of a coalition. It joins while proof, backstop and losses all satisfy it."""

    id: MemberId
    """Its key."""
    name: str
    """Its name."""
    weight: Number = bounded(0, None, default=1.0)
    """What it brings, relative to the others."""
    proof: Number = bounded(0, 1, default=0.5)
    """theta: the least belief in a violation with which it joins; 0 joins always, 1 never."""
    backstop: Number = bounded(0, 1, default=0.0)
    """sigma: the least probability that the backstop holds; 0 asks for none."""
    losses: Number = bounded(0, None, default=100.0)
    """gamma: the most losses (on the coalition's losses track) that it bears."""
    controls: tuple[str, ...] = ()
    """Gates (bases, airspace, straits) that stay shut unless it has joined."""
    summary: str = ""
    """What it cares about, in a sentence."""


@frozen
class Coalition:
    """What an actor that is many decides by."""

    members: dict[MemberId, Member]
    """Who it is made of."""
    plan: PlanId | None = None
    """The plan whose counted causes the members want proof of; without one proof is not asked."""
    plans: tuple[PlanId, ...] = ()
    """Several plans in place of one: proof of what was alleged counts, of any of them while nothing was."""
    backstop: ActorId | None = None
    """Whose promise they want behind them ..."""
    promise: PromiseId | None = None
    """... of which class."""
    losses_track: TrackId | None = None
    """The coalition's track of losses."""
    free_riding: Number = bounded(0, 1, default=0.0)
    """How much the proof that a member needs to join rises for the whole weight of others who have joined."""
    unanimous: bool = True
    """Whether consent needs every member, until the coalition proceeds without unanimity."""
    quorum: Number = bounded(0, 1, default=0.5)
    """Share of weight with which it can proceed without unanimity."""
    share_track: TrackId | None = None
    """A track of its own that shows the joined share of weight, 0-100, if any."""
