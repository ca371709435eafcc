"""For each option the last hour to order it, and what is believed then: lead time against evidence time.

An option whose last hour comes when all is as good as known is no dilemma: in most games belief in the causes
that count should then lie between a quarter and eighty-five in a hundred.
"""

from collections.abc import Iterator

import numpy as np
from attrs import frozen

from game.analysis.deep.findings import Checked, Found, Sheet, Weight, percent
from game.analysis.deep.sample import Material, Reading
from game.engine.arrays import F64
from game.engine.within import mentioned
from game.loading.lint.walk import central
from game.model.actions import Option
from game.model.commitments import ResponsePlan, Tier
from game.model.ids import PUBLIC, ActorId, PlanId
from game.model.numbers import Assumed

LOW, HIGH = 0.25, 0.85
"""Belief between which ordering an option is a choice under doubt."""
LEAST = 0.5
"""Share of games in which belief should lie between them. (The mean cannot tell: it stays at the prior.)"""
SPREAD = (10, 90)
"""Percentiles between which four in five games lie."""


@frozen
class Deadline:
    """The last hour to order an option, to have it in time for something."""

    option: Option
    owner: ActorId
    plan: PlanId
    """Whose causes are believed or not."""
    before: str
    """For what: a tier's title, or the end."""
    hour: int
    """The last hour at which a turn begins that is early enough; below zero if there is none."""
    serves: bool
    """Whether its owner has promised something that needs it, by a clock."""


def check(material: Material) -> Checked:
    """Where most games leave no doubt at the last hour for a promised answer, or there is no such hour."""
    found: list[Found] = []
    rows: list[tuple[str, ...]] = []
    for reading in material.readings:
        for deadline in _deadlines(reading):
            own, public = (_beliefs(material, reading, deadline, who) for who in (deadline.owner, PUBLIC))
            what = f"{deadline.option.id} ({deadline.owner})"
            hour = str(deadline.hour) if deadline.hour >= 0 else "too late"
            doubt = percent(_in_doubt(own)) if len(own) else "-"
            rows.append((reading.name, what, deadline.before, hour, _said(own), doubt, _said(public)))
            found += _found(reading, deadline, own)
    heads = ("Reading", "Option", "In time for", "Last hour", "Own belief then", "In doubt", "Public belief")
    title = f"Last hours to order: belief that it counts (mean; {SPREAD[0]} to {SPREAD[1]} in 100 games)"
    return Checked(tuple(found), Sheet(title, heads, tuple(rows)) if rows else None)


def _in_doubt(own: F64) -> float:
    return float(((own >= LOW) & (own <= HIGH)).mean())


def _found(reading: Reading, deadline: Deadline, own: F64) -> Iterator[Found]:
    if not deadline.serves:
        return
    path, who = ("options", str(deadline.option.id)), reading.program.words(deadline.owner)
    if deadline.hour < 0:
        message = f"{who} can never have it in time for “{deadline.before}”{reading.within}"
        yield Found(Weight.NOTE, path, message)
    elif len(own) and _in_doubt(own) < LEAST:
        yield Found(
            Weight.NOTE,
            path,
            f"the last hour for {who} to order it, to have it for “{deadline.before}”, is hour "
            f"{deadline.hour}{reading.within}: in {percent(1 - _in_doubt(own))} of games its belief that it "
            f"counts is then below {LOW:g} or above {HIGH:g}, and there is little left to doubt",
        )


def _deadlines(reading: Reading) -> Iterator[Deadline]:
    scenario = reading.scenario
    for plan in scenario.plans.values():
        for option in scenario.options.values():
            for owner in option.by:
                tiers = [t for t in plan.tiers.values() if owner in t.responders]
                served = [t for t in tiers if _serves(reading, plan, t, option, owner)]
                closing = [(tier.name, _closes(reading, plan, tier)) for tier in served]
                clocked = [(name, at) for name, at in closing if at is not None]
                for name, at in clocked or [("the announced end", scenario.clock.horizon_hours)]:
                    hour = _last_hour(reading, option, at)
                    yield Deadline(option, owner, plan.id, name, hour, bool(clocked))


def _closes(reading: Reading, plan: ResponsePlan, tier: Tier) -> int | None:
    """When a tier closes if a violation is alleged as soon as it can be; None where no clock says so."""
    start = reading.scenario.incidents[plan.incident].at_hour
    if start is None:
        return None
    if tier.to_hour is not None:
        return start + tier.to_hour
    return None if tier.from_hour is None else start + tier.from_hour + tier.within_hours


def _serves(reading: Reading, plan: ResponsePlan, tier: Tier, option: Option, owner: ActorId) -> bool:
    """Whether an act that would meet the tier needs this option."""
    obliged = reading.program.rung_index(tier.obliged)
    return any(
        move.target == plan.accused
        and move.rung >= obliged
        and any(need.option == option.id for need in mentioned(move.action.requires, "option_ready"))
        for move in reading.program.moves_of[owner]
    )


def _last_hour(reading: Reading, option: Option, closes: int) -> int:
    """The last hour at which a turn begins so that the option is ready in the last turn before an hour."""
    step = reading.scenario.clock.hours_per_turn
    last_use = (closes - 1) // step * step
    lead = central(reading.scenario, option.lead_hours)
    if isinstance(option.lead_hours, Assumed):
        lead = reading.values.get(option.lead_hours.assumption, lead)
    ready = last_use - lead
    return int(ready // step * step) if ready >= 0 else -1


def _beliefs(material: Material, reading: Reading, deadline: Deadline, who: str) -> F64:
    """Belief of an observer at that hour, over the games of the doctrines that have come so far."""
    row = [str(observer) for observer in reading.program.observers].index(str(who))
    turn = deadline.hour // reading.scenario.clock.hours_per_turn
    found = [
        s.tally.beliefs[deadline.plan][turn, row]
        for s in material.of(reading, counting=True)
        if deadline.hour >= 0
    ]
    every: F64 = np.concatenate(found) if found else np.zeros(0)
    known: F64 = every[~np.isnan(every)]
    return known


def _said(beliefs: F64) -> str:
    if not len(beliefs):
        return "-"
    low, high = np.percentile(beliefs, SPREAD)
    return f"{beliefs.mean():.2f} ({low:.2f} to {high:.2f})"
