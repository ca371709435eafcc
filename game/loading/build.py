"""From nodes to the model. What may stand where is read from the types of the model's own fields.

A field typed with an id type is a cross-reference; a mapping whose values carry an `id` field of its key's
type gives names; `Number` may be an assumption; `Condition` and `Effect` go through the engine's registry.
"""

import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, partial
from typing import Any, NewType, Union

import attrs
from attrs import frozen

from game.engine import registry
from game.loading import plain
from game.loading.ids import id_problem
from game.loading.ledger import FAILED, At, Given, Use
from game.loading.nodes import Fields, Items, Node, Scalar
from game.loading.plain import ANY, Bounds, described, is_null
from game.loading.problems import near, shown
from game.model.ids import AssumptionId
from game.model.numbers import Assumed, Assumption
from game.model.primitives import Condition, Effect

Builder = Callable[[Node, At], Any]
Check = Callable[[Any, Fields, At], None]
_REMEMBERED_DEPTH = 2


@frozen(eq=False)
class FieldPlan:
    """How one field of a class is written."""

    name: str
    """Its name in Python."""
    key: str
    """Its name in files."""
    hint: Any
    """Its type."""
    build: Builder
    required: bool
    default: Any
    bounds: Bounds


@frozen(eq=False)
class ClassPlan:
    """How a class is written."""

    cls: type
    fields: dict[str, FieldPlan]
    """By their names in files."""
    id_type: Any
    """The type of its `id` field, which its key fills; None where it has none."""


SET_BY_LOADER = {"Scenario": frozenset({"variant", "content_hash"})}
"""Fields that no file may give."""
NAMED_BY_FIELD = {"Scenario"}
"""Classes whose `id` is a field, because they have no key; without it they are called after their file."""


@cache
def plan_of(cls: type) -> ClassPlan:
    """Read a class's fields and their types, once."""
    hints = typing.get_type_hints(cls)
    fields: dict[str, FieldPlan] = {}
    id_type = None
    for attribute in attrs.fields(cls):
        hint = hints[attribute.name]
        if attribute.name == "id" and cls.__name__ not in NAMED_BY_FIELD:
            id_type = hint
            continue
        if attribute.name in SET_BY_LOADER.get(cls.__name__, ()):
            continue
        bounds = (attribute.metadata.get("low"), attribute.metadata.get("high"))
        key = attribute.name.rstrip("_")
        required = attribute.default is attrs.NOTHING and attribute.name != "id"
        build = builder(hint, bounds)
        fields[key] = FieldPlan(attribute.name, key, hint, build, required, attribute.default, bounds)
    return ClassPlan(cls, fields, id_type)


@cache
def builder(hint: Any, bounds: Bounds = ANY) -> Builder:  # noqa: PLR0911  (one line a sort of type)
    """The function that builds a value of a type."""
    special = _special().get(hint)
    if special is not None:
        return special
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint is int:
        return partial(plain.whole, bounds=bounds)
    if hint is float:
        return partial(plain.decimal, bounds=bounds)
    if isinstance(hint, NewType):
        return partial(_use, hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return partial(plain.member, hint)
    if hint is Condition:
        return partial(_primitive, "condition", registry.conditions)
    if hint is Effect:
        return partial(_primitive, "effect", registry.effects)
    if isinstance(hint, type) and attrs.has(hint):
        return partial(build_class, hint)
    return _compound(hint, bounds)


def _compound(hint: Any, bounds: Bounds) -> Builder:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        rest = tuple(arg for arg in args if arg is not types.NoneType)
        inner = partial(_number, bounds) if set(rest) == {float, Assumed} else builder(rest[0], bounds)
        return inner if len(rest) == len(args) else partial(_optional, inner)
    if origin is tuple and args[-1] is Ellipsis:
        return partial(_list, builder(args[0], bounds), None)
    if origin is tuple:
        return partial(_list, builder(args[0], bounds), len(args))
    if origin is dict:
        return partial(_mapping, args[0], builder(args[1], bounds), _gives_names(*args))
    raise TypeError(f"the loader cannot read a field of type {hint}")


def _gives_names(key: Any, value: Any) -> bool:
    return isinstance(value, type) and attrs.has(value) and plan_of(value).id_type is key


def _special() -> Mapping[Any, Builder]:
    from game.loading.special import SPECIAL  # noqa: PLC0415  (its builders use this module)

    return SPECIAL


def _anything(node: Node, at: At) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return tuple(_anything(value, at) for value in node.values)
    return {key: _anything(value, at) for key, value in node.values.items()}


_PLAIN: dict[Any, Builder] = {str: plain.text, bool: plain.boolean, Any: _anything}


def _optional(inner: Builder, node: Node, at: At) -> Any:
    return None if is_null(node) else inner(node, at)


def _use(kind: Any, node: Node, at: At) -> Any:
    if not isinstance(node, Scalar) or not node.text:
        at.problem(
            f"one id is wanted here, not {described(node)}", node if not isinstance(node, Scalar) else None
        )
        return FAILED
    at.ledger.uses.append(Use(kind, node.text, node, at.path, at.owner))
    return node.text


def _number(bounds: Bounds, node: Node, at: At) -> Any:
    if not isinstance(node, Fields):
        return plain.decimal(node, at, bounds)
    if "assumption" in node.values:
        built = build_class(Assumed, node, at)
        if built is FAILED:
            return FAILED
        use = at.ledger.uses.pop()
        at.ledger.uses.append(attrs.evolve(use, bounds=bounds))
        return built
    name = AssumptionId(".".join(at.path))
    built = build_class(Assumption, node, at, name)
    if built is FAILED:
        return FAILED
    at.ledger.assumptions[name] = built
    fits = [
        plain.within(getattr(built, k), bounds, at, node.values[k], f"{k} ") for k in ("value", "low", "high")
    ]
    return Assumed(name) if all(fits) else FAILED


def _list(inner: Builder, length: int | None, node: Node, at: At) -> Any:
    if not isinstance(node, Items):
        hint = f"; write [{shown(node.text)}]" if isinstance(node, Scalar) and node.text else ""
        hint = hint or ("; put a dash before each item" if isinstance(node, Fields) else "")
        at.problem(f"a list is wanted here, not {described(node)}{hint}", node if not _empty(node) else None)
        return FAILED
    if length is not None and len(node.values) != length:
        at.problem(f"{length} items are wanted here, not {len(node.values)}", node)
        return FAILED
    built = tuple(
        inner(value, At((*at.path, str(n)), value, at.ledger, at.owner))
        for n, value in enumerate(node.values, 1)
    )
    return FAILED if any(value is FAILED for value in built) else built


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _mapping(key_type: Any, inner: Builder, gives: bool, node: Node, at: At) -> Any:
    if not isinstance(node, Fields):
        at.problem(f"a mapping is wanted here, not {described(node)}", node if not _empty(node) else None)
        return FAILED
    built: dict[Any, Any] = {}
    for name, value in node.values.items():
        key = node.keys[name]
        inside = At((*at.path, name), key, at.ledger, at.owner)
        if (gives or key_type is str) and (problem := id_problem(name)):
            inside.problem(problem)
        if gives:
            at.ledger.given.append(Given(key_type, name, inside.path))
        elif isinstance(key_type, NewType):
            at.ledger.uses.append(Use(key_type, name, key, inside.path, at.owner))
        elif isinstance(key_type, type) and issubclass(key_type, StrEnum):
            built[plain.member(key_type, key, inside)] = _remembered(inner, value, inside)
            continue
        built[name] = _remembered(inner, value, inside)
    return FAILED if FAILED in built or any(value is FAILED for value in built.values()) else built


def _remembered(inner: Builder, node: Node, at: At) -> Any:
    """Build, or take what was built from the same node at the same place for another variant."""
    memory = at.ledger.memory
    if memory is None or len(at.path) > _REMEMBERED_DEPTH:
        return inner(node, at)
    known = memory.get((id(node), at.path))
    if known is None:
        notes = attrs.evolve(at.ledger, problems=[], uses=[], given=[], assumptions={}, shipped=[])
        known = inner(node, attrs.evolve(at, ledger=notes)), notes
        memory[id(node), at.path] = known
    at.ledger.take(known[1])
    return known[0]


def build_class(cls: type, node: Node, at: At, name: str | None = None) -> Any:
    """Build an object of an attrs class from a mapping of its fields."""
    plan = plan_of(cls)
    if not isinstance(node, Fields):
        needed = [spec.key for spec in plan.fields.values() if spec.required]
        hint = ""
        if isinstance(node, Scalar) and node.text and len(needed) == 1:
            hint = f"; write {{{needed[0]}: {shown(node.text)}}}"
        at.problem(
            f"a mapping of fields is wanted here, not {described(node)}{hint}", None if _empty(node) else node
        )
        return FAILED
    values: dict[str, Any] = {}
    if plan.id_type is not None:
        values["id"] = name or at.path[-1]
    if not build_fields(plan, node, at, values):
        return FAILED
    made = cls(**values)
    for check in _checks().get(cls, ()):
        check(made, node, at)
    return made


def build_fields(plan: ClassPlan, node: Fields, at: At, values: dict[str, Any]) -> bool:
    """Build an object's fields into `values`, beside what is there; whether all of them could be built."""
    failed = False
    for key, value in node.values.items():
        spec = plan.fields.get(key)
        inside = At((*at.path, key), node.keys[key], at.ledger, values)
        if spec is None:
            inside.problem(f"there is no field `{shown(key)}` here{near(key, plan.fields)}")
            failed = True
            continue
        values[spec.name] = built = _remembered(spec.build, value, inside)
        failed = failed or built is FAILED
    for spec in plan.fields.values():
        if spec.name in values:
            continue
        if spec.required:
            at.problem(f"`{spec.key}` is missing")
            failed = True
        elif isinstance(spec.default, str) and spec.default.startswith("$"):
            at.ledger.uses.append(
                Use(spec.hint, spec.default, at.here, (*at.path, spec.key), values, silent=True)
            )
    return not failed


def _checks() -> Mapping[type, tuple[Check, ...]]:
    from game.loading.special import CHECKS  # noqa: PLC0415  (its checks use this module)

    return CHECKS


def is_short(fields: Node, spec: FieldPlan) -> bool:
    """Whether a primitive of one field is written as `word: value`."""
    if not isinstance(fields, Fields):
        return True
    takes_mapping = typing.get_origin(spec.hint) is not None
    return takes_mapping and spec.key not in fields.values


def _primitive(  # noqa: PLR0911  (each says what is wrong)
    what: str, words: Callable[[], Mapping[str, type]], node: Node, at: At
) -> Any:
    known = words()
    if isinstance(node, Scalar) and node.plain and node.text in known:
        at.problem(f"write {node.text}: {{...}} with its fields", node)
        return FAILED
    article = "an" if what == "effect" else "a"
    if not isinstance(node, Fields):
        at.problem(f"{article} {what} is wanted here (word: {{fields}}), not {described(node)}", node)
        return FAILED
    if len(node.values) != 1:
        found = [word for word in node.values if word in known]
        hint = f" ({', '.join(found)}); put each behind a dash of its own" if len(found) > 1 else ""
        at.problem(f"one {what} is wanted here (word: {{fields}}), not {len(node.values)} words{hint}", node)
        return FAILED
    ((word, fields),) = node.values.items()
    inside = At((*at.path, word), node.keys[word], at.ledger, at.owner)
    if word not in known:
        inside.problem(f"there is no {what} `{shown(word)}`{near(word, known)}")
        return FAILED
    cls = known[word]
    plan = plan_of(cls)
    if len(plan.fields) == 1 and is_short(fields, *plan.fields.values()):
        (spec,) = plan.fields.values()
        values: dict[str, Any] = {}
        built = spec.build(fields, At(inside.path, node.keys[word], at.ledger, values))
        if built is FAILED:
            return FAILED
        values[spec.name] = built
        return cls(**values)
    return build_class(cls, fields, inside)
