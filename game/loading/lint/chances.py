"""Draws have names of their own."""

from collections import Counter
from collections.abc import Iterator

from game.loading.lint.walk import Path, primitives
from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Two chances of one action (or incident, or plan) with one name would be one draw."""
    found: Counter[tuple[Path, str]] = Counter()
    for path, value in primitives(scenario):
        if path[-1] == "chance":
            cause = path[:2] if path[0] != "every_turn" else path[:1]
            found[cause, value.name] += 1
            if found[cause, value.name] > 1:
                yield Finding(
                    (*path, "name"),
                    f"another chance here is called `{value.name}` too; give each its own `name`",
                )
