"""Outcomes, values, doctrines and variants."""

from enum import StrEnum
from typing import Any

from attrs import field, frozen

from game.model.ids import ActorId, DoctrineId, OutcomeId, TrackId, TypeId, VariantGroupId, VariantId
from game.model.numbers import Number, bounded
from game.model.primitives import Condition


class OutcomeClass(StrEnum):
    """What sort of ending it is."""

    GENERAL_WAR = "general_war"
    """Worth 0 to everyone."""
    LIMITED_WAR = "limited_war"
    FROZEN = "frozen"
    STAND_DOWN = "stand_down"
    SETTLEMENT = "settlement"
    OTHER = "other"


@frozen
class Carried:
    """A track at the end that becomes an assumption of the next game."""

    track: TrackId
    """The track ..."""
    actor: ActorId | None = None
    """... of this actor; of the world where missing."""
    nothing_at: float = 0.0
    """Its value that becomes the assumption's lowest ..."""
    full_at: float = 100.0
    """... and the one that becomes its highest; in between in proportion."""


@frozen
class Sequel:
    """Another scenario that may be played on from an ending."""

    scenario: str
    """The id of a shipped scenario."""
    variants: tuple[str, ...] = ()
    """Its variants that say what this ending left behind."""
    values: dict[str, Carried] = field(factory=dict)
    """Its assumptions that tracks at the end decide."""
    text: str = ""
    """What carries over, in a sentence."""


@frozen
class Outcome:
    """An ending. The first that matches, in the order of the file, is the game's."""

    id: OutcomeId
    """Its key."""
    name: str
    """Its title."""
    class_: OutcomeClass = OutcomeClass.OTHER
    """Its class (`class` in a file)."""
    text: str = ""
    """What happened, in a sober sentence or two."""
    when: tuple[Condition, ...] = ()
    """Matches when all of these hold; one without conditions matches always."""
    at_end_only: bool = True
    """Whether it can match only when the clock has run out; one that can match at any time ends the game."""
    leads_to: tuple[Sequel, ...] = ()
    """Games that can be played on from this ending."""
    values: dict[ActorId, Number] = field(factory=dict)
    """What it is worth to each actor, in place of objectives (textbook games)."""
    values_by_type: dict[ActorId, dict[TypeId, Number]] = field(factory=dict)
    """The same for actors with private types."""


class Drive(StrEnum):
    """What moves a computer player, besides its tracks, its commitments and the ladder."""

    RESOLVE = "resolve"
    """To look strong."""
    CAUTION = "caution"
    """To keep out of a wider war."""
    TRUTH = "truth"
    """To learn what happened."""
    ALLIANCE = "alliance"
    """To keep partners together."""
    FACE = "face"
    """Not to lose standing at home."""
    DEAL = "deal"
    """To end it by agreement."""
    GROUND = "ground"
    """To hold or regain a place."""
    DECEIT = "deceit"
    """To hide, disrupt or stage."""


@frozen
class Doctrine:
    """How a computer player weighs things. It sees what its seat sees and nothing else."""

    id: DoctrineId
    """Its key."""
    name: str
    """Its title."""
    summary: str = ""
    """What it does, in a sentence."""
    drives: dict[str, float] = field(factory=dict)
    """Weight of each drive, 0-3; 1 is ordinary."""
    answers: float = bounded(0, 2, default=0.9)
    """The rung it aims at, as a share of the severity it reads in the acts on itself."""
    first_step: float = bounded(0, 40, default=5)
    """The severity at which it opens where nobody acts on it, in points, scaled by its suspicion."""
    matching: float = bounded(0, 3, default=1)
    """How strongly it prefers the rung it aims at."""
    keeps_word: float = bounded(0, 3, default=1)
    """How much breaking its own commitments weighs."""
    heeds_threats: float = bounded(0, 3, default=1)
    """How much the commitments of others weigh."""
    prepares: float = bounded(0, 3, default=1)
    """How early it readies options."""
    needs_proof: float = bounded(0, 1, default=0.5)
    """The belief in guilt above which it treats the accused as guilty."""
    temperature: float = bounded(0.1, 50, default=5)
    """Points: how much chance there is in its choices (quantal response)."""
    concedes: float = bounded(0.05, 20, default=1)
    """beta: how early it comes down in what it asks of a deal; below 1 late, above 1 early."""
    engagement_free_above: float = bounded(0, 200, default=70)
    """Severity read above which it frees its rules of engagement."""
    engagement_tight_below: float = bounded(0, 200, default=30)
    """Severity read below which it tightens them."""


@frozen
class VariantGroup:
    """Variants that exclude one another."""

    id: VariantGroupId
    """Its key."""
    name: str
    """Its title: `Reading of the plan`."""
    question: str = ""
    """What the start screen asks."""
    required: bool = False
    """Whether one must be chosen: none of them is a silent default."""


@frozen
class Variant:
    """A named set of changes to one scenario."""

    id: VariantId
    """Its key."""
    name: str
    """Its title."""
    summary: str = ""
    """What it changes."""
    group: VariantGroupId | None = None
    """Its group, if it has one."""
    changes: dict[str, Any] = field(factory=dict)
    """Merged into the scenario's mappings; a list replaces a list, `null` removes a key."""
