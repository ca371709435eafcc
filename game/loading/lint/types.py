"""The probabilities of an actor's private types sum to 1."""

from collections.abc import Iterator

from game.loading.lint.walk import central
from game.loading.problems import Finding
from game.model.scenario import Scenario

TOLERANCE = 1e-6


def check(scenario: Scenario) -> Iterator[Finding]:
    """By their central values where they are assumptions."""
    for id, actor in scenario.actors.items():
        if actor.types:
            sum_ = sum(central(scenario, kind.probability) for kind in actor.types.values())
            if abs(sum_ - 1) > TOLERANCE:
                yield Finding(("actors", str(id), "types"), f"the probabilities sum to {sum_:g}, not to 1")
