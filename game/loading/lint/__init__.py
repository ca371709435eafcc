"""Checks on whole scenarios: what the types cannot say. One check a file."""

from collections.abc import Callable, Iterable, Iterator

from game.loading.problems import Finding
from game.model.scenario import Scenario

Check = Callable[[Scenario], Iterable[Finding]]

CHECKS: tuple[Check, ...] = ()
"""Every check, in no particular order."""


def findings(scenario: Scenario) -> Iterator[Finding]:
    """Everything the checks find."""
    for check in CHECKS:
        yield from check(scenario)
