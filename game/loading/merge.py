"""Changes laid over a scenario's mappings. Every node keeps the place where it was written."""

from collections.abc import Callable, Collection

from game.loading.ledger import Path
from game.loading.nodes import Fields, Node
from game.loading.plain import is_null
from game.loading.problems import near

UNTOUCHABLE = ("format", "id", "variants", "variant_groups")
"""What no variant may change."""

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
        else:
            values[key] = value
            keys[key] = changes.keys[key]
    return Fields(values, keys, base.line, base.column, base.file)


def _replaces(value: Fields) -> bool:
    """A reference to an assumption and an assumption in place are not mixed."""
    return "assumption" in value.values or "value" in value.values
