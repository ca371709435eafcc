"""Everything that one seat is shown when orders are asked for."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from game.engine.events import Event
from game.engine.observe import Observation
from game.model.ids import AssumptionId
from game.session.story import Changed
from game.view.arsenals import ArsenalView, arsenals
from game.view.assumptions import AssumptionView, assumptions
from game.view.beats import BeatView, beats
from game.view.beliefs import BeliefView, beliefs
from game.view.briefing import BriefingView, briefing
from game.view.coalition import CoalitionView, coalitions
from game.view.commitments import CommitmentView, commitments
from game.view.diplomacy import TableView, diplomacy
from game.view.evidence import ClaimView, EvidenceView, claims, evidence
from game.view.forecast import ForecastView, forecasts
from game.view.ladders import LadderView, LimitView, RungView, ladders, limits, rungs
from game.view.ledger import LedgerView, ledger
from game.view.log import LogLine, log
from game.view.map import MapView, chart
from game.view.moves import (
    ChoiceView,
    ClaimChoiceView,
    EngagementView,
    MoveGroupView,
    OrdersLimit,
    claim_choices,
    contingencies,
    engagement,
    moves,
    orders_limit,
)
from game.view.options import OptionView, options
from game.view.overrides import OverrideView, overrides
from game.view.plan import PlanView, plans
from game.view.prediction import PredictionView, ScoreView, predictions
from game.view.sight import Sight
from game.view.steps import StepView, steps
from game.view.tracks import CredibilityView, RegionView, TrackView, credibility, regions, tracks


@frozen
class ActorView:
    """Somebody who decides."""

    id: str
    name: str
    short: str
    """A name for narrow columns."""


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
    tables: tuple[TableView, ...] = ()
    """Where deals are made; those at which this seat sits first."""
    actors: tuple[ActorView, ...] = ()
    """Everybody, in the scenario's order."""
    map: MapView = MapView((), ())
    """Places, ways and the forces that this seat may see."""
    ledger: LedgerView = LedgerView((), (), ())
    """Who would answer this seat's moves, and whether its promises deter, by its own estimate."""
    forecasts: tuple[ForecastView, ...] = ()
    """What each of this seat's moves would bring, by its own estimate."""
    coalitions: tuple[CoalitionView, ...] = ()
    arsenals: tuple[ArsenalView, ...] = ()
    """This seat's first."""
    steps: tuple[StepView, ...] = ()
    """Those on the way first."""
    beats: tuple[BeatView, ...] = ()
    """Everything that this seat saw happen, the oldest first, with what came of it."""
    scores: tuple[ScoreView, ...] = ()
    """Its predictions that have come true or not."""
    assumptions: tuple[AssumptionView, ...] = ()
    """Every number that somebody could dispute, by group."""
    overrides: tuple[OverrideView, ...] = ()
    """The assumptions that were changed during the game, in order."""

    @property
    def plan(self) -> PlanView | None:
        """The plan to show first: one that runs, or else the first."""
        running = [plan for plan in self.plans if plan.state in ("running", "paused")]
        return next(iter(running or self.plans), None)


def seat_view(
    observation: Observation,
    events: Sequence[Event],
    history: Sequence[Observation] = (),
    values: Mapping[AssumptionId, float] | None = None,
    seen: int = 0,
    *,
    started: Mapping[AssumptionId, float] | None = None,
    changed: Sequence[Changed] = (),
) -> SeatView:
    """What a seat is shown, from what it observes and has observed (oldest first) and the events it saw.

    `values` are the assumptions in play, where they differ from their central values. `seen` says how many of
    the events it had seen when it last gave orders. `started` are the values at the start, where some were
    overridden since; `changed` says which, and since when.
    """
    sight = Sight(observation, tuple(history), tuple(events), values or {}, seen)
    scenario, clock = sight.scenario, sight.scenario.clock
    groups, known = moves(sight), ledger(sight)
    numbers = assumptions(scenario, sight.values, started)
    return SeatView(
        actor=str(sight.me),
        actor_name=sight.name(sight.me),
        title=scenario.title,
        variant=tuple(scenario.variants[name].name for name in scenario.variant),
        turn=sight.turn,
        of=-(-clock.horizon_hours // clock.hours_per_turn),
        hour=sight.hour,
        hours_per_turn=clock.hours_per_turn,
        horizon=clock.horizon_hours,
        hidden_end=clock.hidden_end_hours > 0,
        start=clock.start,
        may_order=observation.may_order,
        briefing=briefing(sight),
        ladder_name=scenario.ladder.name if scenario.ladder else "",
        rungs=rungs(sight),
        ladders=ladders(sight),
        limits=limits(sight),
        plans=plans(sight),
        options=options(sight),
        tracks=tracks(sight),
        regions=regions(sight),
        credibility=credibility(sight),
        beliefs=beliefs(sight),
        evidence=evidence(sight),
        claims=claims(sight),
        commitments=commitments(sight),
        log=log(sight),
        moves=groups,
        engagement=engagement(sight),
        claim_choices=claim_choices(sight),
        contingencies=contingencies(sight),
        limit=orders_limit(sight),
        predictions=predictions(sight),
        tables=diplomacy(sight),
        actors=tuple(
            ActorView(str(actor), sight.name(actor), sight.short(actor)) for actor in sight.program.actors
        ),
        map=chart(sight),
        ledger=known,
        forecasts=forecasts(sight, known),
        coalitions=coalitions(sight),
        arsenals=arsenals(sight),
        steps=steps(sight),
        beats=beats(sight),
        assumptions=numbers,
        overrides=overrides(scenario, changed, numbers),
    )
