"""What is believed before any evidence, and who knows or trusts from the start, are probabilities."""

from collections.abc import Iterator, Mapping
from typing import Any

from game.loading.lint.walk import Path, central
from game.loading.problems import Finding
from game.model.numbers import Number
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Priors are not below 0 and not all 0; chances of knowing and trust lie between 0 and 1."""
    for incident in scenario.incidents.values():
        path: Path = ("incidents", str(incident.id))
        values = {cause: central(scenario, number) for cause, number in incident.priors.items()}
        for cause, value in values.items():
            if value < 0:
                yield Finding((*path, "priors", str(cause)), f"{value:g} is below 0")
        if not any(value > 0 for value in values.values()):
            yield Finding((*path, "priors"), f"no cause of {incident.id} has a prior above 0")
        for cause, known in incident.known_to.items():
            yield from _shares(scenario, known, (*path, "known_to", str(cause)))
    for observer, trusts in scenario.trust.by_observer.items():
        yield from _shares(scenario, trusts, ("trust", "by_observer", str(observer)))


def _shares(scenario: Scenario, numbers: Mapping[Any, Number], path: Path) -> Iterator[Finding]:
    for key, number in numbers.items():
        value = central(scenario, number)
        if not 0 <= value <= 1:
            yield Finding((*path, str(key)), f"{value:g} is outside 0 to 1")
