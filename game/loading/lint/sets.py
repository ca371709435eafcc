"""Assumption sets choose values within the ranges of their assumptions."""

from collections.abc import Iterator

from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """A value outside its range would be one that no reasonable person defends."""
    for set_id, chosen in scenario.assumption_sets.items():
        for id, value in chosen.values.items():
            found = scenario.assumptions[id]
            if not found.low <= value <= found.high:
                path = ("assumption_sets", str(set_id), "values", str(id))
                yield Finding(path, f"{value:g} is outside its range, {found.low:g} to {found.high:g}")
