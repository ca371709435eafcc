"""Moves: what a seat may order, what it does, and why not where it may not."""

from attrs import frozen


@frozen
class ChoiceView:
    """Something to choose: a claim's wording, rules of engagement, a contingency, a variant."""

    id: str
    name: str
    summary: str


@frozen
class MoveView:
    """One action on concrete targets."""

    number: int
    """From 1, over all groups; a move keeps its number for the whole game."""
    name: str
    """What goes into `Orders.moves`: `actor/action` or `actor/action/target`."""
    label: str
    """A short imperative; it names the target where the action has several."""
    summary: str
    kind: str
    rung: int | None
    """Index of its rung; None in a game without a ladder."""
    rung_name: str
    target: str
    target_name: str
    available: bool
    reasons: tuple[str, ...]
    """Why not, in words."""
    requires: tuple[str, ...]
    """What it needs, in words."""
    effects: tuple[str, ...]
    """What it does, in words."""
    reads_as: tuple[str, ...]
    """Where others read it higher or lower than it is sent: `Russia reads it as show of force`."""
    notes: tuple[str, ...]
    """How long it lasts, who sees it, which promise or obligation it would keep, which cap it would break."""


@frozen
class MoveGroupView:
    """The moves of one kind."""

    kind: str
    name: str
    moves: tuple[MoveView, ...]


@frozen
class EngagementView:
    """Rules of engagement."""

    current: str
    """`tight`, `normal` or `free`."""
    choices: tuple[ChoiceView, ...]


@frozen
class ClaimChoiceView:
    """A public claim that this seat may make."""

    number: int
    """From 1."""
    incident: str
    incident_name: str
    claim: str
    text: str
    current: bool
    """Whether this is what it says already."""


@frozen
class OrdersLimit:
    """What a seat may order in a turn."""

    moves: int
    contingent: bool
    claims: bool
    engagement: bool
    simultaneous: bool
    """Whether all order at once, in secret."""
