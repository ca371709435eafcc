"""The tiers of a response plan are in order and can be met."""

from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.commitments import ResponsePlan, Tier
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Windows open before they close and in the order of the file; the cap is not below the obligation."""
    rungs = [str(rung) for rung in scenario.ladder.rungs] if scenario.ladder else []
    for plan in scenario.plans.values():
        path = ("plans", str(plan.id))
        if not plan.tiers:
            yield Finding((*path, "tiers"), "a plan needs at least one tier")
        if not plan.counts:
            yield Finding((*path, "counts"), "at least one cause must count as a violation")
        opened = None
        for tier in plan.tiers.values():
            here = (*path, "tiers", str(tier.id))
            yield from _tier(plan, tier, rungs, here)
            if tier.from_hour is not None:
                if opened is not None and tier.from_hour < opened:
                    yield Finding(
                        (*here, "from_hour"),
                        f"{tier.from_hour} is before hour {opened}, when the tier above opens",
                    )
                opened = tier.from_hour


def _tier(plan: ResponsePlan, tier: Tier, rungs: list[str], path: tuple[str, ...]) -> Iterator[Finding]:
    if tier.from_hour is not None and tier.from_hour < 0:
        yield Finding((*path, "from_hour"), f"{tier.from_hour} is before the clock starts")
    if tier.to_hour is not None and tier.to_hour <= (tier.from_hour or 0):
        yield Finding((*path, "to_hour"), f"the window closes at hour {tier.to_hour}, before it opens")
    if rungs.index(tier.cap) < rungs.index(tier.obliged):
        yield Finding((*path, "cap"), f"the cap `{tier.cap}` is below what is obliged, `{tier.obliged}`")
    if not tier.responders:
        yield Finding((*path, "responders"), "somebody must respond")
    if plan.accused in tier.responders:
        yield Finding(
            (*path, "responders"), f"`{plan.accused}` is the accused party and cannot respond to itself"
        )
