"""Going through a scenario for the checks: every object with its path, and whom a name stands for."""

import typing
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import attrs

from game.engine import registry
from game.loading.build import plan_of
from game.model.ids import SELF, TARGET, ActionId, ActorId
from game.model.numbers import Assumed, Number
from game.model.primitives import Condition, Effect
from game.model.scenario import Scenario

Path = tuple[str | int, ...]

_SKIPPED = frozenset("variants variant_groups assumptions assumption_sets sources doctrines".split())


@cache
def _words() -> dict[type, str]:
    return {cls: word for table in (registry.conditions(), registry.effects()) for word, cls in table.items()}


@cache
def _carriers(cls: type) -> tuple[tuple[str, str], ...]:
    """The fields of a class below which other objects may be, by their names in files and in Python."""
    return tuple((spec.key, spec.name) for spec in plan_of(cls).fields.values() if _carries(spec.hint))


def _carries(hint: Any) -> bool:
    if hint in (Condition, Effect):
        return True
    if isinstance(hint, type) and attrs.has(hint):
        return hint is not Assumed
    return any(_carries(arg) for arg in typing.get_args(hint))


@lru_cache(maxsize=1)
def objects(scenario: Scenario) -> tuple[tuple[Path, Any], ...]:
    """Every object of a scenario with its path, outside in; a primitive's path ends with its word."""
    found: list[tuple[Path, Any]] = []
    for key, name in _carriers(Scenario):
        if key not in _SKIPPED:
            _gather((key,), getattr(scenario, name), found)
    return tuple(found)


def _gather(path: Path, value: Any, found: list[tuple[Path, Any]]) -> None:
    kind = type(value)
    if kind is tuple:
        for number, item in enumerate(value, 1):
            _gather((*path, number), item, found)
    elif kind is dict:
        for key, item in value.items():
            _gather((*path, str(key)), item, found)
    elif kind is not Assumed and attrs.has(kind):
        word = _words().get(kind)
        here = path if word is None else (*path, word)
        found.append((here, value))
        for key, name in _carriers(kind):
            _gather((*here, key), getattr(value, name), found)


@lru_cache(maxsize=1)
def primitives(scenario: Scenario) -> tuple[tuple[Path, Any], ...]:
    """Every condition and effect with its path."""
    words = _words()
    return tuple(found for found in objects(scenario) if type(found[1]) in words)


def who_acts(scenario: Scenario, action: str) -> tuple[ActorId, ...]:
    """Who may do an action."""
    spec = scenario.actions[ActionId(action)]
    return spec.by or tuple(a for a in scenario.actors if scenario.actors[a].played)


def targets(scenario: Scenario, action: str) -> tuple[ActorId, ...]:
    """Whom an action may be done to."""
    spec = scenario.actions[ActionId(action)]
    if spec.target is None:
        return ()
    return tuple(scenario.actors) if spec.target.others else spec.target.actors


def meant(scenario: Scenario, path: Path, name: str) -> tuple[ActorId, ...]:
    """The actors that a name stands for at a path: itself, or all that `$self` or `$target` may be."""
    if name not in (SELF, TARGET):
        return (ActorId(name),)
    if path[0] == "actions":
        return who_acts(scenario, str(path[1])) if name == SELF else targets(scenario, str(path[1]))
    return _concerned(scenario, path)


def _concerned(scenario: Scenario, path: Path) -> tuple[ActorId, ...]:
    """Whom a stand-in may be where nobody acts: who crosses, responds, stages, gives or meets."""
    if path[0] == "limits":
        return scenario.limits[typing.cast(Any, path[1])].by or tuple(scenario.actors)
    if path[0] == "plans":
        tiers = scenario.plans[typing.cast(Any, path[1])].tiers.values()
        return _distinct(actor for tier in tiers for actor in tier.responders)
    if path[0] == "incidents":
        return stagers(scenario, str(path[1]))
    if path[0] == "deals":
        deal = scenario.deals[typing.cast(Any, path[1])]
        return (deal.terms[typing.cast(Any, path[3])].giver,) if path[2] == "terms" else deal.parties
    return _distinct(actor for contact in scenario.hazard.contacts for actor in contact.between)


def stagers(scenario: Scenario, incident: str) -> tuple[ActorId, ...]:
    """The actors who may be behind an incident that was staged: by an act of theirs, or by its cause."""
    acting = (
        actor
        for path, value in primitives(scenario)
        if path[-1] == "stage_incident" and value.incident == incident and path[0] == "actions"
        for actor in who_acts(scenario, str(path[1]))
    )
    behind = (cause.by for cause in scenario.causes.values() if cause.staged and cause.by is not None)
    return _distinct((*acting, *behind))


def _distinct(actors: Iterable[ActorId]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(actors))


def central(scenario: Scenario, number: Number) -> float:
    """A number, or the central value of the assumption that stands for it."""
    return scenario.assumptions[number.assumption].value if isinstance(number, Assumed) else number
