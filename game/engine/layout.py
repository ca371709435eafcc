"""Which rows a world has, what they are called, where they start and who may see them.

Everything generic (cloning, hashing, observing, non-interference) works over these named rows.
"""

from collections.abc import Iterable, Sequence

from attrs import field, frozen

from game.engine.memory import Memory, memories
from game.model.actions import Engagement, Visibility
from game.model.actors import Owner, Seen
from game.model.commitments import Commitment
from game.model.forces import Force
from game.model.ids import PUBLIC, ActorId, ObserverId
from game.model.numbers import Number
from game.model.scenario import Scenario

RowName = tuple[str, ...]
"""A row's name: the word for what it is, then the ids it belongs to."""

Audience = frozenset[str] | None
"""The actors who may see a row; everybody where None."""

NOBODY: frozenset[str] = frozenset()
NEVER = 1e9
"""An hour that does not come, in rows of hours."""
BURNT = 2e9
"""In rows of hours at which evidence arrives: it cannot even be gathered any more."""
DENIED = 4e9
"""Added to those rows while a source is denied access; what is left without it says what is due then."""
ENGAGEMENTS: tuple[Engagement, ...] = (Engagement.TIGHT, Engagement.NORMAL, Engagement.FREE)
"""The order in which rows count rules of engagement."""


@frozen
class Row:
    """One named row."""

    name: RowName
    """Its name."""
    index: int
    """Its place in its table."""
    start: Number
    """Its value at the start."""
    seen_by: Audience
    """Who may see it."""


@frozen(eq=False)
class Layout:
    """The rows of both tables."""

    numbers: dict[RowName, Row] = field(factory=dict)
    """The float64 rows."""
    whole: dict[RowName, Row] = field(factory=dict)
    """The int32 rows."""
    memories: list[Memory] = field(factory=list)
    """What conditions remember from turn to turn."""

    def number(self, name: RowName, start: Number = 0.0, seen_by: Audience = None) -> None:
        """Add a row of numbers."""
        self.numbers[name] = Row(name, len(self.numbers), start, seen_by)

    def count(self, name: RowName, start: int = -1, seen_by: Audience = None) -> None:
        """Add a row of whole numbers."""
        self.whole[name] = Row(name, len(self.whole), start, seen_by)

    def seen_by(self, name: RowName, actor: str) -> bool:
        """Whether that actor may see that row. Raises KeyError for a row that does not exist."""
        row = self.numbers.get(name) or self.whole[name]
        return row.seen_by is None or actor in row.seen_by


def observers(scenario: Scenario) -> tuple[ObserverId, ...]:
    """Everybody who holds beliefs and reads ladders: the actors, then the public."""
    return (*(ObserverId(a) for a in scenario.actors), PUBLIC)


def audience_of(visibility: Visibility, actor: ActorId, target: ActorId | None) -> Audience:
    """Who sees an act."""
    if visibility is Visibility.EVERYONE:
        return None
    seen = {str(actor)}
    if visibility is Visibility.TARGET and target is not None:
        seen.add(str(target))
    return frozenset(seen)


def force_audience(force: Force) -> Audience:
    """Who sees where a force is and how strong."""
    known: dict[Seen, Audience] = {Seen.EVERYONE: None, Seen.NOBODY: NOBODY}
    return known.get(force.seen_by, frozenset((str(force.owner),)))


def _own(observer: str) -> Audience:
    return None if observer == PUBLIC else frozenset((observer,))


def lay_out(
    scenario: Scenario,
    acts: Iterable[tuple[str, Audience]],
    commitments: Sequence[tuple[Commitment, Audience, int]],
) -> Layout:
    """The rows of a scenario.

    `acts`: names of moves with who sees them; `commitments`: each with who knows of it and its first state.
    """
    layout = Layout()
    _act_rows(layout, acts)
    _actor_rows(layout, scenario)
    _ladder_rows(layout, scenario)
    _incident_rows(layout, scenario)
    _force_rows(layout, scenario)
    _deal_rows(layout, scenario)
    for step_id, step in scenario.steps.items():
        layout.count(("step", step_id), 0)
        layout.number(("step_at", step_id), NEVER)
        layout.number(("step_paid", step_id), 0.0, frozenset((str(step.by),)))
    for plan_id, plan in scenario.plans.items():
        layout.count(("alleged_at", plan_id))
        layout.count(("investigating", plan_id), 0)
        layout.count(("found_wrong", plan_id), 0)
        layout.count(("plan", plan_id), 0)
        layout.count(("plan_from", plan_id))
        layout.count(("stand_down", plan_id), 0)
        layout.count(("stand_down_at", plan_id))
        layout.count(("halted_at", plan_id))
        layout.count(("admitted", plan_id), 0)
        for tier_id, tier in plan.tiers.items():
            layout.count(("tier", plan_id, tier_id), 0)
            layout.count(("tier_opened_at", plan_id, tier_id))
            for responder in tier.responders:
                layout.count(("tier_met", plan_id, tier_id, responder), 0)
                layout.count(("above_cap", plan_id, tier_id, responder), 0)
    for spec, seen_by, state in commitments:
        commitment = spec.id
        layout.count(("commitment", commitment), state, seen_by)
        layout.count(("halted", commitment), 0, seen_by)
        layout.count(("given_at", commitment), -1, seen_by)
        layout.number(("due", commitment), NEVER, seen_by)
        layout.number(("publicity", commitment), spec.publicity, seen_by)
        layout.number(("understood", commitment), spec.understood, seen_by)
        if spec.truth:
            layout.count(("true_line", commitment), -1, frozenset((str(spec.issuer),)))
    for region_id, region in scenario.regions.items():
        ids = list(scenario.actors)
        layout.count(("holds", region_id), ids.index(region.holder) if region.holder else -1)
        layout.number(("facts", region_id), 0.0)
    for memory in memories(scenario):
        layout.memories.append(memory)
        for ago in range(1, memory.turns + 1):
            layout.count((*memory.name, str(ago)), 0)
    layout.number(("end_hour",), float(scenario.clock.horizon_hours), NOBODY)
    layout.count(("outcome",))
    return layout


def _force_rows(layout: Layout, scenario: Scenario) -> None:
    places = list(scenario.regions)
    forces = [(force, force_audience(force)) for force in scenario.forces.values()]
    # One word after the other, so that the rows of all forces for a word lie together
    for force, seen_by in forces:
        layout.number(("strength", force.id), force.strength, seen_by)
    for force, seen_by in forces:
        layout.number(("readiness", force.id), force.readiness, seen_by)
    for force, seen_by in forces:
        layout.number(("next_at", force.id), NEVER, seen_by)
    for force, seen_by in forces:
        layout.count(("place", force.id), places.index(force.region), seen_by)
    for force, seen_by in forces:
        layout.count(("going", force.id), -1, seen_by)
    for force, seen_by in forces:
        layout.count(("heading", force.id), -1, seen_by)
    for actor_id, actor in scenario.actors.items():
        if actor.coalition is not None:
            layout.count(("proceeding", actor_id), 0)
            for member in actor.coalition.members:
                layout.count(("member", actor_id, member), 0)
    for actor_id in scenario.deterrence.arsenals:
        layout.count(("posture", actor_id), 0)


def _deal_rows(layout: Layout, scenario: Scenario) -> None:
    for deal_id, deal in scenario.deals.items():
        seen_by = frozenset(map(str, deal.parties)) if deal.secret else None
        layout.count(("deal", deal_id), 0)
        layout.count(("offer_by", deal_id), -1, seen_by)
        layout.count(("offer_first", deal_id), -1, seen_by)
        layout.number(("offer_until", deal_id), NEVER, seen_by)
        for party in deal.parties:
            layout.count(("agrees", deal_id, party), 0, seen_by)
        for actor in scenario.actors:
            layout.number(("banked", deal_id, actor), 0.0, NOBODY)
        for actor in deal.face:
            layout.number(("face", deal_id, actor), 0.0)
        for term_id, term in deal.terms.items():
            layout.count(("offer", deal_id, term_id), 0, seen_by)
            layout.count(("term", deal_id, term_id), 0)
            layout.count(("term_state", deal_id, term_id), 0)
            layout.number(("term_at", deal_id, term_id), NEVER)
            layout.count(("withheld", deal_id, term_id), 0, frozenset((str(term.giver),)))


def _act_rows(layout: Layout, acts: Iterable[tuple[str, Audience]]) -> None:
    acts = list(acts)
    for word, start in (("until", -1), ("did_at", -1), ("times", 0)):
        for name, seen_by in acts:
            layout.count((word, name), start, seen_by)


def _actor_rows(layout: Layout, scenario: Scenario) -> None:
    rules = scenario.rules_of_engagement
    for track_id, track in scenario.tracks.items():
        if track.owner is Owner.WORLD:
            layout.number(
                ("track", "world", track_id), track.start, None if track.seen_by is Seen.EVERYONE else NOBODY
            )
            continue
        seen = {Seen.EVERYONE: None, Seen.NOBODY: NOBODY}
        for actor in track.actors or tuple(scenario.actors):
            start = track.starts.get(actor, track.start)
            layout.number(("track", actor, track_id), start, seen.get(track.seen_by, frozenset((actor,))))
    for actor_id, spec in scenario.actors.items():
        mine = frozenset((str(actor_id),))
        layout.count(("type", actor_id), -1, mine)
        for aim in spec.aims:
            layout.count(("aim", actor_id, aim), 0, mine)
        if rules is not None and actor_id in (rules.actors or tuple(scenario.actors)):
            layout.count(("roe", actor_id), ENGAGEMENTS.index(rules.start), mine)
        layout.number(("value", actor_id), 0.0, NOBODY)
        for observer in observers(scenario):
            if str(observer) != str(actor_id):
                for promise in scenario.promises:
                    start = scenario.reputation.starts.get(actor_id, scenario.reputation.start)
                    layout.number(("credibility", observer, actor_id, promise), start, _own(observer))
    for option_id, option in scenario.options.items():
        for actor_id in option.by:
            seen_by = None if option.visible else frozenset((str(actor_id),))
            layout.number(("ready_at", actor_id, option_id), NEVER, seen_by)
            layout.number(("lapses_at", actor_id, option_id), NEVER, seen_by)


def _ladder_rows(layout: Layout, scenario: Scenario) -> None:
    if scenario.ladder is None:
        return
    for observer in observers(scenario):
        for one in scenario.actors:
            for other in scenario.actors:
                if one != other:
                    layout.count(("read", observer, one, other), 0, _own(observer))
    for one in scenario.actors:
        layout.count(("peak", one), 0)
        for other in scenario.actors:
            if one != other:
                layout.count(("accident_until", one, other))
                layout.count(("accident_rung", one, other), 0)
    layout.count(("crisis",), 0)
    layout.count(("fronts",), 0, NOBODY)
    for limit in scenario.limits:
        layout.count(("limit", limit))
        layout.count(("limit_by", limit))


def _incident_rows(layout: Layout, scenario: Scenario) -> None:
    for incident_id, incident in scenario.incidents.items():
        layout.count(("happened", incident_id))
        layout.count(("cause", incident_id), -1, NOBODY)
        prior = {cause: incident.priors.get(cause, 0.0) for cause in scenario.causes}
        for observer in observers(scenario):
            for cause in scenario.causes:
                layout.number(("belief", incident_id, observer, cause), prior[cause], _own(observer))
            for evidence in incident.evidence:
                layout.count(("seen", incident_id, evidence, observer), -1, _own(observer))
        for actor in scenario.actors:
            layout.count(("knows", incident_id, actor), -1, frozenset((str(actor),)))
            if scenario.claims:
                layout.count(("claim", incident_id, actor))
                layout.count(("claimed_before", incident_id, actor), 0)
                if scenario.audience.charges_wrong_claims:
                    layout.count(("wrong_claims", incident_id, actor), 0)
        for evidence in incident.evidence:
            layout.count(("shows", incident_id, evidence), -1, NOBODY)
            layout.number(("arrives", incident_id, evidence), NEVER, NOBODY)
        layout.count(("staged_by", incident_id), -1, NOBODY)
        layout.count(("exposed", incident_id))
