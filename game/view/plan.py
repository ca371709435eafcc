"""The response plan: its clock, its tiers with their windows, and who must do what by when."""

import re

from attrs import frozen

from game.language import N_, _, say
from game.model.commitments import ResponsePlan, Tier
from game.model.ids import PUBLIC
from game.view.beliefs import belief_in
from game.view.sight import Sight
from game.view.words import (
    PLAN_STATES,
    STAND_DOWN_STATES,
    TIER_STATES,
    TIER_WORDS,
    hours,
    listing,
    number,
    sentence,
)


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

    @property
    def short(self) -> str:
        """Its name up to the first comma or colon: `Tier 1` of `Tier 1, Ukraine`."""
        return re.split("[:,]", self.name)[0]


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


def plans(sight: Sight) -> tuple[PlanView, ...]:
    """The response plans, in the scenario's order."""
    return tuple(_plan(sight, plan) for plan in sight.scenario.plans.values())


def window(sight: Sight, plan: ResponsePlan, tier: Tier) -> tuple[int | None, int | None]:
    """The hours of the game at which a tier opens and closes, so far as they are known."""
    started = sight.count("plan_from", plan.id) if sight.count("alleged_at", plan.id) >= 0 else -1
    opened = sight.count("tier_opened_at", plan.id, tier.id)
    opens: int | None = opened if opened >= 0 else None
    if opens is None and started >= 0 and tier.from_hour is not None:
        opens = started + tier.from_hour
    if tier.to_hour is not None:
        return opens, started + tier.to_hour if started >= 0 else None
    return opens, None if opens is None else opens + tier.within_hours


def _plan(sight: Sight, plan: ResponsePlan) -> PlanView:
    state = PLAN_STATES[max(0, sight.count("plan", plan.id))]
    started = sight.count("plan_from", plan.id) if sight.count("alleged_at", plan.id) >= 0 else -1
    tiers = tuple(_tier(sight, plan, tier, state) for tier in plan.tiers.values())
    return PlanView(
        id=str(plan.id),
        name=plan.name,
        state=state,
        words=_plan_words(sight, plan, state, started),
        clock=sight.hour - started if started >= 0 else None,
        started_at=started if started >= 0 else None,
        incident=str(plan.incident),
        incident_name=sight.scenario.incidents[plan.incident].name,
        accused=str(plan.accused),
        accused_name=sight.name(plan.accused),
        counts=tuple(sight.scenario.causes[cause].name for cause in plan.counts),
        my_belief=belief_in(sight, plan.incident, sight.me, plan.counts),
        public_belief=belief_in(sight, plan.incident, PUBLIC, plan.counts),
        tiers=tiers,
        stand_down=_stand_down(sight, plan),
        my_obligation=_obligation(sight, plan, tiers),
    )


PLAN_WORDS = {
    "running": N_("Running, {time} on its clock, against {accused}."),
    "paused": N_("Paused, {time} on its clock, against {accused}."),
    "stopped": N_("Stopped: no tier obliges anybody any more. It was against {accused}."),
    "ended": N_("Ended: its last window has closed. It was against {accused}."),
}


def _plan_words(sight: Sight, plan: ResponsePlan, state: str, started: int) -> str:
    accused = sight.name(plan.accused)
    if state == "idle":
        return say("Idle: its clock starts when somebody alleges a violation by {accused}.", accused=accused)
    return say(PLAN_WORDS[state], time=hours(max(0, sight.hour - started)), accused=accused)


def _tier(sight: Sight, plan: ResponsePlan, tier: Tier, plan_state: str) -> TierView:
    state = TIER_STATES[max(0, sight.count("tier", plan.id, tier.id))]
    opens, closes = window(sight, plan, tier)
    if plan_state in ("stopped", "ended") and state == "waiting":
        opens = closes = None
    obliged, cap = sight.program.rung_index(tier.obliged), sight.program.rung_index(tier.cap)
    return TierView(
        id=str(tier.id),
        name=tier.name,
        state=state,
        state_words=_(TIER_WORDS[state]),
        opens_at=opens,
        closes_at=closes,
        hours_left=max(0, closes - sight.hour) if closes is not None and state == "open" else None,
        from_hour=tier.from_hour,
        to_hour=tier.to_hour,
        responders=tuple(sight.name(actor) for actor in tier.responders),
        met_by=tuple(
            sight.name(actor)
            for actor in tier.responders
            if sight.count("tier_met", plan.id, tier.id, actor) > 0
        ),
        mine=sight.me in tier.responders,
        obliged=obliged,
        obliged_name=sight.rung_name(obliged),
        cap=cap,
        cap_name=sight.rung_name(cap),
        conditions=sight.conditions(tier.when),
    )


def _stand_down(sight: Sight, plan: ResponsePlan) -> StandDownView | None:
    rules = plan.stand_down
    if rules is None:
        return None
    state = STAND_DOWN_STATES[max(0, sight.count("stand_down", plan.id))]
    declared = sight.count("stand_down_at", plan.id)
    verified = declared + sight.amount(rules.verified_after_hours) if state == "declared" else None
    below = sight.rung_name(sight.program.rung_index(rules.below))
    accused = sight.name(plan.accused)
    words = {
        "none": say("{accused} has not declared a stand-down", accused=accused),
        "declared": say(
            "{accused} declared a stand-down at hour {hour}; the monitors answer at about hour {due} and "
            "want its acts below {rung}",
            accused=accused,
            hour=declared,
            due=number(verified or 0),
            rung=below,
        ),
        "certified": say("The stand-down of {accused} is certified", accused=accused),
        "refused": say("The stand-down of {accused} was not certified", accused=accused),
    }[state]
    return StandDownView(state, sentence(words), declared if declared >= 0 else None, verified, below)


def _obligation(sight: Sight, plan: ResponsePlan, tiers: tuple[TierView, ...]) -> str:
    if plan.accused == sight.me:
        said = [_("It is directed against you.")]
        if plan.stand_down:
            said.append(_("A stand-down that the monitors certify stops it."))
        return " ".join(said)
    said = []
    for tier in tiers:
        if tier.mine:
            said.append(_owed(sight, plan, tier))
    return " ".join(sentence for sentence in said if sentence)


def _owed(sight: Sight, plan: ResponsePlan, tier: TierView) -> str:
    parts = {
        "tier": tier.name,
        "rung": tier.obliged_name,
        "cap": tier.cap_name,
        "accused": sight.name(plan.accused),
    }
    if sight.count("tier_met", plan.id, tier.id, sight.me) > 0:
        return say("You have met {tier}.", tier=tier.name)
    if tier.state == "open":
        return say(
            "{tier}: you owe {rung} or more, but not above {cap}, on {accused} before hour {hour}.",
            **parts,
            hour=tier.closes_at,
        )
    if tier.state != "waiting" or tier.opens_at is None:
        return ""
    if tier.conditions:
        return say(
            "{tier} will ask {rung} or more, but not above {cap}, on {accused} of you from hour {hour}, "
            "if {conditions}.",
            **parts,
            hour=tier.opens_at,
            conditions=listing(tier.conditions),
        )
    return say(
        "{tier} will ask {rung} or more, but not above {cap}, on {accused} of you from hour {hour}.",
        **parts,
        hour=tier.opens_at,
    )
