"""What a scenario file declares, read from its text alone: the names that other files may use."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from game.loading.derive import whole
from game.loading.nodes import Fields, Items, Node, Scalar, parse
from game.loading.problems import ScenarioProblems
from game.loading.text import Stamp, read, stamps


@frozen
class Declared:
    """The names in a scenario file, whether or not the rest of it is sound."""

    variants: dict[str, str]
    """Every variant with its group; empty where it has none."""
    assumptions: frozenset[str]
    """The assumptions of the scenario and of all its variants."""


def declared(path: Path) -> Declared | None:
    """What a file declares; None where it cannot be read as a scenario at all."""
    return _declared(path, stamps(path))


@lru_cache(maxsize=32)
def _declared(path: Path, written: frozenset[Stamp]) -> Declared | None:
    """Read a file once for as long as nobody writes it: every reading of a scenario asks for its sequels."""
    try:
        written_root = parse(read(path, path.name)[1], path.name)
        if not isinstance(written_root, Fields):
            return None
        root = whole(written_root, path, path.name).root
    except ScenarioProblems:
        return None
    section = root.values.get("variants")
    variants = dict(section.values) if isinstance(section, Fields) else {}
    found = set(assumptions_in(root, ()))
    for spec in variants.values():
        changes = spec.values.get("changes") if isinstance(spec, Fields) else None
        if isinstance(changes, Fields):
            found.update(assumptions_in(changes, ()))
    return Declared({id: _group(spec) for id, spec in variants.items()}, frozenset(found))


def _group(spec: Node) -> str:
    group = spec.values.get("group") if isinstance(spec, Fields) else None
    return group.text if isinstance(group, Scalar) else ""


def assumptions_in(node: Node, path: tuple[str, ...]) -> Iterator[str]:
    """The ids of the assumptions that are written somewhere below a node."""
    if isinstance(node, Fields):
        if path == ("variants",):
            return
        if path == ("assumptions",):
            yield from node.values
            return
        if "value" in node.values and "low" in node.values:
            yield ".".join(path)
            return
        for key, value in node.values.items():
            yield from assumptions_in(value, (*path, key))
    elif isinstance(node, Items):
        for number, value in enumerate(node.values, 1):
            yield from assumptions_in(value, (*path, str(number)))
