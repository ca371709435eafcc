"""What conditions remember from turn to turn: the counters that a scenario needs, found when it is compiled.

A condition class that has a method `memory(scenario)` says which counts it wants kept, and for how long. The
same count is kept once, for as long as the longest of its conditions asks; rows `(*name, "1")`,
`(*name, "2")`, ... hold what was counted one turn ago, two turns ago, and so on.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

import attrs
from attrs import frozen

from game.engine.arrays import I32
from game.model.scenario import Scenario

_WITHOUT_CONDITIONS = frozenset(
    """tracks ladder regions links force_types options informants causes promises doctrines sources
    assumptions assumption_sets variant_groups variants""".split()
)
"""Parts of a scenario in which no condition can stand."""


@frozen
class Memory:
    """A count that is kept for some turns."""

    name: tuple[str, ...]
    """Its name; rows add the number of turns ago."""
    turns: int
    """For how many turns before this one."""
    count: Callable[[Any], I32]
    """Counts this turn's in a world, int32 (games,); it depends on the name alone."""


def memories(scenario: Scenario) -> tuple[Memory, ...]:
    """Every count that some condition of a scenario wants kept, each name once and for the longest time."""
    found: dict[tuple[str, ...], Memory] = {}
    for value in _inside(scenario):
        remembers = getattr(value, "memory", None)
        for memory in remembers(scenario) if callable(remembers) else ():
            known = found.get(memory.name)
            if known is None or known.turns < memory.turns:
                found[memory.name] = memory
    return tuple(memory for memory in found.values() if memory.turns > 0)


def _inside(scenario: Scenario) -> Iterator[Any]:
    for field in attrs.fields(Scenario):
        if field.name not in _WITHOUT_CONDITIONS:
            yield from _objects(getattr(scenario, field.name))


def _objects(value: Any) -> Iterator[Any]:
    """Every object of ours within a value, outside in."""
    if isinstance(value, tuple):
        inner: Iterable[Any] = value
    elif isinstance(value, dict):
        inner = value.values()
    else:
        names = _fields(type(value))  # type: ignore[arg-type]  # classes can be hashed, whatever mypy says
        if not names:
            return
        yield value
        inner = (getattr(value, name) for name in names)
    for one in inner:
        if not isinstance(one, str | int | float):
            yield from _objects(one)


@lru_cache(maxsize=512)
def _fields(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls)) if attrs.has(cls) else ()
