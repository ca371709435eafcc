"""The response plan: its clock, its tiers with their windows, and who must do what by when."""

from attrs import frozen


@frozen
class TierView:
    """One tier of a plan."""

    id: str
    name: str
    state: str
    """`waiting`, `open`, `met`, `failed` or `passed`."""
    state_words: str
    opens_at: int | None
    """Hour of the game at which its window opens or opened; None while unknown."""
    closes_at: int | None
    """Hour of the game at which its window closes; None while unknown."""
    hours_left: int | None
    """Until it closes, while it is open."""
    from_hour: int | None
    """The same window, in hours of the plan's own clock, where the plan gives it."""
    to_hour: int | None
    responders: tuple[str, ...]
    """Names."""
    met_by: tuple[str, ...]
    """Names of the responders who have met it."""
    mine: bool
    """Whether this seat is a responder."""
    obliged: int
    """Index of the rung that meets the obligation."""
    obliged_name: str
    cap: int
    """Index of the rung above which an act is outside the plan."""
    cap_name: str
    conditions: tuple[str, ...]
    """What must hold for it to open, in words."""


@frozen
class StandDownView:
    """How the accused party may end it, and whether it does."""

    state: str
    """`none`, `declared`, `certified` or `refused`."""
    words: str
    declared_at: int | None
    verified_at: float | None
    """The hour at which monitors will have an answer, once declared."""
    below_name: str
    """The rung below which the accused party's acts must stay."""


@frozen
class PlanView:
    """A response plan."""

    id: str
    name: str
    state: str
    """`idle`, `running`, `paused`, `stopped` or `ended`."""
    words: str
    """Its state in a sentence."""
    clock: int | None
    """Hours that count so far; None before an allegation."""
    started_at: int | None
    """The hour of the game from which its tiers count; None before an allegation."""
    incident: str
    incident_name: str
    accused: str
    accused_name: str
    counts: tuple[str, ...]
    """The causes that are a violation, by name."""
    my_belief: float | None
    """This seat's belief that it was one of those."""
    public_belief: float | None
    tiers: tuple[TierView, ...]
    stand_down: StandDownView | None
    my_obligation: str
    """What this seat is obliged to do, and until when, in a sentence; empty for nothing."""
