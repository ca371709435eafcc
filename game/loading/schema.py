"""The JSON Schema of scenario files, for editors: completion, and most mistakes underlined as they are made.

It comes from the same classes as the loader. It is laxer than the loader, which also knows ids, ranges that
depend on other fields, and what an unquoted word may mean.
"""

import types
import typing
from enum import StrEnum
from typing import Any, NewType, Union

import attrs

from game.engine import registry
from game.loading.build import ClassPlan, FieldPlan, plan_of
from game.loading.library import shipped_ladders
from game.model.ladder import Ladder
from game.model.numbers import Assumed, Assumption
from game.model.primitives import Condition, Effect
from game.model.scenario import Scenario

Schema = dict[str, Any]
_ID = "^[a-z][a-z0-9_]*$"


def json_schema() -> Schema:
    """The whole schema, of draft 2020-12."""
    definitions: Schema = {}
    root = _object(plan_of(Scenario), definitions)
    root["properties"]["id"] = {"type": "string", "pattern": _ID}
    # What is based on another scenario may leave out what it takes from there
    needed = [key for key in root["required"] if key != "format"]
    root["required"] = ["format"]
    root["anyOf"] = [{"required": ["based_on"]}, {"required": needed}]
    for name, words in (("Condition", registry.conditions()), ("Effect", registry.effects())):
        definitions[name] = {"oneOf": [_primitive(word, cls, definitions) for word, cls in words.items()]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Backstop scenario, format 1",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(plan: ClassPlan, definitions: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {key: _field(spec, definitions) for key, spec in plan.fields.items()},
        "required": [key for key, spec in plan.fields.items() if spec.required],
        "additionalProperties": False,
        "description": (plan.cls.__doc__ or "").strip(),
    }


def _primitive(word: str, cls: type, definitions: Schema) -> Schema:
    plan = plan_of(cls)
    fields = _object(plan, definitions)
    if len(plan.fields) == 1:
        fields = {"anyOf": [_field(next(iter(plan.fields.values())), definitions), fields]}
    return {"type": "object", "properties": {word: fields}, "required": [word], "additionalProperties": False}


def _field(spec: FieldPlan, definitions: Schema) -> Schema:
    return _type(spec.hint, spec.bounds, definitions)


def _type(hint: Any, bounds: tuple[float | None, float | None], definitions: Schema) -> Schema:
    low, high = bounds
    limits = {key: value for key, value in (("minimum", low), ("maximum", high)) if value is not None}
    if hint in (Condition, Effect):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if hint in _SIMPLE:
        return {**_SIMPLE[hint], **(limits if hint in (int, float) else {})}
    if isinstance(hint, NewType):
        return {"type": "string"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [member.value for member in hint]}
    if isinstance(hint, type) and attrs.has(hint):
        return _reference(hint, definitions)
    return _compound(hint, bounds, limits, definitions)


_SIMPLE: dict[Any, Schema] = {
    Any: {},
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
}


def _compound(
    hint: Any, bounds: tuple[float | None, float | None], limits: Schema, definitions: Schema
) -> Schema:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        rest = [arg for arg in args if arg is not types.NoneType]
        if set(rest) == {float, Assumed}:
            parts = [
                {"type": "number", **limits},
                *(_reference(c, definitions) for c in (Assumed, Assumption)),
            ]
        else:
            parts = [_type(arg, bounds, definitions) for arg in rest]
        parts += [{"type": "null"}] if len(rest) < len(args) else []
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    if origin is tuple:
        items: Schema = {"type": "array", "items": _type(args[0], bounds, definitions)}
        return items if args[-1] is Ellipsis else {**items, "minItems": len(args), "maxItems": len(args)}
    names = {"pattern": _ID} if isinstance(args[1], type) and attrs.has(args[1]) else {}
    found = {"type": "object", "additionalProperties": _type(args[1], bounds, definitions)}
    return {**found, "propertyNames": names} if names else found


def _reference(cls: type, definitions: Schema) -> Schema:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(plan_of(cls), definitions)
        if cls is Ladder:
            definitions[name] = {"anyOf": [*_shipped_ladder(), definitions[name]]}
    return {"$ref": f"#/$defs/{name}"}


def _shipped_ladder() -> list[Schema]:
    names: Schema = {"enum": list(shipped_ladders())}
    hazards = {"type": "object"}
    used = {"type": "object", "properties": {"use": names, "hazard_per_day": hazards}, "required": ["use"]}
    return [names, {**used, "additionalProperties": False}]
