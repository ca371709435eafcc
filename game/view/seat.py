"""Everything that one seat is shown when orders are asked for."""

from attrs import frozen

from game.view.beliefs import BeliefView
from game.view.commitments import CommitmentView
from game.view.evidence import ClaimView, EvidenceView
from game.view.ladders import LadderView, LimitView, RungView
from game.view.log import LogLine
from game.view.moves import ChoiceView, ClaimChoiceView, EngagementView, MoveGroupView, OrdersLimit
from game.view.options import OptionView
from game.view.plan import PlanView
from game.view.prediction import PredictionView
from game.view.tracks import CredibilityView, RegionView, TrackView


@frozen
class AimView:
    """Something this seat values."""

    name: str
    points: float
    """When fully met, on its own scale."""
    kind: str
    """`objective`, `aim` (drawn in secret) or `aftermath`."""


@frozen
class BriefingView:
    """What this seat is told before the game."""

    role: str
    briefing: str
    dilemma: str
    setting: str
    not_a_forecast: str
    type_name: str
    """Its private type, if it has one."""
    type_summary: str
    aims: tuple[AimView, ...]


@frozen
class SeatView:
    """One seat's whole view of the present."""

    actor: str
    actor_name: str
    title: str
    """The scenario's."""
    variant: tuple[str, ...]
    """The names of the variants in play."""
    turn: int
    """From 1."""
    of: int
    """How many turns are announced; the true end may come later."""
    hour: int
    hours_per_turn: int
    horizon: int
    """The announced end, in hours."""
    hidden_end: bool
    """Whether the true end may come later than announced."""
    start: str
    """When hour 0 is, for people to read."""
    may_order: bool
    """Whether this seat orders now (games by turns)."""
    briefing: BriefingView
    ladder_name: str
    rungs: tuple[RungView, ...]
    """Empty in a game without a ladder."""
    ladders: tuple[LadderView, ...]
    """This seat's first."""
    limits: tuple[LimitView, ...]
    plans: tuple[PlanView, ...]
    options: tuple[OptionView, ...]
    """This seat's first."""
    tracks: tuple[TrackView, ...]
    """This seat's first, then the world's, then others'."""
    regions: tuple[RegionView, ...]
    credibility: tuple[CredibilityView, ...]
    beliefs: tuple[BeliefView, ...]
    """One for each incident that has happened."""
    evidence: tuple[EvidenceView, ...]
    claims: tuple[ClaimView, ...]
    commitments: tuple[CommitmentView, ...]
    log: tuple[LogLine, ...]
    """The oldest first."""
    moves: tuple[MoveGroupView, ...]
    engagement: EngagementView | None
    claim_choices: tuple[ClaimChoiceView, ...]
    contingencies: tuple[ChoiceView, ...]
    limit: OrdersLimit
    predictions: tuple[PredictionView, ...]

    @property
    def plan(self) -> PlanView | None:
        """The plan to show first: one that runs, or else the first."""
        running = [plan for plan in self.plans if plan.state in ("running", "paused")]
        return (running or list(self.plans) or [None])[0]
