"""Drives of computer players are those that exist, with weights that make sense."""

from collections.abc import Iterator, Mapping

from game.loading.problems import Finding, listed, near
from game.model.endings import Drive
from game.model.scenario import Scenario

WEIGHTS = (0.0, 3.0)
APPEALS = (-10.0, 10.0)


def check(scenario: Scenario) -> Iterator[Finding]:
    """In doctrines and in what actions appeal to."""
    for id, doctrine in scenario.doctrines.items():
        yield from _drives(doctrine.drives, WEIGHTS, ("doctrines", str(id), "drives"))
    for action_id, action in scenario.actions.items():
        yield from _drives(action.appeals, APPEALS, ("actions", str(action_id), "appeals"))


def _drives(
    found: Mapping[str, float], bounds: tuple[float, float], path: tuple[str, ...]
) -> Iterator[Finding]:
    names = [drive.value for drive in Drive]
    for name, value in found.items():
        if name not in names:
            yield Finding(
                (*path, name), f"there is no drive `{name}`; there are {listed(names)}{near(name, names)}"
            )
        elif not bounds[0] <= value <= bounds[1]:
            yield Finding((*path, name), f"{value:g} is outside {bounds[0]:g} to {bounds[1]:g}")
