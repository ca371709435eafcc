"""What a scenario says to people: the fields that are prose, and the same scenario in another language.

Rules never look at prose, so a program in another language has the same rows, moves and numbers as its
original; only what people read differs.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

import attrs

from game.engine.program import Program, compile_scenario
from game.language import ENGLISH, Language, spoken, told
from game.model.scenario import Scenario

PROSE: Final[Mapping[str, frozenset[str]]] = {
    "": frozenset({"name", "short", "title", "summary", "text", "unit"}),
    "Actor": frozenset({"name", "short"}),
    "Assumption": frozenset({"name", "unit", "invented", "disputed_by", "note"}),
    "Clock": frozenset({"start"}),
    "Derivation": frozenset(),
    "Ladder": frozenset({"name", "source"}),
    "Rung": frozenset({"name", "threshold", "summary"}),
    "Scenario": frozenset({"title", "summary", "setting", "not_a_forecast"}),
    "Seat": frozenset({"role", "briefing", "dilemma"}),
    "Source": frozenset(),
    "VariantGroup": frozenset({"name", "question"}),
}
"""The prose fields of the model's classes; under the empty name, those of every class that is not named.

Titles of sources stay as they are, or nobody would find them.
"""


def is_prose(cls: str, field: str) -> bool:
    """Whether a field of one of the model's classes is for people to read."""
    return field in PROSE.get(cls, PROSE[""])


def prose(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every text of a scenario with the place where it stands, in the file's order."""
    yield from _prose(scenario, "")
    for gate in dict.fromkeys(link.gate for link in scenario.links if link.gate):
        yield f"gates.{gate}", gate.replace("_", " ")


def _prose(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _prose(one, f"{where}.{key}")
    elif isinstance(value, tuple):
        for number, one in enumerate(value, start=1):
            yield from _prose(one, f"{where}.{number}")
    elif _is_of_model(value):
        for field in attrs.fields(type(value)):
            part, place = getattr(value, field.name), f"{where}.{field.name}".lstrip(".")
            if not isinstance(part, str):
                yield from _prose(part, place)
            elif part.strip() and is_prose(type(value).__name__, field.name):
                yield place, part


def retold(scenario: Scenario, tell: Callable[[str], str]) -> Scenario:
    """Return a scenario with every text of it told by `tell`."""
    changed: Scenario = _retold(scenario, tell)
    return changed


def _retold(value: Any, tell: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _retold(one, tell) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_retold(one, tell) for one in value)
    if not _is_of_model(value):
        return value
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        old = getattr(value, field.name)
        if not isinstance(old, str):
            new = _retold(old, tell)
        elif old.strip() and is_prose(type(value).__name__, field.name):
            new = tell(old)
        else:
            continue
        if new is not old:
            changes[field.name] = new
    return attrs.evolve(value, **changes) if changes else value


def _is_of_model(value: Any) -> bool:
    """Whether it is a part of the model; conditions and effects are the engine's and have no prose."""
    return attrs.has(type(value)) and type(value).__module__.startswith("game.model.")


def scenario_as_spoken(scenario: Scenario) -> Scenario:
    """Return a scenario in the language that is spoken here."""
    return scenario if spoken() is ENGLISH else retold(scenario, told)


def as_spoken(program: Program) -> Program:
    """Return a program in the language that is spoken here: its names are those of that language."""
    language = spoken()
    return program if language is ENGLISH else _in_language(program, language)


@lru_cache(maxsize=16)
def _in_language(program: Program, language: Language) -> Program:
    """`language` is the one spoken here; it is named for the cache."""
    return compile_scenario(retold(program.scenario, told))
