"""The tables of the author's reference, from the classes: `python -m game.loading.manual` renews them."""

import ast
import inspect
import sys
import textwrap
import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NewType, Union

import attrs

from game.engine import registry
from game.loading.build import FieldPlan, plan_of
from game.model.numbers import Assumed
from game.model.primitives import Condition, Effect
from game.model.scenario import Scenario

MARK = "<!-- what follows is made by python -m game.loading.manual -->"
FORMAT_GUIDE = Path(__file__).resolve().parents[2] / "docs" / "format.md"


def tables() -> str:
    """Every class of the model and every condition and effect, with its fields, as Markdown."""
    parts = ["## Fields\n"]
    parts += [_class(cls, f"### {cls.__name__}") for cls in classes()]
    for title, words in (("Conditions", registry.conditions()), ("Effects", registry.effects())):
        parts.append(f"## {title}\n")
        parts += [_class(cls, f"### `{word}`") for word, cls in sorted(words.items())]
    return "\n".join(parts)


def classes() -> list[type]:
    """Return the classes of the model, in the order in which a reader meets them."""
    found: list[type] = []

    def visit(cls: type) -> None:
        if cls not in found and cls is not Assumed:
            found.append(cls)
            for spec in plan_of(cls).fields.values():
                for inner in _inside(spec.hint):
                    visit(inner)

    visit(Scenario)
    return found


def _inside(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and attrs.has(hint):
        yield hint
    for arg in typing.get_args(hint):
        yield from _inside(arg)


def _class(cls: type, title: str) -> str:
    plan = plan_of(cls)
    lines = [title, "", " ".join((cls.__doc__ or "").split()), ""]
    if plan.fields:
        lines += ["| field | what | |", "|---|---|---|"]
        lines += [f"| `{spec.key}` | {_what(spec)} | {_said(cls, spec)} |" for spec in plan.fields.values()]
        lines.append("")
    return "\n".join(lines)


def _what(spec: FieldPlan) -> str:
    kind = _kind(spec.hint)
    low, high = spec.bounds
    if low is not None and high is not None:
        kind += f", {low:g} to {high:g}"
    elif low is not None:
        kind += f", {low:g} or more"
    if spec.required:
        return f"{kind}; **required**"
    default = spec.default
    if isinstance(default, attrs.Factory) or default in ("", (), None, attrs.NOTHING):  # type: ignore[arg-type]
        return kind
    return f"{kind}; `{_shown(default)}`"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _kind(hint: Any) -> str:  # noqa: PLR0911  (one line a sort of type)
    if hint in _KINDS:
        return _KINDS[hint]
    if isinstance(hint, NewType):
        return f"{_spaced(hint.__name__.removesuffix('Id'))} id"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ", ".join(f"`{member.value}`" for member in hint)
    if isinstance(hint, type):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        rest = [arg for arg in args if arg is not types.NoneType]
        return "Number" if set(rest) == {float, Assumed} else _kind(rest[0])
    if origin is tuple:
        return (
            f"list of {_kind(args[0])}" if args[-1] is Ellipsis else f"list of {len(args)} {_kind(args[0])}"
        )
    return f"{_kind(args[0])} → {_kind(args[1])}"


_KINDS: dict[Any, str] = {
    Any: "anything",
    str: "text",
    bool: "true or false",
    int: "whole number",
    float: "number",
    Condition: "condition",
    Effect: "effect",
}


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _said(cls: type, spec: FieldPlan) -> str:
    return _documentation(cls).get(spec.name, "").replace("|", "\\|")


@cache
def _documentation(cls: type) -> dict[str, str]:
    """The text under each field of a class."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    found = {}
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            value = text.value if isinstance(text, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found[field.target.id] = " ".join(value.value.split())
    return found


def renewed(guide: str) -> str:
    """A guide with its tables made anew; what stands above the mark is kept."""
    return f"{guide.partition(MARK)[0]}{MARK}\n\n{tables()}"


if __name__ == "__main__":
    FORMAT_GUIDE.write_text(renewed(FORMAT_GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{FORMAT_GUIDE.name} is up to date\n")
