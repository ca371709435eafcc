"""Red lines that can be crossed: true ones exist where they are asked about, small acts can be counted."""

from collections.abc import Iterator

from game.loading.lint.walk import primitives
from game.loading.problems import Finding
from game.model.scenario import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """`true_line_crossed` asks about a commitment with a `truth`; `acts_within` counts acts above calm."""
    calm = next(iter(scenario.ladder.rungs), None) if scenario.ladder else None
    for path, value in primitives(scenario):
        if path[-1] == "true_line_crossed":
            commitment = scenario.commitments.get(value.commitment)
            if commitment is None or not commitment.truth:
                yield Finding(
                    (*path, "commitment"), f"`{value.commitment}` has no `truth` apart from its trigger"
                )
        if path[-1] == "acts_within":
            for key in ("at_least", "within_hours"):
                if getattr(value, key) < 1:
                    yield Finding((*path, key), f"{getattr(value, key)} counts nothing; at least 1 is needed")
            if value.rung == calm:
                yield Finding((*path, "rung"), "only acts above calm are counted")
