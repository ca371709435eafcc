"""Scenarios made from others: ids and words replaced, and the file laid over the other."""

from pathlib import Path

import pytest

from game.loading import ScenarioProblems, load, problems
from game.loading.declared import declared
from game.loading.schema import json_schema
from game.model.ids import ActionId, ActorId, AssumptionId, IncidentId, VariantId
from game.model.scenario import Scenario

BASE = """
format: 1
id: base
title: "The East and the Eastern Sea"
summary: "East's guns, the East, East-West, Easterly; the west."
actors:
  east:
    name: "East"
    objectives: {win: {name: "Win", points: 100, when: [did: {actor: west, action: coalition}]}}
  west:
    name: "West"
    coalition: {plan: pact, members: {one: {name: "One of the West"}}}
tracks: {heat: {name: "Heat", owner: world, start: {assumption: warmth}}, pay: {name: "Pay"}}
ladder: {use: crisis12, hazard_per_day: {alert: {assumption: warmth}}}
causes: {meant: {name: "Meant"}, slip: {name: "Slip"}}
promises: {pledge: {name: "Pledge"}}
incidents:
  shot:
    name: "A shot"
    text: "Somebody in the East fired."
    priors:
      meant: {value: 0.4, low: 0.1, high: 0.9, unit: share, grade: A, source: book, note: "East says so."}
      slip: 0.5
plans:
  pact:
    name: "The pact"
    incident: shot
    accused: east
    counts: [meant]
    tiers:
      first: {name: "First", responders: [west], from_hour: 0, obliged: alert, cap: alert, promise: pledge}
actions:
  wait: {name: "Wait", kind: inaction}
  coalition:
    name: "Call the West together"
    kind: diplomacy
    by: [west]
    effects: [retract: {commitment: pact.first.west}]
outcomes: {over: {name: "It is over for the East"}}
sources: {book: {title: "A history of the East"}}
assumptions:
  warmth: {value: 0.1, low: 0, high: 0.9, unit: points, grade: D, invented: "East guessed"}
assumption_sets:
  study: {name: "Study", summary: "By the book.", values: {incidents.shot.priors.meant: 0.3, warmth: 0.2}}
variants:
  hot:
    name: "Hot in the East"
    changes:
      actors: {east: {name: "Hot East"}}
      plans: {pact: {accused: west, tiers: {first: {responders: [east]}}}}
      actions: {coalition: {effects: [change_track: {actor: east, track: pay, by: 1}]}}
"""


def made(folder: Path, text: str, base: str = BASE) -> Path:
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    path = folder / "twin.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def derived(folder: Path, section: str = "", more: str = "", base: str = BASE) -> Scenario:
    path = made(folder, f"format: 1\nbased_on:\n  scenario: base\n{section}\n{more}\n", base)
    assert problems(path) == []
    return load(path).scenario()


TRACKS = next(line for line in BASE.splitlines() if line.startswith("tracks:"))
RENAMED = """
  ids: {east: dawn, west: dusk, meant: ordered, shot: blast, pact: treaty, warmth: glow, coalition: gather}
  words: {East: Dawn, West: Dusk, "Eastern Sea": "Sea of Dawn", Somebody: "A man"}
"""


def test_the_base_is_sound(tmp_path: Path) -> None:
    made(tmp_path, "")
    assert problems(tmp_path / "base.yaml") == []


def test_without_changes_it_is_the_same_under_another_name(tmp_path: Path) -> None:
    scenario = derived(tmp_path)
    base = load(tmp_path / "base.yaml").scenario()
    assert (scenario.id, base.id) == ("twin", "base")
    assert (scenario.title, scenario.actors, scenario.plans) == (base.title, base.actors, base.plans)
    assert scenario.content_hash != base.content_hash


def test_ids_are_renamed_as_keys_and_where_they_are_used(tmp_path: Path) -> None:
    scenario = derived(tmp_path, RENAMED)
    assert list(scenario.actors) == ["dawn", "dusk"]
    (plan,) = scenario.plans.values()
    assert (plan.id, plan.accused, plan.incident, plan.counts) == ("treaty", "dawn", "blast", ("ordered",))
    assert plan.tiers["first"].responders == ("dusk",)  # type: ignore[index]  # ids are strings at run time
    assert list(scenario.incidents[IncidentId("blast")].priors) == ["ordered", "slip"]
    goal = scenario.actors[ActorId("dawn")].objectives["win"]  # type: ignore[index]
    assert vars_of(goal.when[0]) == {"actor": "dusk", "action": "gather", "target": None}


def vars_of(condition: object) -> dict[str, object]:
    return {name: getattr(condition, name) for name in ("actor", "action", "target")}


def test_an_id_that_is_also_a_fields_name_leaves_the_field_alone(tmp_path: Path) -> None:
    scenario = derived(tmp_path, RENAMED)
    assert ActionId("gather") in scenario.actions
    assert scenario.actors[ActorId("dusk")].coalition is not None


def test_ids_made_of_ids_are_renamed_part_by_part(tmp_path: Path) -> None:
    scenario = derived(tmp_path, RENAMED)
    (effect,) = scenario.actions[ActionId("gather")].effects
    assert effect.commitment == "treaty.first.dusk"  # type: ignore[attr-defined]
    (chosen,) = scenario.assumption_sets.values()
    assert dict(chosen.values) == {"incidents.blast.priors.ordered": 0.3, "glow": 0.2}
    assert AssumptionId("incidents.blast.priors.ordered") in scenario.assumptions


def test_words_are_replaced_whole_the_longest_first_and_with_their_possessives(tmp_path: Path) -> None:
    scenario = derived(tmp_path, RENAMED)
    assert scenario.title == "The Dawn and the Sea of Dawn"
    assert scenario.summary == "Dawn's guns, the Dawn, Dawn-Dusk, Easterly; the west."
    assert scenario.incidents[IncidentId("blast")].text == "A man in the Dawn fired."


def test_names_may_change_places(tmp_path: Path) -> None:
    scenario = derived(tmp_path, "  ids: {east: west, west: east}\n  words: {East: West, West: East}")
    assert [(actor.id, actor.name) for actor in scenario.actors.values()] == [
        ("west", "West"),
        ("east", "East"),
    ]
    assert next(iter(scenario.plans.values())).accused == "west"


def test_parts_of_ids_are_renamed_where_the_whole_is_not(tmp_path: Path) -> None:
    base = BASE.replace("warmth", "east_warmth").replace("shot", "east_shot")
    section = "  ids: {east_shot: blast}\n  id_parts: {east: dawn}\n  words: {East: Dawn}"
    scenario = derived(tmp_path, section, base=base)
    assert list(scenario.actors) == ["dawn", "west"]
    assert list(scenario.incidents) == ["blast"]
    assert AssumptionId("dawn_warmth") in scenario.assumptions
    (chosen,) = scenario.assumption_sets.values()
    assert set(chosen.values) == {"incidents.blast.priors.meant", "dawn_warmth"}


def test_a_list_may_continue_the_one_that_was_there(tmp_path: Path) -> None:
    more = "actions: {coalition: {by: [inherited, east], effects: [retract: {commitment: pact.first.west}]}}"
    scenario = derived(tmp_path, "", more)
    assert scenario.actions[ActionId("coalition")].by == ("west", "east")
    assert len(scenario.actions[ActionId("coalition")].effects) == 1


def test_variants_are_renamed_too(tmp_path: Path) -> None:
    derived(tmp_path, RENAMED)
    document = load(tmp_path / "twin.yaml")
    assert document.variants[VariantId("hot")].name == "Hot in the Dawn"
    hot = document.scenario(("hot",))
    assert hot.actors[ActorId("dawn")].name == "Hot Dawn"
    (plan,) = hot.plans.values()
    assert (plan.accused, plan.tiers["first"].responders) == ("dusk", ("dawn",))  # type: ignore[index]
    assert hot.actions[ActionId("gather")].effects[0].actor == "dawn"  # type: ignore[attr-defined]


def test_the_file_is_laid_over_the_other_as_a_variants_changes_are(tmp_path: Path) -> None:
    more = """
title: "Mine"
actors: {dawn: {short: "D"}, noon: {name: "Noon"}}
incidents: {blast: {priors: {slip: null}}}
variants: {hot: null, cold: {name: "Cold", changes: {title: "Cold"}}}
"""
    scenario = derived(tmp_path, RENAMED, more)
    assert scenario.title == "Mine"
    assert [(a.name, a.short) for a in scenario.actors.values()] == [
        ("Dawn", "D"),
        ("Dusk", ""),
        ("Noon", ""),
    ]
    assert list(scenario.incidents[IncidentId("blast")].priors) == ["ordered"]
    assert list(load(tmp_path / "twin.yaml").variants) == ["cold"]
    assert scenario.based_on is not None
    assert (scenario.based_on.scenario, scenario.based_on.ids["east"]) == ("base", "dawn")


def test_numbers_may_count_as_invented_and_sources_go(tmp_path: Path) -> None:
    scenario = derived(tmp_path, RENAMED + '  invented: "as in the base"')
    assert scenario.sources == {}
    found = {
        (str(a.id), a.grade.value, a.source, a.invented, a.note, a.value)
        for a in scenario.assumptions.values()
    }
    assert found == {
        ("incidents.blast.priors.ordered", "D", None, "as in the base", None, 0.4),
        ("glow", "D", None, "as in the base", None, 0.1),
    }


def test_the_content_hash_covers_both_files(tmp_path: Path) -> None:
    one = derived(tmp_path, RENAMED).content_hash
    assert derived(tmp_path, RENAMED).content_hash == one
    assert derived(tmp_path, RENAMED, base=BASE + "# a note\n").content_hash != one
    assert derived(tmp_path, RENAMED + "# a note").content_hash != one


def test_a_problem_of_what_is_inherited_names_the_other_file_and_its_line(tmp_path: Path) -> None:
    path = made(tmp_path, "format: 1\nbased_on: {scenario: base}\nactors: {west: null}\n")
    found = [str(problem) for problem in problems(path)]
    line = next(n for n, text in enumerate(BASE.splitlines(), 1) if "responders" in text)
    base = tmp_path / "base.yaml"
    column = BASE.splitlines()[line - 1].index("west") + 1
    where = f"{base}:{line}:{column}: plans.pact.tiers.first.responders.1"
    assert f"{where}: there is no actor `west`" in "".join(found)
    assert not any(text.startswith(str(path)) for text in found)
    place = load(path).place(("tracks", "heat"), "found by playing")
    assert (place.file, place.line) == (str(base), BASE.splitlines().index(TRACKS) + 1)


def test_a_problem_of_its_own_names_its_own_line(tmp_path: Path) -> None:
    path = made(tmp_path, "format: 1\nbased_on: {scenario: base}\nactors:\n  east: {nam: 1}\n")
    (problem,) = problems(path)
    assert (problem.file, problem.line, problem.column) == (str(path), 4, 10)


def test_an_assumption_that_nothing_uses_any_more_is_told_where_it_stands(tmp_path: Path) -> None:
    more = "tracks: {heat: {start: 1}}\nladder: crisis12\nassumption_sets: null\n"
    path = made(tmp_path, f"format: 1\nbased_on: {{scenario: base}}\n{more}")
    (problem,) = problems(path)
    assert (problem.file, problem.path) == (str(tmp_path / "base.yaml"), "assumptions.warmth")


def test_a_bad_base_is_told_by_its_own_name(tmp_path: Path) -> None:
    path = made(tmp_path, "format: 1\nbased_on: {scenario: base}\n", "format: 1\nactors: {a: [}\n")
    with pytest.raises(ScenarioProblems) as caught:
        load(path)
    assert {problem.file for problem in caught.value.problems} == {str(tmp_path / "base.yaml")}


def test_one_may_be_made_from_one_that_is_made_from_another(tmp_path: Path) -> None:
    derived(tmp_path, RENAMED)
    path = tmp_path / "third.yaml"
    path.write_text("format: 1\nbased_on: {scenario: twin, ids: {dawn: morning}}\n", encoding="utf-8")
    document = load(path)
    assert problems(path) == []
    scenario = document.scenario()
    assert list(scenario.actors) == ["morning", "dusk"]
    assert scenario.id == "third"
    assert len(document.bases) == 2


def test_a_file_beside_it_comes_before_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "chicken.yaml").write_text(BASE, encoding="utf-8")
    path = tmp_path / "twin.yaml"
    path.write_text("format: 1\nbased_on: {scenario: chicken}\n", encoding="utf-8")
    assert load(path).scenario().title == "The East and the Eastern Sea"
    (tmp_path / "chicken.yaml").unlink()
    assert load(path).scenario().title == "Chicken"


def test_what_other_files_may_name_includes_what_is_inherited(tmp_path: Path) -> None:
    derived(tmp_path, RENAMED)
    found = declared(tmp_path / "twin.yaml")
    assert found is not None
    assert list(found.variants) == ["hot"]
    assert "incidents.blast.priors.ordered" in found.assumptions


def test_the_schema_takes_it_without_what_it_inherits() -> None:
    schema = json_schema()
    assert schema["required"] == ["format"]
    assert schema["anyOf"] == [{"required": ["based_on"]}, {"required": ["title", "actors", "outcomes"]}]
    assert schema["properties"]["based_on"]["anyOf"][0] == {"$ref": "#/$defs/Derivation"}
    assert "propertyNames" not in schema["$defs"]["Derivation"]["properties"]["words"]
