"""From scenario files to the model and back to problems an author can mend."""

from game.loading.document import Document, load, problems
from game.loading.problems import Problem, ScenarioProblems, UnknownName
from game.loading.shipped import assets_folder, scenario_path, scenarios_folder, shipped_scenarios

__all__ = [
    "Document",
    "Problem",
    "ScenarioProblems",
    "UnknownName",
    "assets_folder",
    "load",
    "problems",
    "scenario_path",
    "scenarios_folder",
    "shipped_scenarios",
]
