"""Where a type alone does not say how something is written: ladders by name, and checks between fields."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from game.loading import library
from game.loading.build import build_class, builder, plan_of
from game.loading.ledger import FAILED, At, Given
from game.loading.nodes import Fields, Node, Scalar
from game.loading.problems import listed, near, shown
from game.model.derivation import Derivation
from game.model.ids import RungId
from game.model.ladder import Ladder, Rung
from game.model.numbers import Assumption, Number


def ladder(node: Node, at: At) -> Any:
    """A ladder: the name of a shipped one, a shipped one with hazards, or one written out."""
    if isinstance(node, Scalar):
        if not node.text:
            at.problem(f"a ladder is wanted here: {listed(library.shipped_ladders())}, or one written out")
            return FAILED
        return _shipped(node.text, node, at)
    if isinstance(node, Fields) and "use" in node.values:
        return _with_hazards(node, at)
    return build_class(Ladder, node, at)


def _shipped(name: str, node: Node, at: At) -> Any:
    names = library.shipped_ladders()
    if name not in names:
        at.problem(
            f"there is no ladder `{shown(name)}`; shipped are {listed(names)}{near(name, names)}", node
        )
        return FAILED
    found, content = library.shipped_ladder(name)
    at.ledger.shipped.append(content)
    at.ledger.given.extend(Given(RungId, rung, (*at.path, "rungs", rung)) for rung in found.rungs)
    return found


def _with_hazards(node: Fields, at: At) -> Any:
    use = node.values["use"]
    inside = At((*at.path, "use"), node.keys["use"], at.ledger, {})
    if isinstance(use, Scalar):
        found = _shipped(use.text, use, attrs.evolve(inside, path=at.path))
    else:
        inside.problem("the name of a shipped ladder is wanted here", use)
        found = FAILED
    hazards: Any = {}
    for key, value in node.values.items():
        here = At((*at.path, key), node.keys[key], at.ledger, {})
        if key == "hazard_per_day":
            hazards = builder(dict[RungId, Number], _hazard_bounds())(value, here)
        elif key != "use":
            here.problem(f"there is no field `{shown(key)}` here{near(key, ('use', 'hazard_per_day'))}")
            hazards = FAILED
    if found is FAILED or hazards is FAILED:
        return FAILED
    rungs = {
        id: attrs.evolve(rung, hazard_per_day=hazards.get(id, rung.hazard_per_day))
        for id, rung in found.rungs.items()
    }
    return attrs.evolve(found, rungs=rungs)


def _hazard_bounds() -> tuple[float | None, float | None]:
    metadata = attrs.fields_dict(Rung)["hazard_per_day"].metadata
    return metadata["low"], metadata["high"]


def _derivation(node: Node, at: At) -> Any:
    """What a scenario is based on; `derive.whole` has read and checked all of it but its fields' names."""
    names = plan_of(Derivation).fields
    if not isinstance(node, Fields):
        return FAILED
    values: dict[str, Any] = {}
    for key, value in node.values.items():
        if key not in names:
            here = At((*at.path, key), node.keys[key], at.ledger, {})
            here.problem(f"there is no field `{shown(key)}` here{near(key, names)}")
            return FAILED
        if isinstance(value, Fields):
            values[key] = {k: v.text for k, v in value.values.items() if isinstance(v, Scalar)}
        elif isinstance(value, Scalar):
            values[key] = value.text
    return Derivation(**values)


def _assumption(made: Assumption, node: Fields, at: At) -> None:
    if not made.low <= made.value <= made.high:
        at.problem(
            f"the value {made.value:g} lies outside its own range, {made.low:g} to {made.high:g}",
            node.values["value"],
        )
    if made.source is None and made.invented is None:
        at.problem("an assumption needs a `source`, or `invented` with the reason for the number")


SPECIAL: Mapping[Any, Callable[[Node, At], Any]] = {Derivation: _derivation, Ladder: ladder}
"""Builders of types that are written in a way of their own."""

CHECKS: Mapping[type, tuple[Callable[[Any, Fields, At], None], ...]] = {Assumption: (_assumption,)}
"""What must hold between the fields of one object."""
