"""A scenario's nodes with other ids and other words, for scenarios that are made from it.

The types of the model say which text is an id and which is read by people, so that an actor called
`coalition` can be renamed without touching the field `coalition`.
"""

import re
import types
import typing
from collections.abc import Mapping
from typing import Any, NewType, Union

import attrs
from attrs import define, field

from game.engine import registry
from game.loading.build import is_short, plan_of
from game.loading.nodes import Fields, Items, Node, Scalar
from game.model.endings import Variant
from game.model.ids import AssumptionId, RungId
from game.model.ladder import Ladder
from game.model.numbers import Assumed, Assumption, Number
from game.model.primitives import Condition, Effect
from game.model.scenario import Scenario

_UNSOURCED = ("source", "note", "disputed_by", "invented")
"""What an assumption does not keep when it counts as invented."""


@define(eq=False)
class Renamer:
    """Copies nodes, with ids and words replaced; notes which of them were found."""

    ids: Mapping[str, str]
    parts: Mapping[str, str]
    words: Mapping[str, str]
    file: str
    """The file that the nodes come from."""
    invented: Scalar | None = None
    """What stands in the place of every assumption's source, if anything."""
    ids_found: set[str] = field(factory=set)
    """Every id of the scenario, renamed or not."""
    parts_found: set[str] = field(factory=set)
    """Those parts of ids that were replaced somewhere."""
    clashes: list[tuple[Scalar, str]] = field(factory=list)
    """Keys that would stand twice in a mapping, with what they would be called."""
    words_found: set[str] = field(factory=set)
    """Those words that were replaced somewhere."""
    _pattern: re.Pattern[str] | None = None

    def __attrs_post_init__(self) -> None:
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        if longest_first:
            any_word = "|".join(map(re.escape, longest_first))
            self._pattern = re.compile(rf"(?<!\w)(?:{any_word})(?!\w)")

    def scenario(self, root: Fields) -> Fields:
        """The whole of a scenario; without its sources, where its numbers count as invented."""
        copied = self._class(Scenario, root)
        if self.invented is not None:
            copied.values.pop("sources", None)
            copied.keys.pop("sources", None)
        return copied

    def _copy(self, hint: Any, node: Node) -> Node:
        hint = _bare(hint, node)
        if isinstance(node, Scalar):
            return self._scalar(hint, node)
        if isinstance(node, Items):
            inner = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else Any
            copies = [self._copy(inner, value) for value in node.values]
            return Items(copies, node.line, node.column, node.file or self.file)
        if hint in (Condition, Effect):
            return self._primitive(hint, node)
        if isinstance(hint, type) and attrs.has(hint):
            return self._class(hint, node)
        if typing.get_origin(hint) is dict:
            key_hint, inner = typing.get_args(hint)
            return self._fields(node, dict.fromkeys(node.values, inner), key_hint)
        return self._fields(node, {})

    def _fields(self, node: Fields, hints: Mapping[str, Any], key_hint: Any = None) -> Fields:
        """A mapping; its keys are ids where `key_hint` says so."""
        copied = Fields({}, {}, node.line, node.column, node.file or self.file)
        for name, value in node.values.items():
            key = node.keys[name]
            called = name if key_hint is None else self._id(name, key_hint)
            if called in copied.values:
                self.clashes.append((key, called))
            copied.values[called] = self._copy(hints.get(name, Any), value)
            copied.keys[called] = attrs.evolve(key, text=called, file=key.file or self.file)
        return copied

    def _class(self, cls: type, node: Fields) -> Fields:
        hints = {key: spec.hint for key, spec in plan_of(cls).fields.items()}
        if cls is Variant:
            hints["changes"] = Scenario
        if cls is Ladder and "use" in node.values:
            hints = {"hazard_per_day": dict[RungId, Number]}
        copied = self._fields(node, hints)
        if cls is Assumption and self.invented is not None:
            self._invent(copied)
        return copied

    def _invent(self, node: Fields) -> None:
        for key in _UNSOURCED:
            node.values.pop(key, None)
            node.keys.pop(key, None)
        if self.invented is not None and "grade" in node.values:
            here = node.keys["grade"]
            node.values["grade"] = attrs.evolve(here, text="D")
            node.values["invented"] = self.invented
            node.keys["invented"] = here

    def _primitive(self, hint: Any, node: Fields) -> Fields:
        words = registry.conditions() if hint is Condition else registry.effects()
        inner = {word: _fields_of(words[word], value) for word, value in node.values.items() if word in words}
        return self._fields(node, inner)

    def _scalar(self, hint: Any, node: Scalar) -> Scalar:
        text = node.text
        if isinstance(hint, NewType):
            text = self._id(text, hint)
        elif hint is str:
            text = self.ids[text] if node.plain and text in self.ids else self.said(text)
        return attrs.evolve(node, text=text, file=node.file or self.file)

    def said(self, text: str) -> str:
        """A text with the words of this scenario."""
        if self._pattern is None:
            return text
        return self._pattern.sub(self._word, text)

    def _word(self, found: re.Match[str]) -> str:
        self.words_found.add(found.group())
        return self.words[found.group()]

    def _id(self, name: str, hint: Any) -> str:
        if "." not in name:
            self.ids_found.add(name)
            return self.ids[name] if name in self.ids else "_".join(map(self._part, name.split("_")))
        parts = name.split(".")
        if hint is not AssumptionId:
            return ".".join(self._id(part, hint) for part in parts)
        return ".".join(self._path(parts))

    def _part(self, part: str) -> str:
        if part in self.parts:
            self.parts_found.add(part)
        return self.parts.get(part, part)

    def _path(self, parts: list[str]) -> list[str]:
        """The path of an assumption that was written in place: only keys of mappings of ids are renamed."""
        here: Any = Scenario
        renamed = []
        for part in parts:
            key_hint, here = _step(here, part)
            renamed.append(self._id(part, key_hint) if isinstance(key_hint, NewType) else part)
        return renamed


def _bare(hint: Any, node: Node | None) -> Any:
    """A type without `None`; of a number that may be an assumption, the class that the node is written as."""
    if typing.get_origin(hint) not in (Union, types.UnionType):
        return hint
    rest = [arg for arg in typing.get_args(hint) if arg is not types.NoneType]
    if Assumed in rest:
        return Assumed if isinstance(node, Fields) and "assumption" in node.values else Assumption
    return rest[0]


def _fields_of(cls: type, node: Node) -> Any:
    """What stands behind a primitive's word: its fields, or the value of its only field."""
    specs = tuple(plan_of(cls).fields.values())
    return specs[0].hint if len(specs) == 1 and is_short(node, specs[0]) else cls


def _step(hint: Any, part: str) -> tuple[Any, Any]:
    """The type of a path's next part, if it is a mapping's key, and that of what it leads to."""
    hint = _bare(hint, None)
    if hint in (Condition, Effect):
        words = registry.conditions() if hint is Condition else registry.effects()
        return None, words.get(part, Any)
    if isinstance(hint, type) and attrs.has(hint):
        fields = plan_of(hint).fields
        if part in fields:
            return None, fields[part].hint
        return _step(next(iter(fields.values())).hint, part) if len(fields) == 1 else (None, Any)
    if typing.get_origin(hint) is dict:
        key_hint, inner = typing.get_args(hint)
        return key_hint, inner
    return None, typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else Any
