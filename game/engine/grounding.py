"""Filling in who acts and on whom: `$self` and `$target` in conditions and effects become actors."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from typing import Any

import attrs

from game.model.actors import Owner
from game.model.ids import ActorId
from game.model.numbers import Assumed
from game.model.scenario import Scenario


def ground(value: Any, names: Mapping[str, str], shared: Collection[str] = ()) -> Any:
    """Fill in `$self` and `$target`, all the way down; `shared` tracks are the world's."""
    if isinstance(value, str):
        return names.get(value, value) if value.startswith("$") else value
    if isinstance(value, tuple):
        items = tuple(ground(item, names, shared) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    changes: dict[str, Any] = {}
    fields = _fields(type(value))  # type: ignore[arg-type]  # classes can be hashed, whatever mypy says of type[Any]
    of_world = "track" in fields and value.track in shared
    for name in fields:
        old = getattr(value, name)
        new = ActorId("world") if of_world and name == "actor" else ground(old, names, shared)
        if new is not old:
            changes[name] = new
    return attrs.evolve(value, **changes) if changes else value


@lru_cache(maxsize=256)
def _fields(cls: type) -> tuple[str, ...]:
    """The names of a class's fields; none for what is no class of ours."""
    return tuple(field.name for field in attrs.fields(cls)) if attrs.has(cls) else ()


def in_play(thing: Any, amount: Callable[[Assumed], float]) -> Any:
    """Return a condition or an effect with the number in play wherever it names an assumption."""
    if isinstance(thing, Assumed):
        return round(amount(thing), 2)
    if isinstance(thing, tuple):
        return tuple(in_play(one, amount) for one in thing)
    if not attrs.has(type(thing)):
        return thing
    parts = {name: in_play(getattr(thing, name), amount) for name in _fields(type(thing))}  # type: ignore[arg-type]
    return attrs.evolve(thing, **parts)


def world_tracks(scenario: Scenario) -> frozenset[str]:
    """The tracks that are the world's and nobody's."""
    return frozenset(str(track.id) for track in scenario.tracks.values() if track.owner is Owner.WORLD)
