"""The open set of primitives: every condition and effect class under the word that scenario files use for it.

A primitive's fields are its schema, its validation and its documentation. A class with exactly one field
may be written in a file as `word: value` as well as `word: {field: value}`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from game.model.primitives import Condition, Effect

ConditionClass = TypeVar("ConditionClass", bound=type[Condition])
EffectClass = TypeVar("EffectClass", bound=type[Effect])

_conditions: dict[str, type[Condition]] = {}
_effects: dict[str, type[Effect]] = {}


def condition(word: str) -> Callable[[ConditionClass], ConditionClass]:
    """Register a condition class; stands outside `@frozen`, because slots re-create the class."""

    def register(cls: ConditionClass) -> ConditionClass:
        if word in _conditions:
            raise ValueError(f"two conditions are called {word!r}")
        _conditions[word] = cls
        return cls

    return register


def effect(word: str) -> Callable[[EffectClass], EffectClass]:
    """Register an effect class; stands outside `@frozen`."""

    def register(cls: EffectClass) -> EffectClass:
        if word in _effects:
            raise ValueError(f"two effects are called {word!r}")
        _effects[word] = cls
        return cls

    return register


def conditions() -> Mapping[str, type[Condition]]:
    """Every condition by its word."""
    import game.engine.conditions  # noqa: F401, PLC0415  (importing the package registers its classes)

    return MappingProxyType(_conditions)


def effects() -> Mapping[str, type[Effect]]:
    """Every effect by its word."""
    import game.engine.effects  # noqa: F401, PLC0415  (importing the package registers its classes)

    return MappingProxyType(_effects)
