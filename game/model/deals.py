"""Bargaining: term cards on a table, offers, what a deal is worth, breach and snap-back (Fearon 1995)."""

from enum import StrEnum

from attrs import field, frozen

from game.model.ids import ActorId, DealId, PromiseId, TermId
from game.model.numbers import Number, bounded
from game.model.primitives import Condition, Effect


class Reply(StrEnum):
    """What one says to an offer on the table."""

    ACCEPT = "accept"
    REJECT = "reject"
    LET_LIE = "let_lie"
    """Say nothing: the offer stands until it lapses."""


@frozen
class Level:
    """One of the two levels above nothing at which a term can stand."""

    name: str
    """What is given, in a few words."""
    worth: dict[ActorId, Number] = field(factory=dict)
    """Points to each actor once it is delivered: below zero for who gives, above for who gains."""
    effects: tuple[Effect, ...] = ()
    """What happens when it is delivered; `$self` is the giver."""
    undone: tuple[Effect, ...] = ()
    """What snap-back does to it; `$self` is the giver."""


@frozen
class Term:
    """One card: a giver and at most two levels."""

    id: TermId
    """Its key."""
    name: str
    """Its title."""
    giver: ActorId
    """Who gives."""
    levels: tuple[Level, ...]
    """Level 1 and, if there is one, level 2; level 0 is nothing."""
    delay_hours: Number = bounded(0, None, default=0.0)
    """From its turn in the sequence until it can be delivered."""
    detection: Number = bounded(0, 1, default=0.8)
    """det: probability that a breach of it is detected before its consequences are final."""
    snaps_back: Number = bounded(0, 1, default=0.5)
    """sn: share of the partners' concessions returned when this term is breached and detected."""
    requires: tuple[Condition, ...] = ()
    """It can be offered only while all of these hold."""
    summary: str = ""
    """What it is, in a sentence."""


@frozen
class Deal:
    """A table at which some actors bargain: at most eight cards; one offer stands at a time."""

    id: DealId
    """Its key."""
    name: str
    """Its title."""
    parties: tuple[ActorId, ...]
    """Who must agree; each may offer."""
    terms: dict[TermId, Term]
    """The cards."""
    secret: bool = False
    """Whether only the parties see what is offered."""
    when: tuple[Condition, ...] = ()
    """The table is open while all of these hold."""
    stands_hours: int = bounded(0, None, default=12)
    """How long an offer stands unless it is answered or another replaces it."""
    promise: PromiseId | None = None
    """The class of promise that a term is; compliance is believed as this is credible."""
    guarantors: dict[ActorId, Number] = field(factory=dict)
    """Who vouches, and what each adds to belief in compliance, in log-odds.

    One that has a commitment of the deal's class of promise vouches only while that stands.
    """
    ends_going_on: bool = True
    """Whether a deal here ends what goes on; otherwise its costs are there either way, and do not count."""
    discount_per_day: Number = bounded(0, None, default=0.0)
    """rho: how much later counts less."""
    face: dict[ActorId, Number] = field(factory=dict)
    """Points that agreeing at all costs (below zero) or brings an actor at home ..."""
    face_covered: Number = bounded(0, 1, default=0.6)
    """... of which this share is saved while a mediator or reciprocity covers (`audience.covered_when`)."""
    on_agreed: tuple[Effect, ...] = ()
    """What agreement brings at once."""
    on_kept: tuple[Effect, ...] = ()
    """What it brings when every term has been delivered."""
    on_breach: tuple[Effect, ...] = ()
    """What a detected breach brings; `$self` is who broke it."""
    summary: str = ""
    """What it is about."""
