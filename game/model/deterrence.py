"""Weights of the deterrence ledger, and strategic arms (Schelling 1966; Zagare and Kilgour 2000)."""

from enum import StrEnum

from attrs import field, frozen

from game.model.ids import ActorId, PromiseId, RegionId, RungId
from game.model.numbers import Number, bounded


class Posture(StrEnum):
    """Standing readiness of strategic arms."""

    ROUTINE = "routine"
    RAISED = "raised"
    HIGH = "high"


@frozen
class Arsenal:
    """The strategic arms of one actor, as others believe in them."""

    line: RungId
    """S_line: acts on their owner below this rung do not bring them into play."""
    believed: Number = bounded(0, 1, default=0.5)
    """beta: how far others believe in them, at routine posture."""
    raised: Number = bounded(1, None, default=1.25)
    """Multiplier of that belief at raised posture (the product is capped at 1) ..."""
    high: Number = bounded(1, None, default=1.5)
    """... and at high posture."""
    hazard_raised: Number = bounded(1, None, default=1.2)
    """Multiplier of the hazard of every pair with their owner at raised posture ..."""
    hazard_high: Number = bounded(1, None, default=1.5)
    """... and at high posture: what deters also makes accidents likelier."""
    summary: str = ""
    """What they are, for screens."""


@frozen
class Deterrence:
    """How likely a response is believed to be: lo(q) = l + w_S s + w_T t + w_A a - w_K k - w_D d."""

    stake: Number = bounded(0, None, default=0.0)
    """w_S, log-odds for a full stake in what is hit."""
    tripwire: Number = bounded(0, None, default=0.0)
    """w_T, log-odds for a responder's people in harm's way; may be 0 (Reiter and Poast 2021)."""
    tripwire_scale: Number = bounded(0.01, None, default=2.0)
    """n0: units of force at which a tripwire has about two thirds of its effect."""
    tied_hands: Number = bounded(0, None, default=0.0)
    """w_A, log-odds for a fully public promise of a severity of 100 that the public thinks well founded."""
    cost: Number = bounded(0, None, default=0.0)
    """w_K, log-odds taken off by what responding would cost the responder."""
    strategic: Number = bounded(0, None, default=0.0)
    """w_D, log-odds taken off by the mover's strategic arms (Huth and Russett 1984: may be 0)."""
    uncommitted: Number = bounded(-4.6, 4.6, default=-1.5)
    """Log-odds of an answer by somebody who has promised none, before the terms above."""
    stakes: dict[ActorId, dict[ActorId, Number]] = field(factory=dict)
    """s: responder, then who is hit, 0-1; in itself a responder has a full stake unless it is said."""
    vulnerability: dict[ActorId, Number] = field(factory=dict)
    """v: points lost to a response of severity 100 at overwhelming force; 60 where silent."""
    denial: dict[ActorId, dict[ActorId, Number]] = field(factory=dict)
    """delta: responder, then mover: share of the mover's gain that a response takes back; 0 where silent."""
    in_kind: Number = bounded(0, 1, default=0.5)
    """How much of an answer in kind an act brings on itself; the rest would have come in any case."""
    promise: PromiseId | None = None
    """The class of promise whose credibility serves for uncommitted responders, added to `uncommitted`."""
    window_hours: int = bounded(0, None, default=24)
    """Forces within so many transit hours count as in reach."""
    front: RegionId | None = None
    """The place at which strengths are compared; the most frequent front of acts of force where missing."""
    war: Number = bounded(0, None, default=100.0)
    """V0: points lost if an accident carries the crisis away."""
    arsenals: dict[ActorId, Arsenal] = field(factory=dict)
    """Who has strategic arms."""
