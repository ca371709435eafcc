"""From scenario files to the model and back to problems an author can mend."""

from game.loading.choose import (
    assumption_values,
    choose_variants,
    default_assumption_set,
    find_scenario,
    readings,
    undecided,
)
from game.loading.document import Document, load, problems
from game.loading.problems import Problem, ScenarioProblems, UnknownName
from game.places import assets_folder, scenario_path, scenarios_folder, shipped_scenarios

__all__ = [
    "Document",
    "Problem",
    "ScenarioProblems",
    "UnknownName",
    "assets_folder",
    "assumption_values",
    "choose_variants",
    "default_assumption_set",
    "find_scenario",
    "load",
    "problems",
    "readings",
    "scenario_path",
    "scenarios_folder",
    "shipped_scenarios",
    "undecided",
]
