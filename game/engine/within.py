"""Finds primitives inside conditions and effects, however deep: what gathers, what needs an option."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from game.engine.registry import conditions, effects


def mentioned(primitives: Iterable[Any], word: str) -> Iterator[Any]:
    """Yield every condition or effect that scenario files call `word`, within these or nested in them."""
    kind = conditions().get(word) or effects()[word]
    for primitive in primitives:
        yield from _search(primitive, kind)


def _search(value: Any, kind: type[Any]) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from _search(item, kind)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            yield from _search(getattr(value, attribute.name), kind)
