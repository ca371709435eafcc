"""Checks on whole scenarios: what the types cannot say. One check a file."""

from collections.abc import Callable, Iterable, Iterator

from game.loading.lint import (
    aims,
    chances,
    choices,
    clock,
    coalitions,
    deals,
    drives,
    evidence,
    exposure,
    faces,
    forces,
    groups,
    ladder,
    names,
    observers,
    outcomes,
    pairs,
    possible,
    postures,
    priors,
    red_lines,
    secrets,
    sequels,
    sets,
    signals,
    sizes,
    steps,
    targets,
    texts,
    tiers,
    tracks,
    types,
)
from game.loading.problems import Finding
from game.model.scenario import Scenario

Check = Callable[[Scenario], Iterable[Finding]]

CHECKS: tuple[Check, ...] = tuple(
    module.check
    for module in (
        aims, chances, choices, clock, coalitions, deals, drives, evidence, exposure, faces, forces, groups,
        ladder, names, observers, outcomes, pairs, possible, postures, priors, red_lines, sequels, sets,
        signals, steps, targets, texts, tiers, tracks, types,
    )
)  # fmt: skip
"""Every check that looks at the scenario alone, in no particular order."""


def findings(scenario: Scenario) -> Iterator[Finding]:
    """Everything the checks find. What is too large is not looked at any closer.

    Who may see what is asked only of a scenario that can be compiled.
    """
    large = list(sizes.check(scenario))
    if large:
        yield from large
        return
    found = [finding for check in CHECKS for finding in check(scenario)]
    yield from found
    if not found:
        yield from secrets.check(scenario)
