"""Severities rise from calm; what counts rungs has rungs to count."""

from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """The lowest rung has severity 0, and each rung is worse than the one below it."""
    if scenario.ladder is None:
        rules = scenario.rules_of_engagement
        if rules is not None and rules.losses_track:
            message = "losses come under acts of force, and a scenario without a ladder has none"
            yield Finding(("rules_of_engagement", "losses_track"), message)
        return
    below = None
    for id, rung in scenario.ladder.rungs.items():
        path = ("ladder", "rungs", str(id), "severity")
        if below is None and rung.severity != 0:
            yield Finding(path, f"the lowest rung is calm: its severity is 0, not {rung.severity:g}")
        if below is not None and rung.severity <= below.severity:
            yield Finding(
                path, f"{rung.severity:g} is not above {below.severity:g}, the severity of {below.id}"
            )
        below = rung
    if below is None:
        yield Finding(("ladder", "rungs"), "a ladder needs at least one rung")
