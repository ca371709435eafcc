"""The author's reference and the JSON Schema come from the classes and say what the loader does."""

import json
import re
from collections.abc import Iterator
from typing import Any

from game.engine import registry
from game.loading import manual
from game.loading.build import plan_of
from game.loading.schema import json_schema
from game.model.scenario import Scenario


def test_the_reference_is_up_to_date() -> None:
    guide = manual.FORMAT_GUIDE.read_text(encoding="utf-8")
    assert guide == manual.renewed(guide), "run python -m game.loading.manual"


def test_every_field_is_explained() -> None:
    unexplained = re.findall(r"^\| `(\w+)` \|.*\|  \|$", manual.tables(), re.MULTILINE)
    assert unexplained == []


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner.removeprefix("#/$defs/")
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def test_the_schema_is_whole_and_is_json() -> None:
    schema = json.loads(json.dumps(json_schema()))
    assert set(references(schema)) == set(schema["$defs"])
    assert set(schema["properties"]) == set(plan_of(Scenario).fields)
    assert schema["required"] == ["format"]
    assert {"required": ["title", "actors", "outcomes"]} in schema["anyOf"]


def test_the_schema_has_every_condition_and_effect() -> None:
    definitions = json_schema()["$defs"]
    for name, words in (("Condition", registry.conditions()), ("Effect", registry.effects())):
        assert [one["required"][0] for one in definitions[name]["oneOf"]] == list(words)
