"""What comes when: everything with an hour that a seat knows of, counted down in words."""

from collections.abc import Iterator

from attrs import evolve, frozen

from game.language import _, say
from game.view.evidence import EvidenceView
from game.view.options import OptionView
from game.view.plan import PlanView
from game.view.seat import SeatView
from game.view.words import hours, number


@frozen
class DueView:
    """Something that comes at an hour."""

    kind: str
    """`opens`, `closes` (a tier), `order` (the last hour for it), `ready`, `lapses` (an option), `evidence`,
    `promise`, `monitors` or `end`."""
    hour: float
    label: str
    """What it is, in few words: `Land option`."""
    words: str
    """The same with its time: `Land option ready in 6 hours`."""
    brief: str
    """The time without what it is: `ready in 6 hours`."""
    urgent: bool = False
    """Whether this turn is the last in which something can be done about it."""
    mine: bool = True
    """Whether it is this seat's own affair."""
    subject: str = ""
    """The id of the tier, option (`owner/option`), item of evidence or promise."""


def deadlines(view: SeatView) -> tuple[DueView, ...]:
    """Everything that comes, the urgent first and then by the hour."""
    found = [*_of_plans(view), *_of_options(view), *_of_evidence(view), *_of_promises(view), _end(view)]
    return tuple(sorted(found, key=lambda due: (not due.urgent, due.hour, not due.mine)))


def _time(view: SeatView, hour: float) -> str:
    """How long until then: `6 hours`."""
    return hours(max(0.0, hour - view.hour), view.hours_per_turn)


def _of_plans(view: SeatView) -> Iterator[DueView]:
    for plan in view.plans:
        if plan.state == "running":
            yield from _of_tiers(view, plan)
        down = plan.stand_down
        if down is not None and down.state == "declared" and down.verified_at is not None:
            time = _time(view, down.verified_at)
            words = say("Monitors answer on the stand-down in {time}", time=time)
            brief = say("monitors answer in {time}", time=time)
            yield DueView("monitors", down.verified_at, _("Monitors answer"), words, brief, subject=plan.id)


def _of_tiers(view: SeatView, plan: PlanView) -> Iterator[DueView]:
    for tier in plan.tiers:
        if tier.state == "waiting" and tier.opens_at is not None and tier.opens_at > view.hour:
            time = _time(view, tier.opens_at)
            words = say("{tier} opens in {time}", tier=tier.name, time=time)
            brief = say("opens in {time}", time=time)
            yield DueView("opens", tier.opens_at, tier.short, words, brief, mine=tier.mine, subject=tier.id)
        elif tier.state == "open" and tier.closes_at is not None:
            owed = tier.mine and view.actor_name not in tier.met_by
            last = owed and tier.closes_at <= view.hour + view.hours_per_turn
            time = _time(view, tier.closes_at)
            words = say("{tier} closes in {time}", tier=tier.name, time=time)
            brief = say("closes in {time}", time=time)
            yield DueView("closes", tier.closes_at, tier.short, words, brief, last, tier.mine, tier.id)


def _of_options(view: SeatView) -> Iterator[DueView]:
    for option in view.options:
        if option.state == "preparing" and option.ready_at is not None:
            time = _time(view, option.ready_at)
            words = say("{option} ready in {time}", option=_named(option), time=time)
            brief = say("ready in {time}", time=time)
            yield _option(option, "ready", option.ready_at, words, brief)
        elif option.state == "ready" and option.lapses_at is not None:
            time = _time(view, option.lapses_at)
            words = say("{option} lapses in {time}", option=_named(option), time=time)
            yield _option(option, "lapses", option.lapses_at, words, say("lapses in {time}", time=time))
        else:
            yield from _orders(view, option)


def _named(option: OptionView) -> str:
    """An option's name, with its owner's where it is another's."""
    if option.mine:
        return option.name
    return say("{owner}: {option}", owner=option.owner_name, option=option.name)


def _option(option: OptionView, kind: str, hour: float, words: str, brief: str) -> DueView:
    subject = f"{option.owner}/{option.id}"
    return DueView(kind, hour, _named(option), words, brief, mine=option.mine, subject=subject)


def _orders(view: SeatView, option: OptionView) -> Iterator[DueView]:
    for deadline in option.deadlines:
        tier = deadline.tier_name
        if deadline.state == "now":
            words = say("Last turn to order {option}, for {tier}", option=_named(option), tier=tier)
            brief = say("last turn to order, for {tier}", tier=tier)
            yield evolve(_option(option, "order", view.hour, words, brief), urgent=option.mine)
        elif deadline.state == "open":
            time = _time(view, deadline.last_hour)
            named = _named(option)
            words = say("Order {option} within {time}, for {tier}", option=named, tier=tier, time=time)
            brief = say("order within {time}, for {tier}", tier=tier, time=time)
            yield _option(option, "order", deadline.last_hour, words, brief)


def _of_evidence(view: SeatView) -> Iterator[DueView]:
    for item in view.evidence:
        if item.state == "awaited" and item.due is not None:
            yield _awaited(view, item, item.due)


def _awaited(view: SeatView, item: EvidenceView, due: float) -> DueView:
    if due < view.hour:
        words, brief = say("{evidence} is overdue", evidence=item.name), _("overdue")
    else:
        time = _time(view, due)
        words = say("{evidence} due in {time}", evidence=item.name, time=time)
        brief = say("due in {time}", time=time)
    return DueView("evidence", max(due, float(view.hour)), item.name, words, brief, subject=item.item)


def _of_promises(view: SeatView) -> Iterator[DueView]:
    for promise in view.commitments:
        if promise.state != "due" or promise.due is None:
            continue
        last = promise.mine and promise.due <= view.hour + view.hours_per_turn
        time = _time(view, promise.due)
        words = say("{promise}: answer due in {time}", promise=promise.name, time=time)
        brief = say("answer due in {time}", time=time)
        yield DueView("promise", promise.due, promise.name, words, brief, last, promise.mine, promise.id)


def _end(view: SeatView) -> DueView:
    if view.hidden_end:
        words = say("The game may end from hour {hour}", hour=number(view.horizon))
        return DueView("end", view.horizon, _("May end"), words, words)
    words = say("The game ends in {time}", time=_time(view, view.horizon))
    return DueView("end", view.horizon, _("End"), words, words)
