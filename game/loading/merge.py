"""Changes laid over a scenario's mappings. Every node keeps the place where it was written."""

from collections.abc import Callable, Collection
from typing import TypeGuard

from game.loading.ledger import Path
from game.loading.nodes import Fields, Items, Node, Scalar
from game.loading.plain import is_null
from game.loading.problems import near

UNTOUCHABLE = ("format", "id", "variants", "variant_groups")
"""What no variant may change."""

INHERITED = "inherited"
"""As the first item of a list: the items that were there, before those that follow."""

Report = Callable[[Node, Path, str], None]


def merged(
    base: Fields,
    changes: Fields,
    report: Report,
    path: Path = (),
    untouchable: Collection[str] = UNTOUCHABLE,
) -> Fields:
    """Return `base` with `changes` laid over it; what is not changed is shared with `base`, not copied."""
    values, keys = dict(base.values), dict(base.keys)
    for key, value in changes.values.items():
        here = (*path, key)
        if not path and key in untouchable:
            report(changes.keys[key], here, f"a variant cannot change `{key}`")
            continue
        if is_null(value):
            if key not in values:
                report(
                    changes.keys[key], here, f"null removes `{key}`, which is not there{near(key, values)}"
                )
            values.pop(key, None)
            keys.pop(key, None)
            continue
        old = values.get(key)
        if isinstance(old, Fields) and isinstance(value, Fields) and not _replaces(value):
            values[key] = merged(old, value, report, here)
        elif _continues(value):
            if isinstance(old, Items):
                more = [*old.values, *value.values[1:]]
                values[key] = Items(more, value.line, value.column, value.file)
            else:
                report(value, here, "there is no list here whose items could be inherited")
        else:
            values[key] = value
            keys[key] = changes.keys[key]
    return Fields(values, keys, base.line, base.column, base.file)


def _continues(value: Node) -> TypeGuard[Items]:
    """Whether a list begins with what was there."""
    first = value.values[0] if isinstance(value, Items) and value.values else None
    return isinstance(first, Scalar) and first.plain and first.text == INHERITED


def _replaces(value: Fields) -> bool:
    """A reference to an assumption and an assumption in place are not mixed."""
    return "assumption" in value.values or "value" in value.values
