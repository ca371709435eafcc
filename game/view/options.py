"""Options: what must be ordered before it can be used, and the last hour to order it."""

from attrs import evolve, frozen

from game.engine.within import mentioned
from game.language import _, say
from game.model.actions import Option
from game.model.commitments import ResponsePlan, Tier
from game.view.plan import window
from game.view.sight import Sight
from game.view.words import hours, number

Span = tuple[float | None, float | None]
"""From when it is ready and until when; None where there is no such hour."""


@frozen
class DeadlineView:
    """The last hour to order an option so that it is ready before something closes."""

    tier: str
    tier_name: str
    closes_at: int
    """The hour at which the window closes."""
    last_hour: int
    """The last hour at which ordering it is early enough."""
    state: str
    """`in_time` (it is or will be ready), `open` (there is time), `now` (the last turn) or `missed`."""
    words: str


@frozen
class OptionView:
    """A capability with a lead time, of this seat or, where others see it, of another."""

    id: str
    name: str
    summary: str
    owner: str
    owner_name: str
    mine: bool
    state: str
    """`not_ordered`, `preparing`, `ready` or `lapsed`."""
    words: str
    """Its state in a sentence."""
    lead_hours: float
    lasts_hours: float
    ready_at: float | None
    """The hour; None where it is not ordered."""
    lapses_at: float | None
    deadlines: tuple[DeadlineView, ...]
    """One for each tier in which this seat must respond."""


def options(sight: Sight) -> tuple[OptionView, ...]:
    """This seat's options, then those of others that it sees being prepared."""
    mine, others = [], []
    for option in sight.scenario.options.values():
        for owner in option.by:
            view = _option(sight, option, str(owner))
            if view is None:
                continue
            if view.mine:
                mine.append(view)
            elif view.state != "not_ordered":
                others.append(view)
    return (*mine, *others)


def _option(sight: Sight, option: Option, owner: str) -> OptionView | None:
    if sight.number("ready_at", owner, option.id) is None:
        return None
    ready, lapses = sight.moment("ready_at", owner, option.id), sight.moment("lapses_at", owner, option.id)
    lead = sight.amount(option.lead_hours)
    state = _state(sight, ready, lapses)
    words = {
        "not_ordered": say("not ordered; ready {time} after the order", time=hours(lead)),
        "preparing": say("being prepared; ready at hour {hour}", hour=number(ready or 0)),
        "ready": _ready_words(lapses),
        "lapsed": say("lapsed; to be ordered again, {time} before use", time=hours(lead)),
    }[state]
    mine = owner == sight.me
    return OptionView(
        id=str(option.id),
        name=option.name,
        summary=option.summary,
        owner=owner,
        owner_name=sight.name(owner),
        mine=mine,
        state=state,
        words=words,
        lead_hours=lead,
        lasts_hours=sight.amount(option.lasts_hours),
        ready_at=ready,
        lapses_at=lapses,
        deadlines=_deadlines(sight, option, lead, (ready, lapses)) if mine else (),
    )


def _ready_words(lapses: float | None) -> str:
    return _("ready") if lapses is None else say("ready until hour {hour}", hour=number(lapses))


def _state(sight: Sight, ready: float | None, lapses: float | None) -> str:
    if lapses is not None and lapses <= sight.hour:
        return "lapsed"
    if ready is None:
        return "not_ordered"
    return "ready" if ready <= sight.hour else "preparing"


def _deadlines(sight: Sight, option: Option, lead: float, until: Span) -> tuple[DeadlineView, ...]:
    found = []
    for plan in sight.scenario.plans.values():
        idle = sight.count("plan", plan.id) == 0
        if sight.count("plan", plan.id) not in (0, 1, 2) or sight.count("happened", plan.incident) < 0:
            continue
        for tier in plan.tiers.values():
            if sight.me not in tier.responders or sight.count("tier", plan.id, tier.id) not in (0, 1):
                continue
            closes = _if_alleged_now(sight, plan, tier) if idle else window(sight, plan, tier)[1]
            if closes is not None and _serves(sight, plan, tier, str(option.id)):
                found.append(_deadline(sight, tier, closes, lead, until))
                if idle:
                    words = say("if a violation were alleged now: {then}", then=found[-1].words)
                    found[-1] = evolve(found[-1], words=words)
    return tuple(found)


def _if_alleged_now(sight: Sight, plan: ResponsePlan, tier: Tier) -> int | None:
    """When the tier would close if somebody alleged a violation this turn; None where no clock says so."""
    start = sight.count("happened", plan.incident) if plan.clock_from_incident else sight.hour
    if tier.to_hour is not None:
        return start + tier.to_hour
    return None if tier.from_hour is None else start + tier.from_hour + tier.within_hours


def _serves(sight: Sight, plan: ResponsePlan, tier: Tier, option: str) -> bool:
    """Whether an act that would meet the tier needs this option."""
    obliged = sight.program.rung_index(tier.obliged)
    return any(
        move.target == plan.accused
        and move.rung >= obliged
        and any(need.option == option for need in mentioned(move.action.requires, "option_ready"))
        for move in sight.program.moves_of[sight.me]
    )


def _deadline(sight: Sight, tier: Tier, closes: int, lead: float, until: Span) -> DeadlineView:
    ready, lapses = until
    last_use = sight.last_order_hour(closes)
    last = sight.last_order_hour(last_use - lead + 0.001) if last_use >= lead else -1
    in_time = ready is not None and ready <= last_use and (lapses is None or lapses > max(sight.hour, ready))
    parts = {"tier": tier.name, "hour": closes}
    if in_time:
        state, words = "in_time", say("in time for “{tier}”, which closes at hour {hour}", **parts)
    elif last < sight.hour:
        state, words = "missed", say("too late to have it before hour {hour}, when “{tier}” closes", **parts)
    elif last < sight.hour + sight.scenario.clock.hours_per_turn:
        state = "now"
        words = say(
            "this is the last turn to order it, to have it before hour {hour}, when “{tier}” closes", **parts
        )
    else:
        state = "open"
        words = say(
            "order it by hour {last} to have it before hour {hour}, when “{tier}” closes", last=last, **parts
        )
    return DeadlineView(str(tier.id), tier.name, closes, last, state, words)
